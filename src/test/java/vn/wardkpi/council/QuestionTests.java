package vn.wardkpi.council;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of the council, and the way of a question: asked, answered, carried over.
 */
class QuestionTests extends DashboardTest {

	private static final String UNIT = "phong-van-hoa-xa-hoi";

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final RequestPostProcessor OFFICIAL = TestAccounts.official(WARD, UNIT);

	private static final RequestPostProcessor ADMIN = TestAccounts.wardAdmin(WARD);

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	private long recordedBefore;

	@BeforeEach
	void aPlan() {
		this.plan = aPlan(1);
		this.recordedBefore = this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
		for (String username : List.of("clerk-of-unit", "other-clerk")) {
			this.jdbc
				.sql("""
						with one as (
						    insert into user_account (username, password_hash, display_name, role, ward_code, created_at, created_by)
						    values (?, '{noop}none', 'Một người', 'OFFICIAL', ?, now(), 'test') returning id)
						insert into user_lead_unit (user_id, ward_code, lead_unit_code) select id, ?, ? from one
						""")
				.params(username, WARD, WARD, username.equals("other-clerk") ? "phong-kinh-te-ha-tang-va-do-thi" : UNIT)
				.update();
		}
	}

	@Test
	void anAdministratorPutsDownASessionThatEverybodyReads() throws Exception {
		MvcTestResult called = api(HttpMethod.POST, sessions(), ADMIN, """
				{"date": "2027-07-08", "title": "Kỳ họp thứ ba", "asOf": "2027-06-30", "agenda": "Báo cáo 6 tháng"}""");
		assertThat(called).hasStatus(HttpStatus.CREATED);
		long id = json(called).path("id").asLong();
		assertThat(called.getResponse().getHeader("Location")).endsWith(sessions() + "/" + id);
		assertThat(called).bodyJson().isStrictlyEqualTo("""
				{"id": %d, "wardCode": "%s", "date": "2027-07-08", "title": "Kỳ họp thứ ba", "asOf": "2027-06-30",
				 "agenda": "Báo cáo 6 tháng", "cancelled": null}""".formatted(id, WARD));
		long earlier = session("2026-12-10", "Kỳ họp thứ hai");
		JsonNode all = json(api(HttpMethod.GET, sessions(), TestAccounts.delegate("00611"), null));
		assertThat(all.findValuesAsString("id")).containsExactly(String.valueOf(id), String.valueOf(earlier));
		assertThat(all.get(1).path("asOf").asString()).as("the day itself").isEqualTo("2026-12-10");
		assertThat(all.get(1).path("agenda").isNull()).isTrue();
		assertThat(api(HttpMethod.GET, sessions() + "/" + id, OFFICIAL, null)).hasStatusOk();
		assertThat(api(HttpMethod.GET, sessions() + "/999999", OFFICIAL, null)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(api(HttpMethod.GET, "/api/v1/wards/00611/council-sessions/" + id, OFFICIAL, null))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(api(HttpMethod.GET, "/api/v1/wards/99999/council-sessions", OFFICIAL, null))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(recorded("COUNCIL_SESSION")).containsExactly("CREATED", "CREATED");
	}

	@Test
	void aSessionIsCheckedAtItsFields() throws Exception {
		assertThat(fields(api(HttpMethod.POST, sessions(), ADMIN, "{}"))).containsExactly("date", "title");
		assertThat(fields(api(HttpMethod.POST, sessions(), ADMIN, """
				{"date": "2027-07-08", "title": "%s", "asOf": "2027-07-09", "agenda": "%s"}"""
			.formatted("a".repeat(301), "a".repeat(2001))))).containsExactly("title", "asOf", "agenda");
		assertThat(api(HttpMethod.POST, sessions(), ADMIN, "{\"date\": \"8/7/2027\", \"title\": \"x\"}"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		session("2027-07-08", "Kỳ họp thứ ba");
		assertThat(api(HttpMethod.POST, sessions(), ADMIN, "{\"date\": \"2027-07-08\", \"title\": \"Kỳ họp thứ ba\"}"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(api(HttpMethod.POST, sessions(), DELEGATE, "{}")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aDelegateAsksTheUnitAnswersAndTheNextSessionTakesItUp() throws Exception {
		long second = session("2027-01-10", "Kỳ họp thứ hai");
		long third = session("2099-07-08", "Kỳ họp thứ ba");
		MvcTestResult asked = ask("5", "{\"text\": \" Vì sao chưa đạt? \", \"session\": " + second + "}", DELEGATE);
		assertThat(asked).hasStatus(HttpStatus.CREATED);
		long id = json(asked).path("id").asLong();
		assertThat(asked.getResponse().getHeader("Location")).endsWith("/api/v1/questions/" + id);
		assertThat(asked).bodyJson().isLenientlyEqualTo("""
				{"planId": %d, "no": "5", "kind": "QUESTION", "text": "Vì sao chưa đạt?", "session": %d,
				 "askedBy": "test-delegate", "leadUnit": "%s", "state": "OPEN", "answer": null, "answeredBy": null,
				 "answeredAt": null, "steps": []}""".formatted(this.plan, second, UNIT));
		assertThat(told("QUESTION_ASKED")).containsExactly("clerk-of-unit");

		String call = "/api/v1/questions/" + id;
		assertThat(
				api(HttpMethod.POST, call + "/answer", TestAccounts.official(WARD, "phong-khac"), "{\"text\": \"x\"}"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(fields(api(HttpMethod.POST, call + "/answer", OFFICIAL, "{\"text\": \" \"}")))
			.containsExactly("text");
		MvcTestResult answered = api(HttpMethod.POST, call + "/answer", OFFICIAL, "{\"text\": \"Do mức đóng mới\"}");
		assertThat(answered).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"state": "ANSWERED", "answer": "Do mức đóng mới", "answeredBy": "test-official"}""");
		assertThat(told("QUESTION_ANSWERED")).containsExactly("test-delegate");
		assertThat(api(HttpMethod.POST, call + "/answer", OFFICIAL, "{\"text\": \"x\"}"))
			.hasStatus(HttpStatus.CONFLICT);

		String carried = "{\"session\": " + third + "}";
		assertThat(api(HttpMethod.POST, call + "/carry-over", OFFICIAL, carried)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(HttpMethod.POST, call + "/carry-over", DELEGATE, carried)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"state\": \"CARRIED_OVER\", \"session\": %d, \"due\": \"2099-07-08\"}".formatted(third));
		assertThat(told("QUESTION_CARRIED_OVER")).containsExactly("clerk-of-unit");
		assertThat(api(HttpMethod.POST, call + "/carry-over", DELEGATE, carried)).hasStatus(HttpStatus.CONFLICT);
		assertThat(fields(api(HttpMethod.POST, call + "/carry-over", ADMIN, "{\"session\": " + second + "}")))
			.containsExactly("session");
		assertThat(api(HttpMethod.POST, call + "/answer", OFFICIAL, "{\"text\": \"Đã xong\"}")).hasStatusOk();
		JsonNode whole = json(api(HttpMethod.GET, call, TestAccounts.delegate("00611"), null));
		assertThat(whole.path("answer").asString()).isEqualTo("Đã xong");
		assertThat(whole.path("steps")).hasSize(3);
		for (long session : List.of(second, third)) {
			assertThat(json(api(HttpMethod.GET, sessions() + "/" + session + "/questions", DELEGATE, null))
				.findValuesAsString("session")).first().isEqualTo(String.valueOf(third));
		}
		assertThat(json(api(HttpMethod.GET, questions("5"), DELEGATE, null))).hasSize(1);
		assertThat(json(api(HttpMethod.GET, questions("4"), DELEGATE, null))).isEmpty();
		assertThat(recorded("QUESTION")).containsExactly("CREATED", "ANSWERED", "CARRIED_OVER", "ANSWERED");
	}

	@Test
	void leadersAskForAnExplanationInTheSameWay() throws Exception {
		Actor viewer = TestAccounts.viewerActor("01", WARD);
		for (RequestPostProcessor leader : List.of(TestAccounts.reviewer(WARD), TestAccounts.as(viewer))) {
			MvcTestResult asked = ask("3", "{\"text\": \"Giải trình kết quả\"}", leader);
			assertThat(asked).hasStatus(HttpStatus.CREATED);
			assertThat(json(asked).path("kind").asString()).isEqualTo("EXPLANATION_REQUEST");
			assertThat(json(asked).path("session").isNull()).isTrue();
		}
		for (RequestPostProcessor other : List.of(OFFICIAL, ADMIN, TestAccounts.admin(), TestAccounts.delegate("00611"),
				TestAccounts.reviewer("00611"), TestAccounts.as(TestAccounts.viewerActor("75", "26368")))) {
			assertThat(ask("3", "{\"text\": \"x\"}", other)).hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void aQuestionIsCheckedAtItsFields() throws Exception {
		assertThat(fields(ask("3", "{}", DELEGATE))).containsExactly("text");
		assertThat(fields(
				ask("3", "{\"text\": \"%s\", \"session\": 999999, \"due\": \"2020-01-01\"}".formatted("a".repeat(2001)),
						DELEGATE)))
			.containsExactly("text", "session", "due");
		this.jdbc.sql("""
				insert into council_session (ward_code, title, held_on, as_of, created_at, created_by)
				values ('00611', 'Kỳ họp nơi khác', '2099-01-01', '2099-01-01', now(), 'test')
				""").update();
		long elsewhere = this.jdbc.sql("select max(id) from council_session").query(Long.class).single();
		assertThat(fields(ask("3", "{\"text\": \"x\", \"session\": " + elsewhere + "}", DELEGATE)))
			.containsExactly("session");
		assertThat(ask("99", "{\"text\": \"x\"}", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(api(HttpMethod.POST, "/api/v1/plans/999999/indicators/3/questions", DELEGATE, "{\"text\": \"x\"}"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(api(HttpMethod.GET, "/api/v1/questions/999999", DELEGATE, null)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(ask("3", "{\"text\": ", DELEGATE)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void theQuestionsOfAnIndicatorAreOneStatementHoweverMany(int number) throws Exception {
		for (int i = 0; i < number; i++) {
			ask("3", "{\"text\": \"Câu hỏi\"}", DELEGATE);
		}
		List<String> statements = StatementCounter.during(() -> api(HttpMethod.GET, questions("3"), DELEGATE, null));
		assertThat(statements.stream().filter((statement) -> statement.contains("from question q"))).hasSize(1);
		assertThat(statements).hasSize(3);
	}

	@Test
	void questionsOfADraftAreForAdministrators() throws Exception {
		long id = json(ask("3", "{\"text\": \"x\"}", DELEGATE)).path("id").asLong();
		this.jdbc.sql("update plan set status = 'DRAFT' where id = ?").param(this.plan).update();
		assertThat(api(HttpMethod.GET, "/api/v1/questions/" + id, DELEGATE, null)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(api(HttpMethod.GET, "/api/v1/questions/" + id, ADMIN, null)).hasStatusOk();
		assertThat(ask("3", "{\"text\": \"x\"}", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void onlyTheUnitThatAnswersForTheIndicatorIsTold() {
		Actor nobody = new Actor("x", "x", Role.OFFICIAL, new WardCode(WARD), false, java.util.Set.of());
		assertThat(Questions.kindOf(nobody, new WardCode(WARD))).isNull();
		ask("1", "{\"text\": \"x\"}", DELEGATE);
		assertThat(told("QUESTION_ASKED")).containsExactly("other-clerk");
	}

	private long session(String date, String title) throws Exception {
		return json(
				api(HttpMethod.POST, sessions(), ADMIN, "{\"date\": \"%s\", \"title\": \"%s\"}".formatted(date, title)))
			.path("id")
			.asLong();
	}

	private MvcTestResult ask(String no, String body, RequestPostProcessor who) {
		return api(HttpMethod.POST, questions(no), who, body);
	}

	private static String sessions() {
		return "/api/v1/wards/" + WARD + "/council-sessions";
	}

	private String questions(String no) {
		return "/api/v1/plans/" + this.plan + "/indicators/" + no + "/questions";
	}

	private List<String> told(String kind) {
		return this.jdbc.sql("select username from notice where plan_id = ? and kind = ? order by username")
			.params(this.plan, kind)
			.query(String.class)
			.list();
	}

	private List<String> recorded(String subject) {
		return this.jdbc
			.sql("select action from audit_entry where subject = ? and ward_code = ? and id > ? order by id")
			.params(subject, WARD, this.recordedBefore)
			.query(String.class)
			.list();
	}

	private List<String> fields(MvcTestResult refused) throws Exception {
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return json(refused).path("errors").findValuesAsString("field");
	}

	private MvcTestResult api(HttpMethod method, String call, RequestPostProcessor who, @Nullable String body) {
		var request = this.mvc.method(method).uri(call).with(who);
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

	private static JsonNode json(MvcTestResult result) throws Exception {
		return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
	}

}
