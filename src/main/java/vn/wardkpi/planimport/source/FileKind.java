package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a file is, by its content. Everything that cannot be read is refused with what to
 * do about it.
 */
enum FileKind {

	WORKBOOK, DOCUMENT, TEXT;

	/** An annex inflates to a few megabytes at the most. */
	private static final int MOST_INFLATED = 40 * 1024 * 1024;

	private static final int MOST_ENTRIES = 1000;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] OLE2 = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a,
			(byte) 0xe1 };

	static FileKind of(byte[] content) {
		if (startsWith(content, ZIP)) {
			return ofZip(content);
		}
		if (startsWith(content, OLE2)) {
			throw ofOle2(content);
		}
		String start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1)
			.toLowerCase(Locale.ROOT)
			.stripLeading();
		if (start.contains("%pdf-")) {
			throw unsupported("import.file-pdf");
		}
		if (start.startsWith("{\\rtf")) {
			throw unsupported("import.file-old-word");
		}
		if (start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) {
			throw unsupported("import.file-old-excel");
		}
		if (isBinary(content)) {
			throw unsupported("import.file-unknown");
		}
		return TEXT;
	}

	private static FileKind ofZip(byte[] content) {
		Set<String> names = new HashSet<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			byte[] buffer = new byte[64 * 1024];
			long inflated = 0;
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
				for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
					inflated += n;
					if (inflated > MOST_INFLATED) {
						throw new RefusedException(Kind.TOO_LARGE, "import.file-inflates");
					}
				}
				if (names.size() > MOST_ENTRIES) {
					throw new RefusedException(Kind.TOO_LARGE, "import.file-inflates");
				}
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw broken(ex);
		}
		if (names.contains("xl/workbook.xml")) {
			return WORKBOOK;
		}
		if (names.contains("word/document.xml")) {
			return DOCUMENT;
		}
		if (names.stream().anyMatch((name) -> name.startsWith("xl/"))) {
			throw unsupported("import.file-old-excel");
		}
		if (names.contains("mimetype")) {
			throw unsupported("import.file-open-document");
		}
		throw unsupported("import.file-unknown");
	}

	private static RefusedException ofOle2(byte[] content) {
		try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
			Set<String> names = files.getRoot().getEntryNames();
			if (names.contains("EncryptedPackage")) {
				return unsupported("import.file-encrypted");
			}
			if (names.contains("WordDocument")) {
				return unsupported("import.file-old-word");
			}
			if (names.contains("Workbook") || names.contains("Book")) {
				return unsupported("import.file-old-excel");
			}
			return unsupported("import.file-unknown");
		}
		catch (IOException | RuntimeException ex) {
			return broken(ex);
		}
	}

	/**
	 * A file whose parts cannot be read.
	 */
	static RefusedException broken(Exception cause) {
		if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
			return because(new RefusedException(Kind.TOO_LARGE, "import.file-inflates"), cause);
		}
		return because(unsupported("import.file-broken"), cause);
	}

	private static RefusedException because(RefusedException refusal, Exception cause) {
		refusal.initCause(cause);
		return refusal;
	}

	private static RefusedException unsupported(String code) {
		return new RefusedException(Kind.UNSUPPORTED, code);
	}

	private static boolean isBinary(byte[] content) {
		if (DelimitedReader.isUtf16(content)) {
			return false;
		}
		for (byte b : content) {
			if (b == 0) {
				return true;
			}
		}
		return false;
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
