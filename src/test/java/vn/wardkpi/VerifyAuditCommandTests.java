package vn.wardkpi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import vn.wardkpi.audit.VerifyAuditCommand;
import vn.wardkpi.database.MigrateCommand;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command as it is typed, on a ward's chain of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class VerifyAuditCommandTests extends IntegrationTest {

	private static final String WARD = "00688";

	@Test
	void exitsWithZeroOnAnIntactChainAndWithOneOnAnAlteredOne(CapturedOutput output) throws SQLException {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			for (int i = 0; i < 3; i++) {
				statement.execute("insert into audit_entry (at, actor, ward_code, subject, key, action, to_state) "
						+ "values (now(), 'an', '" + WARD + "', 'USER', 'an', 'CREATED', '" + i + "')");
			}
			String head = single(statement,
					"select encode(head_hash, 'hex') from audit_chain where chain = '" + WARD + "'");
			long second = Long.parseLong(
					single(statement, "select entry_id from audit_link where chain_no = 2 and chain = '" + WARD + "'"));

			assertThat(run("--verify-audit=" + WARD, "--head=" + head)).isZero();
			assertThat(output).contains("Chain " + WARD + ": 3 entries, intact, head " + head,
					"is entry 3 of chain " + WARD, "The audit is intact");
			assertThat(run("--verify-audit=" + WARD, "--head=" + "0".repeat(64))).isEqualTo(1);
			assertThat(run("--verify-audit=99999")).isEqualTo(1);

			statement.execute("alter table audit_entry disable trigger all");
			statement.execute("update audit_entry set to_state = 'x' where id = " + second);
			assertThat(run("--verify-audit=" + WARD)).isEqualTo(1);
			assertThat(output).contains("Chain " + WARD + ": 3 entries, ALTERED at place 2 (audit_entry.id " + second,
					"THE AUDIT IS NOT INTACT");
			statement.execute("update audit_entry set to_state = '1' where id = " + second);
			statement.execute("alter table audit_entry enable trigger all");
			assertThat(run("--verify-audit=" + WARD)).isZero();
		}
	}

	@Test
	void noCommandIsPartOfTheProgram(@Autowired ApplicationContext program) {
		assertThat(program.getBeanNamesForType(VerifyAuditCommand.class)).isEmpty();
		assertThat(program.getBeanNamesForType(MigrateCommand.class)).isEmpty();
	}

	private static int run(String... options) {
		String[] arguments = new String[options.length + 3];
		arguments[0] = "--spring.datasource.url=" + TestDatabase.url();
		arguments[1] = "--spring.datasource.username=" + TestDatabase.PROGRAM;
		arguments[2] = "--spring.datasource.password=" + TestDatabase.PASSWORD;
		System.arraycopy(options, 0, arguments, 3, options.length);
		return WardKpiApplication.command(VerifyAuditCommand.class, arguments);
	}

	private static String single(Statement statement, String sql) throws SQLException {
		try (ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
