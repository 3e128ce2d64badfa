package vn.wardkpi.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planexport.annex.WorkbookSheet;
import vn.wardkpi.report.content.PaperMark;
import vn.wardkpi.report.content.ReportContent;

/**
 * The annex as a workbook: its table, sums by formulas, where each figure comes from and
 * how it was explained. Rows go to the file as they are written.
 */
public final class ReportWorkbook {

	private static final int ROWS_IN_MEMORY = 100;

	private final ReportContent content;

	private final SheetWords words;

	public ReportWorkbook(ReportContent content, SheetWords words) {
		this.content = content;
		this.words = words;
	}

	/**
	 * @param out is not closed
	 */
	public void write(OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
			// Readers that go from entry to entry stumble over the long form.
			workbook.setZip64Mode(Zip64Mode.Never);
			int first = new WorkbookSheet(this.content.annex()).write(workbook);
			if (this.content.supplementary() != null) {
				new WorkbookSheet(this.content.supplementary()).write(workbook);
			}
			new ChecksSheet(this.content, this.words, first).write(workbook);
			new TextSheet(workbook, this.words.of("sources"), columns("sources", 7)).write(this.content.sources()
				.stream()
				.map((row) -> List.of(row.no(), row.name(), row.figure(), row.period(), row.decision(),
						row.approvedBy(), row.approvedOn()))
				.toList());
			new TextSheet(workbook, this.words.of("explanations"), columns("explanations", 6))
				.write(this.content.explanations()
					.stream()
					.map((row) -> List.of(row.no(), row.name(), row.verdict(), row.cause(), row.remedy(), row.note()))
					.toList());
			foot(workbook);
			POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
			properties.getCoreProperties().setTitle(this.content.frame().subject());
			for (WrittenAttributes attributes : this.content.attributes()) {
				properties.getCustomProperties().addProperty(attributes.property(), attributes.text());
			}
			workbook.write(out);
		}
	}

	private void foot(SXSSFWorkbook workbook) {
		PaperMark mark = this.content.mark();
		if (mark != null) {
			workbook.forEach((sheet) -> sheet.getFooter().setCenter(mark.line()));
		}
	}

	private List<String> columns(String sheet, int count) {
		return java.util.stream.IntStream.rangeClosed(1, count)
			.mapToObj((at) -> this.words.of(sheet + "." + at))
			.toList();
	}

	/**
	 * The words of the sheets beside the annex.
	 */
	@FunctionalInterface
	public interface SheetWords {

		/**
		 * @param key below {@code report.sheet.}
		 */
		String of(String key, Object... arguments);

	}

}
