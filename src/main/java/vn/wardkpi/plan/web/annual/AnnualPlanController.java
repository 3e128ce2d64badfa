package vn.wardkpi.plan.web.annual;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.annual.AnnualPlan;
import vn.wardkpi.plan.annual.AnnualPlans;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The annual plans of a five-year plan, and a new one: its rows with what the year asks
 * for, kept, changed or left out. Works without JavaScript.
 */
@Controller
@RequestMapping("/plans/{id}/annual-plans")
class AnnualPlanController {

	private final AnnualPlans annual;

	private final PlanCatalog catalog;

	private final ProblemMessages messages;

	AnnualPlanController(AnnualPlans annual, PlanCatalog catalog, ProblemMessages messages) {
		this.annual = annual;
		this.catalog = catalog;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView all(@PathVariable long id, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		List<PlanSummary> made = this.annual.of(id, actor);
		return page("plan/annual-plans", plan).addObject("made", made)
			.addObject("open", this.annual.mayMake(plan, actor) ? open(plan, made) : List.of())
			.addObject("administered", actor.mayAdminister(plan.wardCode()));
	}

	/**
	 * Without a year it asks for one.
	 */
	@GetMapping("/new")
	ModelAndView write(@PathVariable long id, @RequestParam @Nullable Integer year, Actor actor) {
		PlanSummary plan = this.annual.requireFiveYears(id, actor);
		if (year == null) {
			return page("plan/annual-year", plan).addObject("open", open(plan, this.annual.of(id, actor)));
		}
		return form(draft(plan, year, null));
	}

	/** The years of which there is no annual plan yet. */
	private static List<Integer> open(PlanSummary plan, List<PlanSummary> made) {
		return IntStream.rangeClosed(plan.fromYear(), plan.toYear())
			.filter((year) -> made.stream().noneMatch((one) -> one.fromYear() == year))
			.boxed()
			.toList();
	}

	@PostMapping
	ModelAndView make(@PathVariable long id, @RequestParam int year, @RequestParam Map<String, String> typed,
			Actor actor, RedirectAttributes redirect) {
		AnnualPlanPage page = draft(this.annual.requireFiveYears(id, actor), year, typed);
		try {
			AnnualPlan made = this.annual.make(id, page.read(), actor);
			redirect.addFlashAttribute("flash", "plan.annual.done");
			return new ModelAndView("redirect:/plans/" + made.planId());
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			ModelAndView answer = form(page.wrong(ex.fields(), this.messages)).addObject("refusal",
					ex.fields().isEmpty() ? this.messages.message(ex) : null);
			answer.setStatus(HttpStatus.valueOf(ex.kind().status()));
			return answer;
		}
	}

	private AnnualPlanPage draft(PlanSummary plan, int year, @Nullable Map<String, String> typed) {
		if (!plan.covers(year)) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.year-not-covered", String.valueOf(year),
					String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()));
		}
		return AnnualPlanPage.of(plan, year, this.catalog.indicators(plan.id()),
				this.catalog.targets(plan.id(), LocalDate.of(year, 12, 31)), typed);
	}

	private static ModelAndView form(AnnualPlanPage page) {
		return page("plan/annual-new", page.plan()).addObject("page", page);
	}

	private static ModelAndView page(String view, PlanSummary plan) {
		return new ModelAndView(view).addObject("plan", plan).addObject("illustrative", plan.illustrative());
	}

}
