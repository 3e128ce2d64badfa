package vn.wardkpi.bulkimport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.bulkimport.BatchQueue.Proposed;
import vn.wardkpi.bulkimport.BatchQueue.Task;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.support.Zips;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances at once, and some that end in the middle: with real transactions.
 */
class BatchQueueTests extends IntegrationTest {

	private static final String CLEAR = """
			no,name,unit,role,direction,valueType,accumulation,bounded,t2026,leadUnits
			1,Số hộ được cấp nước sạch,Hộ,COUNTED,HIGHER_IS_BETTER,COUNT,LAST,no,110,Văn phòng HĐND và UBND
			""";

	/** Wards of a province that no other test stores a plan for. */
	private static final List<String> WARDS = List.of("21553", "21583", "21589", "21592", "21601", "21607", "21609",
			"21616");

	@Autowired
	private BulkImport bulk;

	@Autowired
	private Batches batches;

	@Autowired
	private BatchQueue queue;

	@Autowired
	private BatchWorker worker;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private PlanLifecycle lifecycle;

	@Autowired
	private JdbcClient jdbc;

	private final List<UUID> started = new ArrayList<>();

	@AfterEach
	void leaveNothing() {
		this.started.forEach(this.batches::discard);
		WARDS.forEach(
				(ward) -> plans(ward).forEach((plan) -> this.lifecycle.delete(plan.id(), TestAccounts.adminActor())));
	}

	@Test
	void instancesShareTheFilesAndEachIsStoredOnce() throws Exception {
		UUID id = start(WARDS);
		together(4, () -> {
			while (this.worker.step()) {
				Thread.yield();
			}
			return List.of();
		});
		assertThat(this.batches.find(id).orElseThrow().ready()).isEqualTo(WARDS.size());
		this.bulk.store(id, TestAccounts.adminActor());
		together(4, () -> {
			while (this.worker.step()) {
				Thread.yield();
			}
			return List.of();
		});
		assertThat(this.batches.find(id).orElseThrow().stored()).isEqualTo(WARDS.size());
		WARDS.forEach((ward) -> assertThat(plans(ward)).hasSize(1));
	}

	@Test
	void noTwoClaimTheSameFile() throws Exception {
		start(WARDS);
		List<Long> claimed = together(4, () -> {
			List<Long> own = new ArrayList<>();
			this.queue.claim().ifPresent((task) -> own.add(task.file()));
			this.queue.claim().ifPresent((task) -> own.add(task.file()));
			return own;
		});
		assertThat(claimed).hasSize(WARDS.size()).doesNotHaveDuplicates();
		assertThat(this.queue.claim()).isEmpty();
	}

	/**
	 * What an instance that was killed had in hand is taken again, and nothing is lost.
	 */
	@Test
	void whatAKilledInstanceHadIsTakenAgain() throws IOException {
		UUID id = start(WARDS.subList(0, 2));
		Task lost = this.queue.claim().orElseThrow();
		assertThat(this.worker.step()).isTrue();
		assertThat(this.worker.step()).isFalse();
		timePasses();
		assertThat(this.worker.step()).isTrue();
		assertThat(this.batches.find(id).orElseThrow().ready()).isEqualTo(2);
		assertThat(this.queue.holdsToStore(lost)).isFalse();
	}

	@Test
	void whoComesBackTooLateIsNotHeard() throws IOException {
		UUID id = start(WARDS.subList(0, 1));
		Task late = this.queue.claim().orElseThrow();
		timePasses();
		assertThat(this.worker.step()).isTrue();
		this.bulk.store(id, TestAccounts.adminActor());
		Task storing = this.queue.claim().orElseThrow();
		assertThat(this.queue.holdsToStore(late)).isFalse();
		this.queue.proposed(late, new Proposed(FileState.QUESTIONS, 0, 0, 0, 1, List.of()));
		this.queue.refused(late, Reason.of("bulkimport.given-up"));
		this.queue.release(late, Duration.ZERO);
		assertThat(this.queue.claim()).isEmpty();
		assertThat(this.queue.holdsToStore(storing)).isTrue();
		this.bulk.cancel(id, TestAccounts.adminActor());
		assertThat(this.queue.holdsToStore(storing)).as("cancelled meanwhile").isFalse();
	}

	/** A file that ends every instance that reads it is given up; the others are read. */
	@Test
	void aFileThatIsNeverFinishedIsGivenUp() throws IOException {
		UUID id = start(WARDS.subList(0, 2));
		for (int i = 0; i < 3; i++) {
			this.jdbc.sql("update import_batch_file set claimed_until = null where batch_id = ? and position = 0")
				.param(id)
				.update();
			this.queue.claim();
		}
		timePasses();
		assertThat(this.worker.step()).isTrue();
		assertThat(this.worker.step()).isTrue();
		assertThat(this.batches.files(id)).extracting(BatchFile::state)
			.containsExactly(FileState.REFUSED, FileState.READY);
	}

	private void timePasses() {
		this.jdbc.sql(
				"update import_batch_file set claimed_until = claimed_until - interval '1 day' where claim is not null")
			.update();
	}

	private UUID start(List<String> wards) throws IOException {
		Map<String, String> files = new TreeMap<>();
		wards.forEach((ward) -> files.put(ward + ".csv", CLEAR));
		UUID id = this.bulk.start("nhiều.zip", Zips.of(files), null, TestAccounts.adminActor());
		this.started.add(id);
		return id;
	}

	private List<PlanSummary> plans(String ward) {
		return this.catalog.ofWard(new WardCode(ward), TestAccounts.adminActor());
	}

	private static List<Long> together(int instances, Callable<List<Long>> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(instances);
		try {
			List<Long> all = new ArrayList<>();
			for (Future<List<Long>> done : threads.invokeAll(Collections.nCopies(instances, work))) {
				all.addAll(done.get());
			}
			return all;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
