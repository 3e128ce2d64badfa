package vn.wardkpi.report.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.planexport.annex.SpreadsheetNumber;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.workbook.ReportWorkbook.SheetWords;

/**
 * Formulas by which a reader checks the annex: how many of the counted indicators came to
 * what, what yearly targets and parts add up to.
 */
final class ChecksSheet {

	private static final int VERDICT = 3;

	private final ReportContent content;

	private final SheetWords words;

	/** Row of the annex's first line, from 0. */
	private final int first;

	private final Map<String, WrittenAttributes> attributes = new HashMap<>();

	private final Map<String, Integer> rows = new LinkedHashMap<>();

	ChecksSheet(ReportContent content, SheetWords words, int first) {
		this.content = content;
		this.words = words;
		this.first = first;
		content.annex().attributes().forEach((one) -> this.attributes.put(one.no(), one));
		List<AnnexLine> lines = content.annex().lines();
		for (int i = 0; i < lines.size(); i++) {
			int at = i;
			lines.get(i).no().ifPresent((no) -> this.rows.put(no, at));
		}
	}

	void write(SXSSFWorkbook workbook) {
		SXSSFSheet sheet = workbook.createSheet(this.words.of("checks"));
		Looks.page(sheet);
		Looks looks = new Looks(workbook);
		int[] widths = { 6, 50, 18, 22, 18 };
		for (int i = 0; i < widths.length; i++) {
			sheet.setColumnWidth(i, widths[i] * 256);
		}
		int next = counted(sheet, looks);
		sums(sheet, looks, next + 1);
	}

	/** The counted indicators by reference, and how many came to what. */
	private int counted(SXSSFSheet sheet, Looks looks) {
		int result = column(Part.RESULT);
		int verdict = column(Part.VERDICT);
		List<String> counted = this.rows.keySet()
			.stream()
			.filter((no) -> attributes(no).role() != IndicatorRole.BREAKDOWN)
			.filter((no) -> verdict >= 0 && !cell(no, verdict).isEmpty())
			.toList();
		heading(sheet, looks, 0, "counted", VERDICT + 1);
		int row = 1;
		for (String no : counted) {
			Row line = sheet.createRow(row++);
			looks.text(line, 0, no, false);
			looks.reference(line, 1, reference(no, 1), cell(no, 1));
			refer(looks, line, 2, no, result);
			refer(looks, line, VERDICT, no, verdict);
		}
		int last = row;
		row++;
		heading(sheet, looks, row++, "counts", 3);
		Map<String, Integer> counts = new LinkedHashMap<>();
		counted.forEach((no) -> counts.merge(cell(no, verdict), 1, Integer::sum));
		int from = row;
		for (Map.Entry<String, Integer> count : counts.entrySet()) {
			Row line = sheet.createRow(row++);
			looks.text(line, 1, count.getKey(), false);
			looks.formula(line, 2, "COUNTIF($D$2:$D$" + last + ",B" + row + ")", count.getValue(), "0");
		}
		Row line = sheet.createRow(row++);
		looks.text(line, 1, this.words.of("counts.all"), true);
		if (counts.isEmpty()) {
			looks.text(line, 2, "0", false);
		}
		else {
			looks.formula(line, 2, "SUM(C" + (from + 1) + ":C" + (row - 1) + ")", counted.size(), "0");
		}
		return row;
	}

	/** What is added up beside what is printed. */
	private void sums(SXSSFSheet sheet, Looks looks, int at) {
		List<Sum> sums = new ArrayList<>();
		for (String no : this.rows.keySet()) {
			WrittenAttributes of = attributes(no);
			if (of.accumulation() == Accumulation.SUM) {
				years(no, sums);
			}
			if (of.role() == IndicatorRole.COUNTED && of.valueType() == ValueType.AMOUNT) {
				parts(no, sums);
			}
		}
		if (sums.isEmpty()) {
			return;
		}
		heading(sheet, looks, at, "sums", 5);
		int row = at + 1;
		for (Sum sum : sums) {
			Row line = sheet.createRow(row++);
			looks.text(line, 0, sum.no(), false);
			looks.text(line, 1, this.words.of(sum.key(), cell(sum.no(), 1), sum.column()), false);
			looks.formula(line, 2, sum.formula(), sum.value().doubleValue(), sum.format());
			looks.formula(line, VERDICT, sum.printed(), sum.printedValue().doubleValue(), sum.format());
			looks.formula(line, 4, "C" + row + "-D" + row, sum.value().subtract(sum.printedValue()).doubleValue(),
					sum.format());
		}
	}

	/** Yearly targets of one issuer beside the period's. */
	private void years(String no, List<Sum> sums) {
		List<AnnexColumn> columns = this.content.annex().columns();
		for (int i = 0; i < columns.size(); i++) {
			AnnexColumn period = columns.get(i);
			if (period.part() != Part.TARGET || period.year() != null) {
				continue;
			}
			Issuer issuer = period.issuer();
			List<Integer> yearly = new ArrayList<>();
			for (int other = 0; other < columns.size(); other++) {
				AnnexColumn column = columns.get(other);
				if (column.part() == Part.TARGET && column.year() != null && column.issuer() == issuer) {
					yearly.add(other);
				}
			}
			add(no, "sums.years", i, yearly.stream().map((column) -> new Place(no, column)).toList(), sums);
		}
	}

	/** Parts beside what they are parts of, targets and results. */
	private void parts(String no, List<Sum> sums) {
		List<String> parts = this.rows.keySet()
			.stream()
			.filter((part) -> no.equals(attributes(part).parentNo()))
			.toList();
		List<AnnexColumn> columns = this.content.annex().columns();
		for (int i = 0; i < columns.size() && parts.size() > 1; i++) {
			if (columns.get(i).part() == Part.TARGET || columns.get(i).part() == Part.RESULT) {
				int column = i;
				add(no, "sums.parts", i, parts.stream().map((part) -> new Place(part, column)).toList(), sums);
			}
		}
	}

	/** Only where every cell of it is a number. */
	private void add(String no, String key, int column, List<Place> places, List<Sum> sums) {
		SpreadsheetNumber printed = number(no, column);
		if (printed == null || places.size() < 2) {
			return;
		}
		BigDecimal sum = BigDecimal.ZERO;
		List<String> references = new ArrayList<>();
		for (Place place : places) {
			SpreadsheetNumber one = number(place.no(), place.column());
			if (one == null) {
				return;
			}
			sum = sum.add(one.value());
			references.add(reference(place.no(), place.column()));
		}
		AnnexColumn of = this.content.annex().columns().get(column);
		String heading = (of.above() != null) ? of.above() + ", " + of.heading() : of.heading();
		sums.add(new Sum(no, key, heading, String.join("+", references), sum, reference(no, column), printed.value(),
				printed.format()));
	}

	private void heading(SXSSFSheet sheet, Looks looks, int at, String key, int columns) {
		Row row = sheet.createRow(at);
		for (int i = 0; i < columns; i++) {
			looks.text(row, i, this.words.of(key + "." + (i + 1)), true);
		}
	}

	private void refer(Looks looks, Row line, int at, String no, int column) {
		SpreadsheetNumber number = number(no, column);
		if (number != null) {
			looks.formula(line, at, reference(no, column), number.value().doubleValue(), number.format());
		}
		else {
			looks.reference(line, at, reference(no, column), cell(no, column));
		}
	}

	/** Column of the year that is reported on, or of the period. */
	private int column(Part part) {
		Integer year = this.content.kind().isOfPeriod() ? null : this.content.year();
		List<AnnexColumn> columns = this.content.annex().columns();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).part() == part && Objects.equals(columns.get(i).year(), year)) {
				return i;
			}
		}
		return -1;
	}

	private @Nullable SpreadsheetNumber number(String no, int column) {
		return SpreadsheetNumber.of(cell(no, column)).orElse(null);
	}

	private String cell(String no, int column) {
		return (column < 0) ? ""
				: this.content.annex().lines().get(Objects.requireNonNull(this.rows.get(no))).cells().get(column);
	}

	private String reference(String no, int column) {
		int row = this.first + Objects.requireNonNull(this.rows.get(no));
		String sheet = WorkbookUtil.createSafeSheetName(this.content.annex().sheetName());
		return "'" + sheet + "'!" + new CellReference(row, Math.max(column, 0), true, true).formatAsString();
	}

	private WrittenAttributes attributes(String no) {
		return Objects.requireNonNull(this.attributes.get(no));
	}

	private record Place(String no, int column) {
	}

	/**
	 * @param column what stands above the printed number
	 * @param printed reference to it
	 */
	private record Sum(String no, String key, String column, String formula, BigDecimal value, String printed,
			BigDecimal printedValue, String format) {
	}

}
