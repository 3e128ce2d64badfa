package vn.wardkpi.planimport.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import vn.wardkpi.planimport.layout.LayoutFile.Sheet;
import vn.wardkpi.planimport.mutation.WrittenFile;

/**
 * Annexes in layouts that no file of the test data has, each with what must come out of
 * it: name, kinds of file, lines of the table, and below the arrow the plan's years,
 * indicators and questions.
 */
final class Layouts {

	private static final String LIST = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
			+ "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
			+ "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
			+ "<w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
			+ "</w:numbering>";

	private Layouts() {
	}

	static List<Layout> all(String resource) {
		try (InputStream content = Objects.requireNonNull(Layouts.class.getResourceAsStream("/layouts/" + resource))) {
			String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("(?m)^=== ")).filter((one) -> !one.isBlank()).map(Layouts::layout).toList();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static Layout layout(String text) {
		String[] parts = text.split("(?m)^=>\n");
		List<String> lines = new ArrayList<>(parts[0].lines().filter((line) -> !line.isEmpty()).toList());
		String name = lines.remove(0);
		List<String> kinds = List.of(lines.remove(0).substring(2).split(" "));
		List<Integer> hidden = List.of();
		if (lines.get(0).startsWith("% ")) {
			hidden = Arrays.stream(lines.remove(0).substring(2).split(" ")).map(Integer::valueOf).toList();
		}
		List<Sheet> sheets = new ArrayList<>();
		String sheet = "Phụ lục";
		List<String> own = new ArrayList<>();
		for (String line : lines) {
			if (line.startsWith("--- ")) {
				sheets.add(new Sheet(sheet, own, hidden));
				sheet = line.substring(4);
				own = new ArrayList<>();
			}
			else {
				own.add(line);
			}
		}
		sheets.add(new Sheet(sheet, own, hidden));
		List<String> expected = parts[1].lines().filter((line) -> !line.isBlank()).toList();
		List<Integer> years = expected.stream()
			.filter((line) -> line.startsWith("years "))
			.flatMap((line) -> Arrays.stream(line.substring(6).split(" ")).map(Integer::valueOf))
			.toList();
		TreeSet<String> questions = new TreeSet<>();
		expected.stream()
			.filter((line) -> line.startsWith("? "))
			.forEach((line) -> questions.addAll(List.of(line.substring(2).split(" "))));
		return new Layout(name, kinds, sheets, years,
				expected.stream().filter((line) -> !line.startsWith("? ") && !line.startsWith("years ")).toList(),
				questions);
	}

	record Layout(String name, List<String> kinds, List<Sheet> sheets, List<Integer> years, List<String> plan,
			TreeSet<String> questions) {

		@Override
		public String toString() {
			return this.name;
		}

		/** By kind of file. */
		Map<String, byte[]> files() {
			Map<String, byte[]> files = new LinkedHashMap<>();
			this.kinds.forEach((kind) -> files.put(kind, file(kind)));
			return files;
		}

		private byte[] file(String kind) {
			return switch (kind) {
				case "xlsx" -> LayoutFile.workbook(this.sheets);
				case "strict" -> StrictForm.of(LayoutFile.workbook(this.sheets));
				case "docx" -> WrittenFile.document(LayoutFile.document(this.sheets), LIST);
				case "csv" -> LayoutFile.text(this.sheets.get(0), ";", StandardCharsets.UTF_8);
				case "bar" -> LayoutFile.text(this.sheets.get(0), "|", StandardCharsets.UTF_8);
				case "tab" -> LayoutFile.text(this.sheets.get(0), "\t", StandardCharsets.UTF_8);
				case "utf16" -> LayoutFile.text(this.sheets.get(0), "\t", StandardCharsets.UTF_16);
				case "1258" -> LayoutFile.text(this.sheets.get(0), ";", Charset.forName("windows-1258"));
				default -> throw new AssertionError(kind);
			};
		}

	}

}
