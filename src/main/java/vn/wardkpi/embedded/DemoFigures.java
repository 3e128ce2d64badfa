package vn.wardkpi.embedded;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;

/**
 * The figures of the demo plans, as they were entered and reviewed.
 *
 * @param forms rows of forms.csv
 * @param actuals rows of actuals.csv, each on one of the forms
 * @param overrides rows of overrides.csv
 * @param loading when what bears no date became known
 */
record DemoFigures(List<DemoRow> forms, List<DemoRow> actuals, List<DemoRow> overrides, Instant loading) {

	static DemoFigures all(Instant loading) {
		return new DemoFigures(DemoRow.of("forms.csv"), DemoRow.of("actuals.csv"), DemoRow.of("overrides.csv"),
				loading);
	}

	/**
	 * @param plan its name in plans.csv
	 */
	List<LoadedSubmission> submissions(String plan) {
		return this.forms.stream().filter((form) -> plan.equals(form.get("plan"))).map(this::submission).toList();
	}

	List<OverrideRow> overrides(String plan) {
		return this.overrides.stream().filter((row) -> plan.equals(row.get("plan"))).map(this::override).toList();
	}

	private LoadedSubmission submission(DemoRow form) {
		ReportingPeriod period = ReportingPeriod.valueOf(form.require("period"));
		SubmissionStatus status = SubmissionStatus.valueOf(form.require("status"));
		List<LoadedActual> loaded = this.actuals.stream()
			.filter((row) -> form.require("form").equals(row.get("form")))
			.map((row) -> new LoadedActual(row.require("no"), entry(period, row)))
			.toList();
		boolean reviewed = form.get("reviewedBy") != null;
		return new LoadedSubmission(form.number("year"), period, status, form.require("enteredBy"),
				instant(form.get("enteredAt")), null, null, form.get("reviewedBy"),
				reviewed ? instant(form.get("reviewedAt")) : null, form.get("comment"), loaded);
	}

	private static ActualEntry entry(ReportingPeriod period, DemoRow row) {
		String achieved = row.get("achieved");
		Figure figure = new Figure(period, row.decimal("value"), row.decimal("numerator"), row.decimal("denominator"),
				(achieved != null) ? Verdict.valueOf(achieved) : null);
		return new ActualEntry(figure, row.get("note"), row.get("cause"), row.get("remedy"));
	}

	private OverrideRow override(DemoRow row) {
		return new OverrideRow(row.require("no"), row.number("year"), Issuer.valueOf(row.require("issuer")),
				Verdict.valueOf(row.require("verdict")), row.require("reason"), row.get("reference"),
				row.require("createdBy"), instant(row.get("createdAt")));
	}

	private Instant instant(@Nullable String text) {
		return (text != null) ? OffsetDateTime.parse(text).toInstant() : this.loading;
	}

}
