package vn.wardkpi.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.entry.CellOutcome;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.review.ReturnedRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Several people at the same thing at the same moment: one wins, the others are told.
 */
class SimultaneousWorkTests extends SubmissionTest {

	private static final int PEOPLE = 6;

	@Autowired
	private PlatformTransactionManager transactions;

	private SubmissionKey key;

	@BeforeEach
	void oneForm() {
		this.key = new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, "kinh-te");
	}

	@Test
	void ofManyFirstFiguresOneIsStored() throws Exception {
		List<Kind> refusals = together((person) -> () -> enter(person, null));

		assertThat(refusals).hasSize(PEOPLE - 1)
			.allMatch((kind) -> kind == Kind.VERSION_REQUIRED || kind == Kind.STALE);
	}

	@Test
	void ofManyChangesOfTheSameVersionOneIsStored() throws Exception {
		enter(PEOPLE, null);

		List<Kind> refusals = together((person) -> () -> enter(person, 1));

		assertThat(refusals).hasSize(PEOPLE - 1).containsOnly(Kind.STALE);
		assertThat(this.figures.find(this.plan.planId(), "1", 2026, ReportingPeriod.FINAL, this.plan.reviewer("b"))
			.version()).isEqualTo(2);
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

	/**
	 * Whatever was stored was stored before the form was handed over, however the two
	 * come together: also where the form is begun by the same save.
	 */
	@RepeatedTest(8)
	void nothingIsStoredOnceAFormIsHandedOver(RepetitionInfo repetition) throws Exception {
		boolean begun = repetition.getCurrentRepetition() % 2 == 0;
		String no = begun ? "1" : "1.1";
		if (begun) {
			enter(0, null);
		}
		AtomicReference<String> handedOver = new AtomicReference<>();
		List<Kind> refusals = together((person) -> (person == PEOPLE - 1) ? () -> {
			Thread.sleep(repetition.getCurrentRepetition() * 3L);
			this.submissions.submit(this.key, this.plan.official("an"));
			handedOver.set(stored());
			return handedOver;
		} : () -> type(no, person, begun ? 1 : 0));

		if (handedOver.get() == null) {
			// It was handed over before there was a figure, and so it was not.
			assertThat(refusals).contains(Kind.INVALID);
			return;
		}
		assertThat(stored()).isEqualTo(handedOver.get());
		assertThat(count("select sum(a.version) from actual a join indicator i on i.id = a.indicator_id "
				+ "where i.plan_id = ?"))
			.as("one audit row for each time a figure was stored")
			.isEqualTo(count("select count(*) from audit_entry where subject = 'ACTUAL' and plan_id = ?"));
	}

	/**
	 * The save has read an open form and waits for whoever is just handing it over.
	 */
	@Test
	void aSaveThatWaitedForTheHandingOverIsNotStored() throws Exception {
		enter(0, null);
		String before = stored();

		assertThatThrownBy(() -> whileOthersWait(() -> this.submissions.submit(this.key, this.plan.official("an")),
				() -> type("1", 1, 1)))
			.isInstanceOfSatisfying(RefusedException.class,
					(refused) -> assertThat(refused.code()).isEqualTo("actual.locked.SUBMITTED"));
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void aFirstSaveThatWaitedForTheHandingOverIsNotStored() {
		assertThatThrownBy(() -> whileOthersWait(() -> this.jdbc
			.sql("""
					insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at, version)
					select ?, 2026, 'FINAL', id, 'SUBMITTED', 'an', now(), 1 from lead_unit
					where ward_code = ? and code = 'kinh-te'
					""")
			.params(this.plan.planId(), this.plan.ward().value())
			.update(), () -> type("1", 1, 0))).isInstanceOfSatisfying(RefusedException.class,
					(refused) -> assertThat(refused.code()).isEqualTo("actual.locked.SUBMITTED"));
		assertThat(count("select count(*) from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?"))
			.isZero();
	}

	/**
	 * The form is open again by then, but the row was approved on its own.
	 */
	@Test
	void aSaveThatWaitedForTheApprovalOfItsRowIsNotStored() throws Exception {
		enter(0, null);
		type("7", 0, 0);
		String before = stored();

		assertThatThrownBy(() -> whileOthersWait(() -> {
			this.submissions.submit(this.key, this.plan.official("an"));
			this.submissions.returnToUnit(this.key, new ReturnedRows(null, Map.of("7", "Xem lại"), true), null,
					this.plan.reviewer("b"));
		}, () -> type("1", 1, 1))).isInstanceOfSatisfying(RefusedException.class,
				(refused) -> assertThat(refused.code()).isEqualTo("actual.locked.ROW_APPROVED"));
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void aSaveThatWaitedForAnotherOfTheSameCellIsShownTheOthers() throws Exception {
		enter(0, null);

		CellOutcome outcome = whileOthersWait(() -> type("1", 1, 1), () -> type("1", 2, 1));

		assertThat(outcome).isInstanceOfSatisfying(CellOutcome.Collided.class, (collided) -> {
			assertThat(collided.theirs().enteredBy()).isEqualTo("an1");
			assertThat(collided.theirs().entry().figure().value()).isEqualByComparingTo("10001");
		});
	}

	/**
	 * A form that was handed over and given back meanwhile is open: the save goes on.
	 */
	@Test
	void aSaveThatWaitedForAFormThatIsOpenAgainIsStored() throws Exception {
		enter(0, null);

		CellOutcome outcome = whileOthersWait(() -> {
			this.submissions.submit(this.key, this.plan.official("an"));
			this.submissions.returnToUnit(this.key, "Xem lại", this.plan.reviewer("b"));
		}, () -> type("1", 1, 1));

		assertThat(outcome).isInstanceOf(CellOutcome.Saved.class);
	}

	/**
	 * Two people go on changing the same cell, each time having seen it: each version is
	 * one person's, and none is lost.
	 */
	@Test
	void ofTwoEditorsExactlyOneWinsEachTime() throws Exception {
		enter(0, null);
		AtomicInteger stored = new AtomicInteger(1);

		together((person) -> () -> {
			for (int i = 0; i < 20; i++) {
				int seen = this.figures
					.find(this.plan.planId(), "1", 2026, ReportingPeriod.FINAL, this.plan.reviewer("b"))
					.version();
				if (type("1", 100 * person + i + 1, seen) instanceof CellOutcome.Saved saved) {
					assertThat(saved.figure().version()).isEqualTo(seen + 1);
					stored.incrementAndGet();
				}
			}
			return stored;
		});

		assertThat(
				count("select a.version from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?"))
			.isEqualTo(stored.get())
			.isGreaterThan(20);
		List<String> steps = this.jdbc
			.sql("select coalesce(from_state, '') || '>' || to_state from audit_entry where subject = 'ACTUAL' "
					+ "and plan_id = ? order by id")
			.param(this.plan.planId())
			.query(String.class)
			.list();
		assertThat(steps).hasSize(stored.get());
		for (int i = 1; i < steps.size(); i++) {
			assertThat(steps.get(i)).startsWith(steps.get(i - 1).split(">")[1] + ">");
		}
	}

	@Test
	void theFirstSavesOfAFormBeginItOnce() throws Exception {
		assertThat(together((person) -> () -> type(new String[] { "1", "1.1", "7" }[person % 3], person, 0))).isEmpty();

		assertThat(count("select count(*) from submission where plan_id = ?")).isOne();
		assertThat(count("select count(*) from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?"))
			.isEqualTo(3);
	}

	@Test
	void wholeSheetsAndSingleCellsDoNotWaitForOneAnotherInACircle() throws Exception {
		List<Kind> refusals = together((person) -> () -> {
			for (int i = 0; i < 10; i++) {
				String value = String.valueOf(10_000 + 100 * person + i);
				List<TypedCell> sheet = new ArrayList<>(List.of(cell("1", value, i), cell("1.1", value, i)));
				if (person % 2 == 0) {
					Collections.reverse(sheet);
				}
				this.figures.enterAll(this.key, sheet, this.plan.official("an" + person));
				this.figures.enterCell(this.key, cell("1.1", value, i), this.plan.official("an" + person));
			}
			return null;
		});

		assertThat(refusals).isEmpty();
	}

	@Test
	void everyChangeIsWrittenDownWithItsReason() {
		enter(0, null);
		enter(1, 1);
		this.submissions.submit(this.key, this.plan.official("an"));
		this.submissions.returnToUnit(this.key, "Xem lại số hộ", this.plan.reviewer("b"));

		List<String> written = this.jdbc.sql("""
				select concat_ws(' ', subject, action, actor, from_state, to_state, reason) from audit_entry
				where plan_id = ? and subject in ('ACTUAL', 'SUBMISSION') order by id
				""").param(this.plan.planId()).query(String.class).list();
		assertThat(written).containsExactly("ACTUAL CREATED an0 10.000", "ACTUAL CHANGED an1 10.000 10.001",
				"SUBMISSION SUBMITTED an DRAFT SUBMITTED", "SUBMISSION RETURNED b SUBMITTED RETURNED Xem lại số hộ");
	}

	private Object enter(int person, Integer seen) {
		ActualInput input = new ActualInput(ActualInput.Cell.of(BigDecimal.valueOf(10_000L + person)), null, null, null,
				null, null, null, null);
		EntryService.Answer answer = this.figures.enter(this.plan.planId(), "1", 2026, ReportingPeriod.FINAL, input,
				seen, this.plan.official("an" + person));
		return switch (answer.outcome()) {
			case STALE -> throw new RefusedException(Kind.STALE, "actual.stale");
			case VERSION_REQUIRED -> throw new RefusedException(Kind.VERSION_REQUIRED, "actual.version-required");
			default -> answer;
		};
	}

	private CellOutcome type(String no, int person, int seen) {
		return this.figures
			.enterCell(this.key, cell(no, (no.equals("7") ? "100" : String.valueOf(10_000 + person)), seen),
					this.plan.official("an" + person))
			.outcome();
	}

	private static TypedCell cell(String no, String value, int seen) {
		return new TypedCell(no, ActualInput.typed(value, null, null, null), seen);
	}

	private String stored() {
		return this.jdbc.sql("""
				select string_agg(concat_ws(' ', i.no, a.value, a.entered_by, a.version), ';' order by i.no)
				from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?
				""").param(this.plan.planId()).query(String.class).single();
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).param(this.plan.planId()).query(Integer.class).single();
	}

	/**
	 * Does something in a transaction that is not committed before the save waits for it.
	 * @return what became of the save
	 */
	private CellOutcome whileOthersWait(Runnable work, Callable<CellOutcome> save) throws Exception {
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<CellOutcome> result = new TransactionTemplate(this.transactions).execute((transaction) -> {
				work.run();
				Future<CellOutcome> waiting = other.submit(save);
				await().atMost(Duration.ofSeconds(30))
					.until(() -> this.jdbc.sql("select exists (select from pg_locks where not granted)")
						.query(Boolean.class)
						.single());
				return waiting;
			});
			return result.get();
		}
		catch (ExecutionException ex) {
			throw (RefusedException) ex.getCause();
		}
		finally {
			other.shutdownNow();
		}
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
