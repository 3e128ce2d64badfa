package vn.wardkpi.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program as a person starts it, in JVMs of its own and with no database configured,
 * again and again on the same data.
 */
final class OwnProgram {

	static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern READY = Pattern.compile("Open http://localhost:(\\d+)/");

	private final Path directory;

	private final List<Process> started = new ArrayList<>();

	OwnProgram(Path directory) {
		this.directory = directory;
	}

	Process start(String log, String... options) throws IOException {
		String classes = Arrays
			.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
				.split(File.pathSeparator))
			.filter((entry) -> !entry.replace('\\', '/').contains("/test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", classes, "vn.wardkpi.WardKpiApplication", "--server.port=0",
						"--ward-kpi.data-dir=" + this.directory.resolve("data")));
		command.addAll(List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve(log).toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("SERVER_"));
		Process process = builder.start();
		this.started.add(process);
		return process;
	}

	/**
	 * @return the port it listens on
	 */
	int waitUntilReady(Process process, String log) throws Exception {
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

	String log(String name) throws IOException {
		return Files.readString(this.directory.resolve(name));
	}

	/**
	 * To its database, as the owner of the schema.
	 */
	Connection connect() throws IOException, SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/ward_kpi",
				LocalPostgres.OWNER, Files.readString(this.directory.resolve("data/postgres-password")));
	}

	/**
	 * The server's first process, parent of all others.
	 */
	ProcessHandle server() throws IOException {
		return ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
	}

	private String postmaster(int line) throws IOException {
		return Files.readAllLines(this.directory.resolve("data/postgres/postmaster.pid")).get(line).strip();
	}

	void stop() throws Exception {
		for (Process process : this.started) {
			process.destroy();
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
		}
	}

}
