package vn.wardkpi.ward;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Creates, renames, merges and ends a ward's lead units. Every method refuses others than
 * the ward's administrators (FORBIDDEN), units the ward does not have (NOT_FOUND), what a
 * unit that is gone cannot do (CONFLICT), and what cannot be (INVALID, with every field
 * that is wrong).
 */
@Service
@Transactional
public class LeadUnitChanges {

	private static final LocalDate EARLIEST = LocalDate.of(1945, 9, 2);

	private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

	private final LeadUnits units;

	private final ObjectProvider<LeadUnitUse> uses;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LeadUnitChanges(LeadUnits units, ObjectProvider<LeadUnitUse> uses, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.units = units;
		this.uses = uses;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param code {@code null} for one made of the name
	 * @param from the first day; {@code null} where it was always there
	 * @return the unit's code
	 */
	public String create(WardCode ward, @Nullable String code, @Nullable String name, @Nullable LocalDate from,
			Actor actor) {
		refuseOthers(ward, actor);
		List<FieldProblem> problems = new ArrayList<>();
		String wanted = name(name, problems);
		day("from", from, false, problems);
		String key = (code != null && !code.isBlank()) ? code.strip() : codeOf(wanted);
		if (problems.isEmpty() && !key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
			problems.add(new FieldProblem((code != null && !code.isBlank()) ? "code" : "name",
					Problem.error("lead-unit-code")));
		}
		FreeText.NAME.problemAt("code", key).ifPresent(problems::add);
		if (problems.isEmpty()) {
			Optional.ofNullable(this.units.addressed(ward).get(key))
				.or(() -> this.units.findByWardCodeAndCode(ward, key))
				.ifPresent((there) -> problems
					.add(new FieldProblem("name", Problem.error("lead-unit-taken", there.name(), there.code()))));
		}
		refuse(problems);
		this.units.save(new LeadUnit(ward, key, wanted).beginningOn(from));
		this.units.flush();
		this.events.publishEvent(new LeadUnitEvent.Created(actor.username(), ward, key, wanted));
		return key;
	}

	/**
	 * Gives a unit another name from a day on; figures and decisions of before keep the
	 * name of their time.
	 * @param from {@code null} for today
	 */
	public void rename(WardCode ward, String code, @Nullable String name, @Nullable LocalDate from, Actor actor) {
		LeadUnit unit = requireOpen(ward, code, actor);
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = (from != null) ? from : today;
		List<FieldProblem> problems = new ArrayList<>();
		String wanted = name(name, problems);
		day("from", day, true, problems);
		refuse(problems);
		String before = called(unit, day);
		if (before.equals(wanted)) {
			return;
		}
		this.jdbc.sql("""
				insert into lead_unit_name (lead_unit_id, name, valid_from, recorded_at, recorded_by)
				values (?, ?, ?, ?, ?)
				""").params(unit.id(), wanted, day, Timestamp.from(this.clock.instant()), actor.username()).update();
		if (!day.isAfter(today)) {
			unit.renamed(called(unit, today));
			this.units.flush();
		}
		this.events.publishEvent(new LeadUnitEvent.Renamed(actor.username(), ward, code, before, wanted, day));
	}

	/**
	 * Merges a unit into another from a day on: its indicators, open forms and accounts
	 * go over on that day, at once where it is no later than today. What was approved
	 * stays under the name it had.
	 * @param into code of the unit that answers from then on
	 */
	public void merge(WardCode ward, String code, @Nullable String into, @Nullable LocalDate from, Actor actor) {
		LeadUnit unit = requireOpen(ward, code, actor);
		List<FieldProblem> problems = new ArrayList<>();
		LeadUnit successor = (into != null) ? this.units.findByWardCodeAndCode(ward, into.strip()).orElse(null) : null;
		if (into == null || into.isBlank()) {
			problems.add(new FieldProblem("into", Problem.error("required")));
		}
		else if (successor == null) {
			problems.add(new FieldProblem("into", Problem.error("lead-unit-unknown", into)));
		}
		else if (successor.code().equals(code)) {
			problems.add(new FieldProblem("into", Problem.error("lead-unit-itself")));
		}
		else if (successor.endsOn() != null) {
			problems.add(new FieldProblem("into", Problem.error("lead-unit-gone", successor.name())));
		}
		day("from", from, true, problems);
		refuse(problems);
		if (successor == null || from == null) {
			throw new IllegalStateException("What is missing was refused");
		}
		unit.mergeInto(successor, from);
		this.units.flush();
		this.events
			.publishEvent(new LeadUnitEvent.Merged(actor.username(), ward, code, unit.name(), successor.name(), from));
		if (!from.isAfter(LocalDate.now(this.clock))) {
			handOver(unit, successor);
		}
	}

	/**
	 * Ends a unit that answers for nothing any more.
	 * @param from the first day without it
	 */
	public void end(WardCode ward, String code, @Nullable LocalDate from, Actor actor) {
		LeadUnit unit = requireOpen(ward, code, actor);
		List<FieldProblem> problems = new ArrayList<>();
		day("endsOn", from, true, problems);
		refuse(problems);
		int indicators = LeadUnitUse.ofAll(this.uses, ward).getOrDefault(unit.id(), 0);
		if (indicators > 0) {
			throw new RefusedException(Kind.CONFLICT, "lead-unit.in-use", unit.name(), String.valueOf(indicators));
		}
		if (from == null) {
			throw new IllegalStateException("What is missing was refused");
		}
		unit.end(from);
		this.units.flush();
		this.events.publishEvent(new LeadUnitEvent.Ended(actor.username(), ward, code, unit.name(), from));
	}

	/**
	 * Takes the end of a unit back.
	 */
	public void reopen(WardCode ward, String code, Actor actor) {
		LeadUnit unit = require(ward, code, actor);
		LocalDate before = unit.endsOn();
		if (unit.mergedInto() != null) {
			throw gone(unit);
		}
		if (before != null) {
			unit.reopen();
			this.units.flush();
			this.events.publishEvent(new LeadUnitEvent.Reopened(actor.username(), ward, code, unit.name(), before));
		}
	}

	/**
	 * Does what was decided for a day that has come.
	 */
	@Scheduled(cron = "${ward-kpi.lead-units.cron}", zone = "${ward-kpi.time-zone}")
	public void carryOut() {
		LocalDate today = LocalDate.now(this.clock);
		this.jdbc.sql("""
				update lead_unit u
				set first_name = coalesce(u.first_name, u.name), name = l.name, version = u.version + 1
				from lead_unit_on(?) l
				where l.id = u.id and l.name <> u.name
				""").param(today).update();
		for (LeadUnit unit : this.units.toHandOver(today)) {
			LeadUnit successor = unit.mergedInto();
			if (successor != null) {
				handOver(unit, successor.successor());
			}
		}
	}

	private void handOver(LeadUnit unit, LeadUnit successor) {
		LocalDate day = unit.endsOn();
		if (day == null) {
			throw new IllegalStateException("A merged unit has its day");
		}
		unit.handOver();
		this.units.flush();
		this.events.publishEvent(new LeadUnitHandedOver(unit.wardCode(), unit.row(), successor.row(), day));
	}

	private String called(LeadUnit unit, LocalDate day) {
		this.units.flush();
		return this.jdbc.sql("select name from lead_unit_on(?) where id = ?")
			.params(day, unit.id())
			.query(String.class)
			.single();
	}

	private LeadUnit requireOpen(WardCode ward, String code, Actor actor) {
		LeadUnit unit = require(ward, code, actor);
		if (unit.endsOn() != null) {
			throw gone(unit);
		}
		return unit;
	}

	private LeadUnit require(WardCode ward, String code, Actor actor) {
		refuseOthers(ward, actor);
		return this.units.findByWardCodeAndCode(ward, code).orElseThrow(() -> LeadUnitCatalog.unknown(code));
	}

	private static RefusedException gone(LeadUnit unit) {
		return new RefusedException(Kind.CONFLICT, "lead-unit.gone", unit.name());
	}

	private static String name(@Nullable String typed, List<FieldProblem> problems) {
		String name = (typed != null) ? typed.strip().replaceAll("\\s+", " ") : "";
		if (name.isEmpty()) {
			problems.add(new FieldProblem("name", Problem.error("required")));
		}
		FreeText.NAME.problemAt("name", name).ifPresent(problems::add);
		return name;
	}

	private static String codeOf(String name) {
		try {
			return LeadUnitCode.of(name);
		}
		catch (IllegalArgumentException ex) {
			// Neither letter nor digit, as its author is told.
			return "";
		}
	}

	private static void day(String field, @Nullable LocalDate day, boolean required, List<FieldProblem> problems) {
		if (day == null && required) {
			problems.add(new FieldProblem(field, Problem.error("required")));
		}
		if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
			problems.add(new FieldProblem(field, Problem.error("lead-unit-day")));
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
	}

	private static void refuseOthers(WardCode ward, Actor actor) {
		if (!actor.mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "lead-unit.administer");
		}
	}

}
