package vn.wardkpi.intake.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.office.InflatesTooMuchException;
import vn.wardkpi.office.OfficeFile;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a file is by its content, which must be what its name says. Refused is what
 * carries programs, cannot be looked into, or is not one of the kinds taken in.
 */
public final class ContentCheck {

	/** Ten megabytes of text and pictures inflate to this at the most. */
	private static final long MOST_INFLATED = 200L * 1024 * 1024;

	private static final String CONTENT_TYPES = "[Content_Types].xml";

	private static final Map<String, AcceptedKind> BY_PART = Map.of("word/document.xml", AcceptedKind.DOCX,
			"xl/workbook.xml", AcceptedKind.XLSX);

	/** Names by which a PDF starts something; "#4a" is how it may spell a letter. */
	private static final Pattern ACTIVE = Pattern
		.compile("/(JS|JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])");

	/** In the trailer, or in the dictionary of the stream that stands for one. */
	private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(?:\\d+\\s+\\d+\\s+R|<<)");

	private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "hevc", "heim", "heis", "hevm", "hevs",
			"mif1", "msf1", "avif");

	private static final Pattern SPELLED = Pattern.compile("#([0-9a-fA-F]{2})");

	private static final int PDF_END_WITHIN = 2048;

	private ContentCheck() {
	}

	/**
	 * @throws RefusedException UNSUPPORTED, saying what to do; TOO_LARGE if it inflates
	 * or its picture has too many pixels
	 */
	public static CheckedFile check(FileName name, byte[] content) {
		if (isHeic(content)) {
			throw new RefusedException(Kind.UNSUPPORTED, "evidence.heic");
		}
		AcceptedKind kind = kindOf(content);
		AcceptedKind named = AcceptedKind.ofEnding(name.ending())
			.orElseThrow(() -> new RefusedException(Kind.UNSUPPORTED, "evidence.unknown"));
		if (kind != named) {
			throw new RefusedException(Kind.UNSUPPORTED, "evidence.other-content", name.ending(), kind.name(),
					kind.ending());
		}
		return switch (kind) {
			case PDF -> pdf(name, content);
			case JPEG, PNG -> {
				byte[] small = Picture.thumbnail(kind, content);
				yield new CheckedFile(name, kind, PlainPhoto.of(kind, content), false, small);
			}
			case WEBP -> {
				Picture.checkWebp(content);
				yield new CheckedFile(name, kind, PlainPhoto.of(kind, content), false, null);
			}
			case DOCX, XLSX, DOC, XLS -> new CheckedFile(name, kind, content, false, null);
		};
	}

	private static AcceptedKind kindOf(byte[] content) {
		if (OfficeFile.isZip(content)) {
			return ofZip(content);
		}
		if (OfficeFile.isCompound(content)) {
			return ofCompound(content);
		}
		String start = latin(content, 0, Math.min(content.length, 16));
		if (start.startsWith("%PDF-")) {
			String end = latin(content, Math.max(content.length - PDF_END_WITHIN, 0), content.length);
			if (!end.contains("%%EOF")) {
				throw broken(null);
			}
			return AcceptedKind.PDF;
		}
		if (start.startsWith("\u00ff\u00d8\u00ff")) {
			return AcceptedKind.JPEG;
		}
		if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
			return AcceptedKind.PNG;
		}
		if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
			return AcceptedKind.WEBP;
		}
		throw unknown();
	}

	private static AcceptedKind ofZip(byte[] content) {
		try {
			OfficeFile file = OfficeFile.unzip(content, MOST_INFLATED, Set.of(CONTENT_TYPES));
			byte[] types = file.kept().get(CONTENT_TYPES);
			AcceptedKind kind = BY_PART.entrySet()
				.stream()
				.filter((part) -> file.names().contains(part.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElseThrow(ContentCheck::unknown);
			if (types == null || !file.names().contains("_rels/.rels") || !file.agreesWithDirectory(content)) {
				throw broken(null);
			}
			boolean macros = new String(types, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains("macro")
					|| file.names()
						.stream()
						.map((part) -> part.toLowerCase(Locale.ROOT))
						.anyMatch(OfficeMacros::isPart);
			if (macros) {
				throw new RefusedException(Kind.UNSUPPORTED, "evidence.macros");
			}
			return kind;
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	private static AcceptedKind ofCompound(byte[] content) {
		try {
			OfficeFile file = OfficeFile.openCompound(content, Set.of("Workbook", "Book"));
			Set<String> names = file.names();
			if (names.contains("EncryptedPackage")) {
				throw new RefusedException(Kind.UNSUPPORTED, "evidence.encrypted");
			}
			boolean word = names.contains("WordDocument");
			byte[] workbook = file.kept().getOrDefault("Workbook", file.kept().get("Book"));
			if (!word && workbook == null) {
				throw unknown();
			}
			if (names.stream().anyMatch(OfficeMacros::isStorage)
					|| (workbook != null && OfficeMacros.hasMacroSheet(workbook))) {
				throw new RefusedException(Kind.UNSUPPORTED, "evidence.macros");
			}
			return word ? AcceptedKind.DOC : AcceptedKind.XLS;
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	/** Photos of iPhones: an ISO container whose brand says HEIF. */
	private static boolean isHeic(byte[] content) {
		return content.length > 12 && latin(content, 4, 8).equals("ftyp")
				&& HEIF_BRANDS.contains(latin(content, 8, 12));
	}

	private static CheckedFile pdf(FileName name, byte[] content) {
		String text = spelledOut(content);
		if (ENCRYPTED.matcher(text).find()) {
			throw new RefusedException(Kind.UNSUPPORTED, "evidence.encrypted");
		}
		return new CheckedFile(name, AcceptedKind.PDF, content, ACTIVE.matcher(text).find(), null);
	}

	private static String spelledOut(byte[] content) {
		String text = latin(content, 0, content.length);
		if (text.indexOf('#') >= 0) {
			text = SPELLED.matcher(text)
				.replaceAll((match) -> Matcher
					.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
		}
		return text;
	}

	private static String latin(byte[] content, int from, int to) {
		return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
	}

	private static RefusedException unknown() {
		return new RefusedException(Kind.UNSUPPORTED, "evidence.unknown");
	}

	static RefusedException broken(@Nullable Exception cause) {
		RefusedException refused = (cause instanceof InflatesTooMuchException)
				? new RefusedException(Kind.TOO_LARGE, "evidence.inflates")
				: new RefusedException(Kind.UNSUPPORTED, "evidence.broken");
		if (cause != null) {
			refused.initCause(cause);
		}
		return refused;
	}

}
