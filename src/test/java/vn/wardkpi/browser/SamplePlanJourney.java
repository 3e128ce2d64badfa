package vn.wardkpi.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.SamplePlan;

/**
 * People of a ward of their own, with a small plan: two officials of all its lead units
 * (an, dung), two reviewers (binh, chi) and a delegate (dai-bieu).
 */
abstract class SamplePlanJourney extends BrowserTest {

	private static final AtomicInteger WARDS = new AtomicInteger();

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private Accounts accounts;

	SamplePlan plan;

	/** What tells this ward's accounts from those of other tests. */
	String suffix;

	@BeforeEach
	void storePlanAndPeople() {
		storePlanAndPeople(0);
	}

	/**
	 * @param more further indicators, as {@link SamplePlan} takes them
	 */
	void storePlanAndPeople(int more) {
		storePeople(SamplePlan.store(this.jdbc, this.plans, more));
	}

	/**
	 * The same people with a plan in which revenue has two parts.
	 */
	void storePlanWithTwoPartsAndPeople() {
		storePeople(SamplePlan.storeWithTwoParts(this.jdbc, this.plans));
	}

	/**
	 * The same people with a plan of six forms.
	 */
	void storePlanWithSixFormsAndPeople(int more) {
		storePeople(SamplePlan.storeWithSixForms(this.jdbc, this.plans, more));
	}

	private void storePeople(SamplePlan stored) {
		this.plan = stored;
		this.suffix = "-journey" + WARDS.incrementAndGet();
		person("an", Role.OFFICIAL);
		person("dung", Role.OFFICIAL);
		person("binh", Role.REVIEWER);
		person("chi", Role.REVIEWER);
		person("dai-bieu", Role.DELEGATE);
	}

	private void person(String name, Role role) {
		this.accounts.createWithoutPasswordRules(new NewAccount(name + this.suffix, PASSWORD, name, role,
				this.plan.ward().value(), (role == Role.OFFICIAL) ? List.of(NewAccount.ALL_LEAD_UNITS) : List.of()),
				"test");
	}

}
