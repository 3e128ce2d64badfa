package vn.wardkpi.actual;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;

/**
 * A figure as it comes in, before it is understood.
 *
 * @param value the number, or "12/18" where x/y is possible
 * @param numerator x
 * @param denominator y
 * @param achieved a person's word on a qualitative indicator
 * @param noDataReason why there is no figure
 */
public record ActualInput(@Nullable Cell value, @Nullable Cell numerator, @Nullable Cell denominator,
		@Nullable Verdict achieved, @Nullable String note, @Nullable String cause, @Nullable String remedy,
		@Nullable String noDataReason) {

	public static ActualInput typed(@Nullable String value, @Nullable String numerator, @Nullable String denominator,
			@Nullable Verdict achieved) {
		return new ActualInput(Cell.typed(value), Cell.typed(numerator), Cell.typed(denominator), achieved, null, null,
				null, null);
	}

	/**
	 * The same with what goes with it in words.
	 */
	public ActualInput with(@Nullable String said, @Nullable String why, @Nullable String done,
			@Nullable String noData) {
		return new ActualInput(this.value, this.numerator, this.denominator, this.achieved, said, why, done, noData);
	}

	/**
	 * Either a text to be read the Vietnamese way or a number that needs no reading.
	 */
	public record Cell(@Nullable String text, @Nullable BigDecimal number) {

		public static @Nullable Cell typed(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : new Cell(text.strip(), null);
		}

		public static Cell of(BigDecimal number) {
			return new Cell(null, number);
		}

	}

}
