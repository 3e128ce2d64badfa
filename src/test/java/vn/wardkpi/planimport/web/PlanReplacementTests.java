package vn.wardkpi.planimport.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A wrong annex is noticed and another one takes its place.
 */
@Transactional
class PlanReplacementTests extends IntegrationTest {

	private static final String WARD = "00613";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private final String annex = annex();

	@Test
	void aDraftGivesWayAndRowsThatStayAreTheSame() {
		long plan = stored(send(this.annex, ""));
		long kept = indicator(plan, "1");

		MvcTestResult replaced = send(corrected(), "?replace=" + plan);
		assertThat(replaced).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("{\"planId\": %d, \"status\": \"DRAFT\"}".formatted(plan));
		assertThat(indicator(plan, "1")).isEqualTo(kept);
		MvcTestResult indicators = this.mvc.get()
			.uri("/api/v1/plans/" + plan + "/indicators")
			.with(TestAccounts.wardAdmin(WARD))
			.exchange();
		assertThat(indicators).bodyJson()
			.extractingPath("$[?(@.no=='1')].targets[?(@.year==2026)].text")
			.asArray()
			.contains("9.933,5");
		assertThat(indicators).bodyJson().extractingPath("$[?(@.no=='22')]").asArray().isEmpty();
		assertThat(indicators).bodyJson()
			.extractingPath("$[?(@.no=='21')].name")
			.asArray()
			.containsExactly("Chỉ tiêu tuyển quân");
		assertThat(this.jdbc.sql("""
				select action from audit_entry where plan_id = ? and subject = 'INDICATOR' and indicator_no = '22'
				order by id
				""").param(plan).query(String.class).list()).containsExactly("CREATED", "DELETED");
		assertThat(send(this.annex, "?replace=" + plan)).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void theAnswerSaysRowByRowWhatDiffers() {
		long plan = stored(send(this.annex, ""));
		String corrected = corrected().replace("Văn phòng HĐND và UBND", "Văn phòng");
		for (String query : new String[] { "?dryRun=true&replace=" + plan, "?replace=" + plan }) {
			MvcTestResult answer = send(corrected, query);
			assertThat(answer).bodyJson()
				.extractingPath("$.differences[?(@.no=='1')].parts[?(@.label=='HĐND phường 2026')]")
				.asArray()
				.singleElement()
				.isEqualTo(Map.of("label", "HĐND phường 2026", "from", "9.923,5", "to", "9.933,5"));
			assertThat(answer).bodyJson()
				.extractingPath("$.differences[?(@.no=='22')].kind")
				.asArray()
				.containsExactly("REMOVED");
			assertThat(answer).bodyJson()
				.extractingPath("$.differences[*].parts[?(@.label=='Đơn vị chủ trì, phối hợp')]")
				.asArray()
				.isNotEmpty();
		}
		assertThat(send(corrected, "?dryRun=true")).bodyJson().extractingPath("$.differences").isNull();
		assertThat(send(corrected, "?dryRun=true&replace=" + plan)).bodyJson()
			.extractingPath("$.differences")
			.asArray()
			.isEmpty();
	}

	@Test
	void anAdoptedPlanIsADraftAgainAndKeepsTheFiguresOfItsRows() {
		long plan = stored(send(this.annex, "?decisionNumber=15/NQ-HĐND&decisionDate=2025-12-22"));
		figure(plan, "1");
		assertThat(send(corrected(), "?replace=" + plan)).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("DRAFT");
		assertThat(this.jdbc.sql("""
				select count(*) from actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and i.no = '1'
				""").param(plan).query(Long.class).single()).isEqualTo(1);
		assertThat(this.mvc.get().uri("/api/v1/plans/" + plan).with(TestAccounts.delegate(WARD)).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(send(this.annex, "?decisionNumber=16/NQ-HĐND&decisionDate=2025-12-23&replace=" + plan))
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("ADOPTED");
	}

	@Test
	void aRowWithFiguresIsNotTakenAway() {
		long plan = stored(send(this.annex, "?decisionNumber=15/NQ-HĐND&decisionDate=2025-12-22"));
		figure(plan, "22");
		assertThat(send(corrected(), "?replace=" + plan)).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("22", "đã nhập số liệu");
		approve(plan);
		assertThat(send(this.annex, "?replace=" + plan)).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("số liệu được duyệt");
	}

	@Test
	void targetsOfThePlansTextStayWithTheirFigures() {
		String text = "23,,Sản phẩm OCOP,Sản phẩm,SUPPLEMENTARY,,HIGHER_IS_BETTER,COUNT,LAST,no,,,,,40,35,36,37,38,39,"
				+ "Công an Phường,\n";
		long plan = stored(send(this.annex + text, "?decisionNumber=15/NQ-HĐND&decisionDate=2025-12-22"));
		long kept = indicator(plan, "23");
		figure(plan, "23");
		assertThat(send(corrected(), "?dryRun=true&replace=" + plan)).bodyJson()
			.extractingPath("$.differences[?(@.no=='23')]")
			.asArray()
			.isEmpty();
		String decided = "?decisionNumber=16/NQ-HĐND&decisionDate=2025-12-23&replace=" + plan;
		assertThat(send(corrected(), decided)).hasStatus(HttpStatus.CREATED);
		assertThat(indicator(plan, "23")).isEqualTo(kept);
		assertThat(targets(kept)).containsExactly("35", "36", "37", "38", "39", "40");
		assertThat(this.jdbc.sql("select count(*) from target_decision where plan_id = ? and issuer = 'WARD_COUNCIL'")
			.param(plan)
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from actual where indicator_id = ?")
			.param(kept)
			.query(Long.class)
			.single()).isEqualTo(1);

		String more = corrected()
				+ "23,,Số hộ thoát nghèo,Hộ,COUNTED,,HIGHER_IS_BETTER,COUNT,EVERY_YEAR,no,,,,,,5,5,5,5,5,"
				+ "Công an Phường,\n";
		assertThat(send(more, "?dryRun=true&replace=" + plan)).bodyJson()
			.extractingPath("$.differences[?(@.no=='23')].kind")
			.asArray()
			.containsExactly("ADDED");
		assertThat(send(more, "?replace=" + plan)).hasStatus(HttpStatus.CREATED);
		assertThat(indicator(plan, "24")).isEqualTo(kept);
		assertThat(indicator(plan, "23")).isNotEqualTo(kept);
		assertThat(targets(kept)).containsExactly("35", "36", "37", "38", "39", "40");
	}

	private List<String> targets(long indicator) {
		return this.jdbc.sql("select text from target where indicator_id = ? order by year")
			.param(indicator)
			.query(String.class)
			.list();
	}

	@Test
	void anotherPlanThanTheWardsIsNotReplaced() {
		assertThat(send(this.annex, "?replace=999999")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePageShowsWhatDiffersBeforeItIsReplaced() {
		long plan = stored(send(this.annex, ""));
		String preview = upload(corrected());
		accept(preview);
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.admin()).exchange()).hasStatusOk()
			.bodyText()
			.contains("Thay kế hoạch hiện có", "9.923,5 → 9.933,5", "Các tụ điểm phức tạp")
			.doesNotContain("value=\"store\"");
		assertThat(this.mvc.post()
			.uri(preview)
			.param("action", "replace")
			.param("confirmed", "true")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange()).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/plans/" + plan);
		assertThat(this.mvc.get().uri("/plans/" + plan).with(TestAccounts.admin()).exchange()).bodyText()
			.contains("9.933,5")
			.doesNotContain("Các tụ điểm phức tạp");
	}

	@Test
	void thePageReplacesOnlyWhatWasSeen() {
		long plan = stored(send(this.annex, ""));
		String preview = upload(corrected());
		accept(preview);
		String seen = Jsoup.parse(page(preview)).select("#import input[name=seen]").val();
		assertThat(seen).isNotEmpty();
		this.jdbc.sql("update plan set status = 'ADOPTED', adopted_at = now() where id = ?").param(plan).update();
		assertThat(replace(preview, seen)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("người khác thay đổi");
		assertThat(replace(preview, Jsoup.parse(page(preview)).select("#import input[name=seen]").val()))
			.hasStatus(HttpStatus.FOUND);
	}

	private MvcTestResult replace(String preview, String seen) {
		return this.mvc.post()
			.uri(preview)
			.param("action", "replace")
			.param("confirmed", "true")
			.param("seen", seen)
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
	}

	private String page(String address) {
		return new String(
				this.mvc.get().uri(address).with(TestAccounts.admin()).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	private void accept(String preview) {
		assertThat(this.mvc.post()
			.uri(preview)
			.param("accept",
					Jsoup.parse(page(preview)).select("button[name=accept]").eachAttr("value").toArray(String[]::new))
			.with(TestAccounts.admin())
			.with(csrf())).hasStatus(HttpStatus.FOUND);
	}

	/** Another figure, another name, and a row less. */
	private String corrected() {
		return this.annex.replace("\"9.923,5\"", "\"9.933,5\"")
			.replace("Chỉ tiêu tuyển quân, nghĩa vụ công an nhân dân", "Chỉ tiêu tuyển quân")
			.lines()
			.filter((line) -> !line.startsWith("22,"))
			.reduce("", (all, line) -> all + line + "\n");
	}

	private void figure(long plan, String no) {
		this.jdbc.sql("""
				insert into actual (indicator_id, year, period, value, entered_by, entered_at)
				select id, 2026, 'FINAL', 10, 'somebody', now() from indicator where plan_id = ? and no = ?
				""").params(plan, no).update();
	}

	private void approve(long plan) {
		this.jdbc.sql("""
				insert into approved_actual (actual_id, indicator_id, year, period, value, entered_by, entered_at,
				                             approved_by, approved_at)
				select a.id, a.indicator_id, a.year, a.period, a.value, a.entered_by, a.entered_at, 'another', now()
				from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?
				""").param(plan).update();
	}

	private long indicator(long plan, String no) {
		return this.jdbc.sql("select id from indicator where plan_id = ? and no = ?")
			.params(plan, no)
			.query(Long.class)
			.single();
	}

	private static long stored(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.CREATED);
		String address = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
		return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
	}

	private String upload(String content) {
		MvcTestResult uploaded = this.mvc.post()
			.uri("/wards/" + WARD + "/plans/import")
			.multipart()
			.file(file(content))
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(uploaded).hasStatus(HttpStatus.FOUND);
		return Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl());
	}

	private MvcTestResult send(String content, String query) {
		return this.mvc.post()
			.uri("/api/v1/wards/" + WARD + "/plans/import" + query)
			.multipart()
			.file(file(content))
			.with(TestAccounts.wardAdmin(WARD))
			.exchange();
	}

	private static MockMultipartFile file(String content) {
		return new MockMultipartFile("file", "annex.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
	}

	private static String annex() {
		try (InputStream content = Objects
			.requireNonNull(PlanReplacementTests.class.getResourceAsStream("/domain/plan-tu-liem.csv"))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
