package vn.wardkpi.submission.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionPolicy;
import vn.wardkpi.submission.SubmissionView;

/**
 * How far a form has come.
 *
 * @param decisions of the present round, by indicator number
 */
record SubmissionProgress(SubmissionStatus status, @Nullable String submittedBy, @Nullable Instant submittedAt,
		@Nullable String reviewedBy, @Nullable Instant reviewedAt, @Nullable String comment, int version,
		Map<String, RowDecision> decisions) {

	/** Not begun. */
	static final SubmissionProgress NONE = new SubmissionProgress(SubmissionStatus.DRAFT, null, null, null, null, null,
			0, Map.of());

	static SubmissionProgress of(ResultSet rs) throws SQLException {
		return new SubmissionProgress(SubmissionStatus.valueOf(ActualColumns.text(rs, "status")),
				rs.getString("submitted_by"), instant(rs, "submitted_at"), rs.getString("reviewed_by"),
				instant(rs, "reviewed_at"), rs.getString("form_comment"), rs.getInt("version"), new HashMap<>());
	}

	void add(ResultSet rs) throws SQLException {
		String decision = rs.getString("decision");
		if (decision == null) {
			return;
		}
		ReportingPeriod period = ReportingPeriod.valueOf(ActualColumns.text(rs, "period"));
		this.decisions.put(ActualColumns.text(rs, "no"),
				new RowDecision(RowDecision.Kind.valueOf(decision), rs.getString("comment"),
						ActualColumns.text(rs, "decided_by"), ActualColumns.instant(rs, "decided_at"),
						ActualColumns.entry(rs, period, ""), rs.getInt("revision")));
	}

	SubmissionView view(SubmissionKey key, SubmissionPolicy standing, Actor actor) {
		return new SubmissionView(key.planId(), key.year(), key.period().name(), key.leadUnit(), this.status,
				this.submittedBy, this.submittedAt, this.reviewedBy, this.reviewedAt, this.comment, this.version,
				standing.may(actor), standing.lock(actor).orElse(null));
	}

	private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
		Timestamp time = rs.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
