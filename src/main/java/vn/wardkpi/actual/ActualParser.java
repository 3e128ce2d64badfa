package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Quantity;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Understands what was typed for one indicator; what can be read in two ways is asked
 * back.
 */
public final class ActualParser {

	/** "12/18", also "12/18 trường". */
	private static final Pattern SHARE = Pattern.compile("([\\d.,]+)\\s*/\\s*([\\d.,]+)(?:\\s+\\p{L}.*)?");

	private static final int MAX_DECIMALS = 9;

	private final IndicatorRow row;

	private final List<FieldProblem> problems = new ArrayList<>();

	private ActualParser(IndicatorRow row) {
		this.row = row;
	}

	public static Reading read(IndicatorRow row, ReportingPeriod period, ActualInput input) {
		ActualParser reader = new ActualParser(row);
		Figure figure = reader.figure(period, input);
		return new Reading(figure, reader.problems);
	}

	public static boolean takesShare(IndicatorRow row) {
		return row.rule().valueType() == ValueType.PERCENT || row.rule().valueType() == ValueType.RATIO;
	}

	private Figure figure(ReportingPeriod period, ActualInput input) {
		if (this.row.rule().valueType() == ValueType.QUALITATIVE) {
			if (input.value() != null || input.numerator() != null || input.denominator() != null) {
				problem("value", Problem.error("figure-word-expected"));
			}
			return new Figure(period, null, null, null, input.achieved());
		}
		if (input.achieved() != null) {
			problem("achieved", Problem.error("figure-number-expected"));
		}
		ActualInput.Cell numerator = input.numerator();
		ActualInput.Cell denominator = input.denominator();
		ActualInput.Cell value = input.value();
		Matcher share = (value != null && value.text() != null && takesShare(this.row)) ? SHARE.matcher(value.text())
				: null;
		if (share != null && share.matches() && numerator == null && denominator == null) {
			numerator = ActualInput.Cell.typed(share.group(1));
			denominator = ActualInput.Cell.typed(share.group(2));
			value = null;
		}
		return new Figure(period, number(value), part("numerator", numerator, denominator),
				part("denominator", denominator, numerator), (Verdict) null);
	}

	private @Nullable BigDecimal part(String field, ActualInput.@Nullable Cell part, ActualInput.@Nullable Cell other) {
		if (part == null) {
			if (other != null) {
				problem(field, Problem.error("share-incomplete"));
			}
			return null;
		}
		if (!takesShare(this.row)) {
			problem(field, Problem.error("share-unexpected"));
			return null;
		}
		if (part.number() != null) {
			return sensible(field, part.number());
		}
		if (FigureText.isSum(String.valueOf(part.text()))) {
			return sum(field, String.valueOf(part.text()), false);
		}
		VietnameseNumber.Reading reading = VietnameseNumber.read(String.valueOf(part.text()));
		if (reading instanceof VietnameseNumber.Reading.Parsed parsed && !parsed.percent()) {
			return parsed.value();
		}
		if (reading instanceof VietnameseNumber.Reading.Ambiguous ambiguous) {
			problem(field, Problem.error("number-ambiguous", ambiguous.text(), ambiguous.suggestion()));
		}
		else {
			problem(field, Problem.error("number-invalid", String.valueOf(part.text())));
		}
		return null;
	}

	private @Nullable BigDecimal number(ActualInput.@Nullable Cell cell) {
		if (cell == null) {
			return null;
		}
		if (cell.number() != null) {
			return sensible("value", cell.number());
		}
		String text = String.valueOf(cell.text());
		if (FigureText.isSum(text)) {
			return sum("value", text, takesShare(this.row));
		}
		Optional<String> dotted = takesShare(this.row) ? FigureText.dotMeant(text) : Optional.empty();
		if (dotted.isPresent()) {
			problem("value", Problem.error("number-ambiguous", text, dotted.get()));
			return null;
		}
		String completed = FigureText.completed(text);
		Quantity.Reading reading = Quantity.read(completed, this.row.unit());
		if (reading instanceof Quantity.Reading.Parsed parsed && completed.equals(text)) {
			return parsed.quantity().value();
		}
		BigDecimal value = turned(reading);
		if (value != null) {
			problem("value", Problem.warning("unit-converted", text, VietnameseNumber.write(value),
					String.valueOf(this.row.unit())));
			return value;
		}
		notUnderstood(text, reading);
		return null;
	}

	/** No zeros at its end that nobody wrote. */
	private static @Nullable BigDecimal turned(Quantity.Reading reading) {
		BigDecimal value = null;
		if (reading instanceof Quantity.Reading.Parsed parsed) {
			value = parsed.quantity().value();
		}
		else if (reading instanceof Quantity.Reading.Converted converted) {
			value = converted.value();
		}
		return (value != null) ? plain(value) : null;
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal plain = value.stripTrailingZeros();
		return (plain.scale() < 0) ? plain.setScale(0) : plain;
	}

	/** Says what is needed, and offers the number if there is one among words. */
	private void notUnderstood(String text, Quantity.Reading reading) {
		Optional<String> number = FigureText.withoutWords(text).filter(this::isReadable);
		if (reading instanceof Quantity.Reading.Ambiguous ambiguous) {
			problem("value", Problem.error("number-ambiguous", ambiguous.text(), ambiguous.suggestion()));
		}
		else if (FigureText.saysNothing(text)) {
			problem("value", Problem.error("number-none", text, "0"));
		}
		else if (number.isPresent()) {
			problem("value", Problem.error("number-words", text, number.get()));
		}
		else if (reading instanceof Quantity.Reading.OtherUnit other) {
			problem("value", Problem.error("unit-other", other.unit().published(), unit()));
		}
		else if (reading instanceof Quantity.Reading.Invalid) {
			problem("value", Problem.error("number-invalid", text));
		}
	}

	private boolean isReadable(String text) {
		Quantity.Reading reading = Quantity.read(text, this.row.unit());
		return reading instanceof Quantity.Reading.Parsed || reading instanceof Quantity.Reading.Converted
				|| (takesShare(this.row) && SHARE.matcher(text).matches());
	}

	private @Nullable BigDecimal sum(String field, String text, boolean share) {
		Optional<String> meant = FigureText.sumMeant(text, share);
		if (meant.isPresent()) {
			problem(field, Problem.error("number-ambiguous", text, meant.get()));
			return null;
		}
		BigDecimal sum = FigureText.sum(text).map(ActualParser::plain).orElse(null);
		if (sum == null) {
			problem(field, Problem.error("sum-invalid", text));
			return null;
		}
		problem(field, Problem.info("figure-summed", text, VietnameseNumber.write(sum)));
		return sensible(field, sum);
	}

	/**
	 * A number that needs no reading may still be longer than any figure is.
	 */
	private @Nullable BigDecimal sensible(String field, BigDecimal number) {
		long integerDigits = (long) number.precision() - number.scale();
		if (integerDigits > VietnameseNumber.MAX_INTEGER_DIGITS || number.scale() > MAX_DECIMALS) {
			problem(field, Problem.error("number-too-long"));
			return null;
		}
		return (number.scale() < 0) ? number.setScale(0) : number;
	}

	private String unit() {
		return (this.row.unit() != null) ? this.row.unit() : "-";
	}

	private void problem(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

	/**
	 * @param figure all that was understood
	 * @param problems at the fields {@code value}, {@code numerator}, {@code denominator}
	 * and {@code achieved}
	 */
	public record Reading(Figure figure, List<FieldProblem> problems) {

		public Reading {
			problems = List.copyOf(problems);
		}

		public boolean isUnderstood() {
			return this.problems.stream().noneMatch((field) -> field.problem().isError());
		}

	}

}
