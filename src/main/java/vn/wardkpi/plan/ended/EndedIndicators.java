package vn.wardkpi.plan.ended;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Lists what a plan no longer has: one SQL statement.
 */
@Component
public class EndedIndicators {

	private final JdbcClient jdbc;

	EndedIndicators(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * In the order of the annex, as they were called last.
	 */
	public List<EndedIndicator> of(long planId) {
		return this.jdbc.sql("""
				select i.no, i.name, i.unit, i.ends_on, coalesce(parent.ends_on = i.ends_on, false) as above_ended
				from indicator_on((now() at time zone 'Asia/Ho_Chi_Minh')::date) i
				left join indicator parent on parent.id = i.parent_id
				where i.plan_id = ? and i.ends_on is not null
				order by i.position
				""")
			.param(planId)
			.query((rs, n) -> new EndedIndicator(Objects.requireNonNull(rs.getString("no")),
					Objects.requireNonNull(rs.getString("name")), rs.getString("unit"),
					Objects.requireNonNull(rs.getObject("ends_on", LocalDate.class)), rs.getBoolean("above_ended")))
			.list();
	}

	/**
	 * @throws RefusedException CONFLICT if there is none of the number that ended
	 */
	public EndedIndicator require(long planId, String no) {
		return of(planId).stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.CONFLICT, "indicator.not-ended", no));
	}

}
