package vn.wardkpi.planexport.sheet;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;

/**
 * What stands in a target's cell: the text it was published with. Where that text is read
 * otherwise today, for the unit was changed since, its number stands before it.
 */
final class PublishedText {

	private PublishedText() {
	}

	static String of(ParsedTarget target, @Nullable String unit) {
		String text = TargetGrammar.write(target);
		if (saysTheSame(text, unit, target) || target.value() == null) {
			return text;
		}
		String number = TargetGrammar.write(new ParsedTarget("", target.comparator(), target.value(), target.upper(),
				target.unit(), target.decimals(), target.valueType(), target.approximate()));
		String both = number + " (" + text.replace('(', '[').replace(')', ']') + ")";
		return saysTheSame(both, unit, target) ? both : text;
	}

	private static boolean saysTheSame(String text, @Nullable String unit, ParsedTarget target) {
		return TargetGrammar.read(text, unit) instanceof Reading.Understood understood
				&& understood.target().comparator() == target.comparator()
				&& same(understood.target().value(), target.value())
				&& same(understood.target().upper(), target.upper());
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

}
