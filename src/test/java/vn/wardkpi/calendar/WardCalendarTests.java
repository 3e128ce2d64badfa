package vn.wardkpi.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.EntryWindow.Closed;

import static org.assertj.core.api.Assertions.assertThat;

class WardCalendarTests {

	private static final WardCalendar PLAIN = new WardCalendar(RulesInForce.PROGRAM, Map.of(), List.of());

	@ParameterizedTest
	@CsvSource({ "M03, 2026-03-01, 2026-03-14, 2026-03-17", "M06, 2026-06-01, 2026-06-14, 2026-06-16",
			"M09, 2026-09-01, 2026-09-14, 2026-09-16", "ESTIMATE, 2026-12-01, 2026-12-14, 2026-12-16",
			"FINAL, 2027-01-01, 2027-03-31, 2027-03-31", "M02, 2026-02-01, 2026-02-14, 2026-02-17" })
	void closesDataOnThe14thAndLeavesTwoWorkingDaysToSend(ReportingPeriod period, LocalDate opens, LocalDate closes,
			LocalDate sendBy) {
		PeriodDates dates = PLAIN.dates(new YearPeriod(2026, period));
		assertThat(dates.opensOn()).isEqualTo(opens);
		assertThat(dates.closesOn()).isEqualTo(closes);
		assertThat(dates.sendBy()).isEqualTo(sendBy);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-13, 2, 2026-03-17", "2026-04-29, 1, 2026-05-04", "2026-09-01, 1, 2026-09-03",
			"2026-12-31, 1, 2027-01-04", "2026-03-14, 0, 2026-03-14" })
	void countsNeitherWeekendsNorFixedHolidays(LocalDate from, int days, LocalDate end) {
		assertThat(WorkingDays.after(from, days)).isEqualTo(end);
	}

	@Test
	void closesOnTheLastDayOfAShorterMonth() {
		CalendarSettings late = new CalendarSettings(EnumSet.of(ReportingPeriod.M02), 20, 31, MonthDay.of(1, 1),
				MonthDay.of(2, 29), 0, 3, false, 1);
		assertThat(late.dates(new YearPeriod(2026, ReportingPeriod.M02)).closesOn()).isEqualTo("2026-02-28");
		assertThat(late.dates(new YearPeriod(2026, ReportingPeriod.FINAL)).closesOn()).isEqualTo("2027-02-28");
	}

	@Test
	void locksOnlyWhereTheWardSaysSo() {
		EntryWindow reminding = new EntryWindow(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 16), false, false);
		EntryWindow locking = new EntryWindow(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 16), false, true);
		LocalDate before = LocalDate.of(2026, 11, 30);
		LocalDate after = LocalDate.of(2026, 12, 17);
		assertThat(reminding.closedOn(before)).isEmpty();
		assertThat(reminding.closedOn(after)).isEmpty();
		assertThat(reminding.isOver(after)).isTrue();
		assertThat(locking.closedOn(before)).contains(Closed.NOT_OPEN);
		assertThat(locking.closedOn(locking.opensOn())).isEmpty();
		assertThat(locking.closedOn(locking.closesOn())).isEmpty();
		assertThat(locking.closedOn(after)).contains(Closed.DEADLINE_PASSED);
		assertThat(locking.daysLeft(LocalDate.of(2026, 12, 14))).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-10, 2025, FINAL", "2026-03-05, 2026, M03", "2026-03-20, 2025, FINAL",
			"2026-04-10, 2025, FINAL", "2026-05-20, 2026, M06", "2026-06-16, 2026, M06", "2026-09-20, 2026, M09",
			"2026-11-22, 2026, ESTIMATE", "2026-12-20, 2026, ESTIMATE", "2026-12-30, 2026, FINAL" })
	void offersThePeriodThatIsBeingReported(LocalDate today, int year, ReportingPeriod period) {
		assertThat(PLAIN.current(List.of(2025, 2026, 2027), today)).contains(new YearPeriod(year, period));
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-20, 2025 FINAL", "2026-03-20, 2025 FINAL;2026 M03", "2026-05-31, 2025 FINAL;2026 M03",
			"2026-06-01, 2025 FINAL;2026 M06", "2026-12-20, 2025 FINAL;2026 ESTIMATE", "2027-01-01, 2026 FINAL" })
	void asksForWhatHasOpenedUntilLaterFiguresTakeItsPlace(LocalDate today, String asked) {
		assertThat(PLAIN.asked(List.of(2025, 2026, 2027), today)).extracting(YearPeriod::toString)
			.containsExactly(asked.split(";"));
	}

	@Test
	void anExtensionKeepsItsPeriod() {
		YearPeriod quarter = new YearPeriod(2026, ReportingPeriod.M03);
		Extension until = new Extension(1, quarter, "thue", "Thuế", LocalDate.of(2026, 6, 10), "Chờ số liệu", "qt",
				Instant.EPOCH);
		WardCalendar extended = new WardCalendar(RulesInForce.PROGRAM, Map.of(), List.of(until));
		assertThat(extended.asked(List.of(2026), LocalDate.of(2026, 6, 10))).contains(quarter);
		assertThat(extended.asked(List.of(2026), LocalDate.of(2026, 6, 11))).doesNotContain(quarter);
	}

	@Test
	void namesThePeriodThatOpensNext() {
		assertThat(PLAIN.next(List.of(2026, 2027), LocalDate.of(2026, 6, 1))).map(PeriodDates::of)
			.contains(new YearPeriod(2026, ReportingPeriod.M09));
	}

	@Test
	void offersNothingToAWardWithoutYears() {
		assertThat(PLAIN.current(List.of(), LocalDate.of(2026, 1, 1))).isEmpty();
	}

}
