package vn.wardkpi.council.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.CouncilSessions;
import vn.wardkpi.council.SessionInput;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Changes a session of the council, or says that it is not held.
 */
@Controller
@RequestMapping("/wards/{code}/council-sessions/{session}")
class SessionChangeController {

	private final CouncilSessions sessions;

	private final Wards wards;

	private final ProblemMessages messages;

	SessionChangeController(CouncilSessions sessions, Wards wards, ProblemMessages messages) {
		this.sessions = sessions;
		this.wards = wards;
		this.messages = messages;
	}

	@GetMapping("/edit")
	String edit(@PathVariable WardCode code, @PathVariable long session, Actor actor, Model model) {
		CouncilSession standing = this.sessions.standing(code, session, actor);
		model.addAttribute("form", SessionForm.of(standing));
		return page(standing, model);
	}

	@PostMapping("/edit")
	ModelAndView change(Target target, @ModelAttribute("form") SessionForm form, BindingResult errors, Actor actor,
			Model model, RedirectAttributes redirect) {
		CouncilSession standing = this.sessions.standing(target.code(), target.session(), actor);
		SessionInput typed = form.read(errors);
		try {
			if (!errors.hasErrors()) {
				this.sessions.change(target.code(), target.session(), form.whole(typed), form.version(), actor);
				redirect.addFlashAttribute("flash", "council.changed");
				return new ModelAndView("redirect:" + target.address());
			}
		}
		catch (RefusedException ex) {
			CouncilSessionController.reject(ex, errors, model, this.messages);
		}
		return new ModelAndView(page(standing, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/cancel")
	ModelAndView cancel(Target target, @ModelAttribute("cancellation") Cancellation cancellation, BindingResult errors,
			Actor actor, Model model, RedirectAttributes redirect) {
		CouncilSession standing = this.sessions.standing(target.code(), target.session(), actor);
		if (!Boolean.TRUE.equals(cancellation.confirmed())) {
			errors.rejectValue("confirmed", "council.cancel.unconfirmed");
		}
		try {
			if (!errors.hasErrors()) {
				this.sessions.cancel(target.code(), target.session(), cancellation.reason(), actor);
				redirect.addFlashAttribute("flash", "council.cancelled");
				return new ModelAndView("redirect:" + target.address());
			}
		}
		catch (RefusedException ex) {
			CouncilSessionController.reject(ex, errors, model, this.messages);
		}
		model.addAttribute("form", SessionForm.of(standing));
		return new ModelAndView(page(standing, model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String page(CouncilSession session, Model model) {
		CouncilSessionController.common(this.wards.require(session.ward()), model);
		model.addAttribute("shown", session);
		if (!model.containsAttribute("cancellation")) {
			model.addAttribute("cancellation", new Cancellation(null, null));
		}
		return "council/edit";
	}

	/**
	 * Which session, from the address.
	 */
	record Target(WardCode code, long session) {

		String address() {
			return "/wards/" + this.code + "/council-sessions/" + this.session;
		}

	}

	/**
	 * @param confirmed that it is meant
	 */
	record Cancellation(@Nullable String reason, @Nullable Boolean confirmed) {
	}

}
