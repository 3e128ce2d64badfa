package vn.wardkpi.submission;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * One lead unit's figures of one plan, year and reporting period on their way to
 * approval. Its transitions refuse what the state does not allow.
 */
@Entity
public class Submission {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long planId;

	private int year;

	@Enumerated(EnumType.STRING)
	private ReportingPeriod period;

	private long leadUnitId;

	@Enumerated(EnumType.STRING)
	private SubmissionStatus status;

	private @Nullable String submittedBy;

	private @Nullable Instant submittedAt;

	private @Nullable String reviewedBy;

	private @Nullable Instant reviewedAt;

	private @Nullable String comment;

	@Version
	private int version;

	Submission(long planId, int year, ReportingPeriod period, long leadUnitId) {
		this.planId = planId;
		this.year = year;
		this.period = period;
		this.leadUnitId = leadUnitId;
		this.status = SubmissionStatus.DRAFT;
	}

	@SuppressWarnings("NullAway.Init")
	protected Submission() {
	}

	/**
	 * Hands the figures over for review.
	 */
	public void submit(String by, Instant at) {
		refuseUnless(SubmissionStep.SUBMIT);
		this.status = SubmissionStatus.SUBMITTED;
		this.submittedBy = by;
		this.submittedAt = at;
		this.reviewedBy = null;
		this.reviewedAt = null;
	}

	/**
	 * Puts the figures in force.
	 * @param enteredBy everybody who entered one of its figures: none of them approves
	 */
	public void approve(String reviewer, Set<String> enteredBy, Instant at) {
		refuseUnless(SubmissionStep.APPROVE);
		if (enteredBy.contains(reviewer) || reviewer.equals(this.submittedBy)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.own");
		}
		this.status = SubmissionStatus.APPROVED;
		this.comment = null;
		reviewed(reviewer, at);
	}

	/**
	 * Returns the figures to their lead unit, to be corrected.
	 * @param why for the form as a whole; its rows may have comments of their own
	 */
	public void returnToUnit(String reviewer, @Nullable String why, Instant at) {
		refuseUnless(SubmissionStep.RETURN);
		this.status = SubmissionStatus.RETURNED;
		this.comment = why;
		reviewed(reviewer, at);
	}

	/**
	 * Takes the figures back before anybody decided on them.
	 */
	public void takeBack() {
		refuseUnless(SubmissionStep.TAKE_BACK);
		this.status = SubmissionStatus.DRAFT;
	}

	/**
	 * Opens approved figures again; what was approved stays in force until the next
	 * approval.
	 */
	public void reopen(String reviewer, String why, Instant at) {
		refuseUnless(SubmissionStep.REOPEN);
		this.status = SubmissionStatus.DRAFT;
		this.comment = why;
		reviewed(reviewer, at);
	}

	private void reviewed(String reviewer, Instant at) {
		this.reviewedBy = reviewer;
		this.reviewedAt = at;
	}

	/** Who brought it where it stands. */
	private @Nullable String lastActor() {
		return (this.status == SubmissionStatus.SUBMITTED) ? this.submittedBy : this.reviewedBy;
	}

	/**
	 * @throws RefusedException CONFLICT if the step is not possible in this state
	 */
	public void refuseUnless(SubmissionStep step) {
		refuseUnless(step, UnaryOperator.identity());
	}

	/**
	 * As {@link #refuseUnless(SubmissionStep)}.
	 * @param nameOf what the person with a user name is called
	 */
	public void refuseUnless(SubmissionStep step, UnaryOperator<String> nameOf) {
		if (!step.isPossibleIn(this.status)) {
			String last = lastActor();
			throw new RefusedException(Kind.CONFLICT, step.refusal(this.status),
					(last != null) ? nameOf.apply(last) : "");
		}
	}

	/**
	 * @param expected the version on which somebody decides
	 * @throws RefusedException CONFLICT if the form has moved on since
	 */
	public void requireVersion(int expected) {
		if (expected != this.version) {
			throw new RefusedException(Kind.CONFLICT, "submission.changed");
		}
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("The form is not stored yet");
		}
		return this.id;
	}

	public SubmissionStatus status() {
		return this.status;
	}

}
