package vn.wardkpi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One real PostgreSQL for all tests of a run. The program works on it as
 * {@link #PROGRAM}, a role that owns nothing, as it should wherever it is in earnest.
 */
public final class TestDatabase {

	public static final String OWNER = "postgres";

	public static final String PROGRAM = "ward_kpi_app";

	public static final String PASSWORD = "postgres";

	private static final EmbeddedPostgres POSTGRES = start();

	private TestDatabase() {
	}

	/**
	 * Without a user: the library's own address names one, which would win over the one
	 * that is asked for.
	 */
	public static String url() {
		return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/postgres";
	}

	/**
	 * Lets a context work on it as the program does, and migrate it as the owner.
	 */
	public static void register(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::url);
		registry.add("spring.datasource.username", () -> PROGRAM);
		registry.add("spring.datasource.password", () -> PASSWORD);
		registry.add("spring.flyway.url", TestDatabase::url);
		registry.add("spring.flyway.user", () -> OWNER);
		registry.add("spring.flyway.password", () -> PASSWORD);
	}

	/**
	 * A connection as the owner of the schema, who may do what the program may not.
	 */
	public static Connection asOwner() throws SQLException {
		return POSTGRES.getPostgresDatabase().getConnection();
	}

	/**
	 * The same in another database of the server.
	 */
	public static Connection asOwner(String database) throws SQLException {
		return POSTGRES.getDatabase(OWNER, database).getConnection();
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
			try (Connection connection = postgres.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("create role " + PROGRAM + " login password '" + PASSWORD + "'");
			}
			return postgres;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
