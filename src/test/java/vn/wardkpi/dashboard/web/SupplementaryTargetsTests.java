package vn.wardkpi.dashboard.web;

import java.nio.charset.StandardCharsets;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Targets that stand in a plan's text alone: kept, entered and judged like others, shown
 * apart and never counted.
 */
class SupplementaryTargetsTests extends DashboardTest {

	private static final String PLAN = """
			no,parent,name,unit,role,decisive,direction,valueType,accumulation,bounded,baseline2025,period,t2026,t2027,leadUnits
			1,,Tỷ lệ bao phủ BHYT,%,COUNTED,,HIGHER_IS_BETTER,PERCENT,LAST,yes,"95,1%","96,5%",96%,"96,5%",Phòng Kinh tế
			2,,Sản phẩm OCOP,Sản phẩm,SUPPLEMENTARY,,HIGHER_IS_BETTER,COUNT,LAST,no,35,40,,,Phòng Kinh tế
			3,,Việc làm trong năm,Người,SUPPLEMENTARY,,HIGHER_IS_BETTER,COUNT,EVERY_YEAR,no,,2.000,2.000,2.000,Phòng Kinh tế
			""";

	private long plan;

	@BeforeEach
	void aPlan() throws Exception {
		MvcTestResult stored = this.mvc.post()
			.uri("/api/v1/wards/" + WARD + "/plans/import?fromYear=2026&toYear=2027&decisionNumber=1/NQ-HĐND"
					+ "&decisionDate=2026-01-02")
			.multipart()
			.file(new MockMultipartFile("file", "ke-hoach.csv", "text/csv", PLAN.getBytes(StandardCharsets.UTF_8)))
			.with(TestAccounts.admin())
			.exchange();
		assertThat(stored).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("{\"indicators\": 3, \"counted\": 1}");
		this.plan = ((Number) JsonPath.read(stored.getResponse().getContentAsString(), "$.planId")).longValue();
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("1", ReportingPeriod.FINAL, "96"), actual("2", ReportingPeriod.FINAL, "37"),
				actual("3", ReportingPeriod.FINAL, "1800"));
	}

	@Test
	void enterNoHeadlineAndNoListThatDidNotAskForThem() {
		assertThat(get("/indicators")).bodyJson().extractingPath("$[*].no").asArray().containsExactly("1");
		assertThat(get("/attainment?year=2026")).bodyJson()
			.isLenientlyEqualTo("{\"headline\": {\"assigned\": 1, \"met\": 1, \"notMet\": 0, \"notAssigned\": 0}}");
		assertThat(get("/attainment?year=2026")).bodyJson()
			.extractingPath("$.indicators[*].no")
			.asArray()
			.containsExactly("1");
		assertThat(get("/period")).bodyJson().extractingPath("$.indicators[*].no").asArray().containsExactly("1");
		assertThat(get("/decisions")).bodyJson()
			.extractingPath("$[0].targets[*].no")
			.asArray()
			.containsOnly("1")
			.hasSize(3);
	}

	@Test
	void areJudgedWhereTheyAreAskedFor() {
		assertThat(get("/indicators?include=SUPPLEMENTARY")).bodyJson()
			.extractingPath("$[*].role")
			.asArray()
			.containsExactly("COUNTED", "SUPPLEMENTARY", "SUPPLEMENTARY");
		assertThat(get("/attainment?year=2026&include=SUPPLEMENTARY")).bodyJson()
			.extractingPath("$.indicators[*].verdict")
			.asArray()
			.containsExactly("MET", "NOT_ASSIGNED", "NOT_MET");
		assertThat(get("/attainment?year=2026&include=SUPPLEMENTARY,DRAFT")).hasStatusOk();
		assertThat(get("/attainment?year=2026&include=SUPPLEMENTARY")).bodyJson()
			.isLenientlyEqualTo("{\"headline\": {\"assigned\": 1, \"notMet\": 0}}");
		assertThat(get("/period?include=SUPPLEMENTARY")).bodyJson().isLenientlyEqualTo("""
				{"indicators": [{"no": "1"}, {"no": "2", "valueToDate": 37, "requiredPerYear": 3, "atRiskRank": null},
				 {"no": "3", "verdict": "NOT_MET", "course": "OFF_COURSE", "atRisk": true, "atRiskRank": null}]}""");
		assertThat(get("/decisions?include=SUPPLEMENTARY")).bodyJson()
			.extractingPath("$[0].targets[*].no")
			.asArray()
			.contains("2", "3");
		assertThat(get("/attainment?year=2026&include=OTHER")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void standApartOnThePages() {
		MvcTestResult year = this.mvc.get()
			.uri("/wards/" + WARD + "/years/2026?plan=" + this.plan)
			.with(TestAccounts.delegate(WARD))
			.exchange();
		assertThat(year).bodyText()
			.contains("Mục tiêu nêu trong nội dung kế hoạch", "Việc làm trong năm", "1.800", "Sản phẩm OCOP");
		MvcTestResult period = this.mvc.get()
			.uri("/wards/" + WARD + "/period?plan=" + this.plan)
			.with(TestAccounts.delegate(WARD))
			.exchange();
		assertThat(period).bodyText()
			.contains("Mục tiêu nêu trong nội dung kế hoạch", "Việc làm trong năm", "Sản phẩm OCOP");
		assertThat(
				this.mvc.get().uri("/plans/" + this.plan + "/indicators/3?year=2026").with(TestAccounts.delegate(WARD)))
			.hasStatusOk()
			.bodyText()
			.contains("Việc làm trong năm");
	}

	@Test
	void goAlongInTheCanonicalFileWhereTheyAreAskedFor() {
		assertThat(get("/export?format=csv")).bodyText().doesNotContain("SUPPLEMENTARY");
		assertThat(get("/export?format=csv&include=SUPPLEMENTARY")).bodyText()
			.contains("Sản phẩm OCOP", "SUPPLEMENTARY");
		assertThat(get("/export?format=docx&include=SUPPLEMENTARY")).hasStatusOk();
		assertThat(get("/export?format=xlsx")).hasStatusOk();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/api/v1/plans/" + this.plan + path).with(TestAccounts.admin()).exchange();
	}

}
