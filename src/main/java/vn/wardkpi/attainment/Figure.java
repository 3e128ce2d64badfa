package vn.wardkpi.attainment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An actual: a number entered, or x/y from which the value is computed, or a person's
 * word on a qualitative indicator.
 *
 * @param period what part of the year it covers
 * @param value the number as entered; {@code null} where x/y or a word was given
 * @param numerator x
 * @param denominator y
 * @param achieved MET, EXCEEDED or NOT_MET as a person judged
 */
public record Figure(ReportingPeriod period, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
		@Nullable BigDecimal denominator, @Nullable Verdict achieved) {

	public static Figure of(ReportingPeriod period, BigDecimal value) {
		return new Figure(period, value, null, null, null);
	}

	public static Figure ofRatio(ReportingPeriod period, BigDecimal numerator, BigDecimal denominator) {
		return new Figure(period, null, numerator, denominator, null);
	}

	public static Figure ofWord(ReportingPeriod period, Verdict achieved) {
		return new Figure(period, null, null, null, achieved);
	}

}
