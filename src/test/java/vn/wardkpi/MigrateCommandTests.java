package vn.wardkpi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.wardkpi.audit.VerifyAuditCommand;
import vn.wardkpi.database.MigrateCommand;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The way of docker-compose.yml: the script makes roles and database, the command
 * migrates as an owner that is no superuser, and the program's role may work but not
 * alter the audit.
 */
class MigrateCommandTests {

	private static final String OWNER = "trial";

	private static final String PROGRAM = "trial_app";

	private static final String URL = TestDatabase.url().replaceAll("/[^/]+$", "/" + OWNER);

	@BeforeEach
	void runTheScript() throws Exception {
		String script = Files.readString(Path.of("docker/database/10-roles.sh"));
		String sql = script.substring(script.indexOf("<<'SQL'\n") + 8, script.lastIndexOf("SQL\n"))
			.replace("ward_kpi", OWNER)
			.replace(":'owner'", "'of-the-owner'")
			.replace(":'program'", "'of-the-program'");
		for (int twice = 0; twice < 2; twice++) {
			run(sql);
		}
	}

	@AfterEach
	void tidyUp() throws SQLException {
		try (Connection superuser = TestDatabase.asOwner(); Statement statement = superuser.createStatement()) {
			statement.execute("drop database " + OWNER + " with (force)");
			statement.execute("drop role " + PROGRAM);
			statement.execute("drop role " + OWNER);
		}
	}

	@Test
	void migratesAsAnOwnerThatIsNoSuperuser() throws SQLException {
		for (int twice = 0; twice < 2; twice++) {
			assertThat(WardKpiApplication.command(MigrateCommand.class, "--migrate", "--spring.datasource.url=" + URL,
					"--spring.datasource.username=" + OWNER, "--spring.datasource.password=of-the-owner",
					"--ward-kpi.migrations.program-role=" + PROGRAM))
				.isZero();
		}
		try (Connection program = DriverManager.getConnection(URL, PROGRAM, "of-the-program");
				Statement statement = program.createStatement()) {
			assertThat(single(statement, "select bool_or(rolsuper or rolcreaterole or rolcreatedb)::text from pg_roles "
					+ "where rolname in ('" + OWNER + "', '" + PROGRAM + "')"))
				.isEqualTo("false");
			assertThat(single(statement, "select count(*)::text from ward where valid_to is null")).isEqualTo("3321");
			statement.execute("insert into audit_entry (at, actor, subject, key, action) "
					+ "values (now(), 'an', 'USER', 'an', 'CREATED')");
			for (String refused : List.of("delete from audit_entry", "update audit_link set hash = previous_hash",
					"create table mine (id int)", "select * from flyway_schema_history_audit")) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(refused))
					.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("42501"));
			}
		}
		assertThat(
				WardKpiApplication.command(VerifyAuditCommand.class, "--verify-audit", "--spring.datasource.url=" + URL,
						"--spring.datasource.username=" + PROGRAM, "--spring.datasource.password=of-the-program"))
			.isZero();
	}

	/**
	 * As psql would: one statement after another, and what a query with \gexec answers is
	 * run in its turn.
	 */
	private static void run(String script) throws SQLException {
		try (Connection superuser = TestDatabase.asOwner(); Statement statement = superuser.createStatement()) {
			StringBuilder pending = new StringBuilder();
			for (String line : script.lines().toList()) {
				if (line.equals("\\gexec")) {
					List<String> made = new ArrayList<>();
					try (ResultSet rows = statement.executeQuery(pending.toString())) {
						while (rows.next()) {
							made.add(rows.getString(1));
						}
					}
					for (String one : made) {
						statement.execute(one);
					}
					pending.setLength(0);
				}
				else if (line.endsWith(";")) {
					statement.execute(pending + line);
					pending.setLength(0);
				}
				else {
					pending.append(line).append('\n');
				}
			}
		}
	}

	private static String single(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
