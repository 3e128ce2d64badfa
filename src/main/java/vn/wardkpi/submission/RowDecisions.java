package vn.wardkpi.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What reviewers decided on the rows of forms, each with what stood in the row then.
 */
@Repository
public class RowDecisions {

	private static final String ADD = """
			insert into submission_row (submission_id, indicator_id, decision, comment, decided_by, decided_at,
			    version, value, numerator, denominator, achieved, note, cause, remedy, no_data_reason)
			select s.id, d.indicator_id, :decision, d.comment, :by, :at, coalesce(a.version, 0), a.value,
			       a.numerator, a.denominator, a.achieved, a.note, a.cause, a.remedy, a.no_data_reason
			from submission s
			cross join unnest(cast(:ids as bigint[]), cast(:comments as text[])) as d (indicator_id, comment)
			left join actual_row a on a.indicator_id = d.indicator_id and a.year = s.year and a.period = s.period
			where s.id = :submission
			on conflict (submission_id, indicator_id) do update set
			    decision = excluded.decision, comment = excluded.comment, decided_by = excluded.decided_by,
			    decided_at = excluded.decided_at, version = excluded.version, value = excluded.value,
			    numerator = excluded.numerator, denominator = excluded.denominator, achieved = excluded.achieved,
			    note = excluded.note, cause = excluded.cause, remedy = excluded.remedy,
			    no_data_reason = excluded.no_data_reason
			""";

	private final JdbcClient jdbc;

	RowDecisions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param comments what is to be corrected, by indicator
	 */
	public void returnToUnit(long submissionId, Map<Long, String> comments, String by, Instant at) {
		List<Long> ids = List.copyOf(comments.keySet());
		add(submissionId, RowDecision.Kind.RETURNED, ids, ids.stream().map(comments::get).toArray(String[]::new), by,
				at);
	}

	public void approve(long submissionId, Collection<Long> indicatorIds, String by, Instant at) {
		add(submissionId, RowDecision.Kind.APPROVED, indicatorIds, new String[indicatorIds.size()], by, at);
	}

	private void add(long submissionId, RowDecision.Kind decision, Collection<Long> indicatorIds, String[] comments,
			String by, Instant at) {
		if (indicatorIds.isEmpty()) {
			return;
		}
		this.jdbc.sql(ADD)
			.param("submission", submissionId)
			.param("decision", decision.name())
			.param("ids", indicatorIds.toArray(Long[]::new))
			.param("comments", comments)
			.param("by", by)
			.param("at", Timestamp.from(at))
			.update();
	}

	/** What went back before is decided anew; what is in force stays so. */
	public void forgetReturned(long submissionId) {
		this.jdbc.sql("delete from submission_row where submission_id = ? and decision = 'RETURNED'")
			.param(submissionId)
			.update();
	}

	/** The round is over. */
	public void forget(long submissionId) {
		this.jdbc.sql("delete from submission_row where submission_id = ?").param(submissionId).update();
	}

}
