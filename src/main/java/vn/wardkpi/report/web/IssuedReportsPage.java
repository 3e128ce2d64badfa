package vn.wardkpi.report.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.archive.IssuedReport;
import vn.wardkpi.report.archive.NewReport;
import vn.wardkpi.report.content.ReportKind;

/**
 * What the page of a plan's issued reports shows.
 *
 * @param year the only one that is shown, as {@code kind}; {@code null} for all
 * @param mayIssue whether this person issues reports of the ward
 * @param typed what is in the form
 * @param errors what is wrong with it, by field
 */
record IssuedReportsPage(PlanSummary plan, @Nullable Integer year, @Nullable ReportKind kind,
		List<IssuedReport> reports, boolean mayIssue, NewReport typed, Map<String, List<String>> errors) {

	IssuedReportsPage {
		reports = List.copyOf(reports);
		errors = Map.copyOf(errors);
	}

	/** Its own address. */
	public String address() {
		return "/plans/" + this.plan.id() + "/issued-reports";
	}

	public List<Integer> years() {
		return IntStream.rangeClosed(this.plan.fromYear(), this.plan.toYear()).boxed().toList();
	}

	public List<ReportKind> kinds() {
		return ReportKind.regular();
	}

	public List<Issuer> issuers() {
		return List.of(Issuer.values());
	}

	public boolean filtered() {
		return this.year != null || this.kind != null;
	}

	public List<String> errorsOf(String field) {
		return Objects.requireNonNullElse(this.errors.get(field), List.of());
	}

}
