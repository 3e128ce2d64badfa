package vn.wardkpi.submission;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.support.IntegrationTest;

/**
 * A small plan of its own and people who fill and review its forms of the year 2026:
 * {@code official().enters("7", "100").submits("kinh-te")}.
 */
public abstract class SubmissionTest extends IntegrationTest {

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected PlanService plans;

	@Autowired
	protected EntryService figures;

	@Autowired
	protected SubmissionService submissions;

	protected SamplePlan plan;

	/** "an", of every lead unit. */
	protected Actor official;

	/** "binh". */
	protected Actor reviewer;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.official = this.plan.official("an");
		this.reviewer = this.plan.reviewer("binh");
	}

	protected Person official() {
		return new Person(this.official);
	}

	protected Person reviewer() {
		return new Person(this.reviewer);
	}

	protected SubmissionKey key(String unit) {
		return new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, unit);
	}

	/**
	 * Somebody and what they do, one step after the other.
	 */
	protected final class Person {

		private final Actor actor;

		Person(Actor actor) {
			this.actor = actor;
		}

		public Person enters(String no, String value) {
			int seen = SubmissionTest.this.jdbc.sql("""
					select coalesce(max(a.version), 0) from actual a join indicator i on i.id = a.indicator_id
					where i.plan_id = ? and i.no = ? and a.year = 2026 and a.period = 'FINAL'
					""").params(SubmissionTest.this.plan.planId(), no).query(Integer.class).single();
			String unit = no.startsWith("2") || no.equals("17") ? "van-hoa" : "kinh-te";
			SubmissionTest.this.figures.enterAll(key(unit),
					List.of(new TypedCell(no, ActualInput.typed(value, null, null, null), seen)), this.actor);
			return this;
		}

		public Person submits(String unit) {
			SubmissionTest.this.submissions.submit(key(unit), this.actor);
			return this;
		}

		public Person approves(String unit) {
			SubmissionTest.this.submissions.approve(key(unit), this.actor);
			return this;
		}

		public Person returns(String unit, String why) {
			SubmissionTest.this.submissions.returnToUnit(key(unit), why, this.actor);
			return this;
		}

		public Person reopens(String unit, String why) {
			SubmissionTest.this.submissions.reopen(key(unit), why, this.actor);
			return this;
		}

	}

}
