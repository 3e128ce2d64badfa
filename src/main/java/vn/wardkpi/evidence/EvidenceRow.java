package vn.wardkpi.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.intake.FileSize;
import vn.wardkpi.intake.content.AcceptedKind;

/**
 * A file as lists show it.
 *
 * @param active whether it may do something when it is opened, so that it is only handed
 * out for saving
 * @param bytes its size
 * @param thumbnail whether there is a small picture of it
 * @param scannedBy the virus scanner that let it pass, if there was one
 * @param addedBy what the person is called
 * @param approved whether it belongs to the approval in force
 * @param deletion {@code null} unless it is deleted
 */
public record EvidenceRow(long id, EvidenceKey key, String name, AcceptedKind kind, boolean active, long bytes,
		String sha256, boolean thumbnail, @Nullable String scannedBy, String addedBy, Instant addedAt, boolean approved,
		@Nullable Deletion deletion) {

	public boolean isDeleted() {
		return this.deletion != null;
	}

	/**
	 * Whether a browser may show it in the program's own pages.
	 */
	public boolean isShown() {
		return this.kind.isShownByBrowsers() && !this.active;
	}

	/** "340 KB" or "1,2 MB". */
	public String size() {
		return FileSize.write(this.bytes);
	}

	static EvidenceRow of(ResultSet rs) throws SQLException {
		Timestamp deletedAt = rs.getTimestamp("deleted_at");
		Deletion deletion = (deletedAt != null)
				? new Deletion(text(rs, "deleter"), deletedAt.toInstant(), text(rs, "reason")) : null;
		return new EvidenceRow(rs.getLong("id"),
				new EvidenceKey(rs.getLong("plan_id"), text(rs, "no"), rs.getInt("year"),
						ReportingPeriod.valueOf(text(rs, "period"))),
				text(rs, "name"), AcceptedKind.valueOf(text(rs, "kind")), rs.getBoolean("active"), rs.getLong("size"),
				text(rs, "sha256"), rs.getBoolean("thumbnail"), rs.getString("scanned_by"), text(rs, "adder"),
				Objects.requireNonNull(rs.getTimestamp("added_at")).toInstant(), rs.getBoolean("approved"), deletion);
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * Who took it away, when and why; it stays on record.
	 */
	public record Deletion(String by, Instant at, String reason) {
	}

}
