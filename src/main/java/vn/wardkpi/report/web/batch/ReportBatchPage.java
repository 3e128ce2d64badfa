package vn.wardkpi.report.web.batch;

import org.jspecify.annotations.Nullable;
import java.util.List;

import vn.wardkpi.report.job.BatchWard;
import vn.wardkpi.report.job.ReportBatch;
import vn.wardkpi.report.job.ReportBatch.Status;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What the page of reports of many wards shows.
 *
 * @param own whether this person may stop, resume and discard them
 */
record ReportBatchPage(ReportBatch batch, boolean own, List<Line> lines) {

	ReportBatchPage {
		lines = List.copyOf(lines);
	}

	static ReportBatchPage of(ReportBatch batch, List<BatchWard> wards, Actor actor, ProblemMessages messages) {
		return new ReportBatchPage(batch, batch.isChangedBy(actor), wards.stream()
			.map((ward) -> new Line(ward, (ward.reason() != null) ? messages.message(ward.reason()) : ward.fileName()))
			.toList());
	}

	public boolean running() {
		return this.batch.status() == Status.RUNNING;
	}

	public boolean stopped() {
		return this.batch.status() == Status.STOPPED;
	}

	/** Its own address. */
	public String address() {
		return "/report-batches/" + this.batch.id();
	}

	/**
	 * @param said the file's name, or why there is none; {@code null} as long as it waits
	 */
	record Line(BatchWard ward, @Nullable String said) {
	}

}
