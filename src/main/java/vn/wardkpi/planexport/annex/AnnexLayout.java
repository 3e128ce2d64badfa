package vn.wardkpi.planexport.annex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLine.Kind;
import vn.wardkpi.planexport.sheet.PlanSheet;

/**
 * A plan laid out as offices print it: what stands above the table, its heading of one or
 * two rows, and its rows.
 *
 * @param title lines above the table
 * @param sheetName how a workbook's sheet is called
 * @param attributes what the table does not print
 */
public record AnnexLayout(List<String> title, String sheetName, List<AnnexColumn> columns, List<AnnexLine> lines,
		List<WrittenAttributes> attributes) {

	private static final int[] VALUES = { 10, 9, 5, 4, 1 };

	private static final String[] ROMAN = { "X", "IX", "V", "IV", "I" };

	public static AnnexLayout of(PlanSheet sheet, AnnexWords words) {
		List<AnnexColumn> columns = columns(sheet, words);
		return new AnnexLayout(title(sheet, words), words.of("sheet"), columns, lines(sheet, columns, words),
				sheet.indicators().stream().map(sheet::attributes).toList());
	}

	private static List<String> title(PlanSheet sheet, AnnexWords words) {
		PlanSummary plan = sheet.plan();
		List<String> title = new ArrayList<>();
		title.add(words.of("annex"));
		title.add(plan.title());
		title.add(words.of("of-ward", plan.wardName(), plan.provinceName()));
		if (!sheet.decisions().isEmpty()) {
			title.add(words.of("of-decision", String.join("; ", sheet.decisions())));
		}
		return title;
	}

	private static List<AnnexColumn> columns(PlanSheet sheet, AnnexWords words) {
		List<AnnexColumn> columns = new ArrayList<>();
		columns.add(AnnexColumn.of(Part.NUMBER, words.of("column.number")));
		columns.add(AnnexColumn.of(Part.NAME, words.of("column.name")));
		columns.add(AnnexColumn.of(Part.UNIT, words.of("column.unit")));
		for (Integer year : sheet.baselineYears()) {
			columns.add(new AnnexColumn(Part.BASELINE, null, year, null, words.of("column.baseline", year.toString())));
		}
		List<Issuer> ofPeriod = new ArrayList<>(sheet.issuers(null));
		if (ofPeriod.remove(Issuer.PARTY_CONGRESS)) {
			columns.add(new AnnexColumn(Part.TARGET, Issuer.PARTY_CONGRESS, null, null, words.party(sheet.plan())));
		}
		if (!ofPeriod.isEmpty()) {
			columns.addAll(targets(sheet, words, null, words.of("column.period",
					String.valueOf(sheet.plan().fromYear()), String.valueOf(sheet.plan().toYear())), ofPeriod));
		}
		for (Integer year : sheet.years()) {
			columns.addAll(targets(sheet, words, year, words.of("column.year", year.toString()), sheet.issuers(year)));
		}
		columns.add(AnnexColumn.of(Part.LEAD_UNITS, words.of("column.lead-units")));
		if (sheet.hasLeaders()) {
			columns.add(AnnexColumn.of(Part.LEADER, words.of("column.leader")));
		}
		columns.add(AnnexColumn.of(Part.NOTE, words.of("column.note")));
		return columns;
	}

	/**
	 * The ward's council needs no name of its own where it alone set targets.
	 */
	private static List<AnnexColumn> targets(PlanSheet sheet, AnnexWords words, @Nullable Integer year, String heading,
			List<Issuer> issuers) {
		if (issuers.isEmpty() || issuers.equals(List.of(Issuer.WARD_COUNCIL))) {
			return List.of(new AnnexColumn(Part.TARGET, Issuer.WARD_COUNCIL, year, null, heading));
		}
		return issuers.stream()
			.map((issuer) -> new AnnexColumn(Part.TARGET, issuer, year, heading, words.issuer(issuer, sheet.plan())))
			.toList();
	}

	private static List<AnnexLine> lines(PlanSheet sheet, List<AnnexColumn> columns, AnnexWords words) {
		List<AnnexLine> lines = new ArrayList<>();
		Map<String, IndicatorRow> above = new HashMap<>();
		String field = null;
		int sections = 0;
		for (IndicatorRow row : sheet.indicators()) {
			if (row.field() != null && !row.field().equals(field)) {
				field = row.field();
				sections++;
				lines.add(words(Kind.SECTION, columns, roman(sections), field));
			}
			IndicatorRow parent = (row.rule().parentNo() != null) ? above.get(row.rule().parentNo()) : null;
			if (parent != null && parent.equals(last(sheet, row)) && parent.rule().role() != IndicatorRole.GROUP
					&& sheet.hasTarget(parent.no())) {
				lines.add(words(Kind.OF_WHICH, columns, "", words.of("of-which")));
			}
			above.put(row.no(), row);
			Kind kind = (row.rule().parentNo() != null) ? Kind.PART : Kind.COUNTED;
			lines.add(new AnnexLine(kind, columns.stream().map((column) -> cell(sheet, row, column, words)).toList()));
		}
		return lines;
	}

	private static @Nullable IndicatorRow last(PlanSheet sheet, IndicatorRow row) {
		int position = sheet.indicators().indexOf(row);
		return (position > 0) ? sheet.indicators().get(position - 1) : null;
	}

	private static AnnexLine words(Kind kind, List<AnnexColumn> columns, String number, String name) {
		List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
		cells.set(0, number);
		cells.set(1, name);
		return new AnnexLine(kind, cells);
	}

	private static String cell(PlanSheet sheet, IndicatorRow row, AnnexColumn column, AnnexWords words) {
		return switch (column.part()) {
			case NUMBER -> row.no();
			case NAME -> row.name();
			case UNIT -> Objects.requireNonNullElse(row.unit(), "");
			case BASELINE -> PlanSheet.baseline(row, Objects.requireNonNull(column.year()));
			case TARGET -> sheet.target(row.no(), Objects.requireNonNull(column.issuer()), column.year());
			case LEAD_UNITS -> PlanSheet.leadUnits(row);
			case LEADER -> Objects.requireNonNullElse(row.leaderInCharge(), "");
			case NOTE -> note(row, words);
			case RESULT, COMPARISON, VERDICT -> "";
		};
	}

	/** With what the baseline is made of, where it is made of others' figures. */
	private static String note(IndicatorRow row, AnnexWords words) {
		String note = Objects.requireNonNullElse(row.note(), "");
		Baseline baseline = row.baseline();
		BaselineOrigin origin = (baseline != null) ? baseline.origin() : null;
		if (baseline == null || origin == null) {
			return note;
		}
		String made = words.of("baseline." + origin.method(), String.valueOf(baseline.year()), origin.listed());
		return note.isEmpty() ? made : note + "; " + made;
	}

	private static String roman(int number) {
		StringBuilder text = new StringBuilder();
		int rest = number;
		for (int i = 0; i < VALUES.length; i++) {
			for (; rest >= VALUES[i]; rest -= VALUES[i]) {
				text.append(ROMAN[i]);
			}
		}
		return text.toString();
	}

	/** How many rows the heading takes. */
	public int headingHeight() {
		return this.columns.stream().anyMatch((column) -> column.above() != null) ? 2 : 1;
	}

	/** How many columns from this one on share its upper heading. */
	public int sharing(int first) {
		String above = this.columns.get(first).above();
		int last = first;
		while (above != null && last + 1 < this.columns.size() && above.equals(this.columns.get(last + 1).above())) {
			last++;
		}
		return last - first + 1;
	}

}
