package vn.wardkpi.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program as a person starts it: a JVM of its own, no database configured.
 */
class EmbeddedStartTests {

	private static final String FIGURE = "/api/v1/plans/1/indicators/3/actuals/2026/FINAL";

	@TempDir
	Path directory;

	private OwnProgram program;

	@BeforeEach
	void prepare() {
		this.program = new OwnProgram(this.directory);
	}

	@AfterEach
	void stop() throws Exception {
		this.program.stop();
	}

	@Test
	void losesNothingWhenKilledAndRefusesASecondProgramOnTheSameData() throws Exception {
		Process first = this.program.start("first.log");
		int firstPort = this.program.waitUntilReady(first, "first.log");
		try (Connection connection = this.program.connect(); Statement statement = connection.createStatement()) {
			assertThat(single(statement, "show fsync")).isEqualTo("on");
		}
		HttpResponse<String> entered = send(firstPort, "official", FIGURE,
				(request) -> request.PUT(BodyPublishers.ofString("{\"value\": \"96,5\", \"note\": \"Giữ lại\"}")));
		assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);

		Process second = this.program.start("second.log");
		assertThat(second.waitFor(OwnProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(second.exitValue()).isNotZero();
		assertThat(this.program.log("second.log"))
			.contains("Một Ward KPI khác đang chạy", "Another Ward KPI is running")
			.doesNotContain("\tat ");

		ProcessHandle orphan = this.program.server();
		first.destroyForcibly().waitFor();
		assertThat(orphan.isAlive()).isTrue();

		Process third = this.program.start("third.log");
		int thirdPort = this.program.waitUntilReady(third, "third.log");
		assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(send(thirdPort, "official", FIGURE, HttpRequest.Builder::GET).body()).contains("96.5", "Giữ lại");
		try (Connection connection = this.program.connect(); Statement statement = connection.createStatement()) {
			assertThat(single(statement, "select count(*)::text from ward where valid_to is null and not illustrative"))
				.isEqualTo("3321");
			assertThat(single(statement, "select count(*)::text from plan")).as("demo plans, loaded once")
				.isEqualTo("6");
		}

		outlivesTheDeathOfItsServer(thirdPort);

		ProcessHandle server = this.program.server();
		third.destroy();
		assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(this.directory.resolve("data/postgres/postmaster.pid")).doesNotExist();

		endsWithTheServerThatCannotBeStartedAgain();
	}

	private void endsWithTheServerThatCannotBeStartedAgain() throws Exception {
		Process fourth = this.program.start("fourth.log");
		this.program.waitUntilReady(fourth, "fourth.log");
		Files.delete(this.directory.resolve("data/postgres/PG_VERSION"));
		this.program.server().destroyForcibly();
		assertThat(fourth.waitFor(OwnProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(fourth.exitValue()).isOne();
		assertThat(this.program.log("fourth.log")).contains("cannot be started again");
	}

	private void outlivesTheDeathOfItsServer(int port) throws Exception {
		this.program.server().destroyForcibly();
		HttpResponse<String> answer = send(port, "official", FIGURE, HttpRequest.Builder::GET);
		for (int attempt = 0; attempt < 60 && answer.statusCode() == 503; attempt++) {
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			Thread.sleep(500);
			answer = send(port, "official", FIGURE, HttpRequest.Builder::GET);
		}
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).contains("96.5", "Giữ lại");
		assertThat(this.program.log("third.log")).contains("đã dừng ngoài ý muốn", "has ended without being asked to",
				"runs again");
	}

	private HttpResponse<String> send(int port, String username, String path, UnaryOperator<HttpRequest.Builder> method)
			throws Exception {
		String credentials = Base64.getEncoder()
			.encodeToString((username + ":" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json");
		return HttpClient.newHttpClient().send(method.apply(request).build(), BodyHandlers.ofString());
	}

	private static String single(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
