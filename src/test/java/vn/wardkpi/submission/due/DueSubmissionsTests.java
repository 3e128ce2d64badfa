package vn.wardkpi.submission.due;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.CalendarService;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
class DueSubmissionsTests extends IntegrationTest {

	@Autowired
	private CalendarService calendars;

	@Autowired
	private DueSubmissions forms;

	@Autowired
	private PlanService plans;

	@Autowired
	private JdbcClient jdbc;

	private SamplePlan plan;

	private Actor admin;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.admin = TestAccounts.wardAdminActor(this.plan.ward().value());
		stored("2025-12-23");
	}

	@Test
	void asksForThePeriodThatIsOpen() {
		assertThat(on("2026-05-31")).containsExactly("2026 M03 kinh-te LATE", "2026 M03 van-hoa LATE");
		assertThat(on("2026-06-01")).containsExactly("2026 M06 kinh-te DUE", "2026 M06 van-hoa DUE");
		assertThat(on("2026-06-17")).containsExactly("2026 M06 kinh-te LATE", "2026 M06 van-hoa LATE");
	}

	@Test
	void isNotLateWithWhatWasDueBeforeThePlanWasStored() {
		stored("2026-06-17");
		assertThat(on("2026-06-20")).isEmpty();
		stored("2026-06-16");
		assertThat(on("2026-06-20")).hasSize(2);
	}

	@Test
	void putsWhatCameBackFirstWithTheCommentOnItsRows() {
		submission("van-hoa", "RETURNED");
		submission("kinh-te", "SUBMITTED");
		this.jdbc.sql("""
				insert into submission_row (submission_id, indicator_id, decision, comment, decided_by, decided_at)
				select s.id, i.id, 'RETURNED', 'Thiếu trạm y tế', 'binh', now()
				from submission s join indicator i on i.plan_id = s.plan_id and i.no = '17'
				join lead_unit u on u.id = s.lead_unit_id and u.code = 'van-hoa' where s.plan_id = ?
				""").param(this.plan.planId()).update();
		List<DueSubmission> due = dueOn("2026-06-14");
		assertThat(due).extracting(DueSubmission::state).containsExactly(State.RETURNED, State.WAITING);
		assertThat(due.get(0).returned()).singleElement()
			.isEqualTo(new DueSubmission.ReturnedRow("17", "Tỷ lệ trẻ em suy dinh dưỡng", "Thiếu trạm y tế"));
	}

	@Test
	void remembersWhatCameBackAfterItsPeriod() {
		submission("van-hoa", "RETURNED");
		assertThat(on("2026-10-20")).containsExactly("2026 M06 van-hoa RETURNED", "2026 M09 kinh-te LATE",
				"2026 M09 van-hoa LATE");
	}

	@Test
	void followsAnExtension() {
		this.calendars.extend(this.plan.ward(), new YearPeriod(2026, ReportingPeriod.M06), "van-hoa",
				LocalDate.of(2026, 6, 30), "Chờ số liệu của Sở", this.admin);
		assertThat(on("2026-06-29")).containsExactly("2026 M06 kinh-te LATE", "2026 M06 van-hoa DUE");
		DueSubmission extended = dueOn("2026-06-29").get(1);
		assertThat(extended.soon()).isTrue();
		assertThat(extended.days()).isEqualTo(1);
	}

	@Test
	void takesAsManyStatementsWhateverTheNumberOfForms() throws Exception {
		submission("van-hoa", "RETURNED");
		assertThat(StatementCounter.during(() -> dueOn("2026-06-14"))).hasSize(5);
	}

	private List<String> on(String day) {
		return dueOn(day).stream().map((one) -> one.form().key() + " " + one.state()).toList();
	}

	private List<DueSubmission> dueOn(String day) {
		return this.forms.of(this.plan.ward(), LocalDate.parse(day), this.admin).forms();
	}

	private void stored(String day) {
		this.jdbc.sql("update plan set adopted_at = cast(? as timestamptz) where id = ?")
			.params(day + "T12:00:00+07", this.plan.planId())
			.update();
	}

	private void submission(String unit, String status) {
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at)
				select ?, 2026, 'M06', id, ?, 'an', now() from lead_unit where ward_code = ? and code = ?
				""").params(this.plan.planId(), status, this.plan.ward().value(), unit).update();
	}

}
