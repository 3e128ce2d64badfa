package vn.wardkpi.attainment;

import org.jspecify.annotations.Nullable;

/**
 * Reads target texts as offices print them. What can be read in two ways is reported,
 * never guessed.
 */
public final class TargetGrammar {

	private TargetGrammar() {
	}

	/**
	 * @param text the cell's text
	 * @param unit the indicator's unit, which says whether a bare number is a percentage,
	 * a count or an amount; {@code null} if unknown
	 */
	public static Reading read(String text, @Nullable String unit) {
		throw new UnsupportedOperationException(text + unit);
	}

	/**
	 * The text of a target that has none yet, in the form {@link #read} understands.
	 */
	public static String write(ParsedTarget target) {
		throw new UnsupportedOperationException(target.toString());
	}

	/**
	 * What came of reading a text.
	 */
	public sealed interface Reading {

		record Understood(ParsedTarget target) implements Reading {
		}

		/** Blank or a dash: nothing was set. */
		record NoTarget() implements Reading {
		}

		/**
		 * Asked back.
		 *
		 * @param code what is unclear, also a message key ({@code problem.} + code):
		 * {@code number-ambiguous}, {@code target-several}, {@code target-shares}
		 */
		record Ambiguous(String text, String code, @Nullable String suggestion) implements Reading {
		}

	}

}
