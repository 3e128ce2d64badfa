package vn.wardkpi.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The data of a PostgreSQL and the server that runs on them. The zonky library brings the
 * binaries; its own way of starting them is meant for tests (fsync off, no password, data
 * thrown away), so initdb and pg_ctl are called here.
 */
final class PostgresCluster {

	private static final Logger logger = LoggerFactory.getLogger(PostgresCluster.class);

	private static final int START_ATTEMPTS = 3;

	private static final String WAIT_SECONDS = "60";

	private final DataDirectory directory;

	private final Path cluster;

	private final PostgresCommand command;

	PostgresCluster(DataDirectory directory) throws IOException {
		this.directory = directory;
		this.cluster = directory.cluster();
		this.command = new PostgresCommand(directory, PostgresBinaries.unpack(directory.binaries()));
	}

	/**
	 * @throws EmbeddedStartException if the data are another major version's
	 */
	void refuseOtherVersion() throws IOException {
		Path version = this.cluster.resolve("PG_VERSION");
		if (Files.exists(version)) {
			String data = Files.readString(version).strip();
			String program = this.command.run("postgres", "--version").replaceAll("^\\D*(\\d+).*$", "$1");
			if (!data.equals(program)) {
				throw new EmbeddedStartException("version", null, this.cluster.toString(), data, program);
			}
		}
	}

	/**
	 * After the JVM was killed its server may still run, or have left its process number
	 * behind, which another process may carry by now.
	 */
	void stopOrphan() throws IOException {
		Path pidFile = this.cluster.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		if (server().isPresent()) {
			logger.info("Stopping the PostgreSQL that a killed program left behind");
			stop();
		}
		else {
			// The lock on the data directory is ours: no other program can have started
			// it.
			Files.deleteIfExists(pidFile);
		}
	}

	/**
	 * Makes the data of an empty server, unless there are data.
	 * @param owner the role that may do everything, its password in the directory's file
	 */
	void initialise(String owner) throws IOException {
		if (Files.exists(this.cluster)) {
			return;
		}
		Path unfinished = this.directory.unfinishedCluster();
		FileSystemUtils.deleteRecursively(unfinished);
		this.command.run("initdb", "-D", unfinished.toString(), "-U", owner,
				"--pwfile=" + this.directory.passwordFile(), "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8");
		Files.move(unfinished, this.cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Starts the server on 127.0.0.1 alone.
	 * @return its port
	 */
	int start() throws IOException {
		for (int attempt = 1;; attempt++) {
			int free = freePort();
			try {
				start(free);
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

	/**
	 * Starts the server where it was before it ended, whose last processes may still be
	 * on their way out.
	 * @return whether it runs
	 */
	boolean startAgain(int port) {
		try {
			stopOrphan();
			start(port);
			return true;
		}
		catch (IOException | EmbeddedStartException ex) {
			logger.debug("Could not start again on port {}", port, ex);
			return false;
		}
	}

	boolean isRunning() {
		try {
			return server().isPresent();
		}
		catch (IOException ex) {
			logger.debug("The file with the server's process number cannot be read", ex);
			return false;
		}
	}

	/**
	 * Stops the server as it should be stopped, after all connections are closed.
	 */
	void stop() throws IOException {
		this.command.run("pg_ctl", "stop", "-D", this.cluster.toString(), "-m", "fast", "-w", "-t", WAIT_SECONDS);
	}

	private void start(int port) throws IOException {
		this.command.run("pg_ctl", "start", "-D", this.cluster.toString(), "-l", this.directory.logFile().toString(),
				"-w", "-t", WAIT_SECONDS, "-o", String.join(" ", settings(port)));
	}

	/** The server's first process, if it runs. */
	private Optional<ProcessHandle> server() throws IOException {
		Path pidFile = this.cluster.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return Optional.empty();
		}
		return Files.readAllLines(pidFile, StandardCharsets.UTF_8)
			.stream()
			.findFirst()
			.flatMap(PostgresCluster::number)
			.flatMap(ProcessHandle::of)
			.filter(this::isOurs);
	}

	private boolean isOurs(ProcessHandle process) {
		Path parent = this.directory.binaries();
		return process.isAlive()
				&& process.info().command().filter((command) -> Path.of(command).startsWith(parent)).isPresent();
	}

	private static Optional<Long> number(String line) {
		String text = line.strip();
		return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
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

}
