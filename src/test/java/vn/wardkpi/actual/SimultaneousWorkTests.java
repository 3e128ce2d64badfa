package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several people at the same thing at the same moment: one wins, the others are told.
 */
class SimultaneousWorkTests extends IntegrationTest {

	private static final int PEOPLE = 6;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private Figures figures;

	@Autowired
	private SubmissionService submissions;

	private SamplePlan plan;

	private FormKey key;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.key = new FormKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, "kinh-te");
	}

	@Test
	void ofManyFirstFiguresOneIsStored() throws Exception {
		List<Kind> refusals = together((person) -> () -> enter(person, null));

		assertThat(refusals).hasSize(PEOPLE - 1)
			.allMatch((kind) -> kind == Kind.VERSION_REQUIRED || kind == Kind.STALE);
	}

	@Test
	void ofManyChangesOfTheSameVersionOneIsStored() throws Exception {
		enter(0, null);

		List<Kind> refusals = together((person) -> () -> enter(person, 1));

		assertThat(refusals).hasSize(PEOPLE - 1).containsOnly(Kind.STALE);
		assertThat(this.figures.find(this.plan.planId(), "7", 2026, ReportingPeriod.FINAL, this.plan.reviewer("b"))
			.revision()).isEqualTo(2);
	}

	@Test
	void ofManySubmissionsAndApprovalsOneCounts() throws Exception {
		enter(0, null);

		assertThat(together((person) -> () -> this.submissions.submit(this.key, this.plan.official("an" + person))))
			.hasSize(PEOPLE - 1)
			.containsOnly(Kind.CONFLICT);
		assertThat(together((person) -> () -> this.submissions.approve(this.key, this.plan.reviewer("b" + person))))
			.hasSize(PEOPLE - 1)
			.containsOnly(Kind.CONFLICT);
		assertThat(this.jdbc.sql("""
				select count(*) from approved_actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?
				""").param(this.plan.planId()).query(Integer.class).single()).isOne();
	}

	@Test
	void everyChangeIsWrittenDownWithItsReason() {
		enter(0, null);
		enter(1, 1);
		this.submissions.submit(this.key, this.plan.official("an"));
		this.submissions.giveBack(this.key, "Xem lại số hộ", this.plan.reviewer("b"));

		List<String> written = this.jdbc.sql("""
				select concat_ws(' ', subject, action, actor, from_state, to_state, reason) from audit_entry
				where plan_id = ? and subject in ('ACTUAL', 'SUBMISSION') order by id
				""").param(this.plan.planId()).query(String.class).list();
		assertThat(written).containsExactly("ACTUAL CREATED an0 100", "ACTUAL CHANGED an1 100 100,0",
				"SUBMISSION SUBMITTED an DRAFT SUBMITTED", "SUBMISSION RETURNED b SUBMITTED RETURNED Xem lại số hộ");
	}

	private Object enter(int person, Integer seen) {
		FigureInput input = new FigureInput(FigureInput.Cell.of(new BigDecimal("100").setScale(person)), null, null,
				null);
		return this.figures.enter(this.plan.planId(), "7", 2026, ReportingPeriod.FINAL, input,
				new Figures.Texts(null, null, null, null), seen, this.plan.official("an" + person));
	}

	/**
	 * Lets everybody do it at once.
	 * @return why those who were refused were
	 */
	private static List<Kind> together(IntFunction<Callable<?>> work) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (int i = 0; i < PEOPLE; i++) {
				Callable<?> own = work.apply(i);
				results.add(people.submit(() -> {
					start.await();
					return own.call();
				}));
			}
			start.countDown();
			List<Kind> refusals = new ArrayList<>();
			for (Future<?> result : results) {
				try {
					result.get();
				}
				catch (ExecutionException ex) {
					assertThat(ex.getCause()).isInstanceOf(RefusedException.class);
					refusals.add(((RefusedException) ex.getCause()).kind());
				}
			}
			return refusals;
		}
		finally {
			people.shutdownNow();
		}
	}

}
