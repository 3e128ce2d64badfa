package vn.wardkpi.bulkimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import vn.wardkpi.bulkimport.BatchQueue.Proposed;
import vn.wardkpi.bulkimport.BatchQueue.Task;
import vn.wardkpi.database.QueueWorker;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.OpenPoint;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.OneAct;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;

/**
 * Reads the files of batches in the background, one after the other, and stores what is
 * to be stored. May run on several instances at once. A file that breaks the reading is
 * tried again and then given up; it stops no other.
 */
@Component
class BatchWorker extends QueueWorker<Task> {

	/** After so many files others who wait for the scheduler have their turn. */
	private static final int FILES_AT_A_TIME = 20;

	private static final int REASONS_KEPT = 20;

	private final BatchQueue queue;

	private final PlanImport imports;

	private final TransactionOperations transactions;

	BatchWorker(BatchQueue queue, PlanImport imports, TransactionOperations transactions) {
		this.queue = queue;
		this.imports = imports;
		this.transactions = transactions;
	}

	@Scheduled(cron = "${ward-kpi.bulk-import.cron}", zone = "${ward-kpi.time-zone}")
	void work() {
		work(FILES_AT_A_TIME);
	}

	@Override
	protected Optional<Task> claim() {
		return this.queue.claim();
	}

	@Override
	protected void giveUp(Task task) {
		this.queue.refused(task, Reason.of("bulkimport.given-up"));
	}

	@Override
	protected void release(Task task, Duration after) {
		this.queue.release(task, after);
	}

	/**
	 * What the plan's own rules refuse, a person can put right; an unreadable file not.
	 */
	@Override
	protected void refused(Task task, RefusedException ex) {
		if (ex.kind() == Kind.CONFLICT || task.state() == FileState.READY) {
			this.queue.proposed(task, new Proposed(FileState.QUESTIONS, 0, 0, 0, 1, List.of(Reason.of(ex))));
		}
		else {
			this.queue.refused(task, Reason.of(ex));
		}
	}

	/** Reading takes its time and holds no connection; storing is one transaction. */
	@Override
	protected void carryOut(Task task) {
		Actor actor = new Actor(task.by(), task.by(), Role.ADMIN, null, false, Set.of());
		Proposal proposal = this.imports.propose(task.ward(), task.content(), ImportOptions.NONE, actor);
		Proposed result = result(proposal);
		if (task.state() == FileState.READY && result.state() == FileState.READY) {
			OneAct.during(() -> this.transactions.executeWithoutResult((transaction) -> {
				if (this.queue.holdsToStore(task)) {
					this.queue.stored(task, this.imports.store(proposal, task.name(), actor));
				}
			}));
		}
		else {
			this.queue.proposed(task, result);
		}
	}

	private static Proposed result(Proposal proposal) {
		List<OpenPoint> open = proposal.open();
		PlanSummary existing = proposal.existing();
		List<Reason> reasons = new ArrayList<>();
		if (existing != null) {
			reasons.add(Reason.of(existing));
		}
		open.stream().map(Reason::of).forEach(reasons::add);
		FileState state = (proposal.draft() == null) ? FileState.REFUSED
				: reasons.isEmpty() ? FileState.READY : FileState.QUESTIONS;
		return new Proposed(state, proposal.rows().size(), proposal.counted(), proposal.targets(), open.size(),
				reasons.subList(0, Math.min(REASONS_KEPT, reasons.size())));
	}

}
