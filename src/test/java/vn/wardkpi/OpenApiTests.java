package vn.wardkpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of the API says what is served, and what is served is the contract.
 */
class OpenApiTests extends IntegrationTest {

	/** Version 1 of the API, which clients rely on. */
	private static final Set<String> CONTRACT = Set.of("POST /imports", "GET /imports/{}", "POST /imports/{}/store",
			"POST /imports/{}/cancel", "POST /imports/{}/resume", "PUT /imports/{}/annexes/{}/ward", "GET /wards",
			"GET /wards/{}", "GET /wards/{}/plans", "GET /wards/{}/lead-units", "GET /wards/{}/lead-units/{}",
			"POST /wards/{}/lead-units", "PATCH /wards/{}/lead-units/{}", "POST /wards/{}/lead-units/{}/merge",
			"GET /wards/{}/lead-units/{}/indicators", "POST /wards/{}/lead-units/{}/move",
			"DELETE /wards/{}/lead-units/{}/move", "POST /wards/{}/plans/import", "GET /plans/{}",
			"GET /plans/{}/indicators", "GET /plans/{}/export", "PATCH /plans/{}/indicators/{}",
			"POST /plans/{}/indicators", "DELETE /plans/{}/indicators/{}", "POST /plans/{}/indicators/{}/reinstate",
			"GET /plans/{}/indicators/{}/baseline", "POST /plans/{}/indicators/{}/baseline", "POST /plans/{}/adopt",
			"POST /plans/{}/close", "POST /plans/{}/withdraw", "DELETE /plans/{}", "GET /plans/{}/annual-plans",
			"POST /plans/{}/annual-plans", "GET /plans/{}/annual-plans/{}", "PUT /plans/{}/annual-plans/{}/rows/{}",
			"GET /plans/{}/published-headlines", "POST /plans/{}/published-headlines",
			"GET /plans/{}/published-headlines/{}", "POST /plans/{}/published-headlines/{}/withdraw",
			"POST /plans/{}/decisions/annex", "POST /plans/{}/decisions", "GET /plans/{}/decisions",
			"GET /plans/{}/decisions/{}/file", "POST /plans/{}/decisions/{}/file", "POST /users", "POST /users/import",
			"GET /users/{}/hand-overs", "POST /users/{}/hand-overs", "POST /users/{}/hand-overs/{}/end",
			"GET /plans/{}/indicators/{}/actuals/{}/{}", "PUT /plans/{}/indicators/{}/actuals/{}/{}",
			"GET /plans/{}/submissions/{}/{}/{}", "GET /plans/{}/submissions/{}/{}/{}/form.xlsx",
			"POST /plans/{}/submissions/{}/{}/{}/submit", "POST /plans/{}/submissions/{}/{}/{}/approve",
			"POST /plans/{}/submissions/{}/{}/{}/return", "POST /plans/{}/submissions/{}/{}/{}/reopen",
			"GET /plans/{}/attainment", "GET /plans/{}/period", "GET /overview", "POST /unit-list", "GET /catalogue",
			"GET /catalogue/{}", "GET /plans/{}/catalogue", "PUT /plans/{}/catalogue/{}", "GET /wards/{}/settings",
			"PATCH /wards/{}/settings", "GET /settings", "PATCH /settings", "GET /plans/{}/history/{}",
			"GET /plans/{}/tasks", "GET /plans/{}/data", "GET /plans/{}/datapackage.json", "POST /plans/{}/tasks",
			"PATCH /plans/{}/tasks/{}", "GET /plans/{}/years/{}/report", "GET /wards/{}/report-sentences",
			"GET /wards/{}/report-sentences/{}", "PUT /wards/{}/report-sentences/{}",
			"DELETE /wards/{}/report-sentences/{}", "POST /wards/{}/report-sentences/{}/preview");

	/** What is set once for all wards, and what a ward sets otherwise. */
	private static final Set<String> DEFAULTS = Set.of("GET /wards/{}/calendar", "PUT /wards/{}/calendar",
			"DELETE /wards/{}/calendar", "GET /settings/calendar", "PUT /settings/calendar",
			"DELETE /settings/calendar", "GET /wards/{}/comment-templates", "POST /wards/{}/comment-templates",
			"PATCH /wards/{}/comment-templates/{}", "DELETE /wards/{}/comment-templates/{}",
			"GET /settings/comment-templates", "POST /settings/comment-templates",
			"PATCH /settings/comment-templates/{}", "DELETE /settings/comment-templates/{}");

	/** Sessions of councils, and questions. */
	private static final Set<String> COUNCIL = Set.of("GET /wards/{}/council-sessions",
			"POST /wards/{}/council-sessions", "GET /wards/{}/council-sessions/{}",
			"PATCH /wards/{}/council-sessions/{}", "POST /wards/{}/council-sessions/{}/cancel",
			"GET /wards/{}/council-sessions/{}/questions", "GET /plans/{}/indicators/{}/questions",
			"POST /plans/{}/indicators/{}/questions", "GET /questions/{}", "POST /questions/{}/answer",
			"POST /questions/{}/carry-over");

	/** What provinces hand to their wards, and where people are signed in. */
	private static final Set<String> TEMPLATES_AND_SESSIONS = Set.of("GET /plan-templates", "GET /plan-templates/{}",
			"POST /plan-templates", "PUT /plan-templates/{}", "POST /plan-templates/{}/withdraw",
			"POST /wards/{}/plans/from-template", "GET /users/{}/sessions", "DELETE /users/{}/sessions");

	/** Issued reports, and the code on paper. */
	private static final Set<String> REPORTS = Set.of("GET /plans/{}/issued-reports", "POST /plans/{}/issued-reports",
			"GET /plans/{}/issued-reports/{}", "GET /plans/{}/issued-reports/{}/file",
			"GET /plans/{}/issued-reports/{}/signed", "POST /plans/{}/issued-reports/{}/signed",
			"GET /plans/{}/issued-reports/{}/agreement", "GET /public/reports/{}", "GET /report-batches",
			"POST /report-batches", "GET /report-batches/{}", "DELETE /report-batches/{}",
			"POST /report-batches/{}/cancel", "POST /report-batches/{}/resume", "GET /report-batches/{}/file");

	/** Without an account, and what turns it on. */
	private static final Set<String> PUBLIC = Set.of("GET /public/wards/{}/plans", "GET /public/wards/{}/attainment",
			"GET /public/wards/{}/period", "GET /public/wards/{}/data", "GET /public/wards/{}/datapackage.json",
			"GET /plans/{}/public-page", "PUT /plans/{}/public-page");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void describesExactlyWhatIsServed() throws Exception {
		Set<String> described = described();
		assertThat(described).containsExactlyInAnyOrderElementsOf(served());
	}

	@Test
	void servesTheContract() throws Exception {
		assertThat(described()).containsExactlyInAnyOrderElementsOf(
				Stream.of(CONTRACT, DEFAULTS, COUNCIL, TEMPLATES_AND_SESSIONS, REPORTS, PUBLIC)
					.flatMap(Set::stream)
					.toList());
	}

	@Test
	void describesTheVariablesOfEachPath() throws Exception {
		document().path("paths").properties().forEach((path) -> path.getValue().forEach((operation) -> {
			List<String> described = new ArrayList<>();
			operation.path("parameters").forEach((parameter) -> {
				if (parameter.path("in").asString().equals("path")) {
					described.add(parameter.path("name").asString());
				}
			});
			assertThat(described).as(path.getKey())
				.containsExactlyInAnyOrderElementsOf(Pattern.compile("\\{(\\w+)}")
					.matcher(path.getKey())
					.results()
					.map((at) -> at.group(1))
					.toList());
		}));
	}

	@Test
	void saysOfEachParameterWhatOneTypeItIs() throws Exception {
		document().path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.forEach((operation) -> operation.path("parameters")
					.forEach((parameter) -> assertThat(parameter.path("schema").path("type").isString())
						.as(path.getKey() + " " + parameter)
						.isTrue())));
	}

	@Test
	void namesBothWaysToSignIn() throws Exception {
		JsonNode schemes = document().path("components").path("securitySchemes");
		assertThat(schemes.propertyNames()).containsExactlyInAnyOrder("basic", "token");
	}

	private Set<String> served() {
		Set<String> calls = new TreeSet<>();
		this.requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
			for (String pattern : mapping.getPatternValues()) {
				if (pattern.startsWith("/api/v1/") && !pattern.startsWith("/api/v1/openapi")) {
					for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
						calls.add(call(method.name(), pattern));
					}
				}
			}
		});
		return calls;
	}

	private Set<String> described() throws Exception {
		Set<String> calls = new TreeSet<>();
		document().path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.forEach((method) -> calls.add(call(method.toUpperCase(java.util.Locale.ROOT), path.getKey()))));
		return calls;
	}

	private JsonNode document() throws Exception {
		String json = this.mvc.get().uri("/api/v1/openapi.json").exchange().getResponse().getContentAsString();
		return JsonMapper.shared().readTree(json);
	}

	private static String call(String method, String path) {
		return method + " " + path.replace("/api/v1", "").replaceAll("\\{[^}]*}", "{}");
	}

}
