package vn.wardkpi.submission;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A step of a form on its way to approval, published within the transaction that makes
 * it.
 */
public sealed interface SubmissionEvent extends Recorded {

	WardCode ward();

	SubmissionKey key();

	/** Where the form stood until then. */
	SubmissionStatus before();

	record Submitted(String actor, WardCode ward, SubmissionKey key,
			SubmissionStatus before) implements SubmissionEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(form(this, Action.SUBMITTED, SubmissionStatus.SUBMITTED));
		}

	}

	/**
	 * @param inForce the figures that came into force
	 */
	record Approved(String actor, WardCode ward, SubmissionKey key, SubmissionStatus before,
			List<FormFigure> inForce) implements SubmissionEvent {

		public Approved {
			inForce = List.copyOf(inForce);
		}

		@Override
		public List<RecordedChange> changes() {
			return Stream
				.concat(approved(this, this.inForce), Stream.of(form(this, Action.APPROVED, SubmissionStatus.APPROVED)))
				.toList();
		}

	}

	/**
	 * @param inForce the figures that came into force nevertheless
	 * @param returned the rows to be corrected; none where the form goes back as a whole
	 * @param comment on the form as a whole
	 */
	record Returned(String actor, WardCode ward, SubmissionKey key, SubmissionStatus before, List<FormFigure> inForce,
			List<ReturnedFigure> returned, @Nullable String comment) implements SubmissionEvent {

		public Returned {
			inForce = List.copyOf(inForce);
			returned = List.copyOf(returned);
		}

		@Override
		public List<RecordedChange> changes() {
			Stream<RecordedChange> rows = this.returned.stream()
				.map((row) -> row(this, row.figure(), Action.RETURNED).because(row.comment()));
			RecordedChange form = form(this, Action.RETURNED, SubmissionStatus.RETURNED).because(this.comment);
			return Stream.of(approved(this, this.inForce), rows, Stream.of(form)).flatMap((all) -> all).toList();
		}

	}

	record TakenBack(String actor, WardCode ward, SubmissionKey key,
			SubmissionStatus before) implements SubmissionEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(form(this, Action.WITHDRAWN, SubmissionStatus.DRAFT));
		}

	}

	record Reopened(String actor, WardCode ward, SubmissionKey key, SubmissionStatus before,
			String reason) implements SubmissionEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(form(this, Action.REOPENED, SubmissionStatus.DRAFT).because(this.reason));
		}

	}

	/**
	 * A figure as it stood on the form.
	 *
	 * @param no number of the indicator
	 * @param written as people read it; {@code null} where nothing was entered
	 */
	record FormFigure(String no, @Nullable String written) {
	}

	/**
	 * @param comment what is to be corrected
	 */
	record ReturnedFigure(FormFigure figure, String comment) {
	}

	private static RecordedChange form(SubmissionEvent event, Action action, SubmissionStatus after) {
		return RecordedChange.of(Subject.SUBMISSION, event.key().toString(), action)
			.in(event.ward())
			.ofPlan(event.key().planId())
			.from(event.before().name())
			.to(after.name());
	}

	private static Stream<RecordedChange> approved(SubmissionEvent event, List<FormFigure> figures) {
		return figures.stream().map((figure) -> row(event, figure, Action.APPROVED));
	}

	private static RecordedChange row(SubmissionEvent event, FormFigure figure, Action action) {
		SubmissionKey key = event.key();
		return RecordedChange.of(Subject.ACTUAL, key.year() + " " + key.period(), action)
			.in(event.ward())
			.ofPlan(key.planId())
			.ofIndicator(figure.no())
			.from(figure.written())
			.to(figure.written());
	}

}
