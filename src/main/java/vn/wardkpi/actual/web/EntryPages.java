package vn.wardkpi.actual.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.actual.FormSummary;
import vn.wardkpi.actual.Sheets;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * An official's list of forms.
 */
@Controller
class EntryPages {

	private final Sheets sheets;

	private final PlanCatalog plans;

	private final Clock clock;

	EntryPages(Sheets sheets, PlanCatalog plans, Clock clock) {
		this.sheets = sheets;
		this.plans = plans;
		this.clock = clock;
	}

	@GetMapping("/entry")
	String list(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable ReportingPeriod period, Actor actor, Model model) {
		WardCode ward = Periods.ward(actor);
		Periods.Choice choice = Periods.choose(this.plans.ofWard(ward), year, period, LocalDate.now(this.clock));
		List<FormSummary> begun = mine(this.sheets.begun(ward, actor), actor).stream()
			.filter((form) -> form.status() != SubmissionStatus.APPROVED)
			.sorted(Comparator.comparing((FormSummary form) -> form.status() != SubmissionStatus.RETURNED))
			.toList();
		model.addAttribute("choice", choice);
		model.addAttribute("begun", begun);
		model.addAttribute("forms", mine(this.sheets.forms(ward, choice.year(), choice.period(), actor), actor));
		return "actual/list";
	}

	private static List<FormSummary> mine(List<FormSummary> forms, Actor actor) {
		WardCode ward = Periods.ward(actor);
		return forms.stream().filter((form) -> actor.mayEnter(ward, form.unitCodes())).toList();
	}

}
