package vn.wardkpi.dashboard.web.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.support.DemoInstallation;

import static org.assertj.core.api.Assertions.assertThat;

class OverviewTests extends DemoInstallation {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "2026, WARD_COUNCIL", "2026, CITY", "2027, WARD_COUNCIL", "2028, WARD_COUNCIL", "2025, CITY",
			"2023, WARD_COUNCIL" })
	void saysOfEveryWardWhatItsOwnPageSays(int year, String issuer) {
		JsonNode page = json("/api/v1/overview?year=" + year + "&issuer=" + issuer);
		assertThat(page.path("total").asLong()).isEqualTo(page.path("items").size()).isPositive();
		for (JsonNode item : page.path("items").values()) {
			JsonNode own = json("/api/v1/plans/" + item.path("planId").asString() + "/attainment?year=" + year
					+ "&issuer=" + issuer);
			assertThat(item.path("headline")).as(item.path("wardName").asString()).isEqualTo(own.path("headline"));
		}
	}

	@Test
	void isSortedByCodeAndPaged() {
		JsonNode all = json("/api/v1/overview?year=2025");
		JsonNode second = json("/api/v1/overview?year=2025&page=1&size=1");
		assertThat(all.path("items").values().stream().map((item) -> item.path("wardCode").asString())).isSorted();
		assertThat(second.path("items").size()).isEqualTo(1);
		assertThat(second.path("items").path(0)).isEqualTo(all.path("items").path(1));
		assertThat(second.path("total")).isEqualTo(all.path("total"));
	}

	@Test
	void listsInventedWardsAndWardsWithoutAPlanWhenAsked() {
		JsonNode plain = json("/api/v1/overview?year=2026&size=500&province=01");
		assertThat(codes(plain)).contains("00592").doesNotContain("99001");
		assertThat(codes(json("/api/v1/overview?year=2026&size=500&province=01&include=ILLUSTRATIVE")))
			.contains("99001")
			.hasSize(plain.path("items").size() + 1);
		JsonNode all = json("/api/v1/overview?year=2026&size=500&province=01&include=WITHOUT_PLAN");
		assertThat(all.path("total").asInt()).isEqualTo(126);
		assertThat(codes(all)).hasSize(126).isSorted().doesNotContain("009", "99001");
		JsonNode without = item(all, "00004");
		assertThat(without.path("planId").isNull()).isTrue();
		assertThat(without.path("headline").isNull()).isTrue();
		assertThat(without.path("publishedHeadline").isNull()).isTrue();
		assertThat(codes(json("/api/v1/overview?year=2026&size=500&province=01&include=WITHOUT_PLAN,ILLUSTRATIVE")))
			.hasSize(127);
		assertThat(get("/api/v1/overview?year=2026&include=EVERYTHING")).hasStatus(400);
	}

	@Test
	void marksWhatAReportPublished() {
		JsonNode published = item(json("/api/v1/overview?year=2025"), "00592").path("publishedHeadline");
		assertThat(published.path("stage").asString()).isEqualTo("FINAL");
		assertThat(published.path("attained").asInt()).isEqualTo(12);
		assertThat(published.path("assigned").asInt()).isEqualTo(13);
		assertThat(published.path("source").asString()).isNotBlank();
		assertThat(item(json("/api/v1/overview?year=2026"), "00592").path("publishedHeadline").isNull()).isTrue();
	}

	@Test
	void saysOfALinkedIndicatorWhatItsOwnPlanSays() {
		String plan = item(json("/api/v1/overview?year=2026&include=ILLUSTRATIVE"), "99001").path("planId").asString();
		assertThat(this.mvc.put()
			.uri("/api/v1/plans/" + plan + "/catalogue/3")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"definitionId\": 3}")
			.headers(headers("admin"))
			.exchange()).hasStatusOk();
		for (int year = 2026; year <= 2030; year++) {
			JsonNode page = json("/api/v1/overview?year=" + year
					+ "&province=01&include=ILLUSTRATIVE&include=WITHOUT_PLAN&size=500&indicator=3");
			JsonNode own = json("/api/v1/plans/" + plan + "/attainment?year=" + year);
			assertThat(item(page, "99001").path("indicator")).isEqualTo(own.path("indicators")
				.values()
				.stream()
				.filter((row) -> row.path("no").asString().equals("3"))
				.findFirst()
				.orElseThrow());
			assertThat(item(page, "99001").path("headline")).isEqualTo(own.path("headline"));
			assertThat(item(page, "00004").path("indicator").isNull()).isTrue();
		}
		JsonNode other = item(json("/api/v1/overview?year=2025&indicator=1"), "00592");
		assertThat(other.path("indicator").isNull()).isTrue();
		assertThat(item(json("/api/v1/overview?year=2026&include=ILLUSTRATIVE"), "99001").path("indicator").isNull())
			.isTrue();
		assertThat(get("/api/v1/overview?year=2026&indicator=99999")).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("indicator");
		assertThat(get("/api/v1/overview?year=2026&indicator=bhyt")).hasStatus(400);
	}

	@Test
	void keepsToAProvince() {
		assertThat(json("/api/v1/overview?year=2026&province=79").path("items").size()).isZero();
		assertThat(json("/api/v1/overview?year=2026&province=01").path("items").size()).isPositive();
	}

	@Test
	void refusesPagesThatAreTooLarge() {
		assertThat(get("/api/v1/overview?year=2026&size=501")).hasStatus(422);
		assertThat(get("/api/v1/overview?year=2026&page=-1")).hasStatus(422);
		assertThat(get("/api/v1/overview")).hasStatus(400);
	}

	@Test
	void answersWithATagOfItsContent() {
		String tag = get("/api/v1/overview?year=2026").getResponse().getHeader(HttpHeaders.ETAG);
		HttpHeaders headers = headers();
		headers.set(HttpHeaders.IF_NONE_MATCH, tag);
		assertThat(this.mvc.get().uri("/api/v1/overview?year=2026").headers(headers).exchange()).hasStatus(304);
	}

	private static List<String> codes(JsonNode page) {
		return page.path("items").values().stream().map((item) -> item.path("wardCode").asString()).toList();
	}

	private static JsonNode item(JsonNode page, String ward) {
		return page.path("items")
			.values()
			.stream()
			.filter((item) -> item.path("wardCode").asString().equals(ward))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode json(String uri) {
		MvcTestResult result = get(uri);
		assertThat(result).as(uri).hasStatusOk();
		return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).headers(headers()).exchange();
	}

	private static HttpHeaders headers() {
		return headers("delegate");
	}

	private static HttpHeaders headers(String username) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth(username, PASSWORD);
		return headers;
	}

}
