package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.calendar.CalendarEvent.DatesRestored;
import vn.wardkpi.calendar.CalendarEvent.DatesSet;
import vn.wardkpi.calendar.CalendarEvent.ExtensionGranted;
import vn.wardkpi.calendar.CalendarEvent.ExtensionRevoked;
import vn.wardkpi.calendar.CalendarEvent.SettingsChanged;
import vn.wardkpi.calendar.RulesInForce.Source;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;

/**
 * Changes when a ward reports. Every method refuses others than the ward's administrators
 * (FORBIDDEN), what was changed meanwhile (STALE) and what cannot be (INVALID, with every
 * field that is wrong).
 */
@Service
@Transactional
public class CalendarService {

	private final ReportingCalendar calendar;

	private final CalendarStore store;

	private final LeadUnits leadUnits;

	private final ApplicationEventPublisher events;

	CalendarService(ReportingCalendar calendar, CalendarStore store, LeadUnits leadUnits,
			ApplicationEventPublisher events) {
		this.calendar = calendar;
		this.store = store;
		this.leadUnits = leadUnits;
		this.events = events;
	}

	/**
	 * Changes a ward's rules, or those for all wards that have none of their own.
	 * @param ward {@code null} for the latter, which are for the installation's
	 * administrators
	 */
	public void change(@Nullable WardCode ward, SettingsDraft draft, Actor actor) {
		refuseOthers(ward, actor);
		CalendarSettings before = rules(ward).settings();
		CalendarSettings after = draft.checked();
		if (draft.version() != before.version()) {
			throw CalendarStore.stale();
		}
		if (!after.equals(before)) {
			store(ward, before, after, actor);
		}
	}

	/**
	 * Puts back what was chosen before a version; nothing before the first.
	 * @param ward {@code null} for the rules for all wards
	 * @param version the version to take back, which must be the one in force
	 */
	public void undo(@Nullable WardCode ward, int version, Actor actor) {
		refuseOthers(ward, actor);
		CalendarSettings present = rules(ward).settings();
		if (version != present.version() || version == 0) {
			throw CalendarStore.stale();
		}
		store(ward, present, this.calendar.chosen(ward, version - 1), actor);
	}

	/**
	 * Gives up rules of one's own: a ward follows those for all wards again, and these
	 * the program's.
	 * @param ward {@code null} for the rules for all wards
	 * @param version the version that was seen
	 */
	public void follow(@Nullable WardCode ward, int version, Actor actor) {
		refuseOthers(ward, actor);
		RulesInForce present = rules(ward);
		if (version != present.version()) {
			throw CalendarStore.stale();
		}
		if (present.source() == ((ward != null) ? Source.WARD : Source.INSTALLATION)) {
			store(ward, present.settings(), null, actor);
		}
	}

	private RulesInForce rules(@Nullable WardCode ward) {
		return (ward != null) ? this.calendar.of(ward).rules() : this.calendar.common();
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
			problems.add(new FieldProblem("closesOn",
					Problem.error("calendar-closes-before", VietnameseDay.write(opensOn))));
		}
		if (!problems.isEmpty() || opensOn == null || closesOn == null) {
			throw invalid(problems);
		}
		PeriodDates before = this.calendar.of(ward).dates(of);
		if (version != null) {
			this.store.changeDates(ward, of, opensOn, closesOn, version, actor.username());
		}
		else {
			this.store.addDates(ward, of, opensOn, closesOn, actor.username());
		}
		this.events.publishEvent(new DatesSet(actor.username(), ward, of, before, this.calendar.of(ward).dates(of)));
	}

	/**
	 * Takes a period's own days back: those by rule hold again.
	 */
	public void restoreDates(WardCode ward, YearPeriod of, int version, Actor actor) {
		refuseOthers(ward, actor);
		PeriodDates before = this.calendar.of(ward).dates(of);
		this.store.removeDates(ward, of, version);
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
		else if (!this.leadUnits.existsByWardCodeAndCode(ward, leadUnit)) {
			problems.add(new FieldProblem("leadUnit", Problem.error("lead-unit-unknown", leadUnit)));
		}
		refuseOutside(of, "until", until, problems);
		LocalDate sendBy = before.dates(of).sendBy();
		if (until != null && !until.isAfter(sendBy)) {
			problems
				.add(new FieldProblem("until", Problem.error("calendar-extension-early", VietnameseDay.write(sendBy))));
		}
		if (why.isEmpty()) {
			problems.add(required("reason"));
		}
		FreeText.WORDS.problemAt("reason", why).ifPresent(problems::add);
		if (!problems.isEmpty() || leadUnit == null || until == null) {
			throw invalid(problems);
		}
		Optional<Extension> earlier = before.extensions()
			.stream()
			.filter((one) -> one.of().equals(of) && one.leadUnit().equals(leadUnit))
			.findFirst();
		earlier.ifPresent((one) -> this.store.end(ward, one, actor.username()));
		this.store.extend(ward, of, leadUnit, until, why, actor.username());
		this.events.publishEvent(new ExtensionGranted(actor.username(), ward, of, leadUnit,
				earlier.map(Extension::until).orElse(sendBy), until, why));
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
			.orElseThrow(CalendarStore::stale);
		this.store.end(ward, extension, actor.username());
		this.events.publishEvent(new ExtensionRevoked(actor.username(), ward, extension.of(), extension.leadUnit(),
				extension.until(), before.dates(extension.of()).sendBy()));
	}

	private void store(@Nullable WardCode ward, CalendarSettings before, @Nullable CalendarSettings after,
			Actor actor) {
		this.store.add(ward, before.version(), after, actor.username());
		this.events.publishEvent(new SettingsChanged(actor.username(), ward, before, rules(ward)));
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

	private static FieldProblem required(String field) {
		return new FieldProblem(field, Problem.error("required"));
	}

	private static RefusedException invalid(List<FieldProblem> problems) {
		return new RefusedException(Kind.INVALID, "input", List.of(), problems);
	}

	/**
	 * @param ward {@code null} for the rules for all wards
	 * @throws RefusedException FORBIDDEN unless this person looks after them
	 */
	public void refuseOthers(@Nullable WardCode ward, Actor actor) {
		if ((ward != null) ? !actor.mayAdminister(ward) : !actor.mayAdministerInstallation()) {
			throw new RefusedException(Kind.FORBIDDEN, (ward != null) ? "calendar.administer" : "calendar.common");
		}
	}

}
