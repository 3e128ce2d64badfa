package vn.wardkpi.catalogue.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.CatalogueLinks;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;

/**
 * Which of a plan's indicators is which shared definition: seen by whoever sees the plan,
 * said by the ward's administrators.
 */
@Controller
@RequestMapping("/plans/{id}/catalogue")
class CatalogueLinkController {

	/** Fields of the form are called "link." and the indicator's number. */
	private static final String FIELD = "link.";

	/** Indicators whose choice was confirmed: "sure" and the numbers. */
	private static final String CONFIRMED = "sure.";

	private final Catalogue catalogue;

	private final CatalogueLinks links;

	private final PlanCatalog plans;

	CatalogueLinkController(Catalogue catalogue, CatalogueLinks links, PlanCatalog plans) {
		this.catalogue = catalogue;
		this.links = links;
		this.plans = plans;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		return new ModelAndView("catalogue/links").addObject("plan", plan)
			.addObject("illustrative", plan.illustrative())
			.addObject("links", this.links.of(id, actor))
			.addObject("definitions", this.catalogue.all())
			.addObject("mayLink", actor.mayAdminister(plan.wardCode()));
	}

	/**
	 * Takes the rows that are marked as confirmed; all others stay as they are.
	 */
	@PostMapping
	String say(@PathVariable long id, @RequestParam Map<String, String> fields, Actor actor,
			RedirectAttributes redirect) {
		Map<String, @Nullable Long> said = new LinkedHashMap<>();
		fields.forEach((field, value) -> {
			if (field.startsWith(FIELD) && fields.containsKey(CONFIRMED + field.substring(FIELD.length()))) {
				said.put(field.substring(FIELD.length()), value.matches("\\d{1,18}") ? Long.valueOf(value) : null);
			}
		});
		this.links.say(id, said, actor);
		redirect.addFlashAttribute("flash", "catalogue.linked");
		redirect.addAttribute("id", id);
		return "redirect:/plans/{id}/catalogue";
	}

}
