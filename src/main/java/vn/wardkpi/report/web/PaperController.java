package vn.wardkpi.report.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.report.archive.Agreement;
import vn.wardkpi.report.archive.PaperCheck;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;

/**
 * Where the code of a paper leads, typed or by its square code: whether the paper agrees
 * with the record. Without an account no figure is told.
 */
@Controller
class PaperController {

	private final PaperCheck papers;

	PaperController(PaperCheck papers) {
		this.papers = papers;
	}

	@GetMapping("/public/reports")
	ModelAndView ask(@RequestParam(required = false) @Nullable String code, @Nullable Actor actor, Model model) {
		return (code == null || code.isBlank()) ? new ModelAndView("report/paper") : paper(code, actor, model);
	}

	@GetMapping("/public/reports/{report}")
	ModelAndView paper(@PathVariable String report, @Nullable Actor actor, Model model) {
		model.addAttribute("typed", FreeText.echo(report));
		Optional<Agreement> found = this.papers.check(report, actor);
		if (found.isEmpty()) {
			model.addAttribute("unknown", true);
			return new ModelAndView("report/paper", HttpStatus.NOT_FOUND);
		}
		Agreement agreement = found.get();
		model.addAttribute("page", PaperPage.of(agreement, actor != null));
		model.addAttribute("illustrative", agreement.plan().illustrative());
		return new ModelAndView("report/paper");
	}

	/** The same after signing in. */
	@GetMapping("/reports/{report}")
	String signedIn(@PathVariable String report) {
		return "redirect:/public/reports/" + report.replaceAll("[^0-9A-Za-z-]", "");
	}

}
