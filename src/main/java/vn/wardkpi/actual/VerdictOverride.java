package vn.wardkpi.actual;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A reviewer's verdict in place of the computed one, which stays visible beside it. Never
 * changed: it is revoked, and another is made.
 */
@Entity
public class VerdictOverride {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long indicatorId;

	private int year;

	@Enumerated(EnumType.STRING)
	private Issuer issuer;

	@Enumerated(EnumType.STRING)
	private Verdict verdict;

	private String reason;

	private @Nullable String reference;

	private String createdBy;

	private Instant createdAt;

	private @Nullable String revokedBy;

	private @Nullable Instant revokedAt;

	private @Nullable String revokeReason;

	public VerdictOverride(long indicatorId, int year, Issuer issuer, Verdict verdict, String reason,
			@Nullable String reference, String createdBy, Instant createdAt) {
		this.indicatorId = indicatorId;
		this.year = year;
		this.issuer = issuer;
		this.verdict = verdict;
		this.reason = reason;
		this.reference = reference;
		this.createdBy = createdBy;
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected VerdictOverride() {
	}

	/**
	 * @param why {@code null} where another takes its place
	 */
	public void revoke(@Nullable String why, String by, Instant at) {
		if (this.revokedAt != null) {
			throw new RefusedException(Kind.CONFLICT, "override.revoked");
		}
		this.revokedBy = by;
		this.revokedAt = at;
		this.revokeReason = why;
	}

	public Verdict verdict() {
		return this.verdict;
	}

}
