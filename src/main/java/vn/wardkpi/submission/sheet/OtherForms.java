package vn.wardkpi.submission.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionSummaries;
import vn.wardkpi.submission.SubmissionSummary;

/**
 * Finds what a lead unit enters elsewhere for the same year and reporting period: rows
 * that only an annual plan has stand on its own form, all others on the five-year plan's
 * (ADR 22).
 */
@Component
public class OtherForms {

	private final SubmissionSummaries summaries;

	OtherForms(SubmissionSummaries summaries) {
		this.summaries = summaries;
	}

	/**
	 * The forms of the annual plan, or of the plan that an annual one was made of, by the
	 * code of their lead unit. One statement, and none where there is no such plan.
	 * @param sheets of one plan, year and reporting period
	 */
	public Map<String, SubmissionSummary> of(List<Sheet> sheets, Actor actor) {
		PlanSummary plan = sheets.get(0).plan();
		int year = sheets.get(0).key().year();
		Long other = (plan.fiveYearPlanId() != null) ? plan.fiveYearPlanId() : plan.annualPlan(year);
		if (other == null) {
			return Map.of();
		}
		Map<String, SubmissionSummary> forms = new HashMap<>();
		this.summaries.forms(plan.wardCode(), year, sheets.get(0).key().period(), actor)
			.stream()
			.filter((form) -> form.key().planId() == other)
			.forEach((form) -> forms.put(form.key().leadUnit(), form));
		return forms;
	}

}
