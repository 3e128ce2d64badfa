package vn.wardkpi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL of one person's machine, on 127.0.0.1 alone, its data under one
 * directory. The zonky library brings the binaries; its own way of starting them is meant
 * for tests (fsync off, no password, data thrown away), so initdb and pg_ctl are called
 * here.
 */
final class LocalPostgres implements AutoCloseable {

	/** Owns the schema and migrates it. */
	static final String OWNER = "ward_kpi";

	/** What the program works as: it owns nothing. */
	static final String PROGRAM = "ward_kpi_app";

	private static final String DATABASE = "ward_kpi";

	private static final Logger logger = LoggerFactory.getLogger(LocalPostgres.class);

	private static final int START_ATTEMPTS = 3;

	private static final String WAIT_SECONDS = "60";

	private final Path directory;

	private final Path binaries;

	private final Path cluster;

	private final FileChannel lockFile;

	private final FileLock lock;

	private final String ownerPassword;

	/** Of this start alone: nothing but this program needs it, so it is kept nowhere. */
	private final String programPassword = randomPassword();

	private final int port;

	private LocalPostgres(Path directory) throws IOException {
		this.directory = directory;
		this.cluster = directory.resolve("postgres");
		createPrivateDirectory(directory);
		this.lockFile = FileChannel.open(directory.resolve("ward-kpi.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		this.lock = lock(this.lockFile);
		try {
			this.binaries = PostgresBinaries.unpack(directory.resolve("postgres-binaries"));
			this.ownerPassword = readOrGeneratePassword();
			refuseOtherVersion();
			stopOrphan();
			initialise();
			this.port = startServer();
		}
		catch (IOException | RuntimeException ex) {
			this.lockFile.close();
			throw ex;
		}
	}

	/**
	 * Starts the server, on data left from before or on none.
	 * @param directory holds data, password, log and binaries
	 * @throws EmbeddedStartException if it cannot start, with what to do
	 */
	static LocalPostgres start(Path directory) {
		Path absolute = directory.toAbsolutePath().normalize();
		try {
			LocalPostgres postgres = new LocalPostgres(absolute);
			try {
				postgres.createDatabase();
				postgres.createProgramRole();
			}
			catch (SQLException ex) {
				postgres.close();
				throw new EmbeddedStartException("not-started", ex, postgres.logFile().toString());
			}
			return postgres;
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("directory", ex, absolute.toString());
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
	 * Stops the server as it should be stopped, after all connections are closed.
	 */
	@Override
	public void close() {
		try {
			run("pg_ctl", "stop", "-D", this.cluster.toString(), "-m", "fast", "-w", "-t", WAIT_SECONDS);
			this.lock.release();
			this.lockFile.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileLock lock(FileChannel file) throws IOException {
		try {
			FileLock lock = file.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException ex) {
			logger.debug("This JVM holds the lock already", ex);
		}
		file.close();
		throw new EmbeddedStartException("running", null);
	}

	private String readOrGeneratePassword() throws IOException {
		Path file = this.directory.resolve("postgres-password");
		if (Files.exists(file)) {
			return Files.readString(file).strip();
		}
		if (Files.exists(this.cluster)) {
			throw new EmbeddedStartException("password-lost", null, file.toString(), this.cluster.toString());
		}
		String generated = randomPassword();
		if (hasPosixPermissions()) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		return Files.readString(Files.writeString(file, generated));
	}

	private static String randomPassword() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	private void refuseOtherVersion() throws IOException {
		Path version = this.cluster.resolve("PG_VERSION");
		if (Files.exists(version)) {
			String data = Files.readString(version).strip();
			String program = output("postgres", "--version").replaceAll("^\\D*(\\d+).*$", "$1");
			if (!data.equals(program)) {
				throw new EmbeddedStartException("version", null, this.cluster.toString(), data, program);
			}
		}
	}

	/**
	 * After the JVM was killed its server may still run, or have left its process number
	 * behind, which another process may carry by now.
	 */
	private void stopOrphan() throws IOException {
		Path pidFile = this.cluster.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
		Optional<ProcessHandle> orphan = lines.stream()
			.findFirst()
			.flatMap(LocalPostgres::number)
			.flatMap(ProcessHandle::of)
			.filter(this::isOurs);
		if (orphan.isPresent()) {
			logger.info("Stopping the PostgreSQL that a killed program left behind");
			run("pg_ctl", "stop", "-D", this.cluster.toString(), "-m", "fast", "-w", "-t", WAIT_SECONDS);
		}
		else {
			// The lock on the data directory is ours: no other program can have started
			// it.
			Files.deleteIfExists(pidFile);
		}
	}

	private boolean isOurs(ProcessHandle process) {
		Path parent = this.directory.resolve("postgres-binaries");
		return process.isAlive()
				&& process.info().command().filter((command) -> Path.of(command).startsWith(parent)).isPresent();
	}

	private static Optional<Long> number(String line) {
		String text = line.strip();
		return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
	}

	private void initialise() throws IOException {
		if (Files.exists(this.cluster)) {
			return;
		}
		Path unfinished = this.directory.resolve("postgres.new");
		FileSystemUtils.deleteRecursively(unfinished);
		run("initdb", "-D", unfinished.toString(), "-U", OWNER,
				"--pwfile=" + this.directory.resolve("postgres-password"), "--auth=scram-sha-256", "--encoding=UTF8",
				"--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
		Files.move(unfinished, this.cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	private int startServer() throws IOException {
		for (int attempt = 1;; attempt++) {
			int free = freePort();
			try {
				run("pg_ctl", "start", "-D", this.cluster.toString(), "-l", logFile().toString(), "-w", "-t",
						WAIT_SECONDS, "-o", String.join(" ", settings(free)));
				return free;
			}
			catch (EmbeddedStartException ex) {
				// Another program may have taken the port in the meantime.
				if (attempt == START_ATTEMPTS) {
					throw ex;
				}
				logger.debug("Could not start on port {}", free, ex);
			}
		}
	}

	private static List<String> settings(int port) {
		return List.of("-c listen_addresses=127.0.0.1", "-c port=" + port, "-c unix_socket_directories=", "-c fsync=on",
				"-c full_page_writes=on", "-c synchronous_commit=on", "-c max_connections=50",
				"-c password_encryption=scram-sha-256");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
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

	private Path logFile() {
		return this.directory.resolve("postgres.log");
	}

	private void run(String program, String... arguments) throws IOException {
		output(program, arguments);
	}

	private String output(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			// PostgreSQL refuses to run as root; in a user namespace of its own it does
			// not.
			command.addAll(List.of("unshare", "-U"));
		}
		command
			.add(this.binaries.resolve("bin").resolve(program + (SystemUtils.IS_OS_WINDOWS ? ".exe" : "")).toString());
		command.addAll(List.of(arguments));
		Path output = Files.createTempFile(this.directory, program, ".out");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().put("LC_ALL", "C");
			Process process = builder.start();
			process.getOutputStream().close();
			if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroyForcibly();
				logger.error("{} failed: {}", program, Files.readString(output));
				throw new EmbeddedStartException("not-started", null, logFile().toString());
			}
			return Files.readString(output).strip();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedStartException("not-started", ex, logFile().toString());
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	private static boolean isRoot() {
		if (!SystemUtils.IS_OS_LINUX || !"root".equals(SystemUtils.USER_NAME)) {
			return false;
		}
		if (!LinuxUtils.isUnshareAvailable()) {
			throw new EmbeddedStartException("root", null);
		}
		return true;
	}

	private static void createPrivateDirectory(Path directory) throws IOException {
		if (Files.isDirectory(directory)) {
			return;
		}
		if (hasPosixPermissions()) {
			Files.createDirectories(directory,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
		else {
			Files.createDirectories(directory);
		}
	}

	private static boolean hasPosixPermissions() {
		return !SystemUtils.IS_OS_WINDOWS;
	}

}
