package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.planexport.annex.AnnexWords;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * The plan's own annex with results beside the targets: of the year reported on, or of
 * every year so far and of the period.
 */
final class AnnexComposer {

	private final ReportWords words;

	private final ReportMaterial material;

	private final Map<Integer, Map<String, IndicatorYear>> years = new HashMap<>();

	private final Map<String, IndicatorOverPeriod> period = new HashMap<>();

	AnnexComposer(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
		int first = material.kind().isOfPeriod() ? material.plan().fromYear() : material.year();
		for (int year = first; year <= material.year(); year++) {
			Map<String, IndicatorYear> rows = new HashMap<>();
			material.judged()
				.year(year, material.issuer())
				.indicators()
				.forEach((row) -> rows.put(row.indicator().no(), row));
			this.years.put(year, rows);
		}
		if (material.kind().isOfPeriod()) {
			material.judged()
				.period(material.issuer())
				.indicators()
				.forEach((row) -> this.period.put(row.indicator().no(), row));
		}
	}

	AnnexLayout annex(AnnexWords annexWords, String subject, String of) {
		PlanSheet sheet = new PlanSheet(this.material.plan(), this.material.judged().known().indicators(),
				this.material.judged().known().targets());
		AnnexLayout own = AnnexLayout.of(sheet, annexWords);
		List<AnnexColumn> columns = new ArrayList<>();
		List<Integer> from = new ArrayList<>();
		for (int i = 0; i < own.columns().size(); i++) {
			AnnexColumn column = own.columns().get(i);
			Integer year = column.year();
			boolean last = i + 1 == own.columns().size() || !isTargetOf(year, own.columns().get(i + 1));
			boolean shown = column.part() == Part.TARGET && last && hasResults(year, column);
			columns.add(shown || isShared(own, i) ? headed(column, own, i) : column);
			from.add(i);
			if (shown) {
				results(column, columns);
				while (from.size() < columns.size()) {
					from.add(-1);
				}
			}
		}
		List<AnnexLine> lines = own.lines().stream().map((line) -> line(line, columns, from)).toList();
		return new AnnexLayout(
				List.of(this.words.of("annex.label"), FrameWriter.capitals(this.words.of("annex.title", subject)),
						this.words.of("annex.of-report", of)),
				this.words.of("annex.sheet"), columns, lines, own.attributes());
	}

	private boolean hasResults(@Nullable Integer year, AnnexColumn column) {
		return (year != null) ? this.years.containsKey(year)
				: this.material.kind().isOfPeriod() && column.issuer() != null && isOfPeriod(column);
	}

	/** The column of the period's own targets of the council or city, not the Party's. */
	private static boolean isOfPeriod(AnnexColumn column) {
		return column.issuer() != vn.wardkpi.attainment.Issuer.PARTY_CONGRESS;
	}

	private static boolean isTargetOf(@Nullable Integer year, AnnexColumn column) {
		return column.part() == Part.TARGET && Objects.equals(column.year(), year) && isOfPeriod(column);
	}

	/** Whether a column with results follows under the same heading. */
	private boolean isShared(AnnexLayout own, int at) {
		AnnexColumn column = own.columns().get(at);
		return column.part() == Part.TARGET && isOfPeriod(column) && hasResults(column.year(), column);
	}

	/** With the year above and what it holds below. */
	private AnnexColumn headed(AnnexColumn column, AnnexLayout own, int at) {
		return (column.above() != null) ? column : new AnnexColumn(column.part(), column.issuer(), column.year(),
				own.columns().get(at).heading(), this.words.of("annex.target"));
	}

	private void results(AnnexColumn target, List<AnnexColumn> columns) {
		Integer year = target.year();
		String above = columns.get(columns.size() - 1).above();
		boolean estimate = year != null && this.material.kind() == ReportKind.YEAR
				&& this.material.ofYear().headline().provisional();
		String result = (year == null) ? "annex.period"
				: (isInYear() ? "annex.in-year" : (estimate ? "annex.estimate" : "annex.result"));
		columns
			.add(column(Part.RESULT, year, above, this.words.of(result, String.valueOf(this.material.plan().fromYear()),
					String.valueOf(this.material.year()), this.words.period(this.material.kind().until()))));
		if (year == null || year == this.material.year()) {
			columns.add(column(Part.COMPARISON, year, above, this.words.of("annex.comparison")));
			columns.add(column(Part.VERDICT, year, above, this.words.of("annex.verdict")));
		}
	}

	private boolean isInYear() {
		return !this.material.kind().until().isFullYear();
	}

	private static AnnexColumn column(Part part, @Nullable Integer year, @Nullable String above, String heading) {
		return new AnnexColumn(part, null, year, above, heading);
	}

	private AnnexLine line(AnnexLine own, List<AnnexColumn> columns, List<Integer> from) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			int at = from.get(i);
			AnnexColumn column = columns.get(i);
			cells.add((at >= 0) ? own.cells().get(at) : own.no().map((no) -> cell(no, column)).orElse(""));
		}
		return new AnnexLine(own.kind(), cells);
	}

	private String cell(String no, AnnexColumn column) {
		Integer year = column.year();
		if (year == null) {
			IndicatorOverPeriod row = this.period.get(no);
			return (row != null) ? cell(row, column.part()) : "";
		}
		IndicatorYear row = this.years.getOrDefault(year, Map.of()).get(no);
		return (row != null) ? cell(row, column.part()) : "";
	}

	private String cell(IndicatorYear row, Part part) {
		if (row.judgement().verdict() == Verdict.NOT_ASSIGNED && part != Part.RESULT) {
			return "";
		}
		return switch (part) {
			case RESULT -> figure(row);
			case COMPARISON -> comparison(row);
			default -> this.words.verdict(row.judgement().verdict(), row.judgement().provisional());
		};
	}

	static String figure(IndicatorYear row) {
		ActualRow actual = row.actual();
		if (actual == null) {
			return "";
		}
		FigureText text = FigureText.of(actual, row.judgement(), row.indicator(), row.parsedTarget());
		String main = Objects.requireNonNullElse(text.main(), "");
		return (text.beside() != null) ? main + " (" + text.beside() + ")" : main;
	}

	private String comparison(IndicatorYear row) {
		if (row.judgement().completion() != null) {
			return VietnameseNumber.write(row.judgement().completion()) + "%";
		}
		java.math.BigDecimal gap = row.judgement().gap();
		if (gap == null) {
			return "";
		}
		boolean share = FigureText.isShare(row.indicator(), row.parsedTarget());
		String number = VietnameseNumber.signed(gap.signum(), VietnameseNumber.write(gap.abs()));
		return share ? this.words.of("points", number) : number;
	}

	private String cell(IndicatorOverPeriod row, Part part) {
		var period = row.attainment();
		if (part == Part.RESULT) {
			if (period.yearsJudged() != null && period.yearsJudged() > 0) {
				return period.yearsHeld() + "/" + period.yearsJudged();
			}
			return (period.value() != null) ? FigureText.number(period.value(), 0, row.indicator(), null) : "";
		}
		if (period.verdict() == Verdict.NOT_ASSIGNED) {
			return "";
		}
		if (part == Part.COMPARISON) {
			return (period.progress() != null) ? VietnameseNumber.writeShort(period.progress().movePointRight(2)) + "%"
					: "";
		}
		boolean over = this.material.year() == this.material.plan().toYear();
		return over ? this.words.verdict(period.verdict(), period.provisional()) : this.words.course(period.course());
	}

}
