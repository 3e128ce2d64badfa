package vn.wardkpi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the programs of PostgreSQL: initdb, pg_ctl, postgres.
 */
final class PostgresCommand {

	private static final Logger logger = LoggerFactory.getLogger(PostgresCommand.class);

	private final DataDirectory directory;

	private final Path binaries;

	PostgresCommand(DataDirectory directory, Path binaries) {
		this.directory = directory;
		this.binaries = binaries;
	}

	/**
	 * @return what the program printed
	 * @throws EmbeddedStartException if it fails or takes longer than two minutes
	 */
	String run(String program, String... arguments) throws IOException {
		Path output = this.directory.temporaryFile(program);
		try {
			ProcessBuilder builder = new ProcessBuilder(command(program, arguments)).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().put("LC_ALL", "C");
			Process process = builder.start();
			process.getOutputStream().close();
			if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroyForcibly();
				logger.error("{} failed: {}", program, Files.readString(output));
				throw new EmbeddedStartException("not-started", null, this.directory.logFile().toString());
			}
			return Files.readString(output).strip();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedStartException("not-started", ex, this.directory.logFile().toString());
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	private List<String> command(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			// PostgreSQL refuses to run as root; in a user namespace of its own it does
			// not.
			command.addAll(List.of("unshare", "-U"));
		}
		command
			.add(this.binaries.resolve("bin").resolve(program + (SystemUtils.IS_OS_WINDOWS ? ".exe" : "")).toString());
		command.addAll(List.of(arguments));
		return command;
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

}
