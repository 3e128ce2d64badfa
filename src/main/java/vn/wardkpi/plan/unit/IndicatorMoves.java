package vn.wardkpi.plan.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.unit.IndicatorMove.Row;
import vn.wardkpi.plan.unit.PlannedMoves.ToCome;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnitRow;
import vn.wardkpi.ward.LeadUnits;

/**
 * Single indicators go over from one lead unit to another from a day on; figures and
 * pages of before keep the unit of their time.
 */
@Service
@Transactional
public class IndicatorMoves {

	private static final LocalDate EARLIEST = LocalDate.of(1945, 9, 2);

	private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

	private final MovableRows movable;

	private final PlannedMoves moves;

	private final UnitPlaces places;

	private final LeadUnits units;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	IndicatorMoves(MovableRows movable, PlannedMoves moves, UnitPlaces places, LeadUnits units, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.movable = movable;
		this.moves = moves;
		this.places = places;
		this.units = units;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives the unit's place at the indicators to another unit, at once where the day is
	 * no later than today. A move of a day to come that is on record gives way.
	 * @param seen version of the unit's rows that was seen
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, STALE, or INVALID with the fields
	 * that are wrong
	 */
	public void move(WardCode ward, String unit, IndicatorMove move, @Nullable String seen, Actor actor) {
		MovableRows.refuseOthers(ward, actor);
		LeadUnit from = require(ward, unit);
		hold(move.rows());
		refuseStale(ward, unit, seen, actor);
		Planned planned = planned(ward, from, move, actor);
		Map<Row, Long> ids = ids(planned.rows());
		refuseEarlier(ids.values(), planned.day());
		List<Long> chosen = List.copyOf(ids.values());
		boolean now = !planned.day().isAfter(LocalDate.now(this.clock));
		this.moves.add(chosen, from.id(), planned.into().id(), planned.day(), now, actor.username());
		this.events.publishEvent(new MoveRecorded(actor.username(), ward, row(from), row(planned.into()), planned.day(),
				planned.rows(), false));
		if (now) {
			carryOut(chosen, row(from), row(planned.into()), planned.day());
		}
	}

	/**
	 * Refuses what {@link #move} would; stores nothing.
	 */
	@Transactional(readOnly = true)
	public void check(WardCode ward, String unit, IndicatorMove move, @Nullable String seen, Actor actor) {
		MovableRows.refuseOthers(ward, actor);
		LeadUnit from = require(ward, unit);
		refuseStale(ward, unit, seen, actor);
		Planned planned = planned(ward, from, move, actor);
		refuseEarlier(ids(planned.rows()).values(), planned.day());
	}

	/**
	 * Takes a move of a day to come back.
	 * @param seen version of the unit's rows that was seen
	 * @throws RefusedException CONFLICT if none is on record; STALE; FORBIDDEN
	 */
	public void takeBack(WardCode ward, String unit, Row row, @Nullable String seen, Actor actor) {
		MovableRows.refuseOthers(ward, actor);
		LeadUnit from = require(ward, unit);
		hold(List.of(row));
		refuseStale(ward, unit, seen, actor);
		ToCome toCome = this.moves.toCome(LATEST)
			.stream()
			.filter((one) -> one.ward().equals(ward) && one.from().id() == from.id())
			.filter((one) -> one.planId() == row.planId() && one.no().equals(row.no()))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.CONFLICT, "lead-unit.no-move", row.no()));
		this.moves.forget(List.of(toCome.indicator()), from.id());
		this.events.publishEvent(new MoveRecorded(actor.username(), ward, toCome.from(), toCome.into(), toCome.day(),
				List.of(row), true));
	}

	/**
	 * Does what was decided for a day that has come. A unit that was merged since gives
	 * or takes in the person of the one it went into.
	 */
	@Scheduled(cron = "${ward-kpi.lead-units.cron}", zone = "${ward-kpi.time-zone}")
	public void carryOut() {
		for (ToCome move : this.moves.toCome(LocalDate.now(this.clock))) {
			Map<String, LeadUnit> addressed = this.units.addressed(move.ward());
			LeadUnitRow from = Optional.ofNullable(addressed.get(move.from().code()))
				.map(IndicatorMoves::row)
				.orElse(move.from());
			LeadUnitRow into = Optional.ofNullable(addressed.get(move.into().code()))
				.map(IndicatorMoves::row)
				.orElse(move.into());
			if (this.moves.done(move) && from.id() != into.id()) {
				carryOut(List.of(move.indicator()), from, into, move.day());
			}
		}
	}

	private void carryOut(List<Long> chosen, LeadUnitRow from, LeadUnitRow into, LocalDate day) {
		// An annual plan's row that shows these figures goes with them.
		List<Long> all = this.jdbc.sql("""
				select i.id from indicator i join plan p on p.id = i.plan_id
				where i.id in (:chosen)
				   or (i.five_year_indicator_id in (:chosen) and p.status in ('DRAFT', 'ADOPTED')
				       and exists (select from indicator_lead_unit r
				                   where r.indicator_id = i.id and r.lead_unit_id = :from))
				order by i.id
				""").param("chosen", chosen).param("from", from.id()).query(Long.class).list();
		this.places.keep(all, day);
		this.places.handOver(all, from.id(), into.id());
		Map<Long, List<Long>> byPlan = this.jdbc
			.sql("select plan_id, id from indicator where id in (:chosen) order by id")
			.param("chosen", chosen)
			.query((rs, n) -> Map.entry(rs.getLong("plan_id"), rs.getLong("id")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		byPlan
			.forEach((plan, indicators) -> this.events.publishEvent(new IndicatorsMoved(plan, from, into, indicators)));
	}

	private Planned planned(WardCode ward, LeadUnit from, IndicatorMove move, Actor actor) {
		List<FieldProblem> problems = new ArrayList<>();
		String code = (move.into() != null) ? move.into().strip() : "";
		LeadUnit into = this.units.findByWardCodeOrderById(ward)
			.stream()
			.filter((unit) -> unit.code().equals(code))
			.findFirst()
			.orElse(null);
		if (code.isEmpty()) {
			problems.add(new FieldProblem("into", Problem.error("required")));
		}
		else if (into == null) {
			problems.add(new FieldProblem("into", Problem.error("lead-unit-unknown", code)));
		}
		else if (into.code().equals(from.code())) {
			problems.add(new FieldProblem("into", Problem.error("lead-unit-itself")));
		}
		LocalDate day = move.from();
		if (day == null) {
			problems.add(new FieldProblem("from", Problem.error("required")));
		}
		else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
			problems.add(new FieldProblem("from", Problem.error("lead-unit-day")));
		}
		else if (into != null && !isThere(into, day)) {
			problems.add(new FieldProblem("from", Problem.error("lead-unit-not-there", into.name())));
		}
		List<Row> rows = rows(ward, from, move.rows(), actor, problems);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new Planned(rows, Objects.requireNonNull(into), Objects.requireNonNull(day));
	}

	/** Those chosen, without rows that go with one above them. */
	private List<Row> rows(WardCode ward, LeadUnit from, List<Row> chosen, Actor actor, List<FieldProblem> problems) {
		List<MovableRow> there = this.movable.of(ward, from.code(), actor);
		List<Row> known = there.stream().map((row) -> new Row(row.planId(), row.no())).toList();
		if (chosen.isEmpty()) {
			problems.add(new FieldProblem("indicators", Problem.error("lead-unit-move-none")));
		}
		chosen.stream()
			.filter((row) -> !known.contains(row))
			.forEach((row) -> problems
				.add(new FieldProblem("indicators", Problem.error("lead-unit-move-other", row.no(), from.name()))));
		List<Row> inherited = there.stream()
			.filter(MovableRow::inherited)
			.map((row) -> new Row(row.planId(), row.no()))
			.toList();
		return chosen.stream()
			.distinct()
			.filter((row) -> !inherited.contains(row) || chosen.stream()
				.noneMatch((above) -> above.planId() == row.planId() && row.no().startsWith(above.no() + ".")))
			.toList();
	}

	private void refuseEarlier(Collection<Long> indicators, LocalDate day) {
		this.jdbc.sql("select max(until) from former_indicator_lead_unit where indicator_id in (:ids)")
			.param("ids", indicators)
			.query(LocalDate.class)
			.optional()
			.filter((last) -> last.isAfter(day))
			.ifPresent((last) -> {
				throw new RefusedException(Kind.INVALID, "input", List.of(), List
					.of(new FieldProblem("from", Problem.error("lead-unit-move-earlier", VietnameseDay.write(last)))));
			});
	}

	private Map<Row, Long> ids(List<Row> rows) {
		return rows.stream()
			.collect(Collectors.toMap((row) -> row,
					(row) -> this.jdbc.sql("select id from indicator where plan_id = ? and no = ?")
						.params(row.planId(), row.no())
						.query(Long.class)
						.single(),
					(one, other) -> one, LinkedHashMap::new));
	}

	/** Nobody else changes the plans' indicators until it is done. */
	private void hold(List<Row> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.sql("select id from plan where id in (:plans) order by id for update")
				.param("plans", rows.stream().map(Row::planId).distinct().toList())
				.query(Long.class)
				.list();
		}
	}

	private void refuseStale(WardCode ward, String unit, @Nullable String seen, Actor actor) {
		if (!MovableRows.version(this.movable.of(ward, unit, actor)).equals(seen)) {
			throw new RefusedException(Kind.STALE, "lead-unit.move-stale");
		}
	}

	private boolean isThere(LeadUnit unit, LocalDate day) {
		return this.jdbc.sql("""
				select coalesce(begins_on <= :day, true) and coalesce(ends_on > :day, true)
				from lead_unit_row where id = :id
				""").param("day", day).param("id", unit.id()).query(Boolean.class).single();
	}

	private LeadUnit require(WardCode ward, String code) {
		return this.units.findByWardCodeAndCode(ward, code)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "lead-unit.unknown", code));
	}

	private static LeadUnitRow row(LeadUnit unit) {
		return new LeadUnitRow(unit.id(), unit.code(), unit.name());
	}

	private record Planned(List<Row> rows, LeadUnit into, LocalDate day) {
	}

}
