package vn.wardkpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.DemoInstallation;
import vn.wardkpi.support.Zips;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real answers of the demo installation, field by field against the API's own
 * description: nothing undescribed, nothing described and left out.
 */
class OpenApiAgreementTests extends DemoInstallation {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			/wards                                              | /wards?q=tu+liem
			/wards/{code}                                       | /wards/00613
			/wards/{code}/plans                                 | /wards/00592/plans
			/plans/{id}                                         | /plans/$TL
			/plans/{id}/indicators                              | /plans/$TL/indicators
			/plans/{id}/decisions                               | /plans/$TL/decisions
			/plans/{id}/attainment                              | /plans/$MAU/attainment?year=2027&issuer=WARD_COUNCIL
			/plans/{id}/period                                  | /plans/$MAU/period?issuer=WARD_COUNCIL
			/plans/{id}/indicators/{no}/baseline                | /plans/$MAU/indicators/3/baseline
			/overview                                           | /overview?year=2026&issuer=WARD_COUNCIL
			/overview                                           | /overview?year=2026&include=WITHOUT_PLAN&indicator=3
			/catalogue                                          | /catalogue?q=bhyt
			/catalogue/{id}                                     | /catalogue/3
			/plans/{id}/catalogue                               | /plans/$TL/catalogue
			/wards/{code}/settings                              | /wards/99001/settings
			/wards/{code}/calendar                              | /wards/99001/calendar
			/wards/{code}/comment-templates                     | /wards/99001/comment-templates
			/wards/{code}/report-sentences                      | /wards/99001/report-sentences
			/wards/{code}/report-sentences/{key}                | /wards/99001/report-sentences/summary.assigned
			/plans/{id}/history/{no}                            | /plans/$TL/history/3
			/plans/{id}/indicators/{no}/actuals/{year}/{period} | /plans/$MAU/indicators/3/actuals/2026/FINAL
			/plans/{id}/submissions/{year}/{period}/{leadUnit}  | /plans/$MAU/submissions/2029/M06/phong-van-hoa-xa-hoi
			""")
	void answerIsAsDescribed(String path, String request) throws Exception {
		JsonNode document = json("/api/v1/openapi.json", "delegate");
		JsonNode schema = answer(operation(document, path, "get"), "200");
		String uri = request.replace("$TL", plan("00592")).replace("$MAU", plan("99001"));
		List<String> differences = new ArrayList<>();
		boolean ofStaff = path.contains("/submissions/") || path.contains("/settings")
				|| path.contains("/report-sentences") || path.endsWith("/calendar")
				|| path.endsWith("/comment-templates");
		String reader = path.endsWith("/baseline") ? "admin" : (ofStaff ? "mau-reviewer" : "delegate");
		compare(document, schema, json("/api/v1" + uri, reader), "", differences);
		assertThat(differences).isEmpty();
	}

	/** Of a batch, with a file that is of no ward and one that waits. */
	@Test
	@Transactional
	void batchesAreAsDescribed() throws Exception {
		JsonNode document = json("/api/v1/openapi.json", "admin");
		byte[] zip = Zips.of(Map.of("00613.csv", "TT;Nội dung;ĐVT;Năm 2026", "không của ai.csv", "x"));
		MvcTestResult sent = this.mvc.post()
			.uri("/api/v1/imports")
			.multipart()
			.file(new MockMultipartFile("file", "a.zip", "application/zip", zip))
			.headers(signedIn("admin"))
			.exchange();
		assertThat(sent).hasStatus(202);
		List<String> differences = new ArrayList<>();
		compare(document, answer(operation(document, "/imports", "post"), "202"),
				JsonMapper.shared().readTree(sent.getResponse().getContentAsByteArray()), "", differences);
		String batch = Objects.requireNonNull(sent.getResponse().getHeader("Location"));
		JsonNode shown = json(batch, "admin");
		assertThat(shown.path("annexes").size()).isEqualTo(2);
		compare(document, answer(operation(document, "/imports/{batch}", "get"), "200"), shown, "", differences);
		assertThat(differences).isEmpty();
	}

	/** Null is JSON, also in a list: what is wrong is said, and not taken for a fault. */
	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					POST  | /plans/$MAU/decisions?dryRun=true    | {"issuer":"CITY","number":"1","date":"2028-01-01","targets":[null]} | 422
					POST  | /plans/$MAU/indicators?dryRun=true   | {"leadUnits":[null],"targets":[null],"periodTargets":[null]}        | 422
					PATCH | /plans/$MAU/indicators/3?dryRun=true | {"leadUnits":[null],"reason":"x","effectiveDate":"2028-01-01"}     | 422
					PATCH | /wards/00592/settings                | {"recipients":[null],"signatories":[null]}        | 412
					POST  | /plan-templates                      | {"provinceCode":"01","title":"x","indicators":[null]}                                   | 422
					PUT   | /settings/calendar                   | {"periods":[null]}                                                  | 422
					""")
	void nothingInAListIsSaidToBeWrong(String method, String path, String body, int status) throws Exception {
		assertThat(this.mvc.method(HttpMethod.valueOf(method))
			.uri("/api/v1" + path.replace("$MAU", plan("99001")))
			.headers(signedIn("admin"))
			.header(HttpHeaders.IF_MATCH, "\"999\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatus(status);
	}

	/** Of a session of the council with a question, and of a plan's public page. */
	@Test
	@Transactional
	void whatACouncilAndThePublicReadIsAsDescribed() throws Exception {
		JsonNode document = json("/api/v1/openapi.json", "admin");
		String plan = plan("99001");
		long session = this.jdbc.sql("""
				insert into council_session (ward_code, title, held_on, as_of, agenda, created_at, created_by)
				values ('99001', 'Kỳ họp thử', '2029-07-08', '2029-06-30', 'Báo cáo', now(), 'test') returning id
				""").query(Long.class).single();
		long question = this.jdbc
			.sql("""
					insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, asked_session_id, session_id, due,
					                      state)
					select plan_id, id, 'QUESTION', 'Vì sao?', 'test', now(), ?, ?, '2029-08-01', 'ANSWERED'
					from indicator where plan_id = ? and no = '3' returning id
					""")
			.params(session, session, Long.valueOf(plan))
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into question_step (question_id, kind, text, session_id, done_by, done_at)
				values (?, 'ANSWER', 'Vì thế', ?, 'test', now())
				""").params(question, session).update();
		this.jdbc.sql("insert into public_page (plan_id, opened_at, opened_by) values (?, now(), 'test')")
			.param(Long.valueOf(plan))
			.update();
		String sessions = "/wards/99001/council-sessions";
		List<String> differences = new ArrayList<>();
		for (Map.Entry<String, String> each : Map
			.of("/wards/{code}/council-sessions", sessions, "/wards/{code}/council-sessions/{session}",
					sessions + "/" + session, "/wards/{code}/council-sessions/{session}/questions",
					sessions + "/" + session + "/questions", "/plans/{id}/indicators/{no}/questions",
					"/plans/" + plan + "/indicators/3/questions", "/questions/{question}", "/questions/" + question,
					"/public/wards/{code}/plans", "/public/wards/99001/plans", "/public/wards/{code}/attainment",
					"/public/wards/99001/attainment?year=2028", "/public/wards/{code}/period",
					"/public/wards/99001/period", "/plans/{id}/public-page", "/plans/" + plan + "/public-page")
			.entrySet()) {
			compare(document, answer(operation(document, each.getKey(), "get"), "200"),
					json("/api/v1" + each.getValue(), "admin"), each.getKey(), differences);
		}
		assertThat(differences).isEmpty();
	}

	private static JsonNode answer(JsonNode operation, String status) {
		JsonNode content = operation.path("responses").path(status).path("content");
		return content.properties().iterator().next().getValue().path("schema");
	}

	private static JsonNode operation(JsonNode document, String path, String method) {
		String wanted = shape(path);
		return document.path("paths")
			.properties()
			.stream()
			.filter((entry) -> shape(entry.getKey().replace("/api/v1", "")).equals(wanted))
			.map((entry) -> entry.getValue().path(method))
			.findFirst()
			.orElseThrow(() -> new AssertionError("not described: " + path));
	}

	private static String shape(String path) {
		return path.strip().replaceAll("\\{[^}]*}", "{}");
	}

	private static void compare(JsonNode document, JsonNode described, JsonNode answer, String at,
			List<String> differences) {
		JsonNode schema = resolve(document, described);
		if (answer.isNull()) {
			return;
		}
		if (schema.has("properties")) {
			Set<String> fields = new TreeSet<>(schema.path("properties").propertyNames());
			Set<String> given = new TreeSet<>(answer.propertyNames());
			if (!fields.equals(given)) {
				differences.add(at + ": described " + fields + ", given " + given);
				return;
			}
			given.forEach((field) -> compare(document, schema.path("properties").path(field), answer.path(field),
					at + "/" + field, differences));
		}
		else if (schema.has("items")) {
			if (!answer.isArray()) {
				differences.add(at + ": described as a list, given " + answer.getNodeType());
			}
			answer.values().forEach((item) -> compare(document, schema.path("items"), item, at + "[]", differences));
		}
		else if (schema.has("enum")) {
			Set<String> values = new TreeSet<>();
			schema.path("enum").values().forEach((value) -> values.add(value.asString()));
			if (!values.contains(answer.asString())) {
				differences.add(at + ": " + answer + " is none of " + values);
			}
		}
		else {
			compareType(schema.path("type").asString(""), answer, at, differences);
		}
	}

	private static void compareType(String type, JsonNode answer, String at, List<String> differences) {
		boolean fits = switch (type) {
			case "string" -> answer.isString();
			case "integer" -> answer.isIntegralNumber();
			case "number" -> answer.isNumber();
			case "boolean" -> answer.isBoolean();
			case "array" -> answer.isArray();
			case "object" -> answer.isObject();
			default -> false;
		};
		if (!fits) {
			differences.add(at + ": described as '" + type + "', given " + answer);
		}
	}

	private static JsonNode resolve(JsonNode document, JsonNode schema) {
		String reference = schema.path("$ref").asString("");
		if (reference.isEmpty() && schema.has("oneOf")) {
			reference = schema.path("oneOf").path(0).path("$ref").asString("");
		}
		return reference.isEmpty() ? schema : document.at(reference.substring(1));
	}

	private String plan(String ward) throws Exception {
		return json("/api/v1/wards/" + ward + "/plans", "delegate").path(0).path("id").asString();
	}

	private JsonNode json(String uri, String username) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).headers(signedIn(username)).exchange();
		assertThat(result.getResponse().getStatus()).as(uri).isEqualTo(200);
		return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
	}

	private static HttpHeaders signedIn(String username) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth(username, PASSWORD);
		return headers;
	}

}
