package vn.wardkpi.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.calendar.CalendarEvent.DatesRestored;
import vn.wardkpi.calendar.CalendarEvent.DatesSet;
import vn.wardkpi.calendar.CalendarEvent.ExtensionGranted;
import vn.wardkpi.calendar.CalendarEvent.ExtensionRevoked;
import vn.wardkpi.calendar.CalendarEvent.SettingsChanged;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Changes when a ward reports. Every method refuses others than the ward's administrators
 * (FORBIDDEN), what was changed meanwhile (STALE) and what cannot be (INVALID, with every
 * field that is wrong).
 */
@Service
@Transactional
public class CalendarService {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

	private static final int LONGEST_REASON = 500;

	private static final int MOST_DAYS = 20;

	private static final int LONGEST_MONTH = 31;

	private final ReportingCalendar calendar;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarService(ReportingCalendar calendar, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Changes a ward's rules.
	 */
	public void change(WardCode ward, SettingsDraft draft, Actor actor) {
		refuseOthers(ward, actor);
		CalendarSettings before = this.calendar.of(ward).settings();
		CalendarSettings after = checked(draft);
		if (draft.version() != before.version()) {
			throw stale();
		}
		if (!after.equals(before)) {
			store(ward, before, after, actor);
		}
	}

	/**
	 * Puts the rules back that were in force before a version; the defaults before the
	 * first.
	 * @param version the version to take back, which must be the one in force
	 */
	public void undo(WardCode ward, int version, Actor actor) {
		refuseOthers(ward, actor);
		CalendarSettings present = this.calendar.of(ward).settings();
		if (version != present.version() || version == 0) {
			throw stale();
		}
		store(ward, present, this.calendar.settings(ward, version - 1), actor);
	}

	/**
	 * Gives one period days of its own.
	 * @param version that of the days it has already, or {@code null} if they are by rule
	 */
	public void setDates(WardCode ward, YearPeriod of, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn,
			@Nullable Integer version, Actor actor) {
		refuseOthers(ward, actor);
		List<FieldProblem> problems = new ArrayList<>();
		refuseOutside(of, "opensOn", opensOn, problems);
		refuseOutside(of, "closesOn", closesOn, problems);
		if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
			problems.add(new FieldProblem("closesOn", Problem.error("calendar-closes-before", DAY.format(opensOn))));
		}
		refuse(problems);
		PeriodDates before = this.calendar.of(ward).dates(of);
		int stored = (version != null) ? this.jdbc.sql("""
				update calendar_dates set opens_on = :opens, closes_on = :closes, changed_by = :by, changed_at = :at,
				                          version = version + 1
				where ward_code = :ward and year = :year and period = :period and version = :version
				""")
			.param("opens", opensOn)
			.param("closes", closesOn)
			.param("by", actor.username())
			.param("at", now())
			.param("ward", ward.value())
			.param("year", of.year())
			.param("period", of.period().name())
			.param("version", version)
			.update()
				: this.jdbc
					.sql("""
							insert into calendar_dates (ward_code, year, period, opens_on, closes_on, changed_by, changed_at)
							values (:ward, :year, :period, :opens, :closes, :by, :at)
							on conflict do nothing
							""")
					.param("ward", ward.value())
					.param("year", of.year())
					.param("period", of.period().name())
					.param("opens", opensOn)
					.param("closes", closesOn)
					.param("by", actor.username())
					.param("at", now())
					.update();
		if (stored == 0) {
			throw stale();
		}
		this.events.publishEvent(new DatesSet(actor.username(), ward, of, before, this.calendar.of(ward).dates(of)));
	}

	/**
	 * Takes a period's own days back: those by rule hold again.
	 */
	public void restoreDates(WardCode ward, YearPeriod of, int version, Actor actor) {
		refuseOthers(ward, actor);
		PeriodDates before = this.calendar.of(ward).dates(of);
		int removed = this.jdbc
			.sql("delete from calendar_dates where ward_code = ? and year = ? and period = ? and version = ?")
			.params(ward.value(), of.year(), of.period().name(), version)
			.update();
		if (removed == 0) {
			throw stale();
		}
		this.events
			.publishEvent(new DatesRestored(actor.username(), ward, of, before, this.calendar.of(ward).dates(of)));
	}

	/**
	 * Gives a lead unit more time; in place of what it was given before.
	 */
	public void extend(WardCode ward, YearPeriod of, @Nullable String leadUnit, @Nullable LocalDate until,
			@Nullable String reason, Actor actor) {
		refuseOthers(ward, actor);
		WardCalendar before = this.calendar.of(ward);
		String why = (reason != null) ? reason.strip() : "";
		List<FieldProblem> problems = new ArrayList<>();
		if (leadUnit == null || leadUnit.isBlank()) {
			problems.add(required("leadUnit"));
		}
		else if (!isLeadUnit(ward, leadUnit)) {
			problems.add(new FieldProblem("leadUnit", Problem.error("lead-unit-unknown", leadUnit)));
		}
		refuseOutside(of, "until", until, problems);
		LocalDate sendBy = before.dates(of).sendBy();
		if (until != null && !until.isAfter(sendBy)) {
			problems.add(new FieldProblem("until", Problem.error("calendar-extension-early", DAY.format(sendBy))));
		}
		if (why.isEmpty()) {
			problems.add(required("reason"));
		}
		else if (why.length() > LONGEST_REASON) {
			problems.add(new FieldProblem("reason", Problem.error("too-long", String.valueOf(LONGEST_REASON))));
		}
		refuse(problems);
		Optional<Extension> earlier = before.extensions()
			.stream()
			.filter((one) -> one.of().equals(of) && one.leadUnit().equals(leadUnit))
			.findFirst();
		earlier.ifPresent((one) -> end(ward, one, actor));
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
				.param("reason", why)
				.param("by", actor.username())
				.param("at", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody else gave the same unit time a moment ago.
			throw stale();
		}
		this.events.publishEvent(new ExtensionGranted(actor.username(), ward, of, Objects.requireNonNull(leadUnit),
				earlier.map(Extension::until).orElse(sendBy), Objects.requireNonNull(until), why));
	}

	/**
	 * Takes an extension back.
	 */
	public void revokeExtension(WardCode ward, long id, Actor actor) {
		refuseOthers(ward, actor);
		WardCalendar before = this.calendar.of(ward);
		Extension extension = before.extensions()
			.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> stale());
		end(ward, extension, actor);
		this.events.publishEvent(new ExtensionRevoked(actor.username(), ward, extension.of(), extension.leadUnit(),
				extension.until(), before.dates(extension.of()).sendBy()));
	}

	private void end(WardCode ward, Extension extension, Actor actor) {
		int ended = this.jdbc.sql("""
				update calendar_extension set revoked_by = ?, revoked_at = ?
				where id = ? and ward_code = ? and revoked_at is null
				""").params(actor.username(), now(), extension.id(), ward.value()).update();
		if (ended == 0) {
			throw stale();
		}
	}

	private void store(WardCode ward, CalendarSettings before, CalendarSettings after, Actor actor) {
		try {
			this.jdbc.sql("""
					insert into calendar_setting (ward_code, version, periods, opens_day, closes_day, final_opens,
					    final_closes, days_to_send, remind_days, enforced, changed_by, changed_at)
					values (:ward, :version, :periods, :opens, :closes, :finalOpens, :finalCloses, :send, :remind,
					        :enforced, :by, :at)
					""")
				.param("ward", ward.value())
				.param("version", before.version() + 1)
				.param("periods", after.periods().stream().sorted().map(Enum::name).toArray(String[]::new))
				.param("opens", after.opensDay())
				.param("closes", after.closesDay())
				.param("finalOpens", MONTH_DAY.format(after.finalOpens()))
				.param("finalCloses", MONTH_DAY.format(after.finalCloses()))
				.param("send", after.daysToSend())
				.param("remind", after.remindDays())
				.param("enforced", after.enforced())
				.param("by", actor.username())
				.param("at", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody else changed the same version a moment ago.
			throw stale();
		}
		this.events.publishEvent(new SettingsChanged(actor.username(), ward, before, after));
	}

	private static CalendarSettings checked(SettingsDraft draft) {
		List<FieldProblem> problems = new ArrayList<>();
		if (draft.periods().isEmpty()) {
			problems.add(new FieldProblem("periods", Problem.error("calendar-no-period")));
		}
		int opens = within("opensDay", draft.opensDay(), 1, LONGEST_MONTH, problems);
		int closes = within("closesDay", draft.closesDay(), 1, LONGEST_MONTH, problems);
		if (problems.isEmpty() && closes < opens) {
			problems.add(new FieldProblem("closesDay", Problem.error("calendar-day-before", String.valueOf(opens))));
		}
		MonthDay finalOpens = draft.finalOpens();
		MonthDay finalCloses = draft.finalCloses();
		if (finalOpens == null) {
			problems.add(new FieldProblem("finalOpens", Problem.error("calendar-month-day")));
		}
		if (finalCloses == null) {
			problems.add(new FieldProblem("finalCloses", Problem.error("calendar-month-day")));
		}
		if (finalOpens != null && finalCloses != null && finalCloses.isBefore(finalOpens)) {
			problems.add(new FieldProblem("finalCloses", Problem.error("calendar-final-before")));
		}
		int send = within("daysToSend", draft.daysToSend(), 0, MOST_DAYS, problems);
		int remind = within("remindDays", draft.remindDays(), 0, MOST_DAYS, problems);
		refuse(problems);
		if (finalOpens == null || finalCloses == null) {
			throw new IllegalStateException("A day is missing without a problem");
		}
		return new CalendarSettings(draft.periods(), opens, closes, finalOpens, finalCloses, send, remind,
				draft.enforced(), draft.version());
	}

	private static int within(String field, @Nullable Integer value, int least, int most, List<FieldProblem> problems) {
		if (value == null || value < least || value > most) {
			problems.add(new FieldProblem(field,
					Problem.error("calendar-number", String.valueOf(least), String.valueOf(most))));
			return least;
		}
		return value;
	}

	/**
	 * Days of a year's period lie in that year or the next.
	 */
	private static void refuseOutside(YearPeriod of, String field, @Nullable LocalDate day,
			List<FieldProblem> problems) {
		if (day == null) {
			problems.add(new FieldProblem(field, Problem.error("calendar-date")));
		}
		else if (day.getYear() < of.year() || day.getYear() > of.year() + 1) {
			problems.add(new FieldProblem(field,
					Problem.error("calendar-date-outside", String.valueOf(of.year()), String.valueOf(of.year() + 1))));
		}
	}

	private boolean isLeadUnit(WardCode ward, String code) {
		return this.jdbc.sql("select count(*) from lead_unit where ward_code = ? and code = ?")
			.params(ward.value(), code)
			.query(Integer.class)
			.single() > 0;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static FieldProblem required(String field) {
		return new FieldProblem(field, Problem.error("required"));
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
	}

	private static void refuseOthers(WardCode ward, Actor actor) {
		if (!actor.mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "calendar.administer");
		}
	}

	private static RefusedException stale() {
		return new RefusedException(Kind.STALE, "calendar.stale");
	}

}
