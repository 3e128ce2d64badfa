package vn.wardkpi.planimport.mutation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import vn.wardkpi.planimport.mutation.WrittenFile.WordCells;
import vn.wardkpi.planimport.table.Column.Part;

/**
 * Ways in which Word writes the same annex; those whose names begin with "?" may be
 * another plan, if somebody is asked.
 */
final class WordChanges {

	private WordChanges() {
	}

	static Map<String, Function<AnnexGrid, byte[]>> all() {
		Map<String, Function<AnnexGrid, byte[]>> all = new LinkedHashMap<>();
		runs(all);
		tracked(all);
		wrapped(all);
		WordTables.add(all);
		return all;
	}

	private static void runs(Map<String, Function<AnnexGrid, byte[]>> all) {
		all.put("names in TCVN3 by their font", names((text) -> font(".VnTime", OldLetters.tcvn3(text))));
		all.put("names in TCVN3 capitals by their font", grid -> {
			AnnexGrid upper = grid.copy();
			return written(upper,
					cells((g, row, column,
							text) -> (column == g.column(Part.NAME) && isIndicator(g, row)) ? text.lines()
								.map((line) -> "<w:p>" + font(".VnTime", OldLetters.tcvn3(line)) + "</w:p>")
								.collect(Collectors.joining()) : null));
		});
		all.put("all in TCVN3 by the font", everywhere((text) -> font(".VnTime", OldLetters.tcvn3(text))));
		all.put("all in VNI by the font", everywhere((text) -> font("VNI-Times", OldLetters.vni(text))));
		all.put("all in TCVN3 without the font", everywhere((text) -> WrittenFile.run("", OldLetters.tcvn3(text))));
		all.put("all in VNI without the font", everywhere((text) -> WrittenFile.run("", OldLetters.vni(text))));
		all.put("a run for each letter",
				everywhere((text) -> text.codePoints()
					.mapToObj((c) -> WrittenFile.run("", Character.toString(c)))
					.collect(Collectors.joining())));
		all.put("raised notes behind figures", figures(
				(text) -> WrittenFile.run("", text) + WrittenFile.run("<w:vertAlign w:val=\"superscript\"/>", "1")));
		all.put("raised notes behind names", names(
				(text) -> WrittenFile.run("", text) + WrittenFile.run("<w:vertAlign w:val=\"superscript\"/>", "(1)")));
		all.put("footnotes behind figures", figures((text) -> WrittenFile.run("", text)
				+ "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>"));
		all.put("struck-out text before figures",
				figures((text) -> WrittenFile.run("<w:strike/>", "77") + WrittenFile.run("", text)));
		all.put("text struck out twice before figures",
				figures((text) -> WrittenFile.run("<w:dstrike w:val=\"true\"/>", "77") + WrittenFile.run("", text)));
		all.put("text not struck out", figures((text) -> WrittenFile.run("<w:strike w:val=\"0\"/>", text)));
		all.put("? figures struck out", figures((text) -> WrittenFile.run("<w:strike/>", text)));
		all.put("hidden text before figures",
				figures((text) -> WrittenFile.run("<w:vanish/>", "77") + WrittenFile.run("", text)));
		all.put("? figures hidden", figures((text) -> WrittenFile.run("<w:vanish/>", text)));
		all.put("hyphens that do not break",
				everywhere((text) -> text.replace("-", "").equals(text) ? WrittenFile.run("", text)
						: "<w:r>" + java.util.Arrays.stream(text.split("-", -1))
							.map((part) -> "<w:t xml:space=\"preserve\">" + WrittenFile.escaped(part) + "</w:t>")
							.collect(Collectors.joining("<w:noBreakHyphen/>")) + "</w:r>"));
		all.put("signs of the font Symbol", figures((text) -> symbols(text)));
		all.put("pages broken within",
				everywhere((text) -> "<w:r><w:lastRenderedPageBreak/><w:t xml:space=\"preserve\">"
						+ WrittenFile.escaped(text) + "</w:t></w:r>"));
	}

	private static String symbols(String text) {
		return text.replace("≥", "\u0001")
			.replace("≤", "\u0002")
			.chars()
			.mapToObj((c) -> (c == 1) ? "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" : (c == 2)
					? "<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr><w:t>\uf0a3</w:t></w:r>"
					: WrittenFile.run("", String.valueOf((char) c)))
			.collect(Collectors.joining());
	}

	private static void tracked(Map<String, Function<AnnexGrid, byte[]>> all) {
		all.put("figures inserted",
				figures((text) -> "<w:ins w:id=\"1\" w:author=\"A\">" + WrittenFile.run("", text) + "</w:ins>"));
		all.put("figures changed", figures((text) -> "<w:del w:id=\"1\"><w:r><w:delText>77</w:delText></w:r></w:del>"
				+ "<w:ins w:id=\"2\">" + WrittenFile.run("", text) + "</w:ins>"));
		all.put("figures moved", figures((text) -> "<w:moveFrom w:id=\"1\">" + WrittenFile.run("", "77")
				+ "</w:moveFrom>" + "<w:moveTo w:id=\"2\">" + WrittenFile.run("", text) + "</w:moveTo>"));
		all.put("? figures deleted", figures((text) -> "<w:del w:id=\"1\"><w:r><w:delText>" + WrittenFile.escaped(text)
				+ "</w:delText></w:r></w:del>"));
		all.put("? first row deleted",
				rows((grid, row) -> isFirst(grid, row) ? "<w:trPr><w:del w:id=\"1\"/></w:trPr>" : ""));
		all.put("first row inserted",
				rows((grid, row) -> isFirst(grid, row) ? "<w:trPr><w:ins w:id=\"1\"/></w:trPr>" : ""));
		all.put("? first row hidden", rows((grid, row) -> isFirst(grid, row) ? "<w:trPr><w:hidden/></w:trPr>" : ""));
		all.put("deleted paragraph before names",
				paragraphs((text) -> "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
						+ "<w:del w:id=\"2\"><w:r><w:delText>Cũ</w:delText></w:r></w:del></w:p>"
						+ WrittenFile.paragraph(text)));
	}

	private static void wrapped(Map<String, Function<AnnexGrid, byte[]>> all) {
		all.put("content controls around runs", everywhere(
				(text) -> "<w:sdt><w:sdtPr/><w:sdtContent>" + WrittenFile.run("", text) + "</w:sdtContent></w:sdt>"));
		all.put("simple fields",
				everywhere((text) -> "<w:fldSimple w:instr=\"REF a\">" + WrittenFile.run("", text) + "</w:fldSimple>"));
		all.put("fields",
				everywhere((text) -> "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(1,2)"
						+ "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
						+ WrittenFile.run("", text) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
		all.put("links",
				everywhere((text) -> "<w:hyperlink w:anchor=\"a\">" + WrittenFile.run("", text) + "</w:hyperlink>"));
		all.put("smart tags",
				everywhere((text) -> "<w:smartTag w:element=\"a\">" + WrittenFile.run("", text) + "</w:smartTag>"));
		all.put("comments", everywhere((text) -> "<w:commentRangeStart w:id=\"1\"/>" + WrittenFile.run("", text)
				+ "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"));
		all.put("bookmarks", everywhere((text) -> "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>"
				+ WrittenFile.run("", text) + "<w:bookmarkEnd w:id=\"1\"/>"));
		all.put("formulas of mathematics",
				figures((text) -> "<m:oMath><m:r><m:t>" + WrittenFile.escaped(text) + "</m:t></m:r></m:oMath>"));
		all.put("content controls around paragraphs", paragraphs(
				(text) -> "<w:sdt><w:sdtPr/><w:sdtContent>" + WrittenFile.paragraph(text) + "</w:sdtContent></w:sdt>"));
		all.put("content controls around cells", (grid) -> written(grid, new WordCells() {
			@Override
			String cell(AnnexGrid of, int row, int column, String properties, String text) {
				return "<w:sdt><w:sdtPr/><w:sdtContent>" + super.cell(of, row, column, properties, text)
						+ "</w:sdtContent></w:sdt>";
			}
		}));
		all.put("content controls around rows", (grid) -> written(grid, new WordCells() {
			@Override
			String row(AnnexGrid of, int row, String cells) {
				return "<w:sdt><w:sdtPr/><w:sdtContent>" + super.row(of, row, cells) + "</w:sdtContent></w:sdt>";
			}
		}));
		all.put("a placeholder among the notes",
				names((text) -> WrittenFile.run("", text) + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
						+ WrittenFile.run("", "Bấm để nhập") + "</w:sdtContent></w:sdt>"));
	}

	private static boolean isFirst(AnnexGrid grid, int row) {
		return grid.rows.get(row) == grid.indicators().get(0);
	}

	static boolean isIndicator(AnnexGrid grid, int row) {
		return grid.indicators().stream().anyMatch((one) -> one == grid.rows.get(row));
	}

	private static String font(String name, String text) {
		return WrittenFile.run("<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\"/>", text);
	}

	private static Function<AnnexGrid, byte[]> names(UnaryOperator<String> run) {
		return (grid) -> written(grid, cells(
				(of, row, column, text) -> (column == of.column(Part.NAME) && isIndicator(of, row) && !text.isEmpty())
						? lines(text, run) : null));
	}

	static Function<AnnexGrid, byte[]> figures(UnaryOperator<String> run) {
		return (grid) -> written(grid, cells(
				(of, row, column, text) -> (of.targets().contains(column) && isIndicator(of, row) && !text.isEmpty())
						? lines(text, run) : null));
	}

	private static Function<AnnexGrid, byte[]> everywhere(UnaryOperator<String> run) {
		return (grid) -> written(grid, cells((of, row, column, text) -> text.isEmpty() ? null : lines(text, run)));
	}

	private static Function<AnnexGrid, byte[]> paragraphs(UnaryOperator<String> paragraph) {
		return (grid) -> written(grid, cells(
				(of, row, column, text) -> (column == of.column(Part.NAME) && isIndicator(of, row) && !text.isEmpty())
						? text.lines().map(paragraph).collect(Collectors.joining()) : null));
	}

	private static Function<AnnexGrid, byte[]> rows(RowProperties properties) {
		return (grid) -> written(grid, new WordCells() {
			@Override
			String row(AnnexGrid of, int row, String cells) {
				return super.row(of, row, properties.of(of, row) + cells);
			}
		});
	}

	private static String lines(String text, UnaryOperator<String> run) {
		return text.lines().map((line) -> "<w:p>" + run.apply(line) + "</w:p>").collect(Collectors.joining());
	}

	private static byte[] written(AnnexGrid grid, WordCells cells) {
		return WrittenFile.document(WrittenFile.table(grid, cells));
	}

	static WordCells cells(CellText text) {
		return new WordCells() {
			@Override
			String text(AnnexGrid grid, int row, int column, String plain) {
				String changed = text.of(grid, row, column, plain);
				return (changed != null) ? changed : super.text(grid, row, column, plain);
			}
		};
	}

	interface CellText {

		@org.jspecify.annotations.Nullable
		String of(AnnexGrid grid, int row, int column, String text);

	}

	private interface RowProperties {

		String of(AnnexGrid grid, int row);

	}

}
