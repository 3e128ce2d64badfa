package vn.wardkpi.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.ward.LeadUnitChanges;
import vn.wardkpi.ward.LeadUnitRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A ward's lead units are created, renamed, merged and ended from a day on, and what they
 * answered for stays as it was until then.
 */
@Transactional
class LeadUnitsOverTimeTests extends SubmissionTest {

	private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);

	private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private LeadUnitChanges changes;

	@Autowired
	private EntityManager entities;

	@Test
	void isCreatedOnce() {
		MvcTestResult created = send(HttpMethod.POST, "", """
				{"name": "Trung tâm Hành chính công", "from": "2026-07-01"}""");
		assertThat(created).hasStatus(201)
			.hasHeader("Location", api() + "/trung-tam-hanh-chinh-cong")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"code": "trung-tam-hanh-chinh-cong", "name": "Trung tâm Hành chính công", "beginsOn": "2026-07-01",
					 "endsOn": null, "mergedInto": null, "open": true, "indicators": 0}""");
		assertThat(send(HttpMethod.POST, "", "{\"name\": \"Trung tâm Hành chính công\"}")).hasStatus(422)
			.bodyText()
			.contains("lead-unit-taken");
		assertThat(send(HttpMethod.POST, "", "{\"name\": \" – \"}")).hasStatus(422)
			.bodyText()
			.contains("lead-unit-code");
		assertThat(send(HttpMethod.POST, "", "{}")).hasStatus(422).bodyText().contains("required");
		assertThat(send(HttpMethod.PATCH, "/khong-co", "{\"name\": \"x\"}")).hasStatus(404);
	}

	@Test
	void keepsTheNameOfTheTime() {
		String before = names("2", BEFORE);
		assertThat(send(HttpMethod.PATCH, "/van-hoa", """
				{"name": "Phòng Văn hóa mới", "from": "2026-06-01"}""")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"code": "van-hoa", "name": "Phòng Văn hóa mới", "names": [{"name": "%s", "from": null},
				 {"name": "Phòng Văn hóa mới", "from": "2026-06-01"}]}""".formatted(before));
		assertThat(names("2", BEFORE)).isEqualTo(before);
		assertThat(names("2", DAY)).isEqualTo("Phòng Văn hóa mới");
		assertThat(audited()).containsExactly("van-hoa: " + before + " > Phòng Văn hóa mới (01/06/2026)");
	}

	@Test
	void isCalledByALaterNameFromItsDayOn() {
		String before = names("2", BEFORE);
		assertThat(send(HttpMethod.PATCH, "/van-hoa", "{\"name\": \"Phòng Mai sau\", \"from\": \"2099-01-01\"}"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("name")
			.isEqualTo(before);
		assertThat(names("2", LocalDate.of(2099, 1, 1))).isEqualTo("Phòng Mai sau");
	}

	@Test
	void handsItsIndicatorsOverWhenItIsMerged() {
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
		assertThat(merge("van-hoa", "y-te", "2026-06-01")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"code": "van-hoa", "endsOn": "2026-06-01", "mergedInto": "y-te", "open": false, "indicators": 0}""");
		assertThat(units("2", DAY)).containsExactly("y-te");
		assertThat(units("17", DAY)).containsExactly("y-te");
		assertThat(units("2", BEFORE)).containsExactly("van-hoa");
		assertThat(units("17", BEFORE)).containsExactly("van-hoa", "y-te");
		assertThat(units("1", DAY)).containsExactly("kinh-te");
		assertThat(audited()).hasSize(1);
		assertThat(this.jdbc.sql("select min(position) from indicator_lead_unit").query(Integer.class).single())
			.isZero();
		assertThat(send(HttpMethod.PATCH, "/van-hoa", "{\"name\": \"x\"}")).hasStatus(409);
		assertThat(merge("kinh-te", "van-hoa", "2026-06-01")).hasStatus(422).bodyText().contains("lead-unit-gone");
	}

	@Test
	void handsOpenFormsOverAndLeavesApprovedOnes() {
		form("van-hoa", 2026, "RETURNED");
		form("van-hoa", 2027, "APPROVED");
		merge("van-hoa", "y-te", "2026-06-01");
		assertThat(forms()).containsExactly("2026 y-te RETURNED", "2027 van-hoa APPROVED", "2027 y-te APPROVED");
		assertThat(this.mvc.get()
			.uri("/plans/" + this.plan.planId() + "/review/2027/FINAL/van-hoa")
			.with(TestAccounts.as(this.reviewer))
			.exchange()
			.getResponse()
			.getStatus()).isLessThan(500);
	}

	@Test
	void opensAFormAgainThatWasApprovedWithoutWhatComesToIt() {
		form("van-hoa", 2026, "SUBMITTED");
		form("kinh-te", 2026, "APPROVED");
		form("van-hoa", 2027, "DRAFT");
		form("kinh-te", 2027, "RETURNED");
		merge("van-hoa", "kinh-te", "2026-06-01");
		assertThat(forms()).containsExactly("2026 kinh-te DRAFT", "2027 kinh-te RETURNED");
	}

	@Test
	void handsOverWhatIsStillToBeDone() {
		for (String state : List.of("IN_PROGRESS", "DONE")) {
			this.jdbc.sql("""
					insert into task (plan_id, what, lead_unit_id, due, state, done, created_at, created_by, changed_at,
					                  changed_by)
					select ?, ?, id, '2026-12-31', ?, ?, now(), 'test', now(), 'test' from lead_unit
					where ward_code = ? and code = 'van-hoa'
					""")
				.params(this.plan.planId(), state, state, state.equals("DONE") ? BEFORE : null,
						this.plan.ward().value())
				.update();
		}
		merge("van-hoa", "y-te", "2026-06-01");
		assertThat(this.jdbc.sql("""
				select t.what || ' ' || u.code from task t join lead_unit u on u.id = t.lead_unit_id where t.plan_id = ?
				order by t.id
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("IN_PROGRESS y-te",
				"DONE van-hoa");
	}

	@Test
	void movesAccountsAndEndsTheirSessions() {
		long user = this.jdbc
			.sql("""
					insert into user_account (username, password_hash, display_name, role, ward_code, created_at, created_by)
					values ('cua-van-hoa', '{noop}none', 'Một người', 'OFFICIAL', ?, now(), 'test') returning id
					""")
			.param(this.plan.ward().value())
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into user_lead_unit (user_id, ward_code, lead_unit_code) values (?, ?, 'van-hoa')")
			.params(user, this.plan.ward().value())
			.update();
		merge("van-hoa", "y-te", "2026-06-01");
		assertThat(this.jdbc.sql("select lead_unit_code from user_lead_unit where user_id = ?")
			.param(user)
			.query(String.class)
			.list()).containsExactly("y-te");
		assertThat(this.jdbc.sql("select version from user_account where id = ?")
			.param(user)
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void handsOverOnTheDayAndNotBefore() {
		assertThat(merge("van-hoa", "y-te", "2099-01-01")).hasStatusOk()
			.bodyJson()
			.extractingPath("open")
			.isEqualTo(true);
		assertThat(units("2", DAY)).containsExactly("van-hoa");
		this.entities.clear();
		this.jdbc.sql("update lead_unit set ends_on = '2026-06-01' where ward_code = ? and code = 'van-hoa'")
			.param(this.plan.ward().value())
			.update();
		this.changes.carryOut();
		assertThat(units("2", DAY)).containsExactly("y-te");
		assertThat(units("2", BEFORE)).containsExactly("van-hoa");
	}

	@Test
	void aDraftWhoseUnitsWereMergedIsDeletedAndWhatWasIsOnRecord() {
		long draft = this.jdbc.sql("""
				insert into plan (ward_code, title, from_year, to_year, status, illustrative, created_at, created_by,
				                  status_at, status_by, version)
				select ward_code, 'Dự thảo', 2031, 2035, 'DRAFT', illustrative, created_at, created_by, status_at,
				       status_by, version
				from plan where id = ? returning id
				""").param(this.plan.planId()).query(Long.class).single();
		String columns = this.jdbc.sql("""
				select string_agg(column_name, ', ') from information_schema.columns
				where table_name = 'indicator' and table_schema = current_schema() and is_generated = 'NEVER'
				  and column_name not in ('id', 'plan_id', 'parent_id')
				""").query(String.class).single();
		long row = this.jdbc
			.sql("insert into indicator (plan_id, " + columns + ") select ?, " + columns
					+ " from indicator where plan_id = ? and no = '17' returning id")
			.params(draft, this.plan.planId())
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into indicator_lead_unit (indicator_id, lead_unit_id, position)
				select ?, id, 0 from lead_unit where ward_code = ? and code = 'van-hoa'
				""").params(row, this.plan.ward().value()).update();
		assertThat(merge("van-hoa", "y-te", "2026-06-01")).hasStatusOk();
		assertThat(this.jdbc.sql("""
				select u.code from indicator_lead_unit r join lead_unit u on u.id = r.lead_unit_id
				where r.indicator_id = ?
				""").param(row).query(String.class).list()).containsExactly("y-te");
		// As mergers of an earlier version recorded it, of drafts too.
		this.jdbc.sql("""
				insert into former_indicator_lead_unit (indicator_id, until, lead_unit_id, position)
				select ?, '2026-06-01', id, 0 from lead_unit where ward_code = ? and code = 'van-hoa'
				""").params(row, this.plan.ward().value()).update();
		this.entities.flush();
		this.entities.clear();
		assertThat(this.mvc.delete().uri("/api/v1/plans/" + draft).with(TestAccounts.admin())).hasStatus(204);
		this.entities.flush();
		assertThat(this.jdbc.sql("select count(*) from indicator where plan_id = ?")
			.param(draft)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from former_indicator_lead_unit where indicator_id = ?")
			.param(row)
			.query(Long.class)
			.single()).as("stays on record").isOne();
		assertThat(this.mvc.get().uri("/api/v1/plans/" + draft).with(TestAccounts.admin())).hasStatus(404);
		assertThat(units("2", BEFORE)).containsExactly("van-hoa");
	}

	@Test
	void endsOnlyWithoutIndicators() {
		assertThat(send(HttpMethod.PATCH, "/van-hoa", "{\"endsOn\": \"2026-06-01\"}")).hasStatus(409);
		send(HttpMethod.POST, "", "{\"name\": \"Tổ Thừa\"}");
		assertThat(send(HttpMethod.PATCH, "/to-thua", "{\"endsOn\": \"2026-06-01\"}")).hasStatusOk()
			.bodyJson()
			.extractingPath("open")
			.isEqualTo(false);
		assertThat(send(HttpMethod.PATCH, "/to-thua", "{\"open\": true}")).hasStatusOk()
			.bodyJson()
			.extractingPath("endsOn")
			.isNull();
	}

	@Test
	void asksOnThePageBeforeItMerges() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/lead-units";
		MvcTestResult asked = post(page + "/van-hoa/merge", Map.of("into", "y-te", "from", "1/6/2026"));
		assertThat(asked).hasStatusOk();
		Document question = Jsoup.parse(asked.getResponse().getContentAsString());
		assertThat(question.select("form.notice h2").text()).startsWith("Nhập ").endsWith("?");
		assertThat(units("2", DAY)).containsExactly("van-hoa");
		assertThat(post(page + "/van-hoa/merge", Map.of("into", "y-te", "from", "1/6/2026", "confirmed", "true")))
			.hasStatus(302);
		assertThat(units("2", DAY)).containsExactly("y-te");
		MvcTestResult wrong = post(page + "/kinh-te/rename", Map.of("name", "", "from", "31/2/2026"));
		assertThat(wrong).hasStatus(422);
		assertThat(Jsoup.parse(wrong.getResponse().getContentAsString()).select(".error-summary a").eachAttr("href"))
			.containsExactly("#rename-kinh-te-name", "#rename-kinh-te-from");
		assertThat(post(page + "/kinh-te/end", Map.of("from", "1/6/2026"))).hasStatus(409);
	}

	@Test
	void readsWithAConstantNumberOfStatements() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/lead-units";
		MvcTestResult shown = this.mvc.get().uri(page).with(TestAccounts.as(this.official)).exchange();
		assertThat(shown).hasStatusOk();
		assertThat(shown.getResponse().getContentAsString()).doesNotContain("<details class=\"change", "??");
		List<String> few = statements(page);
		this.jdbc
			.sql("""
					insert into lead_unit (ward_code, code, name) select ?, 'to-' || n, 'Tổ ' || n from generate_series(1, 30) n
					""")
			.param(this.plan.ward().value())
			.update();
		assertThat(statements(page)).hasSameSizeAs(few).hasSize(5);
	}

	private List<String> statements(String page) throws Exception {
		this.entities.flush();
		this.entities.clear();
		return StatementCounter.during(() -> this.mvc.get().uri(page).with(TestAccounts.as(this.official)).exchange())
			.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION"))
			.toList();
	}

	private MvcTestResult merge(String unit, String into, String from) {
		return send(HttpMethod.POST, "/" + unit + "/merge",
				"{\"into\": \"%s\", \"from\": \"%s\"}".formatted(into, from));
	}

	private String api() {
		return "/api/v1/wards/" + this.plan.ward() + "/lead-units";
	}

	private MvcTestResult send(HttpMethod method, String address, String json) {
		this.entities.flush();
		this.entities.clear();
		return this.mvc.method(method)
			.uri(api() + address)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.admin())
			.exchange();
	}

	private MvcTestResult post(String address, Map<String, String> form) {
		var request = this.mvc.post().uri(address).with(TestAccounts.admin()).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

	private void form(String unit, int year, String status) {
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at,
				                        reviewed_by, reviewed_at)
				select ?, ?, 'FINAL', id, ?, 'an', now(), 'binh', now() from lead_unit where ward_code = ? and code = ?
				""").params(this.plan.planId(), year, status, this.plan.ward().value(), unit).update();
	}

	private List<String> forms() {
		return this.jdbc.sql("""
				select s.year || ' ' || u.code || ' ' || s.status from submission s
				join lead_unit u on u.id = s.lead_unit_id where s.plan_id = ? order by s.year, u.code
				""").param(this.plan.planId()).query(String.class).list();
	}

	private List<String> audited() {
		return this.jdbc.sql("""
				select key || ': ' || from_state || ' > ' || to_state from audit_entry
				where subject = 'LEAD_UNIT' and ward_code = ? and action = 'CHANGED' order by id
				""").param(this.plan.ward().value()).query(String.class).list();
	}

	private String names(String no, LocalDate day) {
		return indicator(no, day).leadUnits().get(0).name();
	}

	private List<String> units(String no, LocalDate day) {
		return indicator(no, day).leadUnits().stream().map(LeadUnitRow::code).toList();
	}

	private IndicatorRow indicator(String no, LocalDate day) {
		return this.catalog.indicators(this.plan.planId(), day)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow();
	}

}
