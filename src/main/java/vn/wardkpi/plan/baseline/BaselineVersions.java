package vn.wardkpi.plan.baseline;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Tells whether an indicator's baseline is still the one that somebody has seen, with all
 * that is decided of it for days to come.
 */
@Service
public class BaselineVersions {

	private final JdbcClient jdbc;

	BaselineVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A text that differs wherever the baseline does: one statement.
	 */
	public String of(long indicatorId) {
		return this.jdbc.sql("""
				select md5(concat_ws('|', i.baseline_year, i.baseline_text, i.baseline_comparable, i.baseline_origin,
				                     (select count(*) || ' ' || max(c.id) from indicator_change c
				                      where c.indicator_id = i.id and c.baseline_text is not null)))
				from indicator i
				where i.id = ?
				""").param(indicatorId).query(String.class).single();
	}

	/**
	 * @param seen what {@link #of} said to who changes it
	 * @throws RefusedException STALE if it is another one by now
	 */
	public void refuseStale(long indicatorId, @Nullable String seen) {
		if (!of(indicatorId).equals(seen)) {
			throw new RefusedException(Kind.STALE, "plan.baseline.stale");
		}
	}

}
