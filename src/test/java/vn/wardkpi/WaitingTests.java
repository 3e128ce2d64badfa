package vn.wardkpi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.LogLines;
import vn.wardkpi.support.SecondInstance;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody waits for the database without end: each request is answered within a bound,
 * says what to do, and leaves one line in the log. The instance asked waits a second for
 * a lock, two for a statement, three for the network, and one for a connection.
 */
class WaitingTests extends IntegrationTest {

	private static final Duration BOUND = Duration.ofSeconds(8);

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private final HttpClient http = HttpClient.newHttpClient();

	private SamplePlan plan;

	private String official;

	private Browser browser;

	private int version;

	private LogLines log;

	@BeforeEach
	void anOfficialAtTheSheet() throws Exception {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.official = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(this.official, PASSWORD, "Người thử", Role.OFFICIAL,
				this.plan.ward().value(), List.of(NewAccount.ALL_LEAD_UNITS)), "test");
		this.browser = new Browser(SecondInstance.port());
		assertThat(this.browser.signIn(this.official, PASSWORD).statusCode()).isEqualTo(302);
		HttpResponse<String> page = this.browser.get(sheet());
		assertThat(page.statusCode()).as("%s", page.headers().map()).isEqualTo(200);
		assertThat(save("95").statusCode()).isEqualTo(201);
		this.log = LogLines.record();
	}

	@AfterEach
	void mend() throws IOException {
		this.log.close();
		SecondInstance.database().mend();
	}

	@ParameterizedTest
	@ValueSource(strings = { "user_account", "spring_session", "sign_in_failure" })
	void aTableThatAnotherHoldsIsNotWaitedForAtTheSignIn(String table) throws Exception {
		Map<String, String> fields = Map.of("username", this.official, "password", "falsch", "_csrf", csrf());
		HttpResponse<String> answer = whileLocked(table, () -> this.browser.post("/sign-in", fields));
		assertPage(answer);
		assertOneLine("POST /sign-in", "55P03");
	}

	@ParameterizedTest
	@ValueSource(strings = { "user_account", "actual", "submission", "audit_chain" })
	void aTableThatAnotherHoldsIsNotWaitedForAtAnEntry(String table) throws Exception {
		HttpResponse<String> answer = whileLocked(table, () -> save("96"));
		assertProblem(answer);
		assertOneLine("PUT /api/v1/plans/" + this.plan.planId(), "55P03");
		assertThat(save("96").statusCode()).as("the same once more").isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user_account", "plan", "actual", "notice" })
	void aTableThatAnotherHoldsIsNotWaitedForByAPage(String table) throws Exception {
		HttpResponse<String> answer = whileLocked(table, () -> this.browser.get(sheet()));
		assertPage(answer);
		assertOneLine("GET /plans/" + this.plan.planId(), "55P03");
	}

	@Test
	void aDatabaseThatIsStoppedIsSaidAtOnceAndComesBack() throws Exception {
		SecondInstance.database().cut();
		assertPage(within(() -> this.browser.get(sheet())));
		assertProblem(within(() -> save("97")));
		HttpResponse<String> readiness = within(() -> get("/actuator/health/readiness"));
		assertThat(readiness.statusCode()).isEqualTo(503);
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertNoStackTrace();
		SecondInstance.database().mend();
		Instant end = Instant.now().plusSeconds(20);
		while (get("/actuator/health/readiness").statusCode() != 200 && Instant.now().isBefore(end)) {
			Thread.sleep(200);
		}
		assertThat(this.browser.get(sheet()).statusCode()).isEqualTo(200);
		assertThat(save("97").statusCode()).isEqualTo(200);
	}

	@Test
	void aDatabaseThatFallsSilentIsNotWaitedFor() throws Exception {
		SecondInstance.database().fallSilent();
		assertPage(within(() -> this.browser.get(sheet())));
		assertProblem(within(() -> save("97")));
		assertNoStackTrace();
	}

	@Test
	void theAnswerSpeaksTheCallersLanguage() throws Exception {
		this.browser.get("/account?lang=en");
		SecondInstance.database().cut();
		assertThat(this.browser.get(sheet()).body()).contains("The system is busy", "lang=\"en\"");
		HttpResponse<String> english = send((request) -> request.header("Accept-Language", "en").GET());
		assertThat(english.body()).contains("The system is busy");
	}

	@Test
	void everyConnectionOfThePoolGivesUpInTime() {
		Map<String, Object> settings = this.jdbc.sql("""
				select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement,
				       current_setting('idle_in_transaction_session_timeout') as idle
				""").query().singleRow();
		assertThat(settings).containsEntry("lock", "5s")
			.containsEntry("statement", "30s")
			.containsEntry("idle", "1min");
	}

	private static HttpResponse<String> whileLocked(String table, Request request) throws Exception {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			owner.setAutoCommit(false);
			statement.execute("lock table " + table + " in access exclusive mode");
			HttpResponse<String> answer = within(request);
			owner.rollback();
			return answer;
		}
	}

	private static HttpResponse<String> within(Request request) throws Exception {
		Instant start = Instant.now();
		HttpResponse<String> answer = request.send();
		assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
		return answer;
	}

	private static void assertPage(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
		assertThat(answer.body()).contains("Hệ thống đang bận hoặc bảo trì", "chưa trả lời kịp", "</html>")
			.doesNotContain("Exception");
	}

	private static void assertProblem(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.path("status").asInt()).isEqualTo(503);
		assertThat(problem.path("detail").asString()).contains("chưa trả lời kịp");
	}

	private void assertOneLine(String request, String state) {
		assertThat(this.log.alarming()).singleElement()
			.asString()
			.startsWith("ERROR The database did not answer " + request)
			.contains(state)
			.doesNotContain("<-");
	}

	private void assertNoStackTrace() {
		assertThat(this.log.alarming()).isNotEmpty()
			.allSatisfy(
					(line) -> assertThat(line).startsWith("ERROR The database did not answer").doesNotContain("<-"));
	}

	private String sheet() {
		return "/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa";
	}

	private String csrf() {
		return this.browser.page(sheet()).select("input[name=_csrf]").attr("value");
	}

	private HttpResponse<String> save(String value) throws IOException, InterruptedException {
		HttpResponse<String> answer = send((request) -> {
			if (this.version > 0) {
				request.header("If-Match", "\"" + this.version + "\"");
			}
			return request.header("Content-Type", "application/json")
				.PUT(BodyPublishers.ofString("{\"value\": " + value + "}"));
		});
		if (answer.statusCode() < 300) {
			this.version++;
		}
		return answer;
	}

	private HttpResponse<String> send(UnaryOperator<HttpRequest.Builder> method)
			throws IOException, InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString((this.official + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		URI figure = URI.create("http://localhost:" + SecondInstance.port() + "/api/v1/plans/" + this.plan.planId()
				+ "/indicators/7/actuals/2026/FINAL");
		return this.http.send(
				method.apply(HttpRequest.newBuilder(figure).header("Authorization", "Basic " + credentials)).build(),
				BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(
				HttpRequest.newBuilder(URI.create("http://localhost:" + SecondInstance.port() + path)).build(),
				BodyHandlers.ofString());
	}

	@FunctionalInterface
	private interface Request {

		HttpResponse<String> send() throws Exception;

	}

}
