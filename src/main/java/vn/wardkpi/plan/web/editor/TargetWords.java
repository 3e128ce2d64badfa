package vn.wardkpi.plan.web.editor;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What a target's text was understood to say: "≥ 66,7 %".
 */
final class TargetWords {

	private TargetWords() {
	}

	/**
	 * Nothing where there is no text, or it is asked back.
	 */
	static @Nullable String of(String text, String unit, @Nullable Direction direction, ProblemMessages messages) {
		if (text.isEmpty()) {
			return null;
		}
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit.isEmpty() ? null : unit);
		if (reading instanceof TargetGrammar.Reading.NoTarget) {
			return messages.text("plan.editor.no-target");
		}
		return (reading instanceof TargetGrammar.Reading.Understood understood)
				? words(understood.target(), direction, messages) : null;
	}

	private static String words(ParsedTarget target, @Nullable Direction direction, ProblemMessages messages) {
		BigDecimal value = target.value();
		if (value == null) {
			return messages.text("enum.value-type.QUALITATIVE");
		}
		String number = VietnameseNumber.write(value);
		String upper = (target.upper() != null) ? VietnameseNumber.write(target.upper()) : "";
		String said = (target.valueType() == ValueType.RATIO) ? number + "/" + upper : number;
		String unit = Objects.requireNonNullElse(target.unit(), "");
		String compared = switch (target
			.effectiveComparator((direction != null) ? direction : Direction.HIGHER_IS_BETTER)) {
			case AT_LEAST -> "≥ " + said;
			case MORE_THAN -> "> " + said;
			case AT_MOST -> "≤ " + said;
			case LESS_THAN -> "< " + said;
			case BETWEEN -> number + "–" + upper;
			case EXACTLY -> "= " + said;
			case QUALITATIVE -> said;
		};
		return unit.isEmpty() ? compared : compared + " " + unit;
	}

}
