package vn.wardkpi.plan.decision;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * By which it is known whether a plan is still what a page showed of it. Who adopts or
 * replaces a plan decides about all of it, so another person's change must not slip in.
 */
@Component
public class PlanMarks {

	private final JdbcClient jdbc;

	PlanMarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Changes with the plan's state, its rows, their lead units and their targets.
	 */
	public String of(long planId) {
		return this.jdbc.sql("""
				select md5(concat_ws('|', p.status, p.title,
				    (select string_agg(i::text, '|' order by i.id) from indicator i where i.plan_id = p.id),
				    (select string_agg(u::text, '|' order by u::text) from indicator_lead_unit u
				       join indicator i on i.id = u.indicator_id where i.plan_id = p.id),
				    (select string_agg(t::text, '|' order by t.id) from target t
				       join target_decision d on d.id = t.decision_id where d.plan_id = p.id)))
				from plan p where p.id = ?
				""").param(planId).query(String.class).optional().orElse("");
	}

	/**
	 * Takes a step in one transaction with the look at what is there now.
	 * @param seen the mark of what the person saw; {@code null} for a program, which
	 * looked at nothing
	 * @throws RefusedException CONFLICT if the plan is another one now
	 */
	@Transactional
	public <T> T asSeen(long planId, @Nullable String seen, Supplier<T> step) {
		if (seen != null && lock(planId) && !seen.equals(of(planId))) {
			throw new RefusedException(Kind.CONFLICT, "plan.changed-meanwhile");
		}
		return step.get();
	}

	/** Whoever comes second waits here and then sees what the first one did. */
	private boolean lock(long planId) {
		return this.jdbc.sql("select id from plan where id = ? for update")
			.param(planId)
			.query(Long.class)
			.optional()
			.isPresent();
	}

}
