package vn.wardkpi.submission.entry;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualChecker;
import vn.wardkpi.actual.ActualDetails;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.check.BreakdownValue;
import vn.wardkpi.attainment.check.FigurePlausibility;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.Sheet.Approved;
import vn.wardkpi.submission.sheet.Sheet.Explanation;

/**
 * One indicator's cell on its form, with all that decides what may be entered into it and
 * what is said of it.
 *
 * @param plan where the plan stands
 * @param targets of the year by issuer, in force today
 * @param annual what the year's annual plan asks of the same figure otherwise
 * @param overrides in force, by issuer
 * @param form the form it stands on; {@code null} where no lead unit answers for the
 * indicator
 * @param decision what the reviewer decided on it in the present round
 * @param stored what is entered, if anything
 * @param approved what was approved of it last
 * @param before the approved full-year figure of the year before, if any
 * @param earlier the latest figure of an earlier reporting period of the same year
 * @param explanation the indicator's latest earlier explanation
 * @param relatives the figures of this reporting period that may have to add up with this
 * one
 * @param cells how many cells the form has
 * @param answered how many of them were dealt with
 */
public record SheetCell(long planId, PlanStatus plan, WardCode ward, IndicatorRow row, int year, ReportingPeriod period,
		Map<Issuer, ParsedTarget> targets, Map<Issuer, ParsedTarget> annual, Map<Issuer, OverrideRow> overrides,
		@Nullable SubmissionState form, @Nullable RowDecision decision, @Nullable StoredActual stored,
		@Nullable Approved approved, @Nullable Figure before, @Nullable Figure earlier,
		@Nullable Explanation explanation, List<BreakdownValue> relatives, int cells, int answered) {

	public SheetCell {
		targets = Map.copyOf(targets);
		annual = Map.copyOf(annual);
		overrides = Map.copyOf(overrides);
		relatives = List.copyOf(relatives);
	}

	SheetCell with(Map<Issuer, ParsedTarget> ofYear, Map<Issuer, ParsedTarget> ofAnnualPlan,
			Map<Issuer, OverrideRow> inForce) {
		return new SheetCell(this.planId, this.plan, this.ward, this.row, this.year, this.period, ofYear, ofAnnualPlan,
				inForce, this.form, this.decision, this.stored, this.approved, this.before, this.earlier,
				this.explanation, this.relatives, this.cells, this.answered);
	}

	CheckResult check(Figure figure) {
		CheckResult checked = ActualChecker.check(this.row, this.targets, figure, this.year,
				PlanYear.comparable(this.row, this.before, this.year), this.earlier, this.relatives);
		return ActualChecker.alsoByAnnualPlan(checked, this.row, this.annual, figure, this.year);
	}

	/**
	 * A figure of this cell as those see it who may see drafts.
	 */
	public ActualDetails view(StoredActual figure, SubmissionStatus status) {
		ActualEntry entry = figure.entry();
		CheckResult checked = entry.isEmpty() ? null : check(entry.figure());
		return new ActualDetails(this.row.no(), this.year, entry, (checked != null) ? checked.value() : null, status,
				figure.enteredBy(), figure.enteredAt(), (checked != null) ? checked.problemsOf(entry) : List.of(),
				figure.version(), figure.enteredByName());
	}

	/**
	 * The row of its form as its page shows it to somebody who may enter it.
	 */
	Sheet.Row row(@Nullable StoredActual shown) {
		CheckResult checked = (shown != null && !shown.entry().isEmpty()) ? check(shown.entry().figure()) : null;
		return new Sheet.Row(this.row, this.year, this.targets, this.annual, this.before, this.earlier, shown, checked,
				this.overrides, this.approved, this.decision, this.explanation, List.of(SubmissionStep.ENTER), null);
	}

	/**
	 * What is to be said of sums beside the indicators that belong with this one, once
	 * its figure is as given, by indicator number; none where the sums hold now.
	 */
	Map<String, List<FieldProblem>> sums(@Nullable StoredActual shown) {
		BigDecimal value = (shown != null) ? shown.entry().figure().value() : null;
		List<BreakdownValue> family = this.relatives.stream()
			.map((other) -> other.no().equals(this.row.no()) ? other.with(value) : other)
			.toList();
		Map<String, List<FieldProblem>> sums = new LinkedHashMap<>();
		family.stream()
			.filter((other) -> !other.no().equals(this.row.no()))
			.forEach((other) -> sums.put(other.no(),
					(other.value() != null) ? FigurePlausibility.breakdown(other.no(), this.year, family) : List.of()));
		return sums;
	}

	/**
	 * How many cells of the form are dealt with once this one is as given.
	 */
	int answeredWith(ActualEntry entry) {
		boolean was = this.stored != null && this.stored.entry().isAnswered();
		return this.answered + (entry.isAnswered() ? 1 : 0) - (was ? 1 : 0);
	}

}
