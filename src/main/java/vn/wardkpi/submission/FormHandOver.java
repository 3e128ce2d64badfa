package vn.wardkpi.submission;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.ward.LeadUnitHandedOver;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Hands a lead unit's forms of drafts and adopted plans over. An approved one stays with
 * the unit that sent it, and counts for the other too where that has none. An open one
 * goes over; where the other has one already, both go on as one: open again, if it was
 * sent or approved without what comes to it.
 */
@Component
class FormHandOver {

	private static final String OF_PLAN = """
			join plan_row p on p.id = mine.plan_id and p.status in ('DRAFT', 'ADOPTED')
			  and mine.plan_id = coalesce(cast(:plan as bigint), mine.plan_id)""";

	private final JdbcClient jdbc;

	FormHandOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(LeadUnitHandedOver event) {
		handOver(event.from(), event.into(), null);
	}

	/**
	 * The same in one plan, of which the unit answers for nothing more.
	 * @param plan {@code null} for every plan
	 */
	void handOver(LeadUnitRow from, LeadUnitRow into, @Nullable Long plan) {
		Map<String, @Nullable Object> units = new HashMap<>();
		units.put("from", from.id());
		units.put("into", into.id());
		units.put("name", from.name());
		units.put("plan", plan);
		update("""
				insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at,
				                        reviewed_by, reviewed_at, comment)
				select mine.plan_id, mine.year, mine.period, :into, mine.status, mine.submitted_by, mine.submitted_at,
				       mine.reviewed_by, mine.reviewed_at, mine.comment
				from submission mine %s
				where mine.lead_unit_id = :from and mine.status = 'APPROVED'
				on conflict (plan_id, year, period, lead_unit_id) do nothing
				""".formatted(OF_PLAN), units);
		update("""
				update submission theirs
				set status = 'DRAFT', comment = :name, version = theirs.version + 1
				from submission mine %s
				where mine.lead_unit_id = :from and mine.status <> 'APPROVED'
				  and theirs.lead_unit_id = :into and theirs.plan_id = mine.plan_id and theirs.year = mine.year
				  and theirs.period = mine.period
				  and (theirs.status = 'APPROVED' or (theirs.status = 'SUBMITTED' and mine.status <> 'SUBMITTED'))
				""".formatted(OF_PLAN), units);
		update("""
				update submission_row r
				set submission_id = theirs.id
				from submission theirs, submission mine %s
				where mine.lead_unit_id = :from and mine.status <> 'APPROVED' and r.submission_id = mine.id
				  and theirs.lead_unit_id = :into and theirs.plan_id = mine.plan_id and theirs.year = mine.year
				  and theirs.period = mine.period
				""".formatted(OF_PLAN), units);
		update("""
				delete from submission gone
				using submission theirs, submission mine %s
				where gone.id = mine.id and mine.lead_unit_id = :from and mine.status <> 'APPROVED'
				  and theirs.lead_unit_id = :into and theirs.plan_id = mine.plan_id and theirs.year = mine.year
				  and theirs.period = mine.period
				""".formatted(OF_PLAN), units);
		update("""
				update submission s
				set lead_unit_id = :into, version = s.version + 1
				from submission mine %s
				where s.id = mine.id and mine.lead_unit_id = :from and mine.status <> 'APPROVED'
				""".formatted(OF_PLAN), units);
	}

	private void update(String sql, Map<String, @Nullable Object> units) {
		this.jdbc.sql(sql).params(units).update();
	}

}
