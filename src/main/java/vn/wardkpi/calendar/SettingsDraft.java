package vn.wardkpi.calendar;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A ward's rules as they shall be; as {@link CalendarSettings}, with {@code null} for
 * what could not be read.
 *
 * @param version the version that was changed
 */
public record SettingsDraft(Set<ReportingPeriod> periods, @Nullable Integer opensDay, @Nullable Integer closesDay,
		@Nullable MonthDay finalOpens, @Nullable MonthDay finalCloses, @Nullable Integer daysToSend,
		@Nullable Integer remindDays, boolean enforced, int version) {

	private static final int MOST_DAYS = 20;

	private static final int LONGEST_MONTH = 31;

	public SettingsDraft {
		periods = Set.copyOf(periods);
	}

	/**
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	CalendarSettings checked() {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.periods.isEmpty()) {
			problems.add(new FieldProblem("periods", Problem.error("calendar-no-period")));
		}
		int opens = within("opensDay", this.opensDay, 1, LONGEST_MONTH, problems);
		int closes = within("closesDay", this.closesDay, 1, LONGEST_MONTH, problems);
		if (problems.isEmpty() && closes < opens) {
			problems.add(new FieldProblem("closesDay", Problem.error("calendar-day-before", String.valueOf(opens))));
		}
		if (this.finalOpens == null) {
			problems.add(new FieldProblem("finalOpens", Problem.error("calendar-month-day")));
		}
		if (this.finalCloses == null) {
			problems.add(new FieldProblem("finalCloses", Problem.error("calendar-month-day")));
		}
		if (this.finalOpens != null && this.finalCloses != null && this.finalCloses.isBefore(this.finalOpens)) {
			problems.add(new FieldProblem("finalCloses", Problem.error("calendar-final-before")));
		}
		int send = within("daysToSend", this.daysToSend, 0, MOST_DAYS, problems);
		int remind = within("remindDays", this.remindDays, 0, MOST_DAYS, problems);
		if (!problems.isEmpty() || this.finalOpens == null || this.finalCloses == null) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new CalendarSettings(this.periods, opens, closes, this.finalOpens, this.finalCloses, send, remind,
				this.enforced, this.version);
	}

	private static int within(String field, @Nullable Integer value, int least, int most, List<FieldProblem> problems) {
		if (value == null || value < least || value > most) {
			problems.add(new FieldProblem(field,
					Problem.error("calendar-number", String.valueOf(least), String.valueOf(most))));
			return least;
		}
		return value;
	}

}
