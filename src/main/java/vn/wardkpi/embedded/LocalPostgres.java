package vn.wardkpi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL of one person's machine with the program's database in it, all of
 * it under one directory.
 */
final class LocalPostgres implements AutoCloseable {

	/** Owns the schema and migrates it. */
	static final String OWNER = "ward_kpi";

	/** What the program works as: it owns nothing. */
	static final String PROGRAM = "ward_kpi_app";

	private static final String DATABASE = "ward_kpi";

	private final DataDirectory directory;

	private final PostgresCluster cluster;

	private final String ownerPassword;

	/** Of this start alone: nothing but this program needs it, so it is kept nowhere. */
	private final String programPassword = DataDirectory.randomPassword();

	private final int port;

	private @Nullable PostgresWatch watch;

	private LocalPostgres(DataDirectory directory) throws IOException {
		this.directory = directory;
		this.cluster = new PostgresCluster(directory);
		this.ownerPassword = directory.ownerPassword();
		this.cluster.refuseOtherVersion();
		this.cluster.stopOrphan();
		this.cluster.initialise(OWNER);
		this.port = this.cluster.start();
	}

	/**
	 * Starts the server, on data left from before or on none.
	 * @param directory holds data, password, log and binaries
	 * @throws EmbeddedStartException if it cannot start, with what to do
	 */
	static LocalPostgres start(Path directory) {
		Path absolute = directory.toAbsolutePath().normalize();
		try {
			LocalPostgres postgres = start(DataDirectory.open(absolute));
			try {
				postgres.createDatabase();
				postgres.createProgramRole();
			}
			catch (SQLException ex) {
				postgres.close();
				throw new EmbeddedStartException("not-started", ex, postgres.directory.logFile().toString());
			}
			return postgres;
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("directory", ex, absolute.toString());
		}
	}

	private static LocalPostgres start(DataDirectory directory) throws IOException {
		try {
			return new LocalPostgres(directory);
		}
		catch (IOException | RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	String url() {
		return url(DATABASE);
	}

	String ownerPassword() {
		return this.ownerPassword;
	}

	String programPassword() {
		return this.programPassword;
	}

	/**
	 * From now on starts the server again when it ends without being asked to.
	 * @param whenGivenUp what to do when that does not help
	 */
	LocalPostgres keepRunning(Runnable whenGivenUp) {
		this.watch = new PostgresWatch(this.cluster, this.port, this.directory.logFile().toString(), whenGivenUp);
		return this;
	}

	/**
	 * Stops the server and lets other programs have the directory.
	 */
	@Override
	public void close() {
		if (this.watch != null) {
			this.watch.close();
		}
		try {
			if (this.cluster.isRunning()) {
				this.cluster.stop();
			}
			this.directory.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void createDatabase() throws SQLException {
		try (Connection connection = DriverManager.getConnection(url("postgres"), OWNER, this.ownerPassword);
				Statement statement = connection.createStatement();
				ResultSet existing = statement
					.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
			if (!existing.next()) {
				statement.execute("create database " + DATABASE);
			}
		}
	}

	/**
	 * Also on data of an earlier version, which knew the owner alone.
	 */
	private void createProgramRole() throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(), OWNER, this.ownerPassword);
				Statement statement = connection.createStatement();
				ResultSet existing = statement.executeQuery("select from pg_roles where rolname = '" + PROGRAM + "'")) {
			String what = existing.next() ? "alter" : "create";
			statement.execute(what + " role " + PROGRAM + " login nosuperuser nocreatedb nocreaterole password '"
					+ this.programPassword + "'");
		}
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

}
