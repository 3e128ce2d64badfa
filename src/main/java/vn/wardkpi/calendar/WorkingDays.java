package vn.wardkpi.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days on which offices work. Saturdays, Sundays and the public holidays with a fixed day
 * of the solar year (article 112 of the Labour Code 2019) are none. Tết, Hùng Kings' day,
 * the second day of the National Day holiday and days off in lieu are announced year by
 * year and not known here: where they matter, a ward gives the period days of its own.
 */
public final class WorkingDays {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1),
			MonthDay.of(9, 2));

	private WorkingDays() {
	}

	public static boolean isWorkingDay(LocalDate day) {
		return !WEEKEND.contains(day.getDayOfWeek()) && !HOLIDAYS.contains(MonthDay.from(day));
	}

	/**
	 * The day that is so many working days after another; the day itself for none.
	 */
	public static LocalDate after(LocalDate day, int workingDays) {
		LocalDate end = day;
		for (int left = workingDays; left > 0;) {
			end = end.plusDays(1);
			if (isWorkingDay(end)) {
				left--;
			}
		}
		return end;
	}

}
