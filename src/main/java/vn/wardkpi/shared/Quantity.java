package vn.wardkpi.shared;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number with the unit it was written with, as people type it into a cell: "15,8 tỷ",
 * "16 tỷ 434 triệu", "tỉ 15,8", "66,7%", or a bare number.
 *
 * @param value the number, of "16 tỷ 434 triệu" 16,434
 * @param unit the unit written (of several the largest), or {@code null} if none
 */
public record Quantity(BigDecimal value, @Nullable UnitName unit) {

	private static final String NUMBER = "[-+−]?\\d[\\d.,]*(?:\\p{Z}\\d{3}(?!\\d)[\\d.,]*)*";

	private static final Pattern PART = Pattern
		.compile("\\s*(" + NUMBER + ")[\\s\\p{Z}]*([^\\d\\s\\p{Z}.,](?:[^\\d]|(?<=m)[23])*)");

	private static final Pattern UNIT_FIRST = Pattern.compile("\\s*(\\p{L}[^\\d]*?)[\\s\\p{Z}]+(" + NUMBER + ")\\s*");

	/**
	 * Reads a figure typed for an indicator and turns it into the indicator's unit.
	 * @param indicatorUnit the indicator's unit, or {@code null} where it has none
	 */
	public static Reading read(String text, @Nullable String indicatorUnit) {
		Reading reading = read(text);
		if (!(reading instanceof Reading.Parsed parsed) || parsed.quantity().unit() == null) {
			return reading;
		}
		UnitName written = parsed.quantity().unit();
		UnitName wanted = UnitName.of((indicatorUnit != null) ? indicatorUnit : "");
		if (written.sameAs(wanted)) {
			return new Reading.Parsed(new Quantity(parsed.quantity().value(), null));
		}
		BigDecimal converted = written.convert(parsed.quantity().value(), wanted);
		return (converted != null) ? new Reading.Converted(converted, written)
				: new Reading.OtherUnit(parsed.quantity().value(), written);
	}

	/**
	 * Reads a number with the unit written beside it, if any.
	 */
	public static Reading read(String text) {
		VietnameseNumber.Reading number = VietnameseNumber.read(text);
		if (number instanceof VietnameseNumber.Reading.Invalid && text.length() <= 2 * VietnameseNumber.MAX_LENGTH) {
			Matcher unitFirst = UNIT_FIRST.matcher(text);
			return unitFirst.matches() ? part(text, unitFirst.group(2), unitFirst.group(1)) : parts(text);
		}
		return bare(text, number, null);
	}

	private static Reading parts(String text) {
		Matcher matcher = PART.matcher(text);
		Quantity sum = null;
		boolean negative = false;
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			Reading part = part(text, matcher.group(1), matcher.group(2));
			boolean signed = !Character.isDigit(matcher.group(1).charAt(0));
			if (sum == null) {
				negative = signed && matcher.group(1).charAt(0) != '+';
			}
			else if (signed) {
				return new Reading.Invalid(text);
			}
			if (!(part instanceof Reading.Parsed parsed)) {
				return part;
			}
			sum = (sum != null) ? sum.plusSmaller(parsed.quantity(), negative) : parsed.quantity();
			if (sum == null) {
				return new Reading.Invalid(text);
			}
			end = matcher.end();
		}
		return (sum != null && end == text.length()) ? new Reading.Parsed(sum) : new Reading.Invalid(text);
	}

	private static Reading part(String text, String number, String unit) {
		return bare(text, VietnameseNumber.read(number), UnitName.of(unit.strip()));
	}

	private static Reading bare(String text, VietnameseNumber.Reading number, @Nullable UnitName unit) {
		if (number instanceof VietnameseNumber.Reading.Parsed parsed) {
			return new Reading.Parsed(new Quantity(parsed.value(), parsed.percent() ? UnitName.of("%") : unit));
		}
		if (number instanceof VietnameseNumber.Reading.Ambiguous ambiguous) {
			return new Reading.Ambiguous(text,
					(unit != null) ? ambiguous.suggestion() + " " + unit : ambiguous.suggestion());
		}
		return (number instanceof VietnameseNumber.Reading.Blank) ? new Reading.Blank() : new Reading.Invalid(text);
	}

	/**
	 * "16 tỷ" and "434 triệu": the second in a smaller unit of the same kind. A sign
	 * before the first belongs to the whole.
	 */
	private @Nullable Quantity plusSmaller(Quantity other, boolean negative) {
		Integer power = (this.unit != null && other.unit != null) ? other.unit.powerOfTenTo(this.unit) : null;
		if (power == null || power >= 0) {
			return null;
		}
		BigDecimal smaller = other.value.scaleByPowerOfTen(power);
		return new Quantity(negative ? this.value.subtract(smaller) : this.value.add(smaller), this.unit);
	}

	/**
	 * What came of reading a text.
	 */
	public sealed interface Reading {

		/**
		 * @param quantity the number, in the indicator's unit where one was asked for
		 * (then without a unit of its own)
		 */
		record Parsed(Quantity quantity) implements Reading {
		}

		/**
		 * Written in a larger or smaller unit than the indicator's and converted exactly.
		 *
		 * @param value in the indicator's unit
		 * @param from the unit written
		 */
		record Converted(BigDecimal value, UnitName from) implements Reading {
		}

		/**
		 * Written in a unit that is not the indicator's and cannot be turned into it.
		 */
		record OtherUnit(BigDecimal value, UnitName unit) implements Reading {
		}

		/** Nothing was written: blank or a dash. */
		record Blank() implements Reading {
		}

		/**
		 * @param suggestion what was probably meant, written unambiguously
		 */
		record Ambiguous(String text, String suggestion) implements Reading {
		}

		/** Neither a number nor a number with a unit. */
		record Invalid(String text) implements Reading {
		}

	}

}
