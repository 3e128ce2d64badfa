package vn.wardkpi.report.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.wardkpi.database.QueueWorker;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.ReportFiles;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.job.ReportQueue.Task;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Makes the reports of batches in the background, one at a time, so that it takes no more
 * than one thread and the memory of one report. A ward whose report cannot be made is
 * said so, and stops no other.
 */
@Component
class ReportWorker extends QueueWorker<Task> {

	private static final int REPORTS_AT_A_TIME = 5;

	private final ReportQueue queue;

	private final PlanCatalog plans;

	private final ReportMaker maker;

	private final ReportFiles files;

	private final ReportBatches batches;

	ReportWorker(ReportQueue queue, PlanCatalog plans, ReportMaker maker, ReportFiles files, ReportBatches batches) {
		this.queue = queue;
		this.plans = plans;
		this.maker = maker;
		this.files = files;
		this.batches = batches;
	}

	@Scheduled(cron = "${ward-kpi.report-batch.cron}", zone = "${ward-kpi.time-zone}")
	void work() {
		work(REPORTS_AT_A_TIME);
	}

	@Scheduled(cron = "${ward-kpi.report-batch.cleanup}", zone = "${ward-kpi.time-zone}")
	void forget() {
		this.batches.forgetOld();
	}

	@Override
	protected Optional<Task> claim() {
		return this.queue.claim();
	}

	/** Of the newest plan in force that covers the year; reading is one transaction. */
	@Override
	protected void carryOut(Task task) {
		PlanSummary plan = this.plans.ofWard(task.ward())
			.stream()
			.filter((one) -> one.covers(task.year()))
			.findFirst()
			.orElseThrow(
					() -> new RefusedException(Kind.NOT_FOUND, "report.batch.no-plan", String.valueOf(task.year())));
		ReportContent content = this.maker.make(task.asked(plan.id()), plan, null);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			this.files.write(content, task.format(), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.queue.made(task, ReportFiles.name(content, task.format()), out.toByteArray());
	}

	@Override
	protected void refused(Task task, RefusedException refusal) {
		this.queue.notMade(task, refusal);
	}

	@Override
	protected void giveUp(Task task) {
		this.queue.notMade(task, new RefusedException(Kind.CONFLICT, "report.batch.given-up"));
	}

	@Override
	protected void release(Task task, Duration after) {
		this.queue.release(task, after);
	}

}
