package vn.wardkpi.dashboard.web.year;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.plan.IndicatorRow;

/**
 * A year as every issuer's targets judge it, side by side.
 *
 * @param differing how many counted indicators two issuers judge differently
 */
record IssuersPage(int year, YearAddress address, List<Column> columns, List<Row> rows, long differing) {

	IssuersPage {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
	}

	/** For the switches above: the page is every issuer's. */
	public List<YearPage.IssuerChoice> issuers() {
		return List.of();
	}

	static IssuersPage of(JudgedPlan plan, int year, YearAddress address) {
		List<YearView> views = plan.known()
			.issuers()
			.stream()
			.map((issuer) -> plan.year(year, issuer))
			.filter(IssuersPage::says)
			.toList();
		List<Row> rows = new ArrayList<>();
		for (int i = 0; !views.isEmpty() && i < views.get(0).indicators().size(); i++) {
			int at = i;
			IndicatorRow indicator = views.get(0).indicators().get(i).indicator();
			rows.add(Row.of(views.stream().map((view) -> view.indicators().get(at)).toList(), indicator,
					address.indicator(plan.plan().id(), indicator.no())));
		}
		return new IssuersPage(year, address,
				views.stream()
					.map((view) -> new Column(view.issuer(), view.headline(), address.of(view.issuer()).toString()))
					.toList(),
				rows, rows.stream().filter((row) -> row.differs() && !row.sub()).count());
	}

	/** An issuer that assigned nothing this year has nothing to be compared. */
	private static boolean says(YearView view) {
		return view.headline().assigned() > 0;
	}

	/**
	 * @param address of the year's page for this issuer
	 */
	record Column(Issuer issuer, Headline headline, String address) {
	}

	/**
	 * @param differs whether two issuers that set a target judge it differently
	 */
	record Row(IndicatorRow indicator, String address, FigureText actual, List<Cell> cells, boolean differs) {

		Row {
			cells = List.copyOf(cells);
		}

		static Row of(List<IndicatorYear> years, IndicatorRow indicator, String address) {
			FigureText actual = years.stream()
				.map((year) -> FigureText.of(year.actual(), year.judgement(), indicator, year.parsedTarget()))
				.filter((text) -> !text.isEmpty())
				.findFirst()
				.orElseGet(() -> new FigureText(null, null, null));
			List<Cell> cells = years.stream().map(Cell::of).toList();
			Stream<Verdict> verdicts = cells.stream()
				.map(Cell::verdict)
				.filter((verdict) -> verdict != Verdict.NOT_ASSIGNED);
			return new Row(indicator, address, actual, cells, verdicts.distinct().count() > 1);
		}

		public boolean sub() {
			return this.indicator.rule().parentNo() != null;
		}

	}

	record Cell(@Nullable String target, Verdict verdict, boolean provisional) {

		static Cell of(IndicatorYear year) {
			return new Cell((year.target() != null) ? year.target().target().text() : null, year.judgement().verdict(),
					year.judgement().provisional());
		}

	}

}
