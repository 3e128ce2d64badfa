package vn.wardkpi.actual;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was approved, as it was approved. Rows are only ever added.
 */
@Repository
class ApprovedActuals {

	private final JdbcClient jdbc;

	ApprovedActuals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Puts the stored figures in force. One statement, whatever their number.
	 */
	void add(Collection<Long> actualIds, String approvedBy, Instant approvedAt) {
		if (actualIds.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into approved_actual (actual_id, indicator_id, year, period, value, numerator, denominator,
				    achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, approved_by, approved_at)
				select id, indicator_id, year, period, value, numerator, denominator,
				       achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, :by, :at
				from actual where id in (:ids)
				""").param("by", approvedBy).param("at", Timestamp.from(approvedAt)).param("ids", actualIds).update();
	}

}
