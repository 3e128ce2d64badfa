package vn.wardkpi.bulkimport;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A file of a batch.
 *
 * @param name with its folders in the zip
 * @param ward code of the ward it was matched to; {@code null} where none was
 * @param choices codes of the wards it could be of, where that is not clear
 * @param questions how many are open
 * @param reasons the first of them, or why it was refused
 * @param storing whether an administrator said that its plan is stored
 * @param unreadable whether no person could do more with it
 * @param planId of the plan that was stored
 */
public record BatchFile(long id, String name, @Nullable String ward, List<String> choices, FileState state,
		int indicators, int counted, int targets, int questions, List<Reason> reasons, boolean storing,
		boolean unreadable, @Nullable Long planId) {

	public BatchFile {
		choices = List.copyOf(choices);
		reasons = List.copyOf(reasons);
	}

	/** Whether it can be laid before a person, where questions are answered. */
	public boolean opens() {
		return this.ward != null && isChangeable();
	}

	/** Whether a person can say of which ward it is. */
	public boolean isChangeable() {
		return !this.unreadable && !this.storing && this.state != FileState.WAITING && this.state != FileState.STORED;
	}

	/** Whether its plan can be stored as it is, and nobody said so yet. */
	public boolean mayBeStored() {
		return this.state == FileState.READY && !this.storing;
	}

}
