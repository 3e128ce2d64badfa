package vn.wardkpi.actual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

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

	/**
	 * @param reference the document it rests on, if any
	 * @throws RefusedException INVALID unless it says that the target was met, exceeded
	 * or not met, and why, in texts short enough
	 */
	public VerdictOverride(long indicatorId, int year, Issuer issuer, @Nullable Verdict verdict,
			@Nullable String reason, @Nullable String reference, String createdBy, Instant createdAt) {
		List<FieldProblem> problems = new ArrayList<>();
		if (verdict != Verdict.MET && verdict != Verdict.EXCEEDED && verdict != Verdict.NOT_MET) {
			problems.add(new FieldProblem("verdict", Problem.error("required")));
		}
		if (reason == null || reason.isBlank()) {
			problems.add(new FieldProblem("reason", Problem.error("required")));
		}
		FreeText.WORDS.problemAt("reason", reason).ifPresent(problems::add);
		FreeText.WORDS.problemAt("reference", reference).ifPresent(problems::add);
		if (verdict == null || reason == null || !problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		this.indicatorId = indicatorId;
		this.year = year;
		this.issuer = issuer;
		this.verdict = verdict;
		this.reason = reason.strip();
		this.reference = (reference == null || reference.isBlank()) ? null : reference.strip();
		this.createdBy = createdBy;
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected VerdictOverride() {
	}

	/**
	 * Takes it back.
	 * @return why, as it is kept
	 * @throws RefusedException INVALID without a reason or with one too long; CONFLICT if
	 * it was revoked before
	 */
	public String revoke(@Nullable String why, String by, Instant at) {
		if (why == null || why.isBlank()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("revokeReason", Problem.error("required"))));
		}
		FreeText.WORDS.problemAt("revokeReason", why).ifPresent((problem) -> {
			throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(problem));
		});
		this.revokeReason = why.strip();
		revoked(by, at);
		return this.revokeReason;
	}

	/**
	 * Gives way to another, which says why.
	 * @throws RefusedException CONFLICT if it was revoked before
	 */
	public void giveWay(String by, Instant at) {
		revoked(by, at);
	}

	private void revoked(String by, Instant at) {
		if (this.revokedAt != null) {
			throw new RefusedException(Kind.CONFLICT, "override.revoked");
		}
		this.revokedBy = by;
		this.revokedAt = at;
	}

	public Verdict verdict() {
		return this.verdict;
	}

	public String reason() {
		return this.reason;
	}

	public @Nullable String reference() {
		return this.reference;
	}

}
