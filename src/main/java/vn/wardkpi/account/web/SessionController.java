package vn.wardkpi.account.web;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.shared.Actor;

/**
 * Ends sessions: one's own elsewhere, and those of people one administers. They are
 * listed on the account's page.
 */
@Controller
class SessionController {

	private final OpenSessions sessions;

	SessionController(OpenSessions sessions) {
		this.sessions = sessions;
	}

	@PostMapping("/account/sessions/end")
	String endOwn(@RequestParam(required = false) @Nullable String session, Actor actor, RedirectAttributes flash) {
		this.sessions.end(actor.username(), session, presentId(), actor);
		flash.addFlashAttribute("flash", "account.session.ended");
		return "redirect:/account";
	}

	@PostMapping("/users/{username}/sessions/end")
	String end(@PathVariable String username, @RequestParam(required = false) @Nullable String session, Actor actor,
			RedirectAttributes flash) {
		this.sessions.end(username, session, presentId(), actor);
		flash.addFlashAttribute("flash", "account.session.ended");
		return "redirect:/users/" + username;
	}

	/** Id of the session that asks, without beginning one. */
	static @Nullable String presentId() {
		HttpSession session = (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest().getSession(false) : null;
		return (session != null) ? session.getId() : null;
	}

}
