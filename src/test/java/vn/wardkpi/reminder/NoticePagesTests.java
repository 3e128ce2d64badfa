package vn.wardkpi.reminder;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.catalogue.template.TemplateEvent.Handed;
import vn.wardkpi.catalogue.template.TemplateEvent.Withdrawn;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.OverrideEvent.JudgedTarget;
import vn.wardkpi.submission.OverrideEvent.VerdictOverridden;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.SubmissionEvent.Approved;
import vn.wardkpi.submission.SubmissionEvent.FormFigure;
import vn.wardkpi.submission.SubmissionEvent.Reopened;
import vn.wardkpi.submission.SubmissionEvent.Returned;
import vn.wardkpi.submission.SubmissionEvent.Submitted;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.wardkpi.actual.SubmissionStatus.DRAFT;
import static vn.wardkpi.actual.SubmissionStatus.SUBMITTED;

@Transactional
class NoticePagesTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlanService plans;

	@Autowired
	private JdbcClient jdbc;

	private SamplePlan plan;

	private Actor official;

	private Actor reviewer;

	@BeforeEach
	void aWardWithPeople() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.official = this.plan.official("tb.an");
		this.reviewer = this.plan.reviewer("tb.binh");
		for (Actor person : new Actor[] { this.official, this.reviewer }) {
			this.jdbc.sql("""
					insert into user_account (username, password_hash, display_name, role, ward_code, all_lead_units,
					                          created_at, created_by)
					values (?, '{noop}none', 'Một người', ?, ?, ?, now(), 'test')
					""")
				.params(person.username(), person.role().name(), this.plan.ward().value(), person.allLeadUnits())
				.update();
		}
	}

	@Test
	void tellsReviewersOfAFormAndTheLeadUnitWhatBecameOfIt() throws Exception {
		this.events.publishEvent(new Submitted(this.official.username(), this.plan.ward(), form(), DRAFT));
		assertThat(page("/notices", this.official).text()).contains("Chưa có thông báo nào");
		Document notices = page("/notices", this.reviewer);
		assertThat(notices.select(".notice-list li").text())
			.contains("Phòng Kinh tế đã gửi phiếu chính thức cả năm 2026");
		assertThat(notices.select(".count-badge b").text()).isEqualTo("1");

		String by = this.reviewer.username();
		returned();
		this.events.publishEvent(new Reopened(by, this.plan.ward(), form(), SUBMITTED, "Xem lại"));
		this.events
			.publishEvent(new Approved(by, this.plan.ward(), form(), SUBMITTED, List.of(new FormFigure("7", "100"))));
		this.events.publishEvent(new VerdictOverridden(by, this.plan.ward(),
				new JudgedTarget(this.plan.planId(), "7", 2026, Issuer.WARD_COUNCIL), null, Verdict.MET, null, "Đúng"));
		assertThat(page("/notices", this.official).select(".notice-list li")).hasSize(4)
			.first()
			.extracting((one) -> one.text())
			.asString()
			.contains("Kết quả năm 2026 của chỉ tiêu 7");
	}

	@Test
	void openingANoticeReadsIt() throws Exception {
		returned();
		String open = page("/notices", this.official).select(".notice-list form").attr("action");
		assertThat(post(open, this.reviewer)).as("somebody else's").hasRedirectedUrl("/notices");
		assertThat(page("/notices", this.official).select(".is-new")).hasSize(1);
		assertThat(post(open, this.official))
			.hasRedirectedUrl("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		assertThat(page("/notices", this.official).select(".is-new, .count-badge")).isEmpty();
	}

	@Test
	void administratorsOfTheProvincesWardsAreToldOfItsTemplates() throws Exception {
		Actor admin = TestAccounts.wardAdminActor(this.plan.ward().value());
		this.jdbc
			.sql("""
					insert into user_account (username, password_hash, display_name, role, ward_code, all_lead_units, created_at,
					                          created_by)
					values (?, '{noop}none', 'Một người', 'ADMIN', ?, false, now(), 'test')
					""")
			.params(admin.username(), this.plan.ward().value())
			.update();
		String province = this.jdbc.sql("select province_code from ward where code = ?")
			.param(this.plan.ward().value())
			.query(String.class)
			.single();
		this.events.publishEvent(new Handed("tb.tinh", 7, province, "Khung chỉ tiêu", 2031, null, "1 Số hộ nghèo"));
		this.events.publishEvent(new Withdrawn("tb.tinh", 7, province, "Khung chỉ tiêu", 2031));
		Document notices = page("/notices", admin);
		assertThat(notices.select(".notice-list li")).hasSize(2);
		assertThat(notices.select(".notice-list li").text()).contains("giao mẫu kế hoạch “Khung chỉ tiêu”",
				"Mẫu kế hoạch “Khung chỉ tiêu” đã thôi dùng");
		assertThat(post(notices.select(".notice-list form").attr("action"), admin))
			.hasRedirectedUrl("/plan-templates/7");
		assertThat(page("/notices", this.official).text()).contains("Chưa có thông báo nào");
	}

	@Test
	void readsAllAtOnce() throws Exception {
		returned();
		assertThat(post("/notices/read", this.official)).hasRedirectedUrl("/notices");
		assertThat(page("/notices", this.official).select(".is-new")).isEmpty();
	}

	@Test
	void asksForTheirNumberOnceOnAPageAndNeverForTheApi() throws Exception {
		assertThat(StatementCounter.during(() -> page("/notices", this.official))
			.stream()
			.filter((sql) -> sql.contains("from notice"))).hasSize(2);
		assertThat(StatementCounter
			.during(() -> this.mvc.get().uri("/api/v1/wards?q=tu+liem").with(TestAccounts.as(this.official)).exchange())
			.stream()
			.filter((sql) -> sql.contains("notice"))).isEmpty();
	}

	@Test
	void showsStaffWhatIsDueForEveryLeadUnit() throws Exception {
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status, comment)
				select ?, 2026, 'M06', id, 'RETURNED', 'Xem lại' from lead_unit where ward_code = ? and code = 'van-hoa'
				""").params(this.plan.planId(), this.plan.ward().value()).update();
		String due = "/wards/" + this.plan.ward() + "/due";
		Document page = page(due, this.reviewer);
		assertThat(page.select("tbody tr").text()).contains("Phòng Văn hóa", "6 tháng 2026", "Trả lại", "16/06/2026");
		assertThat(page.select("tbody a").attr("href")).contains("/review/2026/M06/van-hoa");
		assertThat(page(due, this.official).select("tbody a").attr("href")).contains("/entry/2026/M06/van-hoa");
		assertThat(this.mvc.get().uri(due).with(TestAccounts.delegate(this.plan.ward().value()))).hasStatus(403);
	}

	private void returned() {
		this.events.publishEvent(new Returned(this.reviewer.username(), this.plan.ward(), form(), SUBMITTED, List.of(),
				List.of(), "Xem lại"));
	}

	private SubmissionKey form() {
		return new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, "kinh-te");
	}

	private Document page(String uri, Actor actor) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.as(actor)).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult post(String uri, Actor actor) {
		return this.mvc.post().uri(uri).with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

}
