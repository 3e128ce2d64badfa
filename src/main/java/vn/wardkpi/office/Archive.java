package vn.wardkpi.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip of many files, opened within bounds and file by file, so that one that cannot be
 * read keeps no other from being read. Names are labels: nothing is written to where they
 * point.
 */
public final class Archive implements Closeable {

	/** A name as long as a file system allows. */
	private static final int LONGEST_NAME = 255;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	/** Steps of a path that lead out of where it begins: "../", "/", "C:". */
	private static final Pattern OUTSIDE = Pattern.compile("^(?:[A-Za-z]:)?/+|(?<=^|/)\\.{1,2}(?:/|$)|(?<=/)/+");

	/** What systems put beside the files: no file of anybody's. */
	private static final Pattern LITTER = Pattern
		.compile("(?i)(?:.*/)?(?:__macosx/.*|\\._.*|~\\$.*|\\.ds_store|thumbs\\.db|desktop\\.ini)");

	private static final Pattern PACKED = Pattern.compile("(?i).*\\.(?:zip|rar|7z|tar|gz|tgz)");

	/** A small file may be of one letter; only of large ones the ratio says anything. */
	private static final long LARGE = 1024 * 1024;

	private final ZipFile zip;

	private final List<ZipArchiveEntry> entries;

	private final Bounds bounds;

	private long inflated;

	private Archive(ZipFile zip, Bounds bounds) {
		this.zip = zip;
		this.entries = Collections.list(zip.getEntries())
			.stream()
			.filter((entry) -> !entry.isDirectory() && !LITTER.matcher(name(entry)).matches())
			.toList();
		this.bounds = bounds;
	}

	/**
	 * @throws InflatesTooMuchException if it lists more entries
	 * @throws IOException if it is no readable zip
	 */
	public static Archive open(byte[] content, Bounds bounds) throws IOException {
		if (ZipDirectory.entries(content, bounds.entries()) > bounds.entries()) {
			throw new InflatesTooMuchException("More than " + bounds.entries() + " entries");
		}
		try {
			return new Archive(ZipFile.builder().setByteArray(content).setIgnoreLocalFileHeader(true).get(), bounds);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("Not a readable zip", ex);
		}
	}

	/**
	 * The files' names with their folders, in the order of the archive: "Phường Từ
	 * Liêm/phu luc.xlsx".
	 */
	public List<String> names() {
		return this.entries.stream().map(Archive::name).toList();
	}

	/**
	 * @param index in the list of names
	 * @throws InflatesTooMuchException if all files taken out so far have more bytes
	 */
	public File file(int index) throws InflatesTooMuchException {
		ZipArchiveEntry entry = this.entries.get(index);
		String name = name(entry);
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			return new File(name, null, Refusal.ENCRYPTED);
		}
		if (PACKED.matcher(name).matches()) {
			return new File(name, null, Refusal.PACKED);
		}
		if (!this.zip.canReadEntryData(entry) || entry.isUnixSymlink()) {
			return new File(name, null, Refusal.BROKEN);
		}
		File file = inflated(entry, name);
		if (this.inflated > this.bounds.bytes()) {
			throw new InflatesTooMuchException("More than " + this.bounds.bytes() + " bytes");
		}
		return file;
	}

	private File inflated(ZipArchiveEntry entry, String name) {
		try (InputStream data = this.zip.getInputStream(entry)) {
			byte[] content = data.readNBytes(this.bounds.bytesOfFile() + 1);
			this.inflated += content.length;
			if (content.length > this.bounds.bytesOfFile() || isBomb(entry, content.length)) {
				return new File(name, null, Refusal.TOO_LARGE);
			}
			return new File(name, content, null);
		}
		catch (IOException | RuntimeException ex) {
			return new File(name, null, Refusal.BROKEN);
		}
	}

	private boolean isBomb(ZipArchiveEntry entry, int length) {
		long packed = Math.max(1, entry.getCompressedSize());
		return length > LARGE && length / packed > this.bounds.ratio();
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	private static String name(ZipArchiveEntry entry) {
		String name = CONTROL.matcher(entry.getName().replace('\\', '/')).replaceAll(" ");
		String inside = OUTSIDE.matcher(name).replaceAll("");
		int characters = inside.codePointCount(0, inside.length());
		return (characters <= LONGEST_NAME) ? inside
				: inside.substring(inside.offsetByCodePoints(0, characters - LONGEST_NAME));
	}

	/**
	 * A file of the archive.
	 *
	 * @param content {@code null} where it was refused
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record File(String name, byte @Nullable [] content, @Nullable Refusal refusal) {
	}

	/**
	 * Why a file was not taken out; PACKED where it is an archive itself.
	 */
	public enum Refusal {

		ENCRYPTED, TOO_LARGE, PACKED, BROKEN

	}

	/**
	 * @param entries most entries, folders among them
	 * @param bytesOfFile most bytes of one file, inflated
	 * @param bytes most bytes of all, inflated
	 * @param ratio how many times its packed size a large file may have
	 */
	public record Bounds(int entries, int bytesOfFile, long bytes, int ratio) {
	}

}
