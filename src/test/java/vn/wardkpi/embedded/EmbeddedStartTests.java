package vn.wardkpi.embedded;

import java.io.File;
import java.io.IOException;
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
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program as a person starts it: a JVM of its own, no database configured.
 */
class EmbeddedStartTests {

	private static final Pattern READY = Pattern.compile("Open http://localhost:(\\d+)/");

	private static final String FIGURE = "/api/v1/plans/1/indicators/3/actuals/2026/FINAL";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	Path directory;

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void stop() throws Exception {
		for (Process process : this.started) {
			process.destroy();
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
	}

	@Test
	void losesNothingWhenKilledAndRefusesASecondProgramOnTheSameData() throws Exception {
		Process first = start("first.log");
		int firstPort = waitUntilReady(first, "first.log");
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			assertThat(single(statement, "show fsync")).isEqualTo("on");
		}
		HttpResponse<String> entered = send(firstPort, "official", FIGURE,
				(request) -> request.PUT(BodyPublishers.ofString("{\"value\": \"96,5\", \"note\": \"Giữ lại\"}")));
		assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);

		Process second = start("second.log");
		assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(second.exitValue()).isNotZero();
		assertThat(log("second.log")).contains("Một Ward KPI khác đang chạy", "Another Ward KPI is running")
			.doesNotContain("\tat ");

		ProcessHandle orphan = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
		first.destroyForcibly().waitFor();
		assertThat(orphan.isAlive()).isTrue();

		Process third = start("third.log");
		int thirdPort = waitUntilReady(third, "third.log");
		assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(send(thirdPort, "official", FIGURE, HttpRequest.Builder::GET).body()).contains("96.5", "Giữ lại");
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			assertThat(single(statement, "select count(*)::text from ward where valid_to is null and not illustrative"))
				.isEqualTo("3321");
			assertThat(single(statement, "select count(*)::text from plan")).as("demo plans, loaded once")
				.isEqualTo("6");
		}

		ProcessHandle server = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
		third.destroy();
		assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(this.directory.resolve("data/postgres/postmaster.pid")).doesNotExist();
	}

	private HttpResponse<String> send(int port, String username, String path, UnaryOperator<HttpRequest.Builder> method)
			throws Exception {
		String credentials = Base64.getEncoder()
			.encodeToString((username + ":" + DemoData.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json");
		return HttpClient.newHttpClient().send(method.apply(request).build(), BodyHandlers.ofString());
	}

	private Process start(String log) throws IOException {
		String classes = Arrays
			.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
				.split(File.pathSeparator))
			.filter((entry) -> !entry.replace('\\', '/').contains("/test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classes, "vn.wardkpi.WardKpiApplication", "--server.port=0",
				"--ward-kpi.data-dir=" + this.directory.resolve("data"))
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve(log).toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("SERVER_"));
		Process process = builder.start();
		this.started.add(process);
		return process;
	}

	private int waitUntilReady(Process process, String log) throws Exception {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end) && process.isAlive()) {
			Matcher ready = READY.matcher(log(log));
			if (ready.find()) {
				return Integer.parseInt(ready.group(1));
			}
			Thread.sleep(200);
		}
		throw new AssertionError("The program did not start:\n" + log(log));
	}

	private String log(String name) throws IOException {
		return Files.readString(this.directory.resolve(name));
	}

	private Connection connect() throws IOException, SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/ward_kpi",
				LocalPostgres.OWNER, Files.readString(this.directory.resolve("data/postgres-password")));
	}

	private String postmaster(int line) throws IOException {
		return Files.readAllLines(this.directory.resolve("data/postgres/postmaster.pid")).get(line).strip();
	}

	private static String single(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
