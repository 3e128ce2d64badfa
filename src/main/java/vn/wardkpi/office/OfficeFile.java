package vn.wardkpi.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The parts of an office file: of a zip (.docx, .xlsx) its entries, of a compound file
 * (.doc, .xls) its streams and storages.
 *
 * @param names of all parts, with their folders
 * @param kept contents of the parts that were asked for
 */
public record OfficeFile(Set<String> names, Map<String, byte[]> kept) {

	/** A plan's annex or a report inflates to a few megabytes. */
	private static final int MOST_ENTRIES = 1000;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] OLE2 = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a,
			(byte) 0xe1 };

	public OfficeFile {
		names = Set.copyOf(names);
		kept = Collections.unmodifiableMap(kept);
	}

	public static boolean isZip(byte[] content) {
		return startsWith(content, ZIP);
	}

	public static boolean isCompound(byte[] content) {
		return startsWith(content, OLE2);
	}

	/**
	 * Inflates every entry, one after the other, to see how much it is.
	 * @param mostInflated bytes that all entries may have together
	 * @param keep names of the entries whose contents are wanted
	 * @throws InflatesTooMuchException if there is more
	 * @throws IOException if an entry cannot be read
	 */
	public static OfficeFile unzip(byte[] content, long mostInflated, Set<String> keep) throws IOException {
		Set<String> names = new HashSet<>();
		Map<String, byte[]> kept = new HashMap<>();
		try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
			byte[] buffer = new byte[64 * 1024];
			long inflated = 0;
			int entries = 0;
			for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null;) {
				if (!zip.canReadEntryData(entry)) {
					throw new IOException("An entry is encrypted or packed in a way that is not known");
				}
				names.add(entry.getName());
				CRC32 sum = new CRC32();
				ByteArrayOutputStream wanted = keep.contains(entry.getName()) ? new ByteArrayOutputStream() : null;
				for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
					inflated += n;
					sum.update(buffer, 0, n);
					if (inflated > mostInflated) {
						throw new InflatesTooMuchException("More than " + mostInflated + " bytes");
					}
					if (wanted != null) {
						wanted.write(buffer, 0, n);
					}
				}
				if (wanted != null) {
					kept.put(entry.getName(), wanted.toByteArray());
				}
				entries++;
				if (entries > MOST_ENTRIES) {
					throw new InflatesTooMuchException("More than " + MOST_ENTRIES + " entries");
				}
				// The sum may stand behind the entry, which is read on the way to the
				// next.
				ZipArchiveEntry next = zip.getNextEntry();
				if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
					throw new IOException("An entry is damaged");
				}
				entry = next;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("An entry's name cannot be read", ex);
		}
		return new OfficeFile(names, kept);
	}

	/**
	 * Whether the zip's own directory lists what was found entry by entry: programs that
	 * open the file go by the directory, which could hide or add something.
	 */
	public boolean agreesWithDirectory(byte[] content) throws IOException {
		Set<String> listed = new HashSet<>();
		try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				listed.add(entry.getName());
			}
		}
		return listed.equals(this.names);
	}

	/**
	 * One part of a zip, without looking at the others; empty where there is none.
	 * @param most bytes it may inflate to
	 * @throws InflatesTooMuchException if it has more
	 * @throws IOException if it cannot be read
	 */
	public static byte[] part(byte[] content, String name, int most) throws IOException {
		try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
			ZipArchiveEntry entry = zip.getEntry(name);
			if (entry == null) {
				return new byte[0];
			}
			try (InputStream part = zip.getInputStream(entry)) {
				byte[] inflated = part.readNBytes(most + 1);
				if (inflated.length > most) {
					throw new InflatesTooMuchException("More than " + most + " bytes");
				}
				return inflated;
			}
		}
	}

	/**
	 * @param keep names of the streams in the root whose contents are wanted
	 * @throws IOException if it cannot be read
	 */
	public static OfficeFile openCompound(byte[] content, Set<String> keep) throws IOException {
		Set<String> names = new HashSet<>();
		Map<String, byte[]> kept = new HashMap<>();
		try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
			collect(files.getRoot(), "", names);
			for (String name : keep) {
				if (names.contains(name)) {
					try (var stream = files.createDocumentInputStream(name)) {
						kept.put(name, stream.readAllBytes());
					}
				}
			}
		}
		catch (RuntimeException ex) {
			throw new IOException("Not a readable compound file", ex);
		}
		return new OfficeFile(names, kept);
	}

	private static void collect(DirectoryEntry directory, String folder, Set<String> names) throws IOException {
		for (Entry entry : directory) {
			String name = folder + entry.getName();
			names.add(name);
			if (names.size() > MOST_ENTRIES) {
				throw new InflatesTooMuchException("More than " + MOST_ENTRIES + " parts");
			}
			if (entry instanceof DirectoryEntry inner) {
				collect(inner, name + "/", names);
			}
		}
	}

	private static boolean startsWith(byte[] content, byte[] start) {
		if (content.length < start.length) {
			return false;
		}
		for (int i = 0; i < start.length; i++) {
			if (content[i] != start[i]) {
				return false;
			}
		}
		return true;
	}

}
