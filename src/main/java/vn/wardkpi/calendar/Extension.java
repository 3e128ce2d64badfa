package vn.wardkpi.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * More time for one lead unit and period.
 *
 * @param leadUnit the unit's code
 * @param until the last day, in place of the period's own
 */
public record Extension(long id, YearPeriod of, String leadUnit, String unitName, LocalDate until, String reason,
		String grantedBy, Instant grantedAt) {
}
