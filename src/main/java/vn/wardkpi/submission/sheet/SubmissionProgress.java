package vn.wardkpi.submission.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;
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
		Map<String, RowDecision> decisions, @Nullable String submittedByName, @Nullable String reviewedByName) {

	/** Not begun. */
	static final SubmissionProgress NONE = new SubmissionProgress(SubmissionStatus.DRAFT, null, null, null, null, null,
			0, Map.of(), null, null);

	static SubmissionProgress of(ResultSet rs) throws SQLException {
		return new SubmissionProgress(Columns.constant(rs, "status", SubmissionStatus.class),
				rs.getString("submitted_by"), Columns.instantOrNull(rs, "submitted_at"), rs.getString("reviewed_by"),
				Columns.instantOrNull(rs, "reviewed_at"), rs.getString("form_comment"), rs.getInt("version"),
				new HashMap<>(), rs.getString("submitted_by_name"), rs.getString("reviewed_by_name"));
	}

	void add(ResultSet rs) throws SQLException {
		String decision = rs.getString("decision");
		if (decision == null) {
			return;
		}
		ReportingPeriod period = Columns.constant(rs, "period", ReportingPeriod.class);
		this.decisions.put(Columns.text(rs, "no"),
				new RowDecision(RowDecision.Kind.valueOf(decision), rs.getString("comment"),
						Columns.text(rs, "decider"), Columns.instant(rs, "decided_at"),
						ActualColumns.entry(rs, period, ""), rs.getInt("row_version")));
	}

	SubmissionView view(SubmissionKey key, SubmissionPolicy standing, Actor actor) {
		return new SubmissionView(key.planId(), key.year(), key.period().name(), key.leadUnit(), this.status,
				this.submittedBy, this.submittedAt, this.reviewedBy, this.reviewedAt, this.comment, this.version,
				standing.may(actor), standing.lock(actor).orElse(null), this.submittedByName, this.reviewedByName);
	}

}
