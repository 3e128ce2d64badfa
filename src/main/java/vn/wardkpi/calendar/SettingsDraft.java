package vn.wardkpi.calendar;

import java.time.MonthDay;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * A ward's rules as they shall be; as {@link CalendarSettings}, with {@code null} for
 * what could not be read.
 *
 * @param version the version that was changed
 */
public record SettingsDraft(Set<ReportingPeriod> periods, @Nullable Integer opensDay, @Nullable Integer closesDay,
		@Nullable MonthDay finalOpens, @Nullable MonthDay finalCloses, @Nullable Integer daysToSend,
		@Nullable Integer remindDays, boolean enforced, int version) {

	public SettingsDraft {
		periods = Set.copyOf(periods);
	}

}
