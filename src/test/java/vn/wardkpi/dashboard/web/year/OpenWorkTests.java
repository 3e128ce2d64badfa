package vn.wardkpi.dashboard.web.year;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.dashboard.OpenWork;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits for approval and what is late, on the page of a year.
 */
class OpenWorkTests extends DashboardTest {

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OpenWork work;

	@Autowired
	private Clock clock;

	/** Each change makes another page of the one that is kept. */
	@Test
	void aDelegateSeesHowManyIndicatorsWaitForApprovalAndNotTheirFigures() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(page(YEAR).select(".waiting")).isEmpty();
		submit(plan, "2.1", "2.2", "3", "5");
		Document page = page(YEAR);
		assertThat(page.select(".waiting").text()).isEqualTo("3 chỉ tiêu chờ duyệt: 2; 3; 5");
		assertThat(page.text()).doesNotContain("0,123");
		assertThat(page(YEAR + "?lang=en").select(".waiting").text())
			.isEqualTo("Indicators waiting for approval: 3 (2; 3; 5)");
		assertThat(page("/wards/" + WARD + "/years/2027").select(".waiting")).isEmpty();
		assertThat(page(YEAR + "?asOf=" + LocalDate.now(this.clock)).select(".waiting")).as("of an earlier day")
			.isEmpty();
		this.jdbc.sql("""
				insert into submission_row (submission_id, indicator_id, decision, comment, decided_by, decided_at)
				select s.id, i.id, 'APPROVED', null, 'reviewer', now()
				from submission s
				join indicator i on i.plan_id = s.plan_id and i.no = '5'
				join indicator_answering_unit u on u.indicator_id = i.id and u.lead_unit_id = s.lead_unit_id
				where s.plan_id = ? and s.status = 'SUBMITTED'
				""").param(plan).update();
		assertThat(page(YEAR).select(".waiting").text()).isEqualTo("2 chỉ tiêu chờ duyệt: 2; 3");
		this.jdbc.sql("""
				update actual set value = null
				where period = 'M09' and indicator_id = (select id from indicator where plan_id = ? and no = '3')
				""").param(plan).update();
		assertThat(page(YEAR).select(".waiting").text()).isEqualTo("1 chỉ tiêu chờ duyệt: 2");
		this.jdbc
			.sql("update submission set status = 'RETURNED', reviewed_by = 'x', reviewed_at = now() where plan_id = ?")
			.param(plan)
			.update();
		assertThat(page(YEAR).select(".waiting")).isEmpty();
	}

	@Test
	void lateTasksStandOnTheCardTheyServeOrBelow() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		LocalDate now = LocalDate.now(this.clock);
		assertThat(page(YEAR).select(".late")).isEmpty();
		task(plan, "5", "Hoàn thiện hồ sơ", LocalDate.of(2026, 3, 31), "PLANNED");
		task(plan, "22", "Kiểm tra kho", LocalDate.of(2026, 3, 31), "IN_PROGRESS");
		task(plan, null, "Tổng kết quý", LocalDate.of(2026, 2, 28), "PLANNED");
		task(plan, "9", "Đã xong rồi", LocalDate.of(2026, 3, 1), "DONE");
		task(plan, "9", "Chưa đến hạn", now.plusDays(1), "PLANNED");
		Document page = page(YEAR);
		assertThat(page.select(".card-note .late li").eachText()).singleElement()
			.asString()
			.startsWith("Nhiệm vụ quá hạn: Hoàn thiện hồ sơ ")
			.endsWith(", hạn 31/03/2026 · Lê Văn Tám");
		assertThat(page.select(".card-note:has(.late) .no").text()).isEqualTo("5");
		assertThat(page.select(".cards + .late a").eachText()).containsExactly("Tổng kết quý", "Kiểm tra kho");
		assertThat(page.select(".late a").attr("href")).startsWith("/plans/" + plan + "/tasks?show=LATE#task-");
		assertThat(page(YEAR + "?asOf=" + now).select(".late")).isEmpty();
		List<String> statements = StatementCounter.during(() -> get(YEAR + "?q=x"));
		assertThat(statements).hasSizeLessThanOrEqualTo(9);
	}

	/** The day is part of what a page is kept by. */
	@Test
	void aTaskIsLateFromTheDayAfterItsLastAndInItsYear() {
		long plan = aPlan(1);
		task(plan, null, "Tổng kết quý", LocalDate.of(2026, 3, 31), "PLANNED");
		assertThat(late(2026, LocalDate.of(2026, 3, 31))).isZero();
		assertThat(late(2026, LocalDate.of(2026, 4, 1))).isEqualTo(1);
		assertThat(late(2027, LocalDate.of(2026, 4, 1))).as("a year that is not there yet").isZero();
		assertThat(late(2027, LocalDate.of(2027, 4, 1))).as("still open in the present year").isEqualTo(1);
		assertThat(late(2026, LocalDate.of(2028, 4, 1))).isEqualTo(1);
	}

	private int late(int year, LocalDate today) {
		return this.work.of(new WardCode(WARD), year, today).get(0).late().size();
	}

	private void submit(long plan, String... numbers) {
		load(plan,
				LoadedSubmission.submitted(2026, ReportingPeriod.M09, "clerk", Instant.parse("2026-10-02T03:00:00Z"),
						List.of(numbers)
							.stream()
							.map((no) -> actual(no, ReportingPeriod.M09,
									no.equals("2.1") ? "12/18" : no.equals("2.2") ? "1" : "0.123"))
							.toList()));
	}

	private void task(long plan, String no, String what, LocalDate due, String state) {
		this.jdbc.sql("""
				insert into task (plan_id, indicator_id, what, lead_unit_id, person, due, state, done, created_at,
				                  created_by, changed_at, changed_by)
				select :plan, (select id from indicator where plan_id = :plan and no = :no), :what,
				       (select min(id) from lead_unit where ward_code = :ward), 'Lê Văn Tám', :due, :state,
				       case when :state = 'DONE' then cast(:due as date) end, now(), 'x', now(), 'x'
				""")
			.param("plan", plan)
			.param("no", no)
			.param("what", what)
			.param("ward", WARD)
			.param("due", due)
			.param("state", state)
			.update();
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

}
