package vn.wardkpi.catalogue.web.template;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.catalogue.template.TemplatePlans;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A ward's administrator starts a draft from a template, and goes on in the editor.
 */
@Controller
class TemplatePlanController {

	private final TemplatePlans plans;

	private final ProblemMessages messages;

	TemplatePlanController(TemplatePlans plans, ProblemMessages messages) {
		this.plans = plans;
		this.messages = messages;
	}

	@PostMapping("/wards/{code}/plans/from-template")
	String start(@PathVariable WardCode code, @RequestParam long template,
			@RequestParam(required = false) @Nullable String title, Actor actor, RedirectAttributes redirect) {
		try {
			redirect.addAttribute("plan", this.plans.start(code, template, title, actor));
		}
		catch (RefusedException ex) {
			if (ex.kind() != Kind.CONFLICT) {
				throw ex;
			}
			redirect.addAttribute("template", template);
			redirect.addFlashAttribute("refusal", this.messages.message(ex));
			redirect.addAttribute("ward", code.value());
			return "redirect:/plan-templates/{template}";
		}
		redirect.addFlashAttribute("flash", "template.started");
		return "redirect:/plans/{plan}/edit";
	}

}
