package vn.wardkpi.dashboard.web.api;

import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.support.DemoInstallation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The period of Phường Mẫu, recomputed by hand: sections 6 and 7 of the rules.
 */
class MauPeriodTests extends DemoInstallation {

	private static final String PERIOD = "/wards/99001/period";

	@Autowired
	private MockMvcTester mvc;

	/**
	 * 1: 331,2 + 345,0 + 352,6 = 1.028,8; (1.871,0 − 1.028,8) / 2 = 421,1; 1.028,8 / 3 =
	 * 342,93; 1.028,8 + 2 × 342,93 = 1.714,7. 2.3: 1 + 2 of 4 in the two years left, not
	 * three. 9: (1,092 × 1,087 × 1,091)^(1/3) = 1,0900. 11: (7 − 45) / 2 and (45 − 42) /
	 * 3. 13: 100 % of (2 + 3 + 1) less 2, in the two years left.
	 */
	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "1, 1028.8, 1037.5, 421.10, 342.93, 1.2, 0.99, ON_COURSE, 1714.7, 156.3",
					"2.3, 3, 2, 0.50, 1.50, 0.3, 1.50, ON_COURSE, 6.0, 0",
					"9, 9.0, 9.0, 9.00, 9.00, 1.0, 0.99, ON_COURSE, 9.0, 0.0",
					"11, 45, 21, -19.00, 1.00, -, -0.15, REVERSING, 47.0, 40.0",
					"13, 100.0, 100.0, 2.00, 2.00, 1.0, 1.00, ON_COURSE, -, -",
					"8, 100.0, 100.0, -, -, -, -, OFF_COURSE, -, -" })
	void isReckonedAsTheRulesSay(String no, String value, String toDate, String required, String pace, String factor,
			String progress, String course, String end, String shortfall) {
		JsonNode row = period(no);
		assertThat(text(row, "valueToDate")).as("value").isEqualTo(value);
		assertThat(text(row, "targetToDate")).as("target to date").isEqualTo(toDate);
		assertThat(text(row, "requiredPerYear")).as("required").isEqualTo(required);
		assertThat(text(row, "paceSoFar")).as("pace").isEqualTo(pace);
		assertThat(text(row, "paceFactor")).as("factor").isEqualTo(factor);
		assertThat(text(row, "progress")).as("progress").isEqualTo(progress);
		assertThat(text(row, "course")).as("course").isEqualTo(course);
		JsonNode projection = row.path("projection");
		assertThat(projection.isNull() ? null : text(projection, "periodValue")).as("projected").isEqualTo(end);
		assertThat(projection.isNull() ? null : text(projection, "shortfall")).as("shortfall").isEqualTo(shortfall);
	}

	@Test
	void namesTheYears() {
		assertThat(period("1").path("latestYear").asInt()).isEqualTo(2028);
		assertThat(period("1").path("remainingYears").toString()).isEqualTo("[2029,2030]");
		assertThat(period("1").path("missingYears").toString()).isEqualTo("[]");
		assertThat(period("2.2").path("remainingYears").toString()).isEqualTo("[2029]");
		assertThat(period("13").path("latestYear").asInt()).isEqualTo(2026);
		assertThat(period("13").path("remainingYears").toString()).isEqualTo("[2028,2029]");
		assertThat(period("2").path("latestYear").asInt()).isEqualTo(2028);
		assertThat(period("8").path("yearsHeld") + "/" + period("8").path("yearsJudged")).isEqualTo("2/3");
	}

	@Test
	void ranksWhatIsInDanger() {
		assertThat(period("11").path("atRiskRank").asInt()).isEqualTo(1);
		assertThat(period("8").path("course").asString()).isEqualTo("OFF_COURSE");
		assertThat(period("8").path("atRiskRank").asInt()).isEqualTo(3);
		assertThat(period("20").path("atRiskRank").isNull()).isTrue();
		assertThat(period("1").path("atRisk").asBoolean()).isTrue();
		assertThat(period("1.1").path("atRiskRank").isNull()).isTrue();
	}

	@Test
	void saysItOnThePage() {
		Document page = page(PERIOD);
		assertThat(row(page, "1")).contains("1.028,8", "đến 2028", "Mỗi năm còn lại cần 421,1 tỷ đồng (2 năm)",
				"gấp 1,2 lần tốc độ hiện nay (342,93 tỷ đồng)",
				"Nếu giữ tốc độ hiện nay, hết năm 2030 đạt 1.714,7 / 1.871,0, thiếu 156,3 tỷ đồng");
		assertThat(row(page, "2.3")).contains("cần 0,5 trường (2 năm)").doesNotContain("3,0");
		assertThat(row(page, "8")).contains("2/3");
		assertThat(row(page, "13")).contains("đến 2026; 2028 chưa có số liệu",
				"Mỗi năm còn lại cần hoàn thành 2 (2 năm), bằng tốc độ hiện nay (2).");
		assertThat(page.text()).doesNotContain("gấp 1 lần").doesNotContain("cần 421,1 Tỷ");
		assertThat(page.select(".dangers li").first().text()).contains("Số hộ nghèo", "cao hơn 40 hộ");
		assertThat(page.select(".dangers li").eachText()).anySatisfy(
				(danger) -> assertThat(danger).contains("Thu ngân sách", "thiếu 156,3 tỷ đồng", "Phòng Kinh tế"));
	}

	@Test
	void whatIsHeldEveryYearNamesTheYearThatWasMissed() {
		Document page = page(PERIOD);
		assertThat(row(page, "8")).contains("2/3", "đến 2028; không đạt năm 2027");
		assertThat(row(page, "20")).doesNotContain("không đạt năm");
		assertThat(page.select(".dangers li:has(.no:matchesOwn(^8$))").text()).contains("không đạt năm 2027");
		assertThat(page("/wards/99001/years/2028").select(".cards li:has(.no:matchesOwn(^8$))").text())
			.contains("Chệch lộ trình", "Không đạt năm 2027, trong khi năm nào cũng phải giữ");
		String address = "/plans/" + plan() + "/indicators/8?year=2028";
		assertThat(page(address).select("section[aria-labelledby=course]").text()).contains("Giữ được 2/3 năm đã xét",
				"đến 2028; không đạt năm 2027");
		assertThat(page(address + "&lang=en").select("section[aria-labelledby=course]").text())
			.contains("until 2028; missed in 2027");
	}

	@Test
	void judgesEachYearByThePartyCongresssPeriodTarget() {
		Element row = page(PERIOD + "?issuer=PARTY_CONGRESS").select(".indicators tbody tr")
			.stream()
			.filter((each) -> each.select("td.no").text().equals("8"))
			.findFirst()
			.orElseThrow();
		assertThat(row.text()).contains("2/3", "Không đạt", "đến 2028");
	}

	@Test
	void aCardWithANewerFigureSaysUpToWhichYearItIsJudged() {
		String plan = plan();
		Document page = page("/plans/" + plan + "/indicators/1?year=2029");
		assertThat(page.select("section[aria-labelledby=course]").text())
			.contains("đến 2028; số mới hơn là 6 tháng năm 2029");
	}

	@Test
	void theDefaultAnswersDayReproducesIt() {
		for (String call : new String[] { "attainment?year=2028", "period" }) {
			JsonNode now = json("/api/v1/plans/" + plan() + "/" + call);
			String day = now.path("asOf").asString();
			assertThat(day).isGreaterThanOrEqualTo("2029-06-15");
			String again = call + (call.contains("?") ? "&" : "?") + "asOf=" + day;
			assertThat(json("/api/v1/plans/" + plan() + "/" + again)).isEqualTo(now);
		}
	}

	@Test
	void theCourseBesideAYearIsThatYears() {
		assertThat(course("2026", "11")).isEqualTo("ON_COURSE");
		// (29 − 42) / (28 − 42) = 13/14
		assertThat(course("2027", "11")).isEqualTo("LAGGING");
		assertThat(course("2028", "11")).isEqualTo("REVERSING");
		assertThat(course("2029", "11")).isEqualTo("NOT_ASSESSABLE");
		assertThat(course("2028", "13")).isEqualTo("NOT_ASSESSABLE");
	}

	private String course(String year, String no) {
		return text(row(json("/api/v1/plans/" + plan() + "/attainment?year=" + year), no), "course");
	}

	private JsonNode period(String no) {
		return row(json("/api/v1/plans/" + plan() + "/period"), no);
	}

	private static JsonNode row(JsonNode answer, String no) {
		return answer.path("indicators")
			.values()
			.stream()
			.filter((row) -> row.path("no").asString().equals(no))
			.findFirst()
			.orElseThrow();
	}

	private static String row(Document page, String no) {
		return page.select(".indicators tbody tr")
			.stream()
			.filter((row) -> row.select("td.no").text().equals(no))
			.findFirst()
			.orElseThrow()
			.text();
	}

	private static String text(JsonNode row, String field) {
		JsonNode value = row.path(field);
		return value.isNull() ? null : (value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
	}

	private String plan() {
		return json("/api/v1/wards/99001/plans").path(0).path("id").asString();
	}

	private JsonNode json(String uri) {
		return JsonMapper.builder()
			.enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build()
			.readTree(get(uri).getResponse().getContentAsByteArray());
	}

	private Document page(String uri) {
		return Jsoup.parse(new String(get(uri).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String uri) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth("admin", PASSWORD);
		MvcTestResult result = uri.startsWith("/api") ? this.mvc.get().uri(uri).headers(headers).exchange()
				: this.mvc.get().uri(uri).with(vn.wardkpi.support.TestAccounts.delegate("99001")).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return result;
	}

}
