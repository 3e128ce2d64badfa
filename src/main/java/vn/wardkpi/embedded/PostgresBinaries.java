package vn.wardkpi.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * Unpacks the PostgreSQL of this operating system from its Maven artifact, once.
 */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/**
	 * @param parent directory that holds one directory for each version unpacked so far
	 * @return the directory with {@code bin} and {@code lib}
	 */
	static Path unpack(Path parent) throws IOException {
		byte[] archive;
		try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
			archive = in.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new EmbeddedStartException("no-binaries", ex, SystemUtils.OS_NAME, SystemUtils.OS_ARCH);
		}
		Path target = parent.resolve(name(archive));
		if (Files.isDirectory(target)) {
			return target;
		}
		// Half an unpacking must never look like a whole one.
		Path unfinished = parent.resolve(target.getFileName() + ".new");
		FileSystemUtils.deleteRecursively(unfinished);
		Files.createDirectories(unfinished);
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, unfinished);
			}
		}
		return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Tells builds of one artifact apart, which nobody forges: a cryptographic digest of
	 * so many bytes took half a second of each start.
	 */
	private static String name(byte[] archive) {
		CRC32 checksum = new CRC32();
		checksum.update(archive);
		return "%08x-%d".formatted(checksum.getValue(), archive.length);
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
		Path file = directory.resolve(entry.getName()).normalize();
		if (!file.startsWith(directory)) {
			throw new IOException("The archive leaves its directory: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.resolveSibling("."));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, file);
		if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, true)) {
			throw new IOException("Cannot make executable: " + file);
		}
	}

	private static String system() {
		if (SystemUtils.IS_OS_WINDOWS) {
			return "Windows";
		}
		return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
	}

	private static String architecture() {
		return "amd64".equals(SystemUtils.OS_ARCH) ? "x86_64" : SystemUtils.OS_ARCH;
	}

}
