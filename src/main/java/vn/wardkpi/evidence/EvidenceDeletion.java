package vn.wardkpi.evidence;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A file taken away. It is undone by saying so, never by forgetting it.
 */
@Entity
class EvidenceDeletion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long fileId;

	private String deletedBy;

	private Instant deletedAt;

	private String reason;

	private @Nullable String restoredBy;

	private @Nullable Instant restoredAt;

	EvidenceDeletion(long fileId, String deletedBy, Instant deletedAt, String reason) {
		this.fileId = fileId;
		this.deletedBy = deletedBy;
		this.deletedAt = deletedAt;
		this.reason = reason;
	}

	@SuppressWarnings("NullAway.Init")
	protected EvidenceDeletion() {
	}

	void restore(String by, Instant at) {
		if (this.restoredAt != null) {
			throw new RefusedException(Kind.CONFLICT, "evidence.not-deleted");
		}
		this.restoredBy = by;
		this.restoredAt = at;
	}

}
