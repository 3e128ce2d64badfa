package vn.wardkpi.submission;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.unit.IndicatorsMoved;

/**
 * Takes single rows from one lead unit's forms to another's. What was approved stays so.
 * Where the form that a row comes from is still on its way, the other unit's form of that
 * period is open again if it was sent or approved without it, and what was said of the
 * row goes along.
 */
@Component
class RowHandOver {

	private static final String OPEN = """
			mine.plan_id = :plan and mine.lead_unit_id = :from and mine.status <> 'APPROVED'""";

	private static final String SAME = """
			theirs.lead_unit_id = :into and theirs.plan_id = mine.plan_id and theirs.year = mine.year
			and theirs.period = mine.period""";

	private final FormHandOver forms;

	private final JdbcClient jdbc;

	RowHandOver(FormHandOver forms, JdbcClient jdbc) {
		this.forms = forms;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(IndicatorsMoved event) {
		if (isLeftWithNothing(event)) {
			this.forms.handOver(event.from(), event.into(), event.planId());
			return;
		}
		Map<String, Object> move = Map.of("plan", event.planId(), "from", event.from().id(), "into", event.into().id(),
				"name", event.from().name(), "indicators", event.indicators());
		update("""
				update submission theirs
				set status = 'DRAFT', comment = :name, version = theirs.version + 1
				from submission mine
				where %s and %s and theirs.status in ('APPROVED', 'SUBMITTED')
				""".formatted(OPEN, SAME), move);
		// What stood approved on the other's forms counts for a unit that answers for
		// nothing else.
		update("""
				insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at,
				                        reviewed_by, reviewed_at, comment)
				select mine.plan_id, mine.year, mine.period, :into, mine.status, mine.submitted_by, mine.submitted_at,
				       mine.reviewed_by, mine.reviewed_at, mine.comment
				from submission mine
				where mine.plan_id = :plan and mine.lead_unit_id = :from and mine.status = 'APPROVED'
				  and not exists (select from indicator_answering_unit a
				                  where a.plan_id = :plan and a.lead_unit_id = :into and a.role <> 'GROUP'
				                    and a.indicator_id not in (:indicators) and a.owner_id not in (:indicators))
				on conflict (plan_id, year, period, lead_unit_id) do nothing
				""", move);
		update("""
				insert into submission (plan_id, year, period, lead_unit_id, status, comment)
				select mine.plan_id, mine.year, mine.period, :into, 'DRAFT', mine.comment
				from submission mine
				where %s
				  and exists (select from submission_row r
				              where r.submission_id = mine.id and r.indicator_id in (:indicators))
				on conflict (plan_id, year, period, lead_unit_id) do nothing
				""".formatted(OPEN), move);
		update("""
				update submission_row r
				set submission_id = theirs.id
				from submission theirs, submission mine
				where %s and %s and r.submission_id = mine.id and r.indicator_id in (:indicators)
				""".formatted(OPEN, SAME), move);
	}

	private boolean isLeftWithNothing(IndicatorsMoved event) {
		return this.jdbc.sql("""
				select not exists (select from indicator_answering_unit a
				                   where a.plan_id = ? and a.lead_unit_id = ? and a.role <> 'GROUP')
				""").params(event.planId(), event.from().id()).query(Boolean.class).single();
	}

	private void update(String sql, Map<String, Object> move) {
		this.jdbc.sql(sql).params(move).update();
	}

}
