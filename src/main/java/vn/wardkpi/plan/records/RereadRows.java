package vn.wardkpi.plan.records;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.attainment.Issuer;

/**
 * The stored rows of a plan whose annex is read again. Those of targets that stand in no
 * annex stay.
 */
public class RereadRows {

	/**
	 * What an annex says of a plan, and its rows so that they may change places, but for
	 * those kept that no annex has.
	 */
	private static final List<String> CLEARED = List.of(
			"delete from target t using target_decision d where d.id = t.decision_id and d.plan_id = :plan"
					+ " and not t.indicator_id in (:kept)",
			"delete from target_decision d where d.plan_id = :plan"
					+ " and not exists (select from target t where t.decision_id = d.id)",
			"delete from indicator_change c using indicator i where i.id = c.indicator_id and i.plan_id = :plan"
					+ " and not i.id in (:kept)",
			"delete from indicator_lead_unit u using indicator i where i.id = u.indicator_id and i.plan_id = :plan"
					+ " and not i.id in (:kept)",
			"update indicator set role = 'COUNTED', decisive = false, parent_id = null where plan_id = :plan"
					+ " and not id in (:kept)");

	/** The targets in force of rows kept become those of the issuer's new decision. */
	private static final List<String> MOVED = List.of("""
			update target set decision_id = :decision where id in (
			    select distinct on (t.indicator_id, t.year) t.id
			    from target t join target_decision d on d.id = t.decision_id
			    where d.plan_id = :plan and d.issuer = :issuer and d.id < :first and t.indicator_id in (:kept)
			    order by t.indicator_id, t.year, d.effective_date desc, d.id desc)
			""",
			"delete from target t using target_decision d where d.id = t.decision_id and d.plan_id = :plan"
					+ " and d.issuer = :issuer and d.id < :first",
			"delete from target_decision where plan_id = :plan and issuer = :issuer and id < :first");

	private final JdbcClient jdbc;

	private final long planId;

	private final List<Long> kept;

	/**
	 * @param kept ids of the indicators that no annex has, at least one number
	 */
	public RereadRows(JdbcClient jdbc, long planId, List<Long> kept) {
		this.jdbc = jdbc;
		this.planId = planId;
		this.kept = List.copyOf(kept);
	}

	/** Takes away what the annex said. */
	public void clear() {
		CLEARED.forEach((rows) -> this.jdbc.sql(rows).param("plan", this.planId).param("kept", this.kept).update());
	}

	/**
	 * Gives the targets in force of the indicators kept to the decision that now stands
	 * for their issuer, and takes the earlier ones away.
	 * @param first the first decision of this reading; earlier ones are older
	 */
	public void move(long decisionId, Issuer issuer, long first) {
		MOVED.forEach((rows) -> this.jdbc.sql(rows)
			.param("plan", this.planId)
			.param("decision", decisionId)
			.param("issuer", issuer.name())
			.param("first", first)
			.param("kept", this.kept)
			.update());
	}

}
