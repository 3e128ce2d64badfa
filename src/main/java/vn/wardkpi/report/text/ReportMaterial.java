package vn.wardkpi.report.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.stages.StagesView;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.content.Selection;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.task.Task;

/**
 * All that a report is written from.
 *
 * @param year that is reported on; the last of those that were chosen
 * @param selection what was chosen, for a report of somebody's choice
 * @param judged without what came after the time it is of
 * @param stages estimate and official figures of the year; {@code null} where the report
 * is of a part of it
 * @param sentences those that the ward wrote itself
 * @param issue {@code null} for a draft
 */
public record ReportMaterial(ReportKind kind, int year, Issuer issuer, Selection selection, JudgedPlan judged,
		@Nullable StagesView stages, List<Task> tasks, SettingsInForce settings, WardSentences sentences,
		@Nullable ReportIssue issue) {

	public ReportMaterial {
		tasks = List.copyOf(tasks);
		selection = new Selection(selection.indicators(),
				selection.years().isEmpty() ? List.of(year) : selection.years(),
				selection.issuers().isEmpty() ? List.of(issuer) : selection.issuers());
	}

	PlanSummary plan() {
		return this.judged.plan();
	}

	YearView ofYear() {
		return this.judged.year(this.year, this.issuer);
	}

	/** Of which the annex has results. */
	List<Integer> shownYears() {
		return switch (this.kind) {
			case MID_TERM, FINAL -> IntStream.rangeClosed(plan().fromYear(), this.year).boxed().toList();
			case AD_HOC -> this.selection.years();
			case YEAR, HALF_YEAR, NINE_MONTHS -> List.of(this.year);
		};
	}

	/** By whose targets the annex judges. */
	List<Issuer> shownIssuers() {
		return (this.kind == ReportKind.AD_HOC) ? this.selection.issuers() : List.of(this.issuer);
	}

	/** A part comes with what it is a part of. */
	boolean isChosen(IndicatorRow row) {
		List<String> chosen = this.selection.indicators();
		return chosen.isEmpty() || chosen.contains(row.no())
				|| (row.rule().parentNo() != null && chosen.contains(row.rule().parentNo()));
	}

	/** All of a year that the report is of, supplementary targets last. */
	List<IndicatorYear> rows(int ofYear, Issuer ofIssuer) {
		YearView view = this.judged.year(ofYear, ofIssuer);
		return Stream.concat(view.indicators().stream(), view.supplementary().stream())
			.filter((row) -> isChosen(row.indicator()))
			.toList();
	}

	/** Those of the year reported on, or of every year and issuer that was chosen. */
	List<IndicatorYear> told() {
		List<Integer> years = (this.kind == ReportKind.AD_HOC) ? this.selection.years() : List.of(this.year);
		return years.stream()
			.flatMap((one) -> shownIssuers().stream().flatMap((by) -> rows(one, by).stream()))
			.toList();
	}

}
