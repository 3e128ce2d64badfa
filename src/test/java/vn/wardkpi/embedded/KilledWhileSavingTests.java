package vn.wardkpi.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program and its PostgreSQL are killed in the middle of a thousand saves: what was
 * confirmed is there, nothing is there twice, and what was not confirmed is there as a
 * whole or not at all.
 */
class KilledWhileSavingTests {

	private static final String TOKEN = "wkpi_killed-while-saving";

	private static final int CLERKS = 6;

	private static final int SAVES = 1000;

	private static final int CELLS_OF_EACH = 10;

	private static final List<String> INDICATORS = List.of("1", "1.1", "1.2", "9", "10");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger confirmed = new AtomicInteger();

	@TempDir
	Path directory;

	private OwnProgram program;

	private List<List<Cell>> clerks;

	@BeforeEach
	void prepare() {
		this.program = new OwnProgram(this.directory);
		this.clerks = new ArrayList<>();
		for (int clerk = 0; clerk < CLERKS; clerk++) {
			List<Cell> cells = new ArrayList<>();
			for (int i = 0; i < CELLS_OF_EACH; i++) {
				int n = clerk * CELLS_OF_EACH + i;
				cells
					.add(new Cell(INDICATORS.get(n % INDICATORS.size()), "M%02d".formatted(n / INDICATORS.size() + 1)));
			}
			this.clerks.add(cells);
		}
	}

	@AfterEach
	void stop() throws Exception {
		this.program.stop();
	}

	@Test
	void everyConfirmedSaveIsThereAndNoneTwice(TestReporter reporter) throws Exception {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		int killedAfter = 200 + random.nextInt(600);
		boolean databaseFirst = random.nextBoolean();
		String kill = "seed %d: killed after %d confirmed saves, %s first".formatted(seed, killedAfter,
				databaseFirst ? "PostgreSQL" : "the program");
		reporter.publishEntry(kill);

		Process first = this.program.start("first.log");
		int port = this.program.waitUntilReady(first, "first.log");
		allowToken();
		ExecutorService people = Executors.newFixedThreadPool(CLERKS);
		try {
			List<Future<Void>> work = everybodySaves(people, port);
			while (this.confirmed.get() < killedAfter && work.stream().noneMatch(Future::isDone)) {
				Thread.sleep(1);
			}
			kill(first, databaseFirst);
			for (Future<Void> one : work) {
				one.get(1, TimeUnit.MINUTES);
			}
			assertThat(this.confirmed).as(kill).hasValueBetween(killedAfter, SAVES - 1);

			Process second = this.program.start("second.log");
			int secondPort = this.program.waitUntilReady(second, "second.log");
			for (Cell cell : cells()) {
				assertThat(stored(cell)).as(kill).isIn(cell.possible());
				assertThat(audited(cell)).as(kill).isIn(cell.possible());
				assertThat(audited(cell)).as(kill + ": the figure and its audit").hasSameSizeAs(stored(cell));
			}
			for (Cell cell : cells()) {
				repeatUnanswered(secondPort, cell, kill);
			}
			for (Future<Void> one : everybodySaves(people, secondPort)) {
				one.get(2, TimeUnit.MINUTES);
			}
			for (Cell cell : cells()) {
				assertThat(cell.unanswered).as(kill).isNull();
				assertThat(stored(cell)).as(kill).hasSize(cell.values.size());
				assertThat(audited(cell)).as(kill).isEqualTo(cell.values);
			}
			assertThat(cells().stream().mapToInt((cell) -> cell.values.size()).sum()).as(kill).isEqualTo(SAVES);
			assertThat(count(
					"select count(*) from actual a join indicator i on i.id = a.indicator_id where plan_id = 1 and year = 2028"))
				.as(kill)
				.isEqualTo(CLERKS * CELLS_OF_EACH);
			second.destroy();
			assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			people.shutdownNow();
		}

		Process verification = this.program.start("verification.log", "--verify-audit");
		assertThat(verification.waitFor(OwnProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.program.log("verification.log")).as(kill).contains("The audit is intact");
		assertThat(verification.exitValue()).as(kill).isZero();
	}

	/**
	 * As when the power fails: nobody is asked, nothing is written any more.
	 */
	private void kill(Process first, boolean databaseFirst) throws Exception {
		ProcessHandle postmaster = this.program.server();
		if (!databaseFirst) {
			first.destroyForcibly();
		}
		List<ProcessHandle> servers = new ArrayList<>(postmaster.descendants().toList());
		postmaster.destroyForcibly();
		servers.forEach(ProcessHandle::destroyForcibly);
		first.destroyForcibly().waitFor();
		postmaster.onExit().get(10, TimeUnit.SECONDS);
		for (ProcessHandle server : servers) {
			server.onExit().get(10, TimeUnit.SECONDS);
		}
	}

	private List<Future<Void>> everybodySaves(ExecutorService people, int port) {
		List<Future<Void>> work = new ArrayList<>();
		for (List<Cell> cells : this.clerks) {
			work.add(people.submit(clerk(port, cells)));
		}
		return work;
	}

	private Callable<Void> clerk(int port, List<Cell> cells) {
		return () -> {
			int value;
			while ((value = this.begun.incrementAndGet()) <= SAVES) {
				Cell cell = cells.get(value % cells.size());
				cell.unanswered = value;
				try {
					HttpResponse<String> answer = put(port, cell, value);
					if (answer.statusCode() >= 500) {
						return null;
					}
					assertThat(answer.statusCode()).as(answer.body()).isEqualTo(cell.values.isEmpty() ? 201 : 200);
					confirm(cell, value, answer);
				}
				catch (IOException ex) {
					// Killed: whether this one was stored is what comes out later.
					return null;
				}
			}
			return null;
		};
	}

	private void confirm(Cell cell, int value, HttpResponse<String> answer) {
		cell.values.add(value);
		cell.unanswered = null;
		assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + cell.values.size() + "\"");
		this.confirmed.incrementAndGet();
	}

	/**
	 * A client that heard nothing asks again, with the version it saw.
	 */
	private void repeatUnanswered(int port, Cell cell, String kill) throws Exception {
		Integer value = cell.unanswered;
		if (value == null) {
			return;
		}
		HttpResponse<String> answer = put(port, cell, value);
		if (answer.statusCode() == 412 || answer.statusCode() == 428) {
			assertThat(JsonMapper.shared().readTree(answer.body()).at("/current/value").intValue()).as(kill)
				.isEqualTo(value);
			cell.values.add(value);
			cell.unanswered = null;
			return;
		}
		assertThat(answer.statusCode()).as(kill + answer.body()).isIn(200, 201);
		confirm(cell, value, answer);
	}

	private HttpResponse<String> put(int port, Cell cell, int value) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/plans/1/indicators/%s/actuals/2028/%s".formatted(port,
					cell.no, cell.period)))
			.header("Authorization", "Bearer " + TOKEN)
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString("{\"value\": %d}".formatted(value)));
		if (!cell.values.isEmpty()) {
			request.header("If-Match", "\"" + cell.values.size() + "\"");
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private void allowToken() throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
		query("""
				insert into personal_token (user_id, name, token_hash, created_at, expires_at)
				select id, 'test', ?, now(), now() + interval '1 day' from user_account where username = 'official'
				returning 1
				""", HexFormat.of().formatHex(hash));
	}

	/**
	 * As many values as there were changes; of all but the last only the audit knows
	 * which.
	 */
	private List<Integer> stored(Cell cell) throws Exception {
		List<Integer> row = query("""
				select unnest(array[a.version, a.value::integer]) from actual a
				join indicator i on i.id = a.indicator_id
				where i.plan_id = 1 and i.no = ? and a.year = 2028 and a.period = ?
				""", cell.no, cell.period);
		if (row.isEmpty()) {
			return List.of();
		}
		List<Integer> values = new ArrayList<>(audited(cell).subList(0, row.get(0) - 1));
		values.add(row.get(1));
		return values;
	}

	private List<Integer> audited(Cell cell) throws Exception {
		return query("""
				select replace(to_state, '.', '')::integer from audit_entry
				where plan_id = 1 and indicator_no = ? and subject = 'ACTUAL' and key = ? order by id
				""", cell.no, "2028 " + cell.period);
	}

	private int count(String sql) throws Exception {
		return query(sql).get(0);
	}

	private List<Integer> query(String sql, String... parameters) throws IOException, SQLException {
		try (Connection connection = this.program.connect();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setString(i + 1, parameters[i]);
			}
			List<Integer> found = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					found.add(rows.getInt(1));
				}
			}
			return found;
		}
	}

	private List<Cell> cells() {
		return this.clerks.stream().flatMap(List::stream).toList();
	}

	/**
	 * What its clerk knows of a cell.
	 */
	private static final class Cell {

		private final String no;

		private final String period;

		/** What was confirmed, in its order. */
		private final List<Integer> values = new ArrayList<>();

		/** What was sent and not answered, if anything. */
		private volatile @Nullable Integer unanswered;

		Cell(String no, String period) {
			this.no = no;
			this.period = period;
		}

		/**
		 * What the database may hold: the confirmed ones, and the unanswered one or not.
		 */
		List<List<Integer>> possible() {
			List<List<Integer>> possible = new ArrayList<>(List.of(List.copyOf(this.values)));
			Integer sent = this.unanswered;
			if (sent != null) {
				List<Integer> more = new ArrayList<>(this.values);
				more.add(sent);
				possible.add(more);
			}
			return possible;
		}

	}

}
