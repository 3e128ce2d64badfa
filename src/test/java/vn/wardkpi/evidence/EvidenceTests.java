package vn.wardkpi.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.FileLimits;
import vn.wardkpi.intake.content.ContentScanner;
import vn.wardkpi.intake.content.ContentScanner.Finding;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EvidenceTests extends IntegrationTest {

	@Autowired
	private EvidenceAccess access;

	@Autowired
	private EvidenceCatalog catalog;

	@Autowired
	private EvidenceFiles files;

	@Autowired
	private EvidenceDeletions deletions;

	@Autowired
	private EvidenceContents contents;

	@Autowired
	private FileLimits limits;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private EvidenceKey key;

	private Actor official;

	@BeforeEach
	void storePlan() {
		SamplePlan plan = SamplePlan.store(this.jdbc, this.plans);
		this.key = new EvidenceKey(plan.planId(), "7", 2026, ReportingPeriod.FINAL);
		this.official = plan.official("an");
	}

	@Test
	void aCleanFileIsKeptWithTheNameOfWhoScannedIt() {
		scannedBy((content) -> Finding.clean("ClamAV")).attach(this.key, "a.pdf", SampleFiles.pdf("x"), this.official);
		assertThat(kept()).extracting(EvidenceRow::scannedBy).containsExactly("ClamAV");
	}

	@Test
	void anInfectedFileIsRefusedAndNotKept() {
		assertRefused(scannedBy((content) -> Finding.infected("ClamAV", "Eicar-Signature")), Kind.UNSUPPORTED,
				"evidence.infected");
		assertThat(kept()).isEmpty();
	}

	@Test
	void aFileThatCannotBeScannedIsRefusedAndItsSenderToldSo() {
		ContentScanner down = (content) -> {
			throw new ContentScanner.ScannerDownException("down", null);
		};
		RefusedException refused = assertRefused(scannedBy(down), Kind.UNAVAILABLE, "evidence.not-scanned");
		assertThat(refused.arguments()).containsExactly("a.pdf");
		assertThat(refused.kind().status()).isEqualTo(503);
		assertThat(kept()).isEmpty();
	}

	@Test
	void theSameFileSentTwiceAtOnceIsKeptOnce() throws Exception {
		Evidence evidence = scannedBy((content) -> Finding.notScanned());
		ExecutorService clerks = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Boolean>> attempts = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				attempts.add(() -> {
					try {
						evidence.attach(this.key, "a.pdf", SampleFiles.pdf("x"), this.official);
						return true;
					}
					catch (RefusedException ex) {
						assertThat(ex.code()).isEqualTo("evidence.same");
						return false;
					}
				});
			}
			int attached = 0;
			for (Future<Boolean> attempt : clerks.invokeAll(attempts)) {
				attached += attempt.get(30, TimeUnit.SECONDS) ? 1 : 0;
			}
			assertThat(attached).isEqualTo(1);
			assertThat(kept()).hasSize(1);
		}
		finally {
			clerks.shutdownNow();
		}
	}

	private RefusedException assertRefused(Evidence evidence, Kind kind, String code) {
		return assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> evidence.attach(this.key, "a.pdf", SampleFiles.pdf("x"), this.official))
			.satisfies((refused) -> {
				assertThat(refused.kind()).isEqualTo(kind);
				assertThat(refused.code()).isEqualTo(code);
			})
			.actual();
	}

	private List<EvidenceRow> kept() {
		return this.catalog.onRecord(this.key);
	}

	private Evidence scannedBy(ContentScanner scanner) {
		return new Evidence(this.access, this.catalog, this.files, this.deletions, this.contents,
				new FileIntake(scanner, this.limits), this.limits, this.transaction, this.events, this.clock);
	}

}
