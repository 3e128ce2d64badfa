package vn.wardkpi.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Stores a ward's reporting days. Every method refuses (STALE) what somebody else changed
 * a moment ago.
 */
@Component
class CalendarStore {

	private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds the version after the present one.
	 * @param ward {@code null} for the installation
	 * @param after {@code null} if nothing is chosen any more
	 */
	void add(@Nullable WardCode ward, int presentVersion, @Nullable CalendarSettings after, String by) {
		try {
			this.jdbc.sql("""
					insert into calendar_setting (ward_code, version, periods, opens_day, closes_day, final_opens,
					    final_closes, days_to_send, remind_days, enforced, changed_by, changed_at)
					values (:ward, :version, :periods, :opens, :closes, :finalOpens, :finalCloses, :send, :remind,
					        :enforced, :by, :at)
					""")
				.param("ward", (ward != null) ? ward.value() : null)
				.param("version", presentVersion + 1)
				.param("periods", of(after, CalendarStore::periods))
				.param("opens", of(after, CalendarSettings::opensDay))
				.param("closes", of(after, CalendarSettings::closesDay))
				.param("finalOpens", of(after, (rules) -> MONTH_DAY.format(rules.finalOpens())))
				.param("finalCloses", of(after, (rules) -> MONTH_DAY.format(rules.finalCloses())))
				.param("send", of(after, CalendarSettings::daysToSend))
				.param("remind", of(after, CalendarSettings::remindDays))
				.param("enforced", of(after, CalendarSettings::enforced))
				.param("by", by)
				.param("at", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
	}

	/**
	 * Gives a period, which has none, days of its own.
	 */
	void addDates(WardCode ward, YearPeriod of, LocalDate opensOn, LocalDate closesOn, String by) {
		refuseStale(this.jdbc.sql("""
				insert into calendar_dates (ward_code, year, period, opens_on, closes_on, changed_by, changed_at)
				values (:ward, :year, :period, :opens, :closes, :by, :at)
				on conflict do nothing
				""")
			.param("ward", ward.value())
			.param("year", of.year())
			.param("period", of.period().name())
			.param("opens", opensOn)
			.param("closes", closesOn)
			.param("by", by)
			.param("at", now())
			.update());
	}

	/**
	 * @param version the version of the period's own days that was seen
	 */
	void changeDates(WardCode ward, YearPeriod of, LocalDate opensOn, LocalDate closesOn, int version, String by) {
		refuseStale(this.jdbc.sql("""
				update calendar_dates set opens_on = :opens, closes_on = :closes, changed_by = :by, changed_at = :at,
				                          version = version + 1
				where ward_code = :ward and year = :year and period = :period and version = :version
				""")
			.param("opens", opensOn)
			.param("closes", closesOn)
			.param("by", by)
			.param("at", now())
			.param("ward", ward.value())
			.param("year", of.year())
			.param("period", of.period().name())
			.param("version", version)
			.update());
	}

	void removeDates(WardCode ward, YearPeriod of, int version) {
		refuseStale(this.jdbc
			.sql("delete from calendar_dates where ward_code = ? and year = ? and period = ? and version = ?")
			.params(ward.value(), of.year(), of.period().name(), version)
			.update());
	}

	void extend(WardCode ward, YearPeriod of, String leadUnit, LocalDate until, String reason, String by) {
		try {
			this.jdbc.sql("""
					insert into calendar_extension (ward_code, lead_unit_code, year, period, until, reason, granted_by,
					                                granted_at)
					values (:ward, :unit, :year, :period, :until, :reason, :by, :at)
					""")
				.param("ward", ward.value())
				.param("unit", leadUnit)
				.param("year", of.year())
				.param("period", of.period().name())
				.param("until", until)
				.param("reason", reason)
				.param("by", by)
				.param("at", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
	}

	void end(WardCode ward, Extension extension, String by) {
		refuseStale(this.jdbc.sql("""
				update calendar_extension set revoked_by = ?, revoked_at = ?
				where id = ? and ward_code = ? and revoked_at is null
				""").params(by, now(), extension.id(), ward.value()).update());
	}

	private static <T> @Nullable T of(@Nullable CalendarSettings rules, Function<CalendarSettings, T> part) {
		return (rules != null) ? part.apply(rules) : null;
	}

	private static String[] periods(CalendarSettings rules) {
		return rules.periods().stream().sorted().map(Enum::name).toArray(String[]::new);
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static void refuseStale(int changed) {
		if (changed == 0) {
			throw stale();
		}
	}

	static RefusedException stale() {
		return new RefusedException(Kind.STALE, "calendar.stale");
	}

}
