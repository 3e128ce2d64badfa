package vn.wardkpi.bulkimport;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A zip on its way, with how far it has come.
 *
 * @param province code of the province whose wards they are, or {@code null} for all
 * @param files how many it has
 * @param waiting how many are still to be read
 * @param ready how many could be stored as they are, those among them that will be
 * @param storing how many of these an administrator said are stored
 */
public record ImportBatch(UUID id, String fileName, String owner, Instant createdAt, @Nullable String province,
		boolean cancelled, int files, int waiting, int ready, int storing, int questions, int refused, int stored) {

	/** Whether something is still to be done in the background. */
	public boolean isRunning() {
		return this.storing > 0 || (this.waiting > 0 && !this.cancelled);
	}

	/** Whether it was stopped before all files were read. */
	public boolean isStopped() {
		return this.cancelled && this.waiting > 0;
	}

	/** Files that need nothing more of the program at present. */
	public int done() {
		return this.files - this.waiting - this.storing;
	}

	/** How many plans would be stored if an administrator said so. */
	public int storable() {
		return this.ready - this.storing;
	}

	public int count(FileState state) {
		return switch (state) {
			case WAITING -> this.waiting;
			case READY -> this.ready;
			case QUESTIONS -> this.questions;
			case REFUSED -> this.refused;
			case STORED -> this.stored;
		};
	}

}
