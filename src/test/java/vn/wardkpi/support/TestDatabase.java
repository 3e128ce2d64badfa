package vn.wardkpi.support;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * One real PostgreSQL for all tests of a run.
 */
public final class TestDatabase {

	private static final EmbeddedPostgres POSTGRES = start();

	private TestDatabase() {
	}

	public static String url() {
		return POSTGRES.getJdbcUrl("postgres", "postgres");
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
