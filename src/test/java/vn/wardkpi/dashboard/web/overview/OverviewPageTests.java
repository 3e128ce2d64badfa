package vn.wardkpi.dashboard.web.overview;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.headline.HeadlineInput;
import vn.wardkpi.plan.headline.HeadlineRecords;
import vn.wardkpi.plan.headline.HeadlineStage;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
class OverviewPageTests extends IntegrationTest {

	private static final String HANOI = "/overview?province=01&year=2026";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private HeadlineRecords headlines;

	private SamplePlan first;

	private String page;

	@BeforeEach
	void storePlan() {
		this.first = SamplePlan.store(this.jdbc, this.plans);
		this.page = "/overview?year=2026&province=" + ward("province_code");
	}

	@Test
	void namesEveryWardOfAProvince() throws Exception {
		Document page = get(HANOI);
		assertThat(page.select("h1").text()).isEqualTo("Thành phố Hà Nội năm 2026");
		List<String> all = page.select("table.shared tbody th a, section[aria-labelledby=without-plan] li a")
			.eachText();
		assertThat(all).hasSize(126).doesNotHaveDuplicates().noneMatch((name) -> name.contains("Mẫu"));
		List<String> without = page.select("section[aria-labelledby=without-plan] li a").eachText();
		assertThat(without.indexOf("Phường Đại Mỗ")).isGreaterThan(without.indexOf("Phường Cửa Nam"))
			.isLessThan(without.indexOf("Phường Giảng Võ"));
	}

	@Test
	void namesWardsWithoutFigures() throws Exception {
		Document page = get(this.page);
		assertThat(page.select("section[aria-labelledby=without-figures] li").eachText()).contains(ward("name"));
		assertThat(page.select("section[aria-labelledby=without-plan] li").eachText()).doesNotContain(ward("name"));
		assertThat(row(page)).contains("chưa có số liệu");
	}

	@Test
	void marksAPublishedHeadline() throws Exception {
		this.headlines.record(
				this.first.planId(), new HeadlineInput(Issuer.WARD_COUNCIL, 2026, HeadlineStage.FINAL, 13, 12, null,
						null, null, null, null, null, "Báo cáo của phường", null, null, null),
				TestAccounts.adminActor());
		Document page = get(this.page);
		assertThat(row(page)).contains("theo báo cáo: 12/13");
		assertThat(page.select("table.shared tbody tr:has(th:contains(" + ward("name") + ")) td.num b").text())
			.as("it speaks of more than the 6 of the plan")
			.isEqualTo("theo báo cáo: 12/13");
		assertThat(page.select("section[aria-labelledby=without-figures] li").eachText()).doesNotContain(ward("name"));
	}

	@Test
	void comparesAnIndicatorThatAWardDoesNotHave() throws Exception {
		assertThat(row(get(this.page + "&indicator=3"))).contains("không có chỉ tiêu này");
	}

	@Test
	void comparesOneIndicator() throws Exception {
		link("7", 3);
		Document page = get(this.page);
		assertThat(page.select("#shared-list tbody tr").eachText()).singleElement()
			.asString()
			.contains("Tỷ lệ dân số tham gia BHYT");
		String address = page.select("table.shared thead .cell a").attr("href");
		assertThat(address).isEqualTo(this.page.replace("?year=2026&", "?") + "&year=2026&indicator=3");
		Document one = get(address);
		assertThat(one.select("h2#wards").text()).isEqualTo("Tỷ lệ dân số tham gia BHYT");
		assertThat(one.select("#sort [selected]").val()).isEqualTo("VALUE");
		assertThat(one.select("ul.bar").text()).as("distribution").isEqualTo("1 ○ Chưa có số liệu");
		assertThat(one.select("#shared-list")).isEmpty();
		assertThat(one.select("table.shared td a").attr("href"))
			.startsWith("/plans/" + this.first.planId() + "/indicators/7?year=2026");
	}

	@Test
	void givesTheSameAsAFile() throws Exception {
		link("7", 3);
		MvcTestResult result = this.mvc.get()
			.uri("/overview.csv?province=01&year=2026&indicator=3")
			.with(TestAccounts.delegate("00592"))
			.exchange();
		assertThat(result).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
		List<String> lines = result.getResponse().getContentAsString().lines().toList();
		assertThat(lines).hasSize(127);
		assertThat(lines.get(0)).startsWith("wardCode,wardName,provinceName,illustrative,year,issuer,planId,assigned,")
			.endsWith(",Tỷ lệ dân số tham gia BHYT (unit)");
		assertThat(lines).filteredOn((line) -> line.startsWith("00004,"))
			.singleElement()
			.asString()
			.startsWith("00004,Phường Ba Đình,Thành phố Hà Nội,false,2026,WARD_COUNCIL,,,");
	}

	/** Spreadsheets take a file without a mark for another encoding. */
	@Test
	void theFileOfThePageIsReadBySpreadsheets() throws Exception {
		String file = get(this.page).select(".downloads a").attr("href");
		assertThat(file).startsWith("/overview.csv?");
		assertThat(api(file)).bodyText().startsWith("\uFEFFwardCode,wardName,").contains(ward("name"));
	}

	@Test
	void theListOfTheApiIsMadeOnceForEachVersion() throws Exception {
		String list = "/api/v1/" + this.page.substring(1) + "&size=500";
		String first = api(list).getResponse().getContentAsString();
		assertThat(first).contains(ward("name")).doesNotContain("Báo cáo của phường");
		assertThat(StatementCounter.during(() -> api(list))).hasSize(1);
		this.headlines.record(
				this.first.planId(), new HeadlineInput(Issuer.WARD_COUNCIL, 2026, HeadlineStage.FINAL, 13, 12, null,
						null, null, null, null, null, "Báo cáo của phường", null, null, null),
				TestAccounts.adminActor());
		MvcTestResult second = api(list);
		assertThat(second).bodyText().contains("Báo cáo của phường");
		assertThat(StatementCounter.during(() -> api(list))).hasSize(1);
		this.jdbc.sql("update ward set name = 'Phường Đổi Tên' where code = ?")
			.param(this.first.ward().value())
			.update();
		String tag = second.getResponse().getHeader(HttpHeaders.ETAG);
		MvcTestResult third = this.mvc.get()
			.uri(list)
			.with(TestAccounts.delegate("00592"))
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange();
		assertThat(third).hasStatusOk().bodyText().contains("Phường Đổi Tên");
		tag = third.getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(this.mvc.get().uri(list).with(TestAccounts.delegate("00592")).header(HttpHeaders.IF_NONE_MATCH, tag))
			.hasStatus(304)
			.bodyText()
			.isEmpty();
	}

	/** Everybody who may ask gets the same; who may not gets nothing of what is kept. */
	@Test
	void whatIsKeptOfTheListIsOfItsQuestionAlone() throws Exception {
		String list = "/api/v1/" + this.page.substring(1) + "&size=500";
		String known = api(list).getResponse().getContentAsString();
		assertThat(this.mvc.get().uri(list)).hasStatus(401).bodyText().doesNotContain(ward("name"));
		assertThat(this.mvc.get().uri(list).with(TestAccounts.official(this.first.ward().value()))).bodyText()
			.isEqualTo(known);
		assertThat(
				this.mvc.get().uri(list).with(TestAccounts.delegate("00592")).header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
			.bodyText()
			.contains("No figures yet")
			.isNotEqualTo(known);
		for (String other : List.of("&issuer=CITY", "&include=WITHOUT_PLAN", "&include=ILLUSTRATIVE", "&page=1",
				"&indicator=3")) {
			String answer = api(list + other).getResponse().getContentAsString();
			assertThat(answer).as(other).isEqualTo(api(list + other).getResponse().getContentAsString());
			assertThat(other.contains("ILLUSTRATIVE") || other.contains("indicator") || !answer.equals(known)).as(other)
				.isTrue();
		}
		assertThat(api(list.replace("year=2026", "year=2027")).getResponse().getContentAsString()).isNotEqualTo(known);
		assertThat(api(list)).bodyText().isEqualTo(known);
		for (int once = 0; once < 2; once++) {
			assertThat(api(list + "&indicator=99999")).hasStatus(422);
		}
		assertThat(this.mvc.get().uri(list).with(TestAccounts.delegate("00592")).accept("text/html")).hasStatus(406);
	}

	@Test
	void leadsToTheProvinceFromAWard() throws Exception {
		assertThat(get("/wards/00004").select(".breadcrumbs a").attr("href")).isEqualTo("/overview?ward=00004");
		assertThat(get("/overview?ward=00004").select("h1").text()).startsWith("Thành phố Hà Nội");
		assertThat(get("/overview?province=&year=2026").select("section[aria-labelledby=provinces] li")).hasSize(34);
		assertThat(get("/overview?province=79&year=2026").select(".empty").text()).contains("Hồ Chí Minh");
		assertThat(this.mvc.get().uri("/overview?province=00").with(TestAccounts.delegate("00592"))).hasStatus(404);
		assertThat(this.mvc.get().uri("/overview?ward=00").with(TestAccounts.delegate("00592"))).hasStatus(404);
	}

	/**
	 * Its definition is on the indicator's page, the other wards are on one of their own.
	 */
	@Test
	void comparesOneIndicatorElsewhere() throws Exception {
		String indicator = "/plans/" + this.first.planId() + "/indicators/7";
		assertThat(get(indicator).select("#definition")).isEmpty();
		assertThat(this.mvc.get().uri(indicator + "/elsewhere").with(TestAccounts.delegate("00592"))).hasStatus(404);
		link("7", 8);
		this.jdbc.sql("update indicator set name = name where plan_id = ?").param(this.first.planId()).update();
		assertThat(get(indicator).select("section[aria-labelledby=definition]").text()).contains("thu gom", "Phụ lục");
		SamplePlan other = SamplePlan.store(this.jdbc, this.plans);
		this.jdbc.sql("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				select id, 8, 'x', now() from indicator where plan_id = ? and no = '7'
				""").param(other.planId()).update();
		Document page = get(indicator + "/elsewhere?year=2026");
		boolean same = this.jdbc.sql("select count(distinct province_code) = 1 from ward where code in (?, ?)")
			.params(this.first.ward().value(), other.ward().value())
			.query(Boolean.class)
			.single();
		assertThat(page.select("#elsewhere tbody tr")).hasSize(same ? 2 : 1);
		assertThat(page.select("#elsewhere tbody tr:has(.tag)").text()).contains("100%", ward("name"));
		long one = statements(indicator + "/elsewhere");
		assertThat(one).isLessThanOrEqualTo(17);
	}

	@Test
	void runsAConstantNumberOfStatements() throws Exception {
		link("7", 3);
		get("/overview?province=79&year=2026");
		long one = statements(this.page);
		assertThat(one).isLessThanOrEqualTo(16);
		SamplePlan other = SamplePlan.store(this.jdbc, this.plans);
		this.jdbc.sql("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				select id, 2, 'x', now() from indicator where plan_id in (?, ?) and no <> '7'
				""").params(this.first.planId(), other.planId()).update();
		assertThat(statements(this.page)).isEqualTo(one);
		assertThat(statements("/overview?province=&year=2026&issuer=CITY")).isEqualTo(one + 1);
	}

	/** Besides those of a session that begins. */
	private long statements(String uri) throws Exception {
		return StatementCounter.during(() -> get(uri))
			.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION"))
			.count();
	}

	private void link(String no, long definition) {
		this.jdbc.sql("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				select id, ?, 'x', now() from indicator where plan_id = ? and no = ?
				""").params(definition, this.first.planId(), no).update();
	}

	private String ward(String column) {
		return this.jdbc.sql("select " + column + " from ward where code = ?")
			.param(this.first.ward().value())
			.query(String.class)
			.single();
	}

	private String row(Document page) {
		return page.select("table.shared tbody tr:has(th:contains(" + ward("name") + "))").text();
	}

	private MvcTestResult api(String uri) {
		return this.mvc.get().uri(uri).with(TestAccounts.delegate("00592")).exchange();
	}

	private Document get(String uri) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.delegate("00592")).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
