package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * How a ward reports. Figures of a month, and the year's estimate, are entered in the
 * last month of the period; FINAL figures in the next year.
 *
 * @param periods the reporting periods the ward uses
 * @param opensDay day of the period's last month on which entering begins
 * @param closesDay day of that month up to which the figures run; the month's last one
 * where it is shorter
 * @param finalOpens first day for FINAL figures, in the next year
 * @param finalCloses last day for them
 * @param daysToSend working days for sending after the figures were closed
 * @param remindDays how many days before the last one people are reminded
 * @param enforced whether nothing can be entered outside these days
 * @param version 0 for the defaults
 */
public record CalendarSettings(Set<ReportingPeriod> periods, int opensDay, int closesDay, MonthDay finalOpens,
		MonthDay finalCloses, int daysToSend, int remindDays, boolean enforced, int version) {

	/**
	 * Quarter, 6 months, 9 months and year, closed on the 14th of the period's last month
	 * (the year on 14/12) and sent within two working days. FINAL figures arrive in the
	 * first quarter of the next year: open throughout that quarter, because they come in
	 * one by one as statistics are settled, and closed with it.
	 */
	public static final CalendarSettings DEFAULTS = new CalendarSettings(EnumSet.of(ReportingPeriod.M03,
			ReportingPeriod.M06, ReportingPeriod.M09, ReportingPeriod.ESTIMATE, ReportingPeriod.FINAL), 1, 14,
			MonthDay.of(1, 1), MonthDay.of(3, 31), 2, 3, false, 0);

	public CalendarSettings {
		periods = Set.copyOf(periods);
	}

	/**
	 * The days of a period by these rules. Nothing is added for sending FINAL figures:
	 * their last day is the limit itself.
	 */
	public PeriodDates dates(YearPeriod of) {
		if (of.period() == ReportingPeriod.FINAL) {
			int next = of.year() + 1;
			LocalDate closes = this.finalCloses.atYear(next);
			return new PeriodDates(of, this.finalOpens.atYear(next), closes, closes, false);
		}
		YearMonth month = YearMonth.of(of.year(), lastMonth(of.period()));
		LocalDate opens = month.atDay(Math.min(this.opensDay, month.lengthOfMonth()));
		LocalDate closes = month.atDay(Math.min(this.closesDay, month.lengthOfMonth()));
		return new PeriodDates(of, opens, closes, sendBy(of.period(), closes), false);
	}

	LocalDate sendBy(ReportingPeriod period, LocalDate closesOn) {
		return (period == ReportingPeriod.FINAL) ? closesOn : WorkingDays.after(closesOn, this.daysToSend);
	}

	CalendarSettings withVersion(int other) {
		return new CalendarSettings(this.periods, this.opensDay, this.closesDay, this.finalOpens, this.finalCloses,
				this.daysToSend, this.remindDays, this.enforced, other);
	}

	/**
	 * What an audit entry says of them.
	 */
	String summary() {
		String used = this.periods.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
		return String.join(" · ", used, this.opensDay + "–" + this.closesDay, "+" + this.daysToSend,
				"FINAL " + day(this.finalOpens) + "–" + day(this.finalCloses), "−" + this.remindDays,
				this.enforced ? "locked" : "open");
	}

	private static String day(MonthDay day) {
		return day.getDayOfMonth() + "/" + day.getMonthValue();
	}

	/** M03 ends in March; the year's estimate is made in December. */
	private static int lastMonth(ReportingPeriod period) {
		return period.isFullYear() ? 12 : Integer.parseInt(period.name().substring(1));
	}

}
