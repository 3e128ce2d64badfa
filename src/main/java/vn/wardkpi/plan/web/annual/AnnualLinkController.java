package vn.wardkpi.plan.web.annual;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.annual.AnnualLinks;
import vn.wardkpi.plan.annual.AnnualPlans;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Which rows of an annual plan show the figures of the five-year plan, and which have
 * their own. Works without JavaScript.
 */
@Controller
@RequestMapping("/plans/{id}/annual-plans/{annual}/rows")
class AnnualLinkController {

	private final AnnualLinks links;

	private final AnnualPlans plans;

	private final ProblemMessages messages;

	AnnualLinkController(AnnualLinks links, AnnualPlans plans, ProblemMessages messages) {
		this.links = links;
		this.plans = plans;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView all(@PathVariable long id, @PathVariable long annual, Actor actor) {
		PlanSummary plan = this.plans.requireMadeOf(id, annual, actor);
		return new ModelAndView("plan/annual-links").addObject("plan", plan)
			.addObject("illustrative", plan.illustrative())
			.addObject("rows", this.links.of(id, annual, actor));
	}

	/**
	 * @param fiveYearNo empty to undo the link
	 */
	@PostMapping("/{no}")
	ModelAndView link(@PathVariable long id, @PathVariable long annual, @PathVariable String no,
			@RequestParam @Nullable String fiveYearNo, Actor actor, RedirectAttributes redirect) {
		boolean undone = fiveYearNo == null || fiveYearNo.isBlank();
		try {
			this.links.link(id, annual, no, undone ? null : fiveYearNo, actor);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			String refusal = ex.fields().isEmpty() ? this.messages.message(ex)
					: this.messages.message(ex.fields().get(0).problem());
			ModelAndView answer = all(id, annual, actor).addObject("refusal", refusal);
			answer.setStatus(HttpStatus.valueOf(ex.kind().status()));
			return answer;
		}
		redirect.addFlashAttribute("flash", undone ? "plan.annual.unlinked" : "plan.annual.linked");
		return new ModelAndView("redirect:/plans/" + id + "/annual-plans/" + annual + "/rows");
	}

}
