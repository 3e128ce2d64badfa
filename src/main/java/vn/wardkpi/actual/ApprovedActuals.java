package vn.wardkpi.actual;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * What was approved, as it was approved. Rows are only ever added.
 */
public interface ApprovedActuals extends Repository<ApprovedActual, Long> {

	List<ApprovedActual> saveAll(Iterable<ApprovedActual> approved);

	/**
	 * Puts the stored figures of one year and reporting period in force. One statement,
	 * whatever their number.
	 */
	default void add(Collection<Long> indicatorIds, int year, ReportingPeriod period, String approvedBy,
			Instant approvedAt) {
		if (!indicatorIds.isEmpty()) {
			approve(indicatorIds, year, period.name(), approvedBy, approvedAt);
		}
	}

	@Modifying
	@Query(value = """
			insert into approved_actual (actual_id, indicator_id, year, period, value, numerator, denominator,
			    achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, approved_by, approved_at)
			select id, indicator_id, year, period, value, numerator, denominator,
			       achieved, note, cause, remedy, no_data_reason, entered_by, entered_at, :by, :at
			from actual where indicator_id in (:ids) and year = :year and period = :period
			""", nativeQuery = true)
	void approve(Collection<Long> ids, int year, String period, String by, Instant at);

	/**
	 * What is in force for a cell, as everybody may see it.
	 * @param no number of the indicator
	 */
	default Optional<StoredActual> latest(long indicatorId, String no, int year, ReportingPeriod period) {
		return findLatest(indicatorId, year, period.name()).map((approved) -> approved.stored(no));
	}

	@Query(value = """
			select * from approved_actual_latest
			where indicator_id = :indicatorId and year = :year and period = :period
			""", nativeQuery = true)
	Optional<ApprovedActual> findLatest(long indicatorId, int year, String period);

}
