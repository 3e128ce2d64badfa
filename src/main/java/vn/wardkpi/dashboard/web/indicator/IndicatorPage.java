package vn.wardkpi.dashboard.web.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorView;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.FigureText.Difference;
import vn.wardkpi.dashboard.web.JudgedUntil;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.ProjectedEnd;
import vn.wardkpi.dashboard.web.RequiredPace;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.TargetAdjustment;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.chart.Chart;
import vn.wardkpi.dashboard.web.year.YearRow;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What an indicator's page shows.
 *
 * @param period over the years until the end of the plan
 * @param progress part of the way due, in percent
 * @param parts its sub-indicators in the year shown
 * @param explanations figures that came with a note, a cause or a remedy: of the year
 * shown first, then the latest first
 * @param override the reviewer's verdict shown
 * @param overrides those of all years and issuers
 * @param leftEmpty why the year shown has no figure on purpose
 * @param previous the one before it in the annex, if any
 */
record IndicatorPage(IndicatorView view, int year, Issuer issuer, YearAddress address, @Nullable TargetRow target,
		@Nullable TargetRow periodTarget, FigureText actual, @Nullable ActualRow row, Judgement judgement,
		@Nullable Difference difference, PeriodAttainment period, @Nullable String progress,
		@Nullable JudgedUntil until, @Nullable RequiredPace pace, @Nullable Chart chart,
		@Nullable ProjectedEnd projected, List<Choice> issuers, List<Line> lines, List<YearRow> parts,
		List<ActualRow> explanations, @Nullable OverrideNote override, List<OverrideNote> overrides,
		@Nullable String leftEmpty, @Nullable Neighbour previous, @Nullable Neighbour next) {

	IndicatorPage {
		issuers = List.copyOf(issuers);
		lines = List.copyOf(lines);
		parts = List.copyOf(parts);
		explanations = List.copyOf(explanations);
		overrides = List.copyOf(overrides);
	}

	static IndicatorPage of(JudgedPlan plan, IndicatorView view, int year, Issuer issuer, @Nullable LocalDate asOf) {
		IndicatorRow indicator = view.indicator();
		IndicatorView.OfIssuer own = Objects.requireNonNull(view.issuers().get(issuer));
		IndicatorView.OfYear ofYear = Objects.requireNonNull(own.years().get(year));
		ParsedTarget parsed = (ofYear.target() != null) ? ofYear.target().target() : null;
		ActualRow row = own.path().actuals().get(year);
		YearAddress address = new YearAddress(plan.plan().wardCode(), year, plan.plan().id(), issuer, asOf,
				Shown.EVERYTHING);
		PeriodAttainment period = own.period();
		YearView ofParts = plan.partsOf(indicator.no(), year, issuer);
		List<YearRow> parts = ofParts.indicators().stream().map((each) -> YearRow.of(each, ofParts, address)).toList();
		List<OverrideNote> overrides = OverrideNote.of(view.overrides());
		BigDecimal progress = period.progress();
		List<Choice> choices = view.issuers()
			.keySet()
			.stream()
			.map((each) -> new Choice(each, address.of(each).indicator(plan.plan().id(), indicator.no()),
					each == issuer))
			.toList();
		return new IndicatorPage(view, year, issuer, address, ofYear.target(), own.target(),
				FigureText.of(row, ofYear.judgement(), indicator, parsed), row, ofYear.judgement(),
				Difference.of(ofYear.judgement(), indicator, parsed), period,
				(progress != null) ? VietnameseNumber.write(progress.movePointRight(2).setScale(0, RoundingMode.FLOOR))
						: null,
				JudgedUntil.of(period, own.path(), plan.known().latestFullYear()), RequiredPace.of(indicator, period),
				Chart.of(view, issuer), ProjectedEnd.of(indicator, period, own.target()), choices, lines(view), parts,
				explanations(view, year),
				overrides.stream()
					.filter((each) -> each.year() == year && each.issuer() == issuer)
					.findFirst()
					.orElse(null),
				overrides, leftEmpty(view, year, ofYear.judgement()), Neighbour.of(plan, indicator, -1, address),
				Neighbour.of(plan, indicator, 1, address));
	}

	private static List<ActualRow> explanations(IndicatorView view, int year) {
		return view.actuals()
			.stream()
			.filter((each) -> each.note() != null || each.cause() != null || each.remedy() != null)
			.sorted(Comparator.comparing((ActualRow each) -> each.year() != year)
				.thenComparing(ActualRow::year, Comparator.reverseOrder())
				.thenComparing((each) -> each.figure().period(), Comparator.reverseOrder()))
			.toList();
	}

	private static @Nullable String leftEmpty(IndicatorView view, int year, Judgement judgement) {
		return (judgement.verdict() == Verdict.NO_DATA) ? reason(view, year) : null;
	}

	/** Why the year's latest cell was left empty. */
	private static @Nullable String reason(IndicatorView view, int year) {
		return view.leftEmpty()
			.stream()
			.filter((row) -> row.year() == year)
			.max(Comparator.comparing((row) -> row.figure().period()))
			.map(ActualRow::noDataReason)
			.orElse(null);
	}

	/**
	 * Whether the target of the year is not the first one.
	 */
	public @Nullable TargetAdjustment adjusted() {
		return TargetAdjustment.of(this.target);
	}

	/**
	 * Address of this page with what is known today.
	 */
	public String today() {
		return this.address.onDay(null).indicator(this.view.plan().id(), this.view.indicator().no());
	}

	/**
	 * Address of the chart as a file.
	 * @param format svg or png
	 */
	public String chartFile(String format) {
		return this.address.indicator(this.view.plan().id(), this.view.indicator().no() + "/chart." + format);
	}

	private static List<Line> lines(IndicatorView view) {
		List<Line> lines = new ArrayList<>();
		Baseline baseline = view.indicator().baseline();
		if (baseline != null && baseline.year() < view.plan().fromYear()) {
			lines.add(new Line(baseline.year(), baseline.text(), null, null, null, null, null, List.of()));
		}
		for (int year = view.plan().fromYear(); year <= view.plan().toYear(); year++) {
			lines.add(line(view, year));
		}
		return lines;
	}

	private static Line line(IndicatorView view, int year) {
		List<Cell> cells = new ArrayList<>();
		FigureText text = null;
		ActualRow shown = null;
		for (Map.Entry<Issuer, IndicatorView.OfIssuer> entry : view.issuers().entrySet()) {
			IndicatorView.OfYear ofYear = Objects.requireNonNull(entry.getValue().years().get(year));
			TargetRow target = ofYear.target();
			ParsedTarget parsed = (target != null) ? target.target() : null;
			cells.add(new Cell(entry.getKey(), (parsed != null) ? parsed.text() : null, TargetAdjustment.of(target),
					ofYear.judgement().verdict(), ofYear.judgement().provisional(),
					ofYear.judgement().overridden() ? ofYear.judgement().computed() : null));
			ActualRow row = entry.getValue().path().actuals().get(year);
			if (row != null && (text == null || (target != null && text.isEmpty()))) {
				text = FigureText.of(row, ofYear.judgement(), view.indicator(), parsed);
				shown = row;
			}
		}
		return new Line(year, (text != null) ? text.main() : null, (text != null) ? text.beside() : null,
				(text != null) ? text.word() : null, (shown != null) ? shown.figure().period() : null,
				(shown != null) ? shown.approvedAt() : null, (shown == null) ? reason(view, year) : null, cells);
	}

	record Choice(Issuer issuer, String address, boolean current) {
	}

	/**
	 * An indicator beside this one in the annex.
	 */
	record Neighbour(String no, String name, String address) {

		static @Nullable Neighbour of(JudgedPlan plan, IndicatorRow indicator, int distance, YearAddress address) {
			List<IndicatorRow> all = plan.known().indicators();
			int at = all.indexOf(indicator) + distance;
			if (at < 0 || at >= all.size()) {
				return null;
			}
			IndicatorRow beside = all.get(at);
			return new Neighbour(beside.no(), beside.name(), address.indicator(plan.plan().id(), beside.no()));
		}

	}

	/**
	 * A year in the table of all issuers.
	 *
	 * @param leftEmpty why there is no figure on purpose
	 * @param cells empty for the baseline
	 */
	record Line(int year, @Nullable String actual, @Nullable String beside, @Nullable Verdict word,
			@Nullable ReportingPeriod period, @Nullable Instant approvedAt, @Nullable String leftEmpty,
			List<Cell> cells) {

		Line {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * One issuer's target and verdict of a year.
	 *
	 * @param adjusted from what, where the target is not the first one
	 * @param computed where a reviewer set the verdict
	 */
	record Cell(Issuer issuer, @Nullable String target, @Nullable TargetAdjustment adjusted, Verdict verdict,
			boolean provisional, @Nullable Verdict computed) {
	}

}
