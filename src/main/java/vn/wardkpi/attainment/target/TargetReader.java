package vn.wardkpi.attainment.target;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.shared.Quantity;
import vn.wardkpi.shared.UnitName;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Reads one target text that contains a number: words that bound it, then a range, x/y or
 * a number, then its unit. Whatever is left over makes the text ambiguous.
 */
final class TargetReader {

	/** Grouped by blanks, or as {@link VietnameseNumber} finds it readable. */
	private static final String UNSIGNED = "(?:[1-9]\\d{0,2}(?: \\d{3})+(?!\\d)(?:,\\d+)?|\\d(?:[\\d.,]*\\d)?)";

	private static final String NUMBER = "[-+]?" + UNSIGNED;

	private static final Pattern SEVERAL = TargetGrammar.pattern(".*\\d.*;.*\\d.*");

	private static final Pattern SHARES = TargetGrammar
		.pattern("[\\d.,]+ ?%? ?(?:/ ?[\\d.,]+ ?%? ?){2,}|[\\d.,]+ ?%(?: ?/ ?[\\d.,]+ ?%)+");

	private static final Pattern RANGE = TargetGrammar
		.pattern("(?<from>" + NUMBER + ")(?<unit>[^\\d;/]*?)(?: ?[-÷] ?| đến )(?<to>" + NUMBER + ")(?<rest>.*)");

	private static final Pattern RATIO = TargetGrammar
		.pattern("(?<x>" + NUMBER + ") ?/ ?(?<y>" + UNSIGNED + ")(?<rest>.*)");

	private static final Pattern PLAIN = TargetGrammar.pattern("(?<number>" + NUMBER + ")(?<rest>.*)");

	/** "01/2026": a month as well as a share. */
	private static final Pattern MONTH = TargetGrammar.pattern("(?:0?[1-9]|1[0-2]) ?/ ?(?:19|20)\\d\\d");

	/** The number of the unit itself: "doanh nghiệp/1.000 dân". */
	private static final Pattern PER = TargetGrammar.pattern("/ ?\\d[\\d.]* ?(?=\\p{L})");

	private static final Pattern BILLION = TargetGrammar.pattern("^tỉ\\b");

	private final String text;

	private final String bare;

	private final BoundingWords words;

	private final @Nullable String indicatorUnit;

	/**
	 * @param text as published
	 * @param bare the same without remarks
	 */
	TargetReader(String text, String bare, @Nullable String indicatorUnit) {
		this.text = text;
		this.bare = bare;
		this.words = new BoundingWords(bare);
		this.indicatorUnit = indicatorUnit;
	}

	Reading read() {
		boolean share = this.bare.indexOf('/') >= 0;
		if (share && SHARES.matcher(this.bare).matches()) {
			return unclear("target-shares");
		}
		if (this.bare.indexOf(';') >= 0 && SEVERAL.matcher(this.bare).matches()) {
			return unclear("target-several");
		}
		String stated = this.words.stated();
		Matcher range = RANGE.matcher(stated);
		if (mayBeRange(stated) && range.matches()) {
			return range(range);
		}
		Matcher ratio = RATIO.matcher(stated);
		if (share && ratio.matches()) {
			return ratio(ratio);
		}
		Matcher plain = PLAIN.matcher(stated);
		if (plain.matches() && !hasDigit(plain.group("rest"))) {
			return number(plain);
		}
		return quantity(stated);
	}

	/** "8-9", "8 ÷ 9", "8 đến 9". */
	private static boolean mayBeRange(String stated) {
		return stated.chars().anyMatch((c) -> c == '-' || c == '÷' || c == 'đ' || c == 'Đ');
	}

	private Reading range(Matcher matcher) {
		String unit = unit(matcher.group("rest"));
		return read(matcher.group("from"), (lower) -> read(matcher.group("to"), (upper) -> {
			if (this.words.isBound() || lower.compareTo(upper) > 0 || hasDigit(matcher.group("rest"))) {
				return unclear("target-unclear");
			}
			String written = (unit != null) ? unit : unit(matcher.group("unit"));
			int decimals = Math.max(lower.scale(), upper.scale());
			return understood(Comparator.BETWEEN, lower, upper, written, decimals, valueType(written, decimals));
		}));
	}

	private Reading ratio(Matcher matcher) {
		return read(matcher.group("x"), (x) -> read(matcher.group("y"), (y) -> {
			if (x.signum() < 0 || y.signum() == 0 || x.compareTo(y) > 0 || MONTH.matcher(matcher.group()).matches()) {
				return unclear("target-unclear");
			}
			if (hasDigit(matcher.group("rest"))) {
				return unclear("target-several");
			}
			return understood(this.words.comparator(), x, y, unit(matcher.group("rest")),
					Math.max(x.scale(), y.scale()), ValueType.RATIO);
		}));
	}

	private Reading number(Matcher matcher) {
		return read(matcher.group("number"), (value) -> understood(value, unit(matcher.group("rest"))));
	}

	/** "16 tỷ 434 triệu", "tỉ 15,8": money in parts or after its unit. */
	private Reading quantity(String stated) {
		Quantity.Reading reading = Quantity.read(stated);
		if (reading instanceof Quantity.Reading.Parsed parsed && parsed.quantity().unit() != null
				&& parsed.quantity().unit().isMeasure()) {
			return understood(parsed.quantity().value(), unit(parsed.quantity().unit().published()));
		}
		if (reading instanceof Quantity.Reading.Ambiguous) {
			return new Reading.Ambiguous(this.text, "number-ambiguous", null);
		}
		return unclear(PLAIN.matcher(stated).matches() ? "target-several" : "target-unclear");
	}

	private Reading read(String number, Continuation continuation) {
		VietnameseNumber.Reading reading = VietnameseNumber.read(number);
		if (reading instanceof VietnameseNumber.Reading.Parsed parsed) {
			return continuation.with(parsed.value());
		}
		if (reading instanceof VietnameseNumber.Reading.Ambiguous ambiguous) {
			return new Reading.Ambiguous(this.text, "number-ambiguous",
					this.text.replace(number, ambiguous.suggestion()));
		}
		return unclear("target-unclear");
	}

	private Reading understood(BigDecimal value, @Nullable String unit) {
		return understood(this.words.comparator(), value, null, unit, value.scale(), valueType(unit, value.scale()));
	}

	private Reading understood(@Nullable Comparator comparator, BigDecimal value, @Nullable BigDecimal upper,
			@Nullable String unit, int decimals, ValueType valueType) {
		Reading.Understood asWritten = new Reading.Understood(new ParsedTarget(this.text, comparator, value, upper,
				unit, decimals, valueType, this.words.approximate()));
		if (unit == null || this.indicatorUnit == null || valueType == ValueType.RATIO) {
			return asWritten;
		}
		UnitName written = UnitName.of(unit);
		UnitName wanted = UnitName.of(this.indicatorUnit);
		Integer power = written.powerOfTenTo(wanted);
		boolean other = (power != null) ? power != 0 : written.isConvertible() || wanted.isConvertible();
		if (written.sameAs(wanted) || !other) {
			return asWritten;
		}
		BigDecimal converted = written.convert(value, wanted);
		return (converted != null) ? inUnit(asWritten.target(), converted, written, wanted) : unclear("target-unit");
	}

	/** In the indicator's unit, so that it is compared with figures of that unit. */
	private Reading inUnit(ParsedTarget target, BigDecimal value, UnitName written, UnitName wanted) {
		BigDecimal lower = shortest(value);
		BigDecimal upper = (target.upper() != null) ? written.convert(target.upper(), wanted) : null;
		upper = (upper != null) ? shortest(upper) : null;
		int decimals = Math.max(lower.scale(), (upper != null) ? upper.scale() : 0);
		return new Reading.Understood(new ParsedTarget(target.text(), target.comparator(), lower, upper,
				wanted.published(), decimals, valueType(wanted.published(), decimals), target.approximate()), written);
	}

	private static BigDecimal shortest(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	private Reading unclear(String code) {
		return new Reading.Ambiguous(this.text, code, null);
	}

	private ValueType valueType(@Nullable String written, int decimals) {
		String unit = (written != null) ? written : this.indicatorUnit;
		UnitName name = UnitName.of((unit != null) ? unit : "");
		if (name.isPercent()) {
			return ValueType.PERCENT;
		}
		return (decimals > 0 || name.isMeasure()) ? ValueType.AMOUNT : ValueType.COUNT;
	}

	private static @Nullable String unit(String rest) {
		String unit = BILLION.matcher(rest.strip()).replaceFirst("tỷ");
		if (unit.startsWith("%")) {
			return "%";
		}
		while (unit.endsWith(".") || unit.endsWith(",") || unit.endsWith(";")) {
			unit = unit.substring(0, unit.length() - 1).strip();
		}
		return unit.isEmpty() ? null : unit;
	}

	private static boolean hasDigit(String rest) {
		return PER.matcher(rest).replaceAll("").chars().anyMatch(Character::isDigit);
	}

	@FunctionalInterface
	private interface Continuation {

		Reading with(BigDecimal value);

	}

}
