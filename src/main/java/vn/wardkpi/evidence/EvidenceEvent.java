package vn.wardkpi.evidence;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to a file of a figure, published within the transaction that
 * does it. No event carries what is in the file.
 */
public sealed interface EvidenceEvent extends Recorded {

	WardCode ward();

	EvidenceKey key();

	/** Its name and size, as people read them. */
	String file();

	record Attached(String actor, WardCode ward, EvidenceKey key, String file) implements EvidenceEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Action.CREATED).to(this.file));
		}

	}

	record Deleted(String actor, WardCode ward, EvidenceKey key, String file, String reason) implements EvidenceEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Action.DELETED).from(this.file).because(this.reason));
		}

	}

	record Restored(String actor, WardCode ward, EvidenceKey key, String file) implements EvidenceEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(change(this, Action.RESTORED).to(this.file));
		}

	}

	private static RecordedChange change(EvidenceEvent event, Action action) {
		EvidenceKey key = event.key();
		return RecordedChange.of(Subject.EVIDENCE, key.toString(), action)
			.in(event.ward())
			.ofPlan(key.planId())
			.ofIndicator(key.no());
	}

}
