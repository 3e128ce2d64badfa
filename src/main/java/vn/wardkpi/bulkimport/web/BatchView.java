package vn.wardkpi.bulkimport.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.bulkimport.BatchFile;
import vn.wardkpi.bulkimport.FileState;
import vn.wardkpi.bulkimport.ImportBatch;
import vn.wardkpi.bulkimport.Reason;

/**
 * A batch with its report, as the API answers it.
 *
 * @param province code of the province whose wards they are, if it is only one
 * @param status whether something is still done in the background
 * @param files how many there are
 * @param done how many of them need nothing more of the program at present
 * @param storing how many of those that are ready are about to be stored
 * @param annexes every file, in the order of the zip
 */
record BatchView(UUID id, String fileName, String owner, Instant createdAt, @Nullable String province, Status status,
		int files, int done, int waiting, int ready, int storing, int questions, int refused, int stored,
		List<AnnexView> annexes) {

	static BatchView of(ImportBatch batch, List<BatchFile> files, ReasonMessages messages) {
		Status status = batch.isRunning() ? Status.RUNNING : batch.isStopped() ? Status.STOPPED : Status.DONE;
		return new BatchView(batch.id(), batch.fileName(), batch.owner(), batch.createdAt(), batch.province(), status,
				batch.files(), batch.done(), batch.waiting(), batch.ready(), batch.storing(), batch.questions(),
				batch.refused(), batch.stored(), files.stream().map((file) -> AnnexView.of(file, messages)).toList());
	}

	/**
	 * How far a batch is.
	 */
	enum Status {

		RUNNING, STOPPED, DONE

	}

	/**
	 * @param wardChoices codes of the wards it could be of, where that is not clear
	 * @param questions how many are open
	 * @param reasons the first of them, or why it was refused
	 * @param planId of the plan that was stored
	 */
	record AnnexView(long id, String name, @Nullable String wardCode, List<String> wardChoices, FileState state,
			int indicators, int counted, int targets, int questions, List<ReasonView> reasons, @Nullable Long planId) {

		static AnnexView of(BatchFile file, ReasonMessages messages) {
			return new AnnexView(file.id(), file.name(), file.ward(), file.choices(), file.state(), file.indicators(),
					file.counted(), file.targets(), file.questions(),
					file.reasons().stream().map((reason) -> ReasonView.of(reason, messages)).toList(), file.planId());
		}

	}

	/**
	 * @param cell address in the file, "G7"
	 */
	record ReasonView(String code, String message, @Nullable String no, @Nullable String sheet, @Nullable Integer row,
			@Nullable String cell) {

		static ReasonView of(Reason reason, ReasonMessages messages) {
			return new ReasonView(reason.code(), messages.bare(reason), reason.no(), reason.sheet(), reason.row(),
					reason.cell());
		}

	}

}
