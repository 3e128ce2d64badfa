package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;
import vn.wardkpi.planexport.annex.AnnexWords;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.report.content.ReportKind;

/**
 * The plan's own annex with results beside the targets: of the year reported on, of every
 * year so far and of the period, or of what was chosen.
 */
final class AnnexComposer {

	private final ReportWords words;

	private final ReportMaterial material;

	private final AnnexWords annexWords;

	private final AnnexCells cells;

	private final Map<Integer, Map<Issuer, Map<String, IndicatorYear>>> years = new HashMap<>();

	private final Map<String, IndicatorOverPeriod> period = new HashMap<>();

	AnnexComposer(ReportWords words, ReportMaterial material, AnnexWords annexWords) {
		this.words = words;
		this.material = material;
		this.annexWords = annexWords;
		this.cells = new AnnexCells(words, material);
		for (int year : material.shownYears()) {
			Map<Issuer, Map<String, IndicatorYear>> rows = new HashMap<>();
			material.shownIssuers()
				.forEach((issuer) -> rows.put(issuer,
						material.rows(year, issuer)
							.stream()
							.collect(Collectors.toMap((row) -> row.indicator().no(), (row) -> row))));
			this.years.put(year, rows);
		}
		if (material.kind().isOfPeriod()) {
			PeriodView view = material.judged().period(material.issuer());
			Stream.concat(view.indicators().stream(), view.supplementary().stream())
				.forEach((row) -> this.period.put(row.indicator().no(), row));
		}
	}

	/**
	 * @param which rows it has
	 * @return nothing where there is none
	 */
	Optional<AnnexLayout> annex(Predicate<IndicatorRow> which, List<String> title) {
		List<IndicatorRow> rows = this.material.judged()
			.known()
			.indicators()
			.stream()
			.filter(this.material::isChosen)
			.filter(which)
			.toList();
		Set<String> numbers = rows.stream().map(IndicatorRow::no).collect(Collectors.toSet());
		PlanSheet sheet = new PlanSheet(this.material.plan(), rows,
				this.material.judged()
					.known()
					.targets()
					.stream()
					.filter((target) -> numbers.contains(target.no()))
					.toList());
		return rows.isEmpty() ? Optional.empty()
				: Optional.of(withResults(AnnexLayout.of(sheet, this.annexWords), title));
	}

	private AnnexLayout withResults(AnnexLayout own, List<String> title) {
		List<Integer> kept = IntStream.range(0, own.columns().size())
			.filter((at) -> isKept(own.columns().get(at)))
			.boxed()
			.toList();
		List<AnnexColumn> columns = new ArrayList<>();
		List<Integer> from = new ArrayList<>();
		for (int i = 0; i < kept.size(); i++) {
			AnnexColumn column = own.columns().get(kept.get(i));
			boolean last = i + 1 == kept.size() || !isTargetOf(column.year(), own.columns().get(kept.get(i + 1)));
			boolean judged = column.part() == Part.TARGET && isOfPeriod(column) && hasResults(column.year());
			columns.add(judged ? headed(column) : column);
			from.add(kept.get(i));
			if (judged && last) {
				results(column, columns);
				while (from.size() < columns.size()) {
					from.add(-1);
				}
			}
		}
		List<AnnexLine> lines = own.lines().stream().map((line) -> line(line, columns, from)).toList();
		return new AnnexLayout(title, title.get(0), columns, lines, own.attributes());
	}

	/** A report of somebody's choice has the targets that were chosen alone. */
	private boolean isKept(AnnexColumn column) {
		return this.material.kind() != ReportKind.AD_HOC || column.part() != Part.TARGET
				|| (column.year() != null && this.material.shownYears().contains(column.year())
						&& this.material.shownIssuers().contains(column.issuer()));
	}

	private boolean hasResults(@Nullable Integer year) {
		return (year != null) ? this.years.containsKey(year) : this.material.kind().isOfPeriod();
	}

	/** The column of the period's own targets of the council or city, not the Party's. */
	private static boolean isOfPeriod(AnnexColumn column) {
		return column.issuer() != null && (column.year() != null || column.issuer() != Issuer.PARTY_CONGRESS);
	}

	private static boolean isTargetOf(@Nullable Integer year, AnnexColumn column) {
		return column.part() == Part.TARGET && Objects.equals(column.year(), year) && isOfPeriod(column);
	}

	/** With the year above and what it holds below. */
	private AnnexColumn headed(AnnexColumn column) {
		return (column.above() != null) ? column : new AnnexColumn(column.part(), column.issuer(), column.year(),
				column.heading(), this.words.of("annex.target"));
	}

	private void results(AnnexColumn target, List<AnnexColumn> columns) {
		Integer year = target.year();
		String above = columns.get(columns.size() - 1).above();
		boolean estimate = year != null && this.material.kind() == ReportKind.YEAR
				&& this.material.ofYear().headline().provisional();
		boolean inYear = !this.material.kind().until().isFullYear();
		String result = (year == null) ? "annex.period"
				: (inYear ? "annex.in-year" : (estimate ? "annex.estimate" : "annex.result"));
		columns.add(new AnnexColumn(Part.RESULT, null, year, above,
				this.words.of(result, String.valueOf(this.material.plan().fromYear()),
						String.valueOf(this.material.year()), this.words.period(this.material.kind().until()))));
		if (year == null || year == this.material.year() || this.material.kind() == ReportKind.AD_HOC) {
			for (Issuer issuer : this.material.shownIssuers()) {
				columns.add(new AnnexColumn(Part.COMPARISON, issuer, year, above, heading("annex.comparison", issuer)));
				columns.add(new AnnexColumn(Part.VERDICT, issuer, year, above, heading("annex.verdict", issuer)));
			}
		}
	}

	/** Says by whose targets only where there are several. */
	private String heading(String key, Issuer issuer) {
		return (this.material.shownIssuers().size() == 1) ? this.words.of(key)
				: this.words.of(key + ".of", this.words.issuerName(issuer, this.material.plan()));
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
			return (row != null) ? this.cells.of(row, column.part()) : "";
		}
		Issuer issuer = (column.issuer() != null) ? column.issuer() : this.material.issuer();
		IndicatorYear row = this.years.getOrDefault(year, Map.of()).getOrDefault(issuer, Map.of()).get(no);
		return (row != null) ? this.cells.of(row, column.part()) : "";
	}

}
