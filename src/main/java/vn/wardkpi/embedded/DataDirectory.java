package vn.wardkpi.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one directory that holds data, password, log and binaries, used by one program at a
 * time and open to nobody else on the machine.
 */
final class DataDirectory implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	private static final FileAttribute<?>[] NONE = {};

	private final Path path;

	private final FileChannel lockFile;

	private final FileLock lock;

	private DataDirectory(Path path, FileChannel lockFile, FileLock lock) {
		this.path = path;
		this.lockFile = lockFile;
		this.lock = lock;
	}

	/**
	 * Creates the directory if it is not there, and holds it until it is closed.
	 * @throws EmbeddedStartException if another program holds it
	 */
	static DataDirectory open(Path path) throws IOException {
		if (!Files.isDirectory(path)) {
			Files.createDirectories(path, only("rwx------"));
		}
		FileChannel file = FileChannel.open(path.resolve("ward-kpi.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			FileLock lock = file.tryLock();
			if (lock != null) {
				return new DataDirectory(path, file, lock);
			}
		}
		catch (OverlappingFileLockException ex) {
			logger.debug("This JVM holds the lock already", ex);
		}
		file.close();
		throw new EmbeddedStartException("running", null);
	}

	/** Where PostgreSQL keeps its data; there from the first start on. */
	Path cluster() {
		return this.path.resolve("postgres");
	}

	/** Where a cluster is made: half a one must never look like a whole one. */
	Path unfinishedCluster() {
		return this.path.resolve("postgres.new");
	}

	Path binaries() {
		return this.path.resolve("postgres-binaries");
	}

	Path logFile() {
		return this.path.resolve("postgres.log");
	}

	Path passwordFile() {
		return this.path.resolve("postgres-password");
	}

	Path temporaryFile(String name) throws IOException {
		return Files.createTempFile(this.path, name, ".out");
	}

	/**
	 * The password of the database's owner, made at the first start.
	 * @throws EmbeddedStartException if there are data but no password
	 */
	String ownerPassword() throws IOException {
		Path file = passwordFile();
		if (Files.exists(file)) {
			return Files.readString(file).strip();
		}
		if (Files.exists(cluster())) {
			throw new EmbeddedStartException("password-lost", null, file.toString(), cluster().toString());
		}
		Files.createFile(file, only("rw-------"));
		return Files.readString(Files.writeString(file, randomPassword()));
	}

	static String randomPassword() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	@Override
	public void close() throws IOException {
		this.lock.release();
		this.lockFile.close();
	}

	private static FileAttribute<?>[] only(String permissions) {
		return SystemUtils.IS_OS_WINDOWS ? NONE : new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) };
	}

}
