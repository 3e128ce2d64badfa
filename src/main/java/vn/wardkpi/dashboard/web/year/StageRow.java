package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.VerdictChange;
import vn.wardkpi.dashboard.stages.IndicatorStages;
import vn.wardkpi.dashboard.stages.IndicatorStages.Stage;
import vn.wardkpi.dashboard.stages.StageDifference;
import vn.wardkpi.dashboard.stages.StagesView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * An indicator in a year by its estimate and by its official figure, as the page shows
 * it.
 *
 * @param formerTarget the target at the estimate, where it was another
 * @param difference official less estimate, as written
 * @param amount the same in the indicator's unit, beside a rate
 */
record StageRow(IndicatorRow indicator, String address, @Nullable String target, @Nullable String formerTarget,
		StageCell estimate, StageCell official, @Nullable String difference, @Nullable String amount, Unit unit,
		VerdictChange turn, List<Replaced> replaced) {

	StageRow {
		replaced = List.copyOf(replaced);
	}

	static StageRow of(IndicatorStages row, StagesView view, YearAddress address) {
		String target = text(row.official().target());
		String former = text(row.estimate().target());
		ParsedTarget parsed = parsed(row.official());
		boolean share = FigureText.isShare(row.indicator(), parsed);
		StageDifference difference = StageDifference.between(value(row.estimate()), value(row.official()), share);
		BigDecimal rate = (difference != null) ? difference.rate() : null;
		return new StageRow(row.indicator(), address.indicator(view.plan().id(), row.indicator().no()), target,
				Objects.equals(target, former) ? null : ((former != null) ? former : ""),
				StageCell.of(row.estimate(), row), StageCell.of(row.official(), row),
				(difference == null) ? null : signed((rate != null) ? rate : difference.change()),
				(rate != null && rate.signum() != 0) ? signed(Objects.requireNonNull(difference).change()) : null,
				(rate != null) ? Unit.RATE : (share ? Unit.POINTS : Unit.UNIT), row.turn(),
				row.replaced().stream().filter(ActualRow::hasFigure).map((each) -> Replaced.of(each, row)).toList());
	}

	public boolean sub() {
		return this.indicator.rule().parentNo() != null;
	}

	private static @Nullable String text(@Nullable TargetRow target) {
		return (target != null) ? target.target().text() : null;
	}

	/**
	 * What a difference is in.
	 */
	enum Unit {

		RATE, POINTS, UNIT

	}

	/**
	 * One stage of an indicator.
	 *
	 * @param leftEmpty why there is no figure on purpose
	 * @param missing whether a figure was to be expected
	 */
	record StageCell(FigureText figure, @Nullable String by, @Nullable Instant at, @Nullable String leftEmpty,
			boolean missing, Verdict verdict, boolean provisional, boolean overridden, Verdict computed,
			@Nullable OverrideNote override) {

		static StageCell of(Stage stage, IndicatorStages row) {
			ActualRow figure = stage.figure();
			boolean there = figure != null && figure.hasFigure();
			Judgement judgement = stage.judgement();
			return new StageCell(FigureText.of(there ? figure : null, judgement, row.indicator(), parsed(stage)),
					(figure != null) ? figure.approvedBy() : null, (figure != null) ? figure.approvedAt() : null,
					(figure != null) ? figure.noDataReason() : null,
					!there && row.takesFigures() && stage.target() != null, judgement.verdict(),
					judgement.provisional(), judgement.overridden(), judgement.computed(),
					(stage.override() != null) ? OverrideNote.of(stage.override(), judgement) : null);
		}

	}

	/**
	 * An approved figure that another one replaced.
	 */
	record Replaced(ReportingPeriod period, FigureText figure, @Nullable String by, @Nullable Instant at) {

		static Replaced of(ActualRow row, IndicatorStages indicator) {
			Figure figure = row.figure();
			return new Replaced(figure.period(),
					FigureText.of(figure, figure.value(), indicator.indicator(), parsed(indicator.official())),
					row.approvedBy(), row.approvedAt());
		}

	}

	private static @Nullable ParsedTarget parsed(Stage stage) {
		return (stage.target() != null) ? stage.target().target() : null;
	}

	private static @Nullable BigDecimal value(Stage stage) {
		ActualRow row = stage.figure();
		if (row == null) {
			return null;
		}
		return stage.judgement().valueOf(row.figure());
	}

	static String signed(BigDecimal number) {
		return VietnameseNumber.signed(number.signum(), VietnameseNumber.writeShort(number.abs()));
	}

}
