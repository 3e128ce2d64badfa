package vn.wardkpi.plan.web.headline;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.HeadlineRecords;
import vn.wardkpi.plan.headline.HeadlineStage;
import vn.wardkpi.plan.headline.RecordedHeadline;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What reports published of a plan's years: read by everybody, recorded and corrected by
 * the ward's administrators.
 */
@Controller
@RequestMapping("/plans/{id}/published-headlines")
class HeadlineController {

	private final HeadlineRecords headlines;

	private final PlanCatalog plans;

	private final ProblemMessages messages;

	private final Clock clock;

	HeadlineController(HeadlineRecords headlines, PlanCatalog plans, ProblemMessages messages, Clock clock) {
		this.headlines = headlines;
		this.plans = plans;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView all(@PathVariable long id, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		return page("plan/headlines", plan).addObject("page",
				HeadlinesPage.of(plan, this.headlines.ofPlan(id), actor.mayAdminister(plan.wardCode())));
	}

	@GetMapping("/new")
	ModelAndView write(@PathVariable long id, Actor actor) {
		PlanSummary plan = administered(id, actor);
		int last = Math.min(plan.toYear(), LocalDate.now(this.clock).getYear());
		return form(plan, null).addObject("form", HeadlineForm.ofYear(last));
	}

	@PostMapping
	ModelAndView record(@PathVariable long id, @ModelAttribute("form") HeadlineForm form, BindingResult errors,
			RedirectAttributes redirect, Actor actor) {
		return store(administered(id, actor), null, form, errors, redirect, actor);
	}

	@GetMapping("/{headline}")
	ModelAndView edit(@PathVariable long id, @PathVariable long headline, Actor actor) {
		PlanSummary plan = administered(id, actor);
		RecordedHeadline standing = this.headlines.require(id, headline);
		return form(plan, standing).addObject("form", HeadlineForm.of(standing.headline()));
	}

	@PostMapping("/{headline}")
	ModelAndView correct(@PathVariable long id, @PathVariable long headline, @ModelAttribute("form") HeadlineForm form,
			BindingResult errors, RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = administered(id, actor);
		return store(plan, this.headlines.require(id, headline), form, errors, redirect, actor);
	}

	@PostMapping("/{headline}/withdraw")
	ModelAndView takeBack(@PathVariable long id, @PathVariable long headline,
			@RequestParam(required = false) @Nullable String withdrawal, RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = administered(id, actor);
		RecordedHeadline standing = this.headlines.require(id, headline);
		try {
			this.headlines.takeBack(id, headline, withdrawal, actor);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			ModelAndView page = form(plan, standing).addObject("form", HeadlineForm.of(standing.headline()))
				.addObject("withdrawal", withdrawal)
				.addObject("refusal",
						ex.fields().isEmpty() ? this.messages.message(ex) : this.messages.message(ex.fields().get(0)));
			page.setStatus(HttpStatus.valueOf(ex.kind().status()));
			return page;
		}
		redirect.addFlashAttribute("flash", "plan.headline.taken-back");
		return new ModelAndView("redirect:/plans/" + id + "/published-headlines");
	}

	private ModelAndView store(PlanSummary plan, @Nullable RecordedHeadline standing, HeadlineForm form,
			BindingResult errors, RedirectAttributes redirect, Actor actor) {
		String refusal = null;
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		var input = form.read((standing != null) ? standing.id() : null, errors);
		if (!errors.hasErrors()) {
			try {
				long stored = this.headlines.record(plan.id(), input, actor);
				redirect.addFlashAttribute("flash",
						(standing != null) ? "plan.headline.corrected" : "plan.headline.recorded");
				return new ModelAndView("redirect:/plans/" + plan.id() + "/published-headlines#headline-" + stored);
			}
			catch (RefusedException ex) {
				if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
					throw ex;
				}
				for (FieldProblem field : ex.fields()) {
					errors.rejectValue(String.valueOf(field.field()), field.problem().messageKey(),
							field.problem().arguments().toArray(), null);
				}
				status = HttpStatus.valueOf(ex.kind().status());
				refusal = ex.fields().isEmpty() ? this.messages.message(ex) : null;
			}
		}
		ModelAndView page = form(plan, standing).addObject("refusal", refusal);
		page.setStatus(status);
		return page;
	}

	private PlanSummary administered(long id, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private static ModelAndView form(PlanSummary plan, @Nullable RecordedHeadline standing) {
		return page("plan/headline-form", plan).addObject("standing", standing)
			.addObject("issuers", Issuer.values())
			.addObject("stages", HeadlineStage.values());
	}

	private static ModelAndView page(String view, PlanSummary plan) {
		return new ModelAndView(view).addObject("plan", plan).addObject("illustrative", plan.illustrative());
	}

}
