package vn.wardkpi.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalPostgresTests {

	@TempDir
	Path directory;

	@Test
	void isDurableAndOpenToNobodyElse() throws Exception {
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
				assertThat(query(postgres, "show " + setting)).as(setting).isEqualTo("on");
			}
			assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
			assertThat(query(postgres, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
				.isEqualTo("scram-sha-256");
			assertThat(query(postgres, "select collprovider::text from pg_collation where collname = 'vi-x-icu'"))
				.isEqualTo("i");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(postgres.url(), LocalPostgres.OWNER, "guessed"));
			assertThat(permissions("postgres-password")).isEqualTo("rw-------");
			assertThat(permissions("postgres")).isEqualTo("rwx------");
		}
	}

	@Test
	void keepsItsDataAndPassword() throws Exception {
		String password;
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			password = postgres.ownerPassword();
			query(postgres, "create table kept as select 'giữ lại' as word; select word from kept");
		}
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			assertThat(query(postgres, "select word from kept")).isEqualTo("giữ lại");
			assertThat(postgres.ownerPassword()).isEqualTo(password);
		}
		try (Stream<Path> left = Files.list(this.directory)) {
			assertThat(left.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("postgres",
					"postgres-binaries", "postgres-password", "postgres.log", "ward-kpi.lock");
		}
	}

	@Test
	void givesTheProgramARoleThatOwnsNothingAlsoOnDataOfAnEarlierVersion() throws Exception {
		String before;
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			before = postgres.programPassword();
			assertThat(asProgram(postgres, "select current_user")).isEqualTo(LocalPostgres.PROGRAM);
			query(postgres, "drop role ward_kpi_app; select 'as it was before there was one'");
		}
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			assertThat(asProgram(postgres, "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls "
					+ "from pg_roles where rolname = current_user"))
				.isEqualTo("f");
			assertThat(postgres.programPassword()).isNotEqualTo(before);
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> asProgram(postgres, "create table mine (id int); select 1"));
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(postgres.url(), LocalPostgres.PROGRAM, before));
		}
	}

	@Test
	void refusesToShareItsDirectory() throws Exception {
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			assertThatExceptionOfType(EmbeddedStartException.class)
				.isThrownBy(() -> LocalPostgres.start(this.directory))
				.matches((ex) -> ex.reason().equals("running"));
			assertThat(query(postgres, "select 'undisturbed'")).isEqualTo("undisturbed");
		}
	}

	@Test
	void startsOverAProcessNumberThatAnotherProgramCarriesByNow() throws Exception {
		LocalPostgres.start(this.directory).close();
		Path pidFile = this.directory.resolve("postgres").resolve("postmaster.pid");
		Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + this.directory.resolve("postgres") + "\n");
		try (LocalPostgres postgres = LocalPostgres.start(this.directory)) {
			assertThat(query(postgres, "select 'still here'")).isEqualTo("still here");
		}
	}

	@Test
	void startsAgainWhereItWasAndGivesUpWhenThatDoesNotHelp() throws Exception {
		CountDownLatch givenUp = new CountDownLatch(1);
		try (LocalPostgres postgres = LocalPostgres.start(this.directory).keepRunning(givenUp::countDown)) {
			query(postgres, "create table kept as select 'giữ lại' as word; select word from kept");
			for (int death = 0; death < PostgresWatch.MOST_RESTARTS; death++) {
				kill();
				assertThat(awaitAnswer(postgres, "select word from kept")).isEqualTo("giữ lại");
				assertThat(asProgram(postgres, "select current_user")).isEqualTo(LocalPostgres.PROGRAM);
			}
			assertThat(givenUp.getCount()).isEqualTo(1);
			kill();
			assertThat(givenUp.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	private void kill() throws Exception {
		String pid = Files.readAllLines(this.directory.resolve("postgres").resolve("postmaster.pid")).get(0).strip();
		ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
		server.destroyForcibly();
		server.onExit().get(10, TimeUnit.SECONDS);
	}

	private static String awaitAnswer(LocalPostgres postgres, String sql) throws Exception {
		for (int attempt = 0; attempt < 60; attempt++) {
			try {
				return query(postgres, sql);
			}
			catch (SQLException ex) {
				Thread.sleep(500);
			}
		}
		return query(postgres, sql);
	}

	@Test
	void saysWhatToDoWithoutThePassword() throws Exception {
		LocalPostgres.start(this.directory).close();
		Files.delete(this.directory.resolve("postgres-password"));
		assertThatExceptionOfType(EmbeddedStartException.class).isThrownBy(() -> LocalPostgres.start(this.directory))
			.matches((ex) -> ex.reason().equals("password-lost"))
			.satisfies((ex) -> assertThat(new EmbeddedStartFailureAnalyzer().analyze(ex, ex).getAction())
				.contains("sao lưu", "backup"));
	}

	@Test
	void refusesDataOfAnotherVersion() throws Exception {
		LocalPostgres.start(this.directory).close();
		Files.writeString(this.directory.resolve("postgres").resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(EmbeddedStartException.class).isThrownBy(() -> LocalPostgres.start(this.directory))
			.matches((ex) -> ex.reason().equals("version"))
			.satisfies((ex) -> assertThat(ex.arguments()).endsWith("17", "18"));
	}

	private String permissions(String name) throws Exception {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(this.directory.resolve(name)));
	}

	private static String query(LocalPostgres postgres, String sql) throws SQLException {
		return query(postgres, LocalPostgres.OWNER, postgres.ownerPassword(), sql);
	}

	private static String asProgram(LocalPostgres postgres, String sql) throws SQLException {
		return query(postgres, LocalPostgres.PROGRAM, postgres.programPassword(), sql);
	}

	private static String query(LocalPostgres postgres, String role, String password, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.url(), role, password);
				Statement statement = connection.createStatement()) {
			boolean rows = statement.execute(sql);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			try (ResultSet result = statement.getResultSet()) {
				result.next();
				return result.getString(1);
			}
		}
	}

}
