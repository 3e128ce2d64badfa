package vn.wardkpi.actual.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.actual.FormKey;
import vn.wardkpi.actual.FormSummary;
import vn.wardkpi.actual.Overrides;
import vn.wardkpi.actual.Sheet;
import vn.wardkpi.actual.Sheets;
import vn.wardkpi.actual.Step;
import vn.wardkpi.actual.SubmissionService;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * A reviewer's queue and the review of one form.
 */
@Controller
class ReviewPages {

	private static final String FORM = "/plans/{id}/review/{year}/{period}/{leadUnit}";

	private final Sheets sheets;

	private final SubmissionService submissions;

	private final Overrides overrides;

	private final PlanCatalog plans;

	private final ReportingCalendar calendar;

	private final MessageSource messages;

	private final Clock clock;

	ReviewPages(Sheets sheets, SubmissionService submissions, Overrides overrides, PlanCatalog plans,
			ReportingCalendar calendar, MessageSource messages, Clock clock) {
		this.sheets = sheets;
		this.submissions = submissions;
		this.overrides = overrides;
		this.plans = plans;
		this.calendar = calendar;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/review")
	String queue(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable ReportingPeriod period, Actor actor, Model model) {
		WardCode ward = Periods.ward(actor);
		Periods.Choice choice = Periods.choose(this.calendar.of(ward), Periods.years(this.plans.ofWard(ward)), year,
				period, LocalDate.now(this.clock));
		List<FormSummary> waiting = this.sheets.begun(ward, actor)
			.stream()
			.filter((form) -> form.status() == SubmissionStatus.SUBMITTED)
			.toList();
		List<FormSummary> forms = this.sheets.forms(ward, choice.year(), choice.period(), actor);
		model.addAttribute("choice", choice);
		model.addAttribute("waiting", waiting);
		model.addAttribute("forms", forms);
		model.addAttribute("handedIn", forms.stream()
			.filter((form) -> form.status() == SubmissionStatus.SUBMITTED || form.status() == SubmissionStatus.APPROVED)
			.count());
		return "actual/queue";
	}

	@GetMapping(FORM)
	String form(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor, Locale locale, Model model) {
		show(new FormKey(id, year, Periods.require(period), leadUnit), actor, locale, model);
		return "actual/review";
	}

	@PostMapping(FORM + "/approve")
	String approve(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor, Locale locale, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		return step(key, () -> this.submissions.approve(key, actor), "actual.flash.approved", actor, locale, model,
				redirect, response);
	}

	@PostMapping(FORM + "/return")
	String giveBack(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam(defaultValue = "") String comment, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		return step(key, () -> this.submissions.giveBack(key, comment, actor), "actual.flash.returned", actor, locale,
				model, redirect, response);
	}

	@PostMapping(FORM + "/reopen")
	String reopen(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam(defaultValue = "") String reason, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		return step(key, () -> this.submissions.reopen(key, reason, actor), "actual.flash.reopened", actor, locale,
				model, redirect, response);
	}

	@PostMapping(FORM + "/override")
	String override(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam String no, @RequestParam Issuer issuer,
			@RequestParam(required = false) @Nullable Verdict verdict, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String reference, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		model.addAttribute("overrideNo", no);
		return step(key, () -> this.overrides.set(id, no, year, issuer, verdict, reason, reference, actor),
				"actual.flash.overridden", actor, locale, model, redirect, response);
	}

	@PostMapping(FORM + "/revoke")
	String revoke(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestParam String no, @RequestParam Issuer issuer, Actor actor,
			Locale locale, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		FormKey key = new FormKey(id, year, Periods.require(period), leadUnit);
		return step(key, () -> this.overrides.revoke(id, no, year, issuer, actor), "actual.flash.revoked", actor,
				locale, model, redirect, response);
	}

	/**
	 * Takes a step and goes back to the form; what is missing or no longer possible is
	 * said on the form as it stands now.
	 */
	private String step(FormKey key, Runnable step, String flash, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		try {
			step.run();
		}
		catch (RefusedException ex) {
			if (ex.kind() != Kind.INVALID && ex.kind() != Kind.CONFLICT) {
				throw ex;
			}
			response.setStatus(ex.kind().status());
			show(key, actor, locale, model);
			model.addAttribute("refusals", refusals(ex, locale));
			return "actual/review";
		}
		redirect.addFlashAttribute("flash", flash);
		redirect.addAttribute("id", key.planId());
		redirect.addAttribute("year", key.year());
		redirect.addAttribute("period", key.period().name());
		redirect.addAttribute("leadUnit", key.leadUnit());
		return "redirect:" + FORM;
	}

	private List<Refusal> refusals(RefusedException ex, Locale locale) {
		if (ex.fields().isEmpty()) {
			String message = this.messages.getMessage("refused." + ex.code(), ex.arguments().toArray(), locale);
			return List.of(new Refusal("review", message));
		}
		return ex.fields()
			.stream()
			.map((field) -> new Refusal((field.field() != null) ? field.field() : "review",
					words(field.problem(), locale)))
			.toList();
	}

	private void show(FormKey key, Actor actor, Locale locale, Model model) {
		Sheet sheet = this.sheets.require(key, actor);
		List<RowView> rows = sheet.rows()
			.stream()
			.map((row) -> RowView.of(row, null, null, (problem) -> words(problem, locale)))
			.toList();
		model.addAttribute("sheet", sheet);
		model.addAttribute("rows", rows);
		model.addAttribute("refusals", List.of());
		boolean waits = sheet.submission().status() == SubmissionStatus.SUBMITTED;
		model.addAttribute("mayApprove", sheet.submission().may(Step.APPROVE));
		model.addAttribute("mayReturn", sheet.submission().may(Step.RETURN));
		model.addAttribute("mayReopen", sheet.submission().may(Step.REOPEN));
		model.addAttribute("own",
				waits && sheet.submission().may(Step.RETURN) && !sheet.submission().may(Step.APPROVE));
		model.addAttribute("mayOverride", actor.role() == Role.REVIEWER);
		model.addAttribute("outcomes", List.of(Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET));
		model.addAttribute("illustrative", sheet.plan().illustrative());
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	/**
	 * @param field the field it belongs to
	 */
	record Refusal(String field, String message) {
	}

}
