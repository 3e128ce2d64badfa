package vn.wardkpi.actual;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * What was approved, as it was approved. Rows are only ever added.
 */
@Repository
public class ApprovedActuals {

	private final JdbcClient jdbc;

	ApprovedActuals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Puts the stored figures of one year and reporting period in force. One statement,
	 * whatever their number.
	 */
	public void add(Collection<Long> indicatorIds, int year, ReportingPeriod period, String approvedBy,
			Instant approvedAt) {
		if (indicatorIds.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into approved_actual (actual_id, indicator_id, year, period, value, numerator, denominator,
				    achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, approved_by, approved_at)
				select id, indicator_id, year, period, value, numerator, denominator,
				       achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, :by, :at
				from actual where indicator_id in (:ids) and year = :year and period = :period
				""")
			.param("by", approvedBy)
			.param("at", Timestamp.from(approvedAt))
			.param("ids", indicatorIds)
			.param("year", year)
			.param("period", period.name())
			.update();
	}

	/**
	 * What is in force for a cell, as everybody may see it.
	 */
	public Optional<StoredActual> latest(long indicatorId, String no, int year, ReportingPeriod period) {
		return this.jdbc.sql("""
				select *, 0 as version from approved_actual_latest
				where indicator_id = ? and year = ? and period = ?
				""")
			.params(indicatorId, year, period.name())
			.query((rs, n) -> StoredActual.of(no, year, rs, ""))
			.optional();
	}

}
