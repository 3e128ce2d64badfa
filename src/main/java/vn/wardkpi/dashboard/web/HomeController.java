package vn.wardkpi.dashboard.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

/**
 * Sends everybody to where their work is.
 */
@Controller
class HomeController {

	/** More are searched for. */
	private static final int SHOWN = 50;

	private final Wards wards;

	private final WardSearch search;

	HomeController(Wards wards, WardSearch search) {
		this.wards = wards;
		this.search = search;
	}

	@GetMapping("/")
	String home(Actor actor, Model model) {
		return switch (actor.role()) {
			case DELEGATE -> "redirect:/wards/" + actor.ward();
			case VIEWER -> "redirect:/overview";
			case OFFICIAL -> "redirect:/entry";
			case REVIEWER -> "redirect:/review";
			case ADMIN -> {
				if (actor.ward() != null) {
					model.addAttribute("ward", this.wards.require(actor.ward()));
				}
				List<Ward> planned = this.search.withPlans(SHOWN + 1);
				model.addAttribute("wards", planned.stream().limit(SHOWN).toList());
				model.addAttribute("more", planned.size() > SHOWN);
				yield "dashboard/home";
			}
		};
	}

}
