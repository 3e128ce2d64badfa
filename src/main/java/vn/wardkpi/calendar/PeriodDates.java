package vn.wardkpi.calendar;

import java.time.LocalDate;

/**
 * The days of a reporting period for every lead unit that was given no extension.
 *
 * @param opensOn first day on which figures are entered
 * @param closesOn the day up to which the figures run
 * @param sendBy last day on which they are entered and handed in
 * @param own whether the ward gave this one period other days than its rule says
 */
public record PeriodDates(YearPeriod of, LocalDate opensOn, LocalDate closesOn, LocalDate sendBy, boolean own) {
}
