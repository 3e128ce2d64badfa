package vn.wardkpi.planimport.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Text files as spreadsheet programs save them: comma, semicolon or tab between cells,
 * UTF-8 or UTF-16, with or without byte order mark.
 */
class DelimitedReader {

	private static final String SHEET = "CSV";

	private static final char[] DELIMITERS = { ',', ';', '\t' };

	SourceFile read(byte[] content) {
		String text = decode(content);
		List<List<String>> best = List.of();
		int most = -1;
		for (char delimiter : DELIMITERS) {
			List<List<String>> records = parse(text, delimiter);
			int cells = records.stream().mapToInt(List::size).filter((size) -> size > 1).sum();
			if (cells > most && wellFormed(records)) {
				most = cells;
				best = records;
			}
		}
		RowCollector rows = new RowCollector();
		for (int i = 0; i < best.size(); i++) {
			List<String> values = best.get(i);
			for (int column = 0; column < values.size(); column++) {
				rows.put(i + 1, column, values.get(column));
			}
		}
		return new SourceFile(List.of(rows.table(SHEET)), List.of());
	}

	static boolean isUtf16(byte[] content) {
		return content.length >= 2 && ((content[0] == (byte) 0xff && content[1] == (byte) 0xfe)
				|| (content[0] == (byte) 0xfe && content[1] == (byte) 0xff));
	}

	/**
	 * A comma within numbers also gives rows of several cells, but of different lengths.
	 */
	private static boolean wellFormed(List<List<String>> records) {
		long widest = records.stream().mapToInt(List::size).max().orElse(0);
		long full = records.stream().filter((cells) -> cells.size() == widest).count();
		return widest <= 1 || full * 2 >= records.size();
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
			String western = new String(content, StandardCharsets.ISO_8859_1);
			if (LegacyEncoding.of(western) != LegacyEncoding.NONE) {
				return western;
			}
			RefusedException refusal = new RefusedException(Kind.UNSUPPORTED, "import.file-not-utf8");
			refusal.initCause(ex);
			throw refusal;
		}
	}

	private static List<List<String>> parse(String text, char delimiter) {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(delimiter)
			.setIgnoreEmptyLines(false)
			.setTrim(true)
			.setLenientEof(true)
			.setTrailingData(true)
			.get();
		List<List<String>> records = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
			for (CSVRecord values : parser) {
				records.add(List.of(values.values()));
			}
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			throw FileKind.broken(ex);
		}
		return records;
	}

}
