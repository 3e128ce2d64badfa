package vn.wardkpi.report.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.stages.StagesView;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.task.Task;

/**
 * All that a report is written from.
 *
 * @param judged without what came after the time it is of
 * @param stages estimate and official figures of the year; {@code null} where the report
 * is of a part of it
 * @param sentences those that the ward wrote itself
 * @param issue {@code null} for a draft
 */
public record ReportMaterial(ReportKind kind, int year, Issuer issuer, JudgedPlan judged, @Nullable StagesView stages,
		List<Task> tasks, SettingsInForce settings, WardSentences sentences, @Nullable ReportIssue issue) {

	public ReportMaterial {
		tasks = List.copyOf(tasks);
	}

	PlanSummary plan() {
		return this.judged.plan();
	}

	YearView ofYear() {
		return this.judged.year(this.year, this.issuer);
	}

}
