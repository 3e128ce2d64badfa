package vn.wardkpi.attainment.target;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.UnitName;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Reads target texts as offices print them. What can be read in two ways is reported,
 * never guessed.
 */
public final class TargetGrammar {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

	/** Far beyond any published target; a longer cell holds something else. */
	private static final int MAX_LENGTH = 1_000;

	/** A dash, nothing at all, or the words for it. */
	private static final Pattern NOTHING = pattern("-*|không giao\\b.*");

	/** "x", "…": a mark, and nobody knows what for. */
	private static final Pattern MARK = pattern("[^\\p{L}]*\\p{L}?[^\\p{L}]*");

	/** "Không có", "không còn" and the like, without a number: none of it. */
	private static final Pattern ZERO = pattern(
			"(?:(?:tiếp tục )?(?:duy trì|giữ vững|bảo đảm|đảm bảo) )?không (?:có|còn|để|xảy ra|phát sinh)\\b *(.*)");

	private static final Pattern COUNTED_THING = pattern("(?:hộ|trường hợp|trường|tụ điểm|điểm|vụ|người|cơ sở)\\b");

	private TargetGrammar() {
	}

	/**
	 * @param text the cell's text
	 * @param unit the indicator's unit, which says whether a bare number is a percentage,
	 * a count or an amount; {@code null} if unknown
	 */
	public static Reading read(String text, @Nullable String unit) {
		String plain = TargetText.plain(text);
		if (NOTHING.matcher(plain).matches()) {
			return new Reading.NoTarget();
		}
		if (plain.length() > MAX_LENGTH) {
			return new Reading.Ambiguous(text, "target-unclear", null);
		}
		String bare = TargetText.withoutRemarks(plain);
		if (bare.chars().anyMatch(Character::isDigit)) {
			return new TargetReader(text, bare, unit).read();
		}
		if (MARK.matcher(bare).matches()) {
			return new Reading.Ambiguous(text, "target-unclear", null);
		}
		Matcher zero = ZERO.matcher(bare);
		return new Reading.Understood(zero.matches() ? none(text, zero.group(1)) : byWord(text));
	}

	private static ParsedTarget none(String text, String of) {
		Matcher thing = COUNTED_THING.matcher(of);
		return new ParsedTarget(text, Comparator.EXACTLY, BigDecimal.ZERO, null,
				thing.lookingAt() ? thing.group() : null, 0, ValueType.COUNT, false);
	}

	private static ParsedTarget byWord(String text) {
		return new ParsedTarget(text, null, null, null, null, 0, ValueType.QUALITATIVE, false);
	}

	/**
	 * The text of a target that has none yet, in the form {@link #read} understands.
	 * @throws IllegalArgumentException if there is neither a text nor a number
	 */
	public static String write(ParsedTarget target) {
		if (!target.text().isBlank()) {
			return target.text();
		}
		BigDecimal value = target.value();
		if (value == null) {
			throw new IllegalArgumentException("A target judged by a person has no other text than its own");
		}
		StringBuilder written = new StringBuilder(prefix(target.comparator()));
		written.append(target.approximate() ? "khoảng " : "").append(number(value, target));
		if (target.upper() != null) {
			written.append((target.valueType() == ValueType.RATIO) ? "/" : " - ")
				.append(number(target.upper(), target));
		}
		if (target.unit() != null) {
			written.append(target.unit().startsWith("%") ? "" : " ").append(target.unit());
		}
		return written.toString();
	}

	private static String number(BigDecimal value, ParsedTarget target) {
		return VietnameseNumber.write(value, target.decimals());
	}

	private static String prefix(@Nullable Comparator comparator) {
		if (comparator == null) {
			return "";
		}
		return switch (comparator) {
			case AT_LEAST -> "tối thiểu ";
			case MORE_THAN -> "trên ";
			case AT_MOST -> "không quá ";
			case LESS_THAN -> "dưới ";
			case EXACTLY -> "duy trì ";
			case BETWEEN, QUALITATIVE -> "";
		};
	}

	static Pattern pattern(String regex) {
		return Pattern.compile(regex, FLAGS);
	}

	/**
	 * What came of reading a text.
	 */
	public sealed interface Reading {

		/**
		 * @param target in the indicator's unit
		 * @param convertedFrom the unit written, where it was another one than the
		 * indicator's and was converted exactly
		 */
		record Understood(ParsedTarget target, @Nullable UnitName convertedFrom) implements Reading {

			public Understood(ParsedTarget target) {
				this(target, null);
			}

			/**
			 * What should be said of it: that it was converted, or nothing.
			 */
			public Optional<Problem> remark() {
				BigDecimal value = this.target.value();
				return (this.convertedFrom == null || value == null) ? Optional.empty()
						: Optional.of(Problem.info("target-converted", this.target.text(),
								VietnameseNumber.write(value), String.valueOf(this.target.unit())));
			}

		}

		/** Blank, a dash or "không giao": nothing was set. */
		record NoTarget() implements Reading {
		}

		/**
		 * Asked back.
		 *
		 * @param code what is unclear, also a message key ({@code problem.} + code):
		 * {@code number-ambiguous}, {@code target-several}, {@code target-shares},
		 * {@code target-unclear}, {@code target-unit} for a unit that cannot be turned
		 * into the indicator's
		 */
		record Ambiguous(String text, String code, @Nullable String suggestion) implements Reading {
		}

	}

}
