package vn.wardkpi.plan.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * The moves of indicators between lead units that were decided.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlannedMoves {

	private final JdbcClient jdbc;

	private final Clock clock;

	PlannedMoves(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Puts a move on record in the place of one to come.
	 * @param now whether it is carried out at once
	 */
	void add(List<Long> indicators, long from, long into, LocalDate day, boolean now, String by) {
		forget(indicators, from);
		OffsetDateTime at = OffsetDateTime.now(this.clock);
		indicators.forEach((id) -> this.jdbc.sql("""
				insert into indicator_move (indicator_id, from_unit_id, into_unit_id, valid_from, recorded_at,
				                            recorded_by, moved_at)
				values (?, ?, ?, ?, ?, ?, case when ? then cast(? as timestamptz) end)
				""").params(id, from, into, day, at, by, now, at).update());
	}

	void forget(List<Long> indicators, long from) {
		this.jdbc.sql("""
				delete from indicator_move
				where indicator_id in (:ids) and from_unit_id = :from and moved_at is null
				""").param("ids", indicators).param("from", from).update();
	}

	/**
	 * @return whether it was still to be done; another instance may have been first
	 */
	boolean done(ToCome move) {
		return this.jdbc.sql("update indicator_move set moved_at = ? where id = ? and moved_at is null")
			.params(OffsetDateTime.now(this.clock), move.id())
			.update() == 1;
	}

	/**
	 * Those of adopted plans that were not carried out yet, of days until then.
	 */
	List<ToCome> toCome(LocalDate until) {
		return this.jdbc.sql("""
				select m.id, m.indicator_id, m.valid_from, p.ward_code, p.id as plan_id, i.no, f.id as from_id,
				       f.code as from_code, f.name as from_name, t.id as into_id, t.code as into_code,
				       t.name as into_name
				from indicator_move m
				join indicator i on i.id = m.indicator_id
				join plan p on p.id = i.plan_id and p.status = 'ADOPTED'
				join lead_unit_row f on f.id = m.from_unit_id
				join lead_unit_row t on t.id = m.into_unit_id
				where m.moved_at is null and m.valid_from <= ?
				order by m.valid_from, m.id
				""")
			.param(until)
			.query((rs, n) -> new ToCome(rs.getLong("id"), rs.getLong("indicator_id"), rs.getLong("plan_id"),
					text(rs.getString("no")), new WardCode(text(rs.getString("ward_code"))),
					new LeadUnitRow(rs.getLong("from_id"), text(rs.getString("from_code")),
							text(rs.getString("from_name"))),
					new LeadUnitRow(rs.getLong("into_id"), text(rs.getString("into_code")),
							text(rs.getString("into_name"))),
					Objects.requireNonNull(rs.getObject("valid_from", LocalDate.class))))
			.list();
	}

	private static String text(@Nullable String column) {
		return Objects.requireNonNull(column);
	}

	record ToCome(long id, long indicator, long planId, String no, WardCode ward, LeadUnitRow from, LeadUnitRow into,
			LocalDate day) {
	}

}
