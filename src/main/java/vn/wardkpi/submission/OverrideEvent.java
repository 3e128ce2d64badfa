package vn.wardkpi.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A reviewer's verdict came in place of the computed one, or was taken back; published
 * within the transaction that does it.
 */
public sealed interface OverrideEvent extends Recorded {

	WardCode ward();

	JudgedTarget of();

	/**
	 * @param before the override whose place it takes, if any
	 * @param document that it rests upon, if any
	 */
	record VerdictOverridden(String actor, WardCode ward, JudgedTarget of, @Nullable Verdict before, Verdict verdict,
			@Nullable String document, String reason) implements OverrideEvent {

		@Override
		public List<RecordedChange> changes() {
			String name = this.verdict.name();
			return List.of(change(this, Action.CREATED).from((this.before != null) ? this.before.name() : null)
				.to((this.document != null) ? name + " · " + this.document : name)
				.because(this.reason));
		}

	}

	/**
	 * @param before the verdict that was set
	 */
	record OverrideRevoked(String actor, WardCode ward, JudgedTarget of, Verdict before,
			String reason) implements OverrideEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Action.REVOKED).from(this.before.name()).because(this.reason));
		}

	}

	/**
	 * @param no number of the indicator
	 */
	record JudgedTarget(long planId, String no, int year, Issuer issuer) {
	}

	private static RecordedChange change(OverrideEvent event, Action action) {
		JudgedTarget of = event.of();
		return RecordedChange.of(Subject.OVERRIDE, of.year() + " " + of.issuer(), action)
			.in(event.ward())
			.ofPlan(of.planId())
			.ofIndicator(of.no());
	}

}
