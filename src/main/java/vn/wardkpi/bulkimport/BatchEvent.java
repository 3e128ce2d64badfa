package vn.wardkpi.bulkimport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * Something that a person did with a batch.
 *
 * @param fileName of the zip
 * @param from what it concerned, where that says something: the name of a file
 * @param to how many files, or what the file is now
 */
record BatchEvent(String actor, String fileName, Action action, @Nullable String from,
		@Nullable String to) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.IMPORT, this.fileName, this.action).from(this.from).to(this.to));
	}

}
