package vn.wardkpi.audit;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;

/**
 * An event of a module that the audit knows nothing of.
 */
public record SomeEvent(String actor, List<RecordedChange> changes) implements Recorded {

	public static SomeEvent of(String actor, RecordedChange change) {
		return new SomeEvent(actor, List.of(change));
	}

}
