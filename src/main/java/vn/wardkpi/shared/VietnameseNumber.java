package vn.wardkpi.shared;

import java.math.BigDecimal;

/**
 * Numbers as Vietnamese offices write them: a dot groups thousands, a comma is the
 * decimal mark.
 */
public final class VietnameseNumber {

	private VietnameseNumber() {
	}

	/**
	 * Reads a number typed by a person. A dot before exactly three digits groups
	 * thousands; any other dot is ambiguous and never guessed. A percent sign may stand
	 * at the end.
	 */
	public static Reading read(String text) {
		throw new UnsupportedOperationException(text);
	}

	/**
	 * Writes with all the decimals the value has: 9923.5 as "9.923,5".
	 */
	public static String write(BigDecimal value) {
		throw new UnsupportedOperationException(value.toString());
	}

	/**
	 * Writes with at least this many decimals; more where the value has more, so that
	 * nothing is rounded away on a page.
	 */
	public static String write(BigDecimal value, int decimals) {
		return write((value.scale() < decimals) ? value.setScale(decimals) : value);
	}

	/**
	 * What came of reading a text.
	 */
	public sealed interface Reading {

		/**
		 * @param value the number; its scale is the number of decimals written
		 * @param percent whether a percent sign was written
		 */
		record Parsed(BigDecimal value, boolean percent) implements Reading {
		}

		/** Nothing was written: blank or a dash. */
		record Blank() implements Reading {
		}

		/**
		 * A dot that groups nothing.
		 *
		 * @param text as typed
		 * @param suggestion what was probably meant, written unambiguously ("86,6")
		 */
		record Ambiguous(String text, String suggestion) implements Reading {
		}

		/** Not a number. */
		record Invalid(String text) implements Reading {
		}

	}

}
