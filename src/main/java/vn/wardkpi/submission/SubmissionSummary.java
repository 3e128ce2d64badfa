package vn.wardkpi.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;

/**
 * A form in a list.
 *
 * @param submittedBy what the person is called
 * @param reviewedBy what the person is called
 * @param unitCodes all lead units with an indicator on it, the answering one among them
 * @param annual whether the plan was made of a year of another, so that this form has the
 * rows alone that the other does not have
 * @param cells indicators that take a figure
 * @param filled those that have one, or say why they have none
 */
public record SubmissionSummary(SubmissionKey key, String planTitle, boolean annual, String unitName,
		List<String> unitCodes, SubmissionStatus status, @Nullable String submittedBy, @Nullable Instant submittedAt,
		@Nullable String reviewedBy, @Nullable Instant reviewedAt, @Nullable String comment, int cells, int filled) {

	public SubmissionSummary {
		unitCodes = List.copyOf(unitCodes);
	}

	public static SubmissionSummary of(ResultSet rs) throws SQLException {
		SubmissionKey key = new SubmissionKey(rs.getLong("plan_id"), rs.getInt("year"),
				Columns.constant(rs, "period", ReportingPeriod.class), Columns.text(rs, "code"));
		return new SubmissionSummary(key, Columns.text(rs, "title"), rs.getBoolean("annual"), Columns.text(rs, "name"),
				Columns.texts(rs, "codes"), Columns.constant(rs, "status", SubmissionStatus.class),
				rs.getString("submitter"), Columns.instantOrNull(rs, "submitted_at"), rs.getString("reviewer"),
				Columns.instantOrNull(rs, "reviewed_at"), rs.getString("comment"), rs.getInt("cells"),
				rs.getInt("filled"));
	}

}
