package vn.wardkpi.planimport.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.text.DelimitedRecords;
import vn.wardkpi.planimport.text.LegacyEncoding;
import vn.wardkpi.planimport.text.VietnameseWords;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

/**
 * Text files as spreadsheet programs save them: any mark between cells, UTF-8 or UTF-16
 * with or without byte order mark, or the code page of an office that has none of them.
 */
class DelimitedReader {

	private static final String SHEET = "CSV";

	private static final char[] DELIMITERS = { ',', ';', '\t', '|', '^', '~' };

	/** Spreadsheet programs take a first line "sep=;" at its word. */
	private static final Pattern STATED = Pattern.compile("sep=(.)\\R", Pattern.CASE_INSENSITIVE);

	private static final Charset VIETNAMESE_WINDOWS = Charset.forName("windows-1258");

	SourceFile read(byte[] content) {
		String text = decode(content);
		DelimitedRecords best = best(text);
		SourceProblems problems = new SourceProblems(SHEET);
		RowCollector rows = new RowCollector();
		for (int i = 0; i < best.records().size(); i++) {
			List<String> values = best.records().get(i);
			for (int column = 0; column < values.size(); column++) {
				rows.put(i + 1, column, values.get(column));
			}
		}
		best.openQuotes()
			.forEach((row) -> problems.add(Problem.error("import-quote-open", String.valueOf(row)), row, null));
		return new SourceFile(List.of(rows.table(SHEET, Origin.TEXT, List.of())), problems.found());
	}

	private static DelimitedRecords best(String text) {
		Matcher stated = STATED.matcher(text);
		if (stated.lookingAt()) {
			String rest = "\n" + text.substring(stated.end());
			return DelimitedRecords.parse(rest, stated.group(1).charAt(0));
		}
		DelimitedRecords best = DelimitedRecords.parse(text, DELIMITERS[0]);
		for (char delimiter : DELIMITERS) {
			DelimitedRecords records = DelimitedRecords.parse(text, delimiter);
			if (records.regularity() > best.regularity()) {
				best = records;
			}
		}
		return best;
	}

	static boolean isUtf16(byte[] content) {
		return content.length >= 2 && ((content[0] == (byte) 0xff && content[1] == (byte) 0xfe)
				|| (content[0] == (byte) 0xfe && content[1] == (byte) 0xff));
	}

	private static String decode(byte[] content) {
		Charset charset = isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
		try {
			String text = charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(content))
				.toString();
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			String text = ofCodePage(content);
			if (text != null) {
				return text;
			}
			RefusedException refusal = new RefusedException(Kind.UNSUPPORTED, "import.file-not-utf8");
			refusal.initCause(ex);
			throw refusal;
		}
	}

	/** The code page in which most words read as Vietnamese, if there is one. */
	private static @org.jspecify.annotations.Nullable String ofCodePage(byte[] content) {
		String windows = Normalizer.normalize(new String(content, VIETNAMESE_WINDOWS), Normalizer.Form.NFC);
		int[] words = VietnameseWords.count(windows);
		if (words[1] > 1 && words[0] * 10 >= words[1] * 7) {
			return windows;
		}
		String western = new String(content, StandardCharsets.ISO_8859_1);
		return (LegacyEncoding.of(western) != LegacyEncoding.NONE) ? western : null;
	}

}
