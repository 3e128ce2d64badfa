package vn.wardkpi.plan.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.shared.Actor;

/**
 * Turns a plan's public page on or off; on only after somebody said yes to what everybody
 * will see.
 */
@Controller
class PublicPageController {

	private final PublicPages pages;

	PublicPageController(PublicPages pages) {
		this.pages = pages;
	}

	@GetMapping("/plans/{id}/public-page")
	String show(@PathVariable long id, Actor actor, Model model) {
		PlanSummary plan = this.pages.administered(id, actor);
		model.addAttribute("plan", plan);
		model.addAttribute("on", this.pages.isOn(id));
		model.addAttribute("illustrative", plan.illustrative());
		return "plan/public-page";
	}

	@PostMapping("/plans/{id}/public-page")
	ModelAndView turn(@PathVariable long id, @ModelAttribute Answer answer, Actor actor, Model model,
			RedirectAttributes redirect) {
		if (answer.turnsOn() && !answer.isConfirmed()) {
			model.addAttribute("unconfirmed", true);
			return new ModelAndView(show(id, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.pages.turn(id, answer.turnsOn(), actor);
		redirect.addFlashAttribute("flash", answer.turnsOn() ? "plan.public.on.done" : "plan.public.off.done");
		return new ModelAndView("redirect:/plans/" + id + "/public-page");
	}

	/**
	 * @param confirmed that everybody may see it
	 */
	record Answer(@Nullable Boolean on, @Nullable Boolean confirmed) {

		boolean turnsOn() {
			return Boolean.TRUE.equals(this.on);
		}

		boolean isConfirmed() {
			return Boolean.TRUE.equals(this.confirmed);
		}

	}

}
