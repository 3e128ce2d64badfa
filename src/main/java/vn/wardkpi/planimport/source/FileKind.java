package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import vn.wardkpi.office.InflatesTooMuchException;
import vn.wardkpi.office.OfficeFile;
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

	static FileKind of(byte[] content) {
		if (OfficeFile.isZip(content)) {
			return ofZip(content);
		}
		if (OfficeFile.isCompound(content)) {
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
		Set<String> names;
		try {
			names = OfficeFile.unzip(content, MOST_INFLATED, Set.of()).names();
		}
		catch (IOException ex) {
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
		try {
			Set<String> names = OfficeFile.openCompound(content, Set.of()).names();
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
		catch (IOException ex) {
			return broken(ex);
		}
	}

	/**
	 * A file whose parts cannot be read.
	 */
	static RefusedException broken(Exception cause) {
		if (cause instanceof InflatesTooMuchException || String.valueOf(cause.getMessage()).contains("Zip bomb")) {
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

}
