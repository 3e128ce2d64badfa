package vn.wardkpi.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.unit.IndicatorMoves;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.ward.LeadUnitRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Single indicators go over from one lead unit to another from a day on, and what was
 * before keeps the unit of its time.
 */
@Transactional
class IndicatorMovesTests extends SubmissionTest {

	private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);

	private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private IndicatorMoves moves;

	@Autowired
	private EntityManager entities;

	@Test
	void givesOneIndicatorAndLeavesTheOthers() {
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
		assertThat(move("van-hoa", "kinh-te", "2026-06-01", "17")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].no")
			.asArray()
			.doesNotContain("17")
			.contains("2");
		assertThat(units("17", DAY)).containsExactly("kinh-te", "y-te");
		assertThat(units("17", BEFORE)).containsExactly("van-hoa", "y-te");
		assertThat(units("2", DAY)).containsExactly("van-hoa");
		assertThat(audited("HANDED_OVER")).hasSize(2)
			.last()
			.asString()
			.startsWith("INDICATOR 17")
			.endsWith("(01/06/2026)");
	}

	@Test
	void takesThePlaceOfTheUnitThatStaysNamed() {
		move("van-hoa", "y-te", "2026-06-01", "17");
		assertThat(units("17", DAY)).containsExactly("y-te");
	}

	@Test
	void movesAPartThatHadTheUnitOfItsGroupAlone() {
		assertThat(row("1.1", DAY).inheritsLeadUnits()).isTrue();
		move("kinh-te", "y-te", "2026-06-01", "1.1");
		assertThat(units("1.1", DAY)).containsExactly("y-te");
		assertThat(units("1.1", BEFORE)).containsExactly("kinh-te");
		assertThat(units("1", DAY)).containsExactly("kinh-te");
	}

	@Test
	void takesPartsAlongThatHaveTheUnitOfTheirGroup() {
		assertThat(move("kinh-te", "y-te", "2026-06-01", "1", "1.1")).hasStatusOk();
		assertThat(row("1.1", DAY).inheritsLeadUnits()).isTrue();
		assertThat(units("1.1", DAY)).containsExactly("y-te");
		assertThat(units("1.1", BEFORE)).containsExactly("kinh-te");
	}

	@Test
	void pagesOfPastYearsShowTheUnitThatAnsweredThen() {
		LocalDate later = LocalDate.of(2028, 3, 1);
		this.jdbc.sql("""
				insert into former_indicator_lead_unit (indicator_id, until, lead_unit_id, position)
				select i.id, '2027-07-01', u.id, 0 from indicator i, lead_unit u
				where i.plan_id = ? and i.no = '17' and u.ward_code = ? and u.code = 'kinh-te'
				""").params(this.plan.planId(), this.plan.ward().value()).update();
		IndicatorRow row = row("17", later);
		assertThat(row.inYear(2026).leadUnitCodes()).containsExactly("kinh-te");
		assertThat(row.inYear(2027).leadUnitCodes()).containsExactly("van-hoa", "y-te");
		assertThat(row.leadUnitCodes()).containsExactly("van-hoa", "y-te");
		assertThat(row("17", BEFORE).inYear(2026).leadUnitCodes()).containsExactly("kinh-te");
	}

	@Test
	void keepsTheUnitsThatAnEditChangesAtOnce() {
		MvcTestResult edited = this.mvc.patch()
			.uri("/api/v1/plans/" + this.plan.planId() + "/indicators/17")
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"leadUnits": ["kinh-te"], "reason": "Phân công lại", "effectiveDate": "2026-06-01"}""")
			.with(TestAccounts.admin())
			.exchange();
		assertThat(edited).hasStatusOk();
		assertThat(units("17", DAY)).containsExactly("kinh-te");
		assertThat(units("17", BEFORE)).containsExactly("van-hoa", "y-te");
	}

	@Test
	void refusesWhatCannotBeMeant() {
		assertThat(move("van-hoa", "van-hoa", "2026-06-01", "17")).hasStatus(422)
			.bodyText()
			.contains("lead-unit-itself");
		assertThat(move("van-hoa", "khong-co", "1000-01-01", "99")).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("lead-unit-unknown", "lead-unit-day", "lead-unit-move-other");
		assertThat(move("van-hoa", "kinh-te", "2026-06-01")).hasStatus(422).bodyText().contains("lead-unit-move-none");
		assertThat(move("kinh-te", "y-te", "2026-06-01", "17")).hasStatus(422)
			.bodyText()
			.contains("lead-unit-move-other");
		assertThat(move("khong-co", "y-te", "2026-06-01", "17")).hasStatus(404);
		assertThat(send(HttpMethod.POST, "/van-hoa/move", "{}")).hasStatus(422);
		assertThat(send(HttpMethod.POST, "/van-hoa/move", "{\"indicators\": [null]}")).hasStatus(422);
		move("van-hoa", "kinh-te", "2026-06-01", "17");
		assertThat(move("kinh-te", "y-te", "2026-05-01", "17")).hasStatus(422)
			.bodyText()
			.contains("lead-unit-move-earlier");
		assertThat(move("kinh-te", "van-hoa", "2026-06-01", "17")).hasStatusOk();
		assertThat(units("17", BEFORE)).containsExactly("van-hoa", "y-te");
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
	}

	@Test
	void movesOnTheDayAndNotBefore() {
		assertThat(move("van-hoa", "kinh-te", "2099-01-01", "17")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[?(@.no=='17')].goesOn")
			.asArray()
			.containsExactly("2099-01-01");
		this.moves.carryOut();
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
		this.jdbc.sql("update indicator_move set valid_from = '2026-06-01' where moved_at is null").update();
		this.moves.carryOut();
		assertThat(units("17", DAY)).containsExactly("kinh-te", "y-te");
		assertThat(units("17", BEFORE)).containsExactly("van-hoa", "y-te");
	}

	@Test
	void takesAMoveToComeBack() {
		move("van-hoa", "kinh-te", "2099-01-01", "17");
		String back = "/van-hoa/move?planId=" + this.plan.planId() + "&no=17";
		assertThat(send(HttpMethod.DELETE, back, "")).hasStatus(204);
		assertThat(send(HttpMethod.DELETE, back, "")).hasStatus(409);
		this.jdbc.sql("update indicator_move set valid_from = '2026-06-01' where moved_at is null").update();
		this.moves.carryOut();
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
		assertThat(audited("REVOKED")).hasSize(2);
	}

	@Test
	void opensTheFormsThatWereSentWithoutIt() {
		form("van-hoa", 2026, "RETURNED");
		form("kinh-te", 2026, "APPROVED");
		form("van-hoa", 2027, "APPROVED");
		form("kinh-te", 2027, "APPROVED");
		this.jdbc.sql("""
				insert into submission_row (submission_id, indicator_id, decision, comment, decided_by, decided_at)
				select s.id, i.id, 'RETURNED', 'Xem lại', 'binh', now() from submission s
				join lead_unit u on u.id = s.lead_unit_id and u.code = 'van-hoa'
				join indicator i on i.plan_id = s.plan_id and i.no = '17'
				where s.plan_id = ? and s.year = 2026
				""").param(this.plan.planId()).update();
		move("van-hoa", "kinh-te", "2026-06-01", "17");
		assertThat(forms()).containsExactly("2026 kinh-te DRAFT", "2026 van-hoa RETURNED", "2027 kinh-te APPROVED",
				"2027 van-hoa APPROVED");
		assertThat(this.jdbc.sql("""
				select u.code from submission_row r join submission s on s.id = r.submission_id
				join lead_unit u on u.id = s.lead_unit_id where s.plan_id = ?
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("kinh-te");
	}

	@Test
	void handsTheFormsOverOfAUnitThatAnswersForNothingMore() {
		form("van-hoa", 2026, "SUBMITTED");
		move("van-hoa", "y-te", "2026-06-01", "2", "2.1", "2.2", "17", "23");
		assertThat(forms()).containsExactly("2026 y-te SUBMITTED");
	}

	@Test
	void whatIsEnteredGoesOnTheOtherUnitsForm() {
		official().enters("17", "6,1");
		move("van-hoa", "kinh-te", "2026-06-01", "17");
		assertThat(this.mvc.get()
			.uri("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te")
			.with(TestAccounts.as(this.official))).bodyText().contains("6,1");
		assertThat(this.mvc.get()
			.uri("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa")
			.with(TestAccounts.as(this.official))).bodyText().doesNotContain("6,1");
	}

	@Test
	void asksOnThePageBeforeItMoves() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/lead-units/van-hoa/move";
		String row = this.plan.planId() + "/17";
		Document asked = page(this.mvc.get().uri(page).param("rows", row).with(TestAccounts.admin()).exchange());
		assertThat(asked.select("input[name=rows][checked]").eachAttr("value")).containsExactly(row);
		MvcTestResult wrong = post(page, Map.of("into", "", "from", "31/2/2026"));
		assertThat(wrong).hasStatus(422);
		assertThat(page(wrong).select(".error-summary a").eachAttr("href")).containsExactlyInAnyOrder("#into", "#from",
				"#indicators");
		MvcTestResult sure = post(page, Map.of("rows", row, "into", "kinh-te", "from", "1/6/2026"));
		assertThat(sure).hasStatusOk();
		assertThat(page(sure).select("form.notice h2").text()).startsWith("Chuyển 1 chỉ tiêu sang");
		assertThat(units("17", DAY)).containsExactly("van-hoa", "y-te");
		assertThat(post(page, Map.of("rows", row, "into", "kinh-te", "from", "1/6/2026", "confirmed", "true")))
			.hasStatus(302);
		assertThat(units("17", DAY)).containsExactly("kinh-te", "y-te");
		assertThat(post(page, Map.of("rows", "x", "into", "kinh-te", "from", "1/6/2026", "confirmed", "true")))
			.hasStatus(422);
	}

	@Test
	void ofTwoWhoMoveAtOnceTheSecondIsToldAndLosesNothing() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/lead-units/van-hoa/move";
		String before = version(page);
		String read = seen("van-hoa");
		String rest = "/van-hoa/move";
		String json = "{\"into\": \"y-te\", \"from\": \"2026-06-01\", \"indicators\": [{\"planId\": %d, \"no\": \"2\"}]}"
			.formatted(this.plan.planId());
		assertThat(this.mvc.post()
			.uri("/api/v1/wards/" + this.plan.ward() + "/lead-units" + rest)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.admin())).hasStatus(428);
		move("van-hoa", "kinh-te", "2099-01-01", "17");
		assertThat(send(HttpMethod.POST, rest, json, read)).hasStatus(412);
		assertThat(send(HttpMethod.DELETE, rest + "?planId=" + this.plan.planId() + "&no=17", "", read)).hasStatus(412);
		Map<String, String> typed = Map.of("rows", this.plan.planId() + "/2", "into", "y-te", "from", "1/6/2026",
				"confirmed", "true");
		MvcTestResult told = post(page, typed, before);
		assertThat(told).hasStatus(409);
		Document shown = page(told);
		assertThat(shown.select("[role=alert]").text()).contains("vừa được người khác thay đổi");
		assertThat(shown.select("input[name=rows][checked]").eachAttr("value")).containsExactly(typed.get("rows"));
		assertThat(shown.select("#from").val()).isEqualTo("1/6/2026");
		assertThat(shown.select("#into option[selected]").val()).isEqualTo("y-te");
		assertThat(units("2", DAY)).containsExactly("van-hoa");
		assertThat(post(page + "/take-back", Map.of("row", this.plan.planId() + "/17"), before)).hasStatus(409);
		assertThat(post(page, typed, shown.select("input[name=version]").get(0).val())).hasStatus(302);
		assertThat(units("2", DAY)).containsExactly("y-te");
	}

	@Test
	void takesOnlyTheRowOfItsButtonBack() throws Exception {
		move("van-hoa", "kinh-te", "2099-01-01", "2", "17");
		String page = "/wards/" + this.plan.ward() + "/lead-units/van-hoa/move";
		Document shown = page(this.mvc.get().uri(page).with(TestAccounts.admin()).exchange());
		Elements buttons = shown.select("button[formaction$=take-back]");
		assertThat(buttons).hasSize(2);
		assertThat(buttons.last().attr("value")).endsWith("/17");
		assertThat(post(page + "/take-back",
				Map.of("rows", this.plan.planId() + "/2", buttons.last().attr("name"), buttons.last().attr("value"))))
			.hasStatus(302);
		assertThat(this.jdbc.sql("""
				select i.no from indicator_move m join indicator i on i.id = m.indicator_id
				where i.plan_id = ? and m.moved_at is null
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("2");
	}

	@Test
	void listsWithAConstantNumberOfStatements() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/lead-units/van-hoa/move";
		this.mvc.get().uri(page).with(TestAccounts.admin()).exchange();
		List<String> statements = StatementCounter
			.during(() -> this.mvc.get().uri(page).with(TestAccounts.admin()).exchange())
			.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION"))
			.toList();
		assertThat(statements).hasSizeLessThanOrEqualTo(9);
	}

	private static Document page(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult move(String unit, String into, String from, String... numbers) {
		String rows = String.join(", ",
				List.of(numbers)
					.stream()
					.map((no) -> "{\"planId\": %d, \"no\": \"%s\"}".formatted(this.plan.planId(), no))
					.toList());
		return send(HttpMethod.POST, "/" + unit + "/move",
				"{\"into\": \"%s\", \"from\": \"%s\", \"indicators\": [%s]}".formatted(into, from, rows));
	}

	private MvcTestResult send(HttpMethod method, String address, String json) {
		return send(method, address, json, seen(address.substring(1, address.indexOf("/", 1))));
	}

	/** What the unit answers for now, as a caller has read it. */
	private @Nullable String seen(String unit) {
		this.entities.flush();
		return this.mvc.get()
			.uri("/api/v1/wards/" + this.plan.ward() + "/lead-units/" + unit + "/indicators")
			.with(TestAccounts.admin())
			.exchange()
			.getResponse()
			.getHeader("ETag");
	}

	private MvcTestResult send(HttpMethod method, String address, String json, @Nullable String seen) {
		this.entities.flush();
		this.entities.clear();
		MvcTestResult answer = this.mvc.method(method)
			.header("If-Match", (seen != null) ? seen : "\"none\"")
			.uri("/api/v1/wards/" + this.plan.ward() + "/lead-units" + address)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.admin())
			.exchange();
		this.entities.clear();
		return answer;
	}

	private MvcTestResult post(String address, Map<String, String> form) {
		return post(address, form, version(address));
	}

	private String version(String address) {
		MvcTestResult shown = this.mvc.get()
			.uri(address.replace("/take-back", ""))
			.with(TestAccounts.admin())
			.exchange();
		try {
			return page(shown).select("input[name=version]").get(0).val();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private MvcTestResult post(String address, Map<String, String> form, String version) {
		var request = this.mvc.post().uri(address).param("version", version).with(TestAccounts.admin()).with(csrf());
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

	private List<String> audited(String action) {
		return this.jdbc.sql("""
				select subject || ' ' || key || ': ' || from_state || ' ' || to_state from audit_entry
				where ward_code = ? and action = ? order by id
				""").params(this.plan.ward().value(), action).query(String.class).list();
	}

	private List<String> units(String no, LocalDate day) {
		return row(no, day).leadUnits().stream().map(LeadUnitRow::code).toList();
	}

	private IndicatorRow row(String no, LocalDate day) {
		this.entities.flush();
		return this.catalog.indicators(this.plan.planId(), day)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow();
	}

}
