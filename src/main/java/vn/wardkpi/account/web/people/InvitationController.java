package vn.wardkpi.account.web.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.account.invitation.Invitations.Invited;
import vn.wardkpi.account.signin.InvitationAcceptance;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Where somebody without a password sets one, by the link of an invitation. Looking at it
 * changes nothing: programs that read mail open links too.
 */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationController {

	private final InvitationAcceptance invitations;

	private final ProblemMessages messages;

	InvitationController(InvitationAcceptance invitations, ProblemMessages messages) {
		this.invitations = invitations;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView open(@PathVariable String token, CsrfToken csrf, HttpServletRequest request) {
		// Read now, before the page is under way.
		csrf.getToken();
		try {
			return form(token, this.invitations.open(token, request.getRemoteAddr()), null);
		}
		catch (RefusedException ex) {
			return refused(ex);
		}
	}

	@PostMapping
	ModelAndView accept(@PathVariable String token, @RequestParam(required = false) @Nullable String password,
			CsrfToken csrf, HttpServletRequest request) {
		csrf.getToken();
		String address = request.getRemoteAddr();
		try {
			Invited invited = this.invitations.open(token, address);
			try {
				this.invitations.accept(token, password, address);
				return new ModelAndView("redirect:/sign-in?invited");
			}
			catch (RefusedException ex) {
				if (ex.kind() != Kind.INVALID) {
					throw ex;
				}
				ModelAndView again = form(token, invited, this.messages.message(ex.fields().get(0).problem()));
				again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
				return again;
			}
		}
		catch (RefusedException ex) {
			return refused(ex);
		}
	}

	private static ModelAndView form(String token, Invited invited, @Nullable String problem) {
		return new ModelAndView("account/invitation").addObject("token", token)
			.addObject("invited", invited)
			.addObject("problem", problem);
	}

	private ModelAndView refused(RefusedException ex) {
		ModelAndView page = new ModelAndView("account/invitation").addObject("refusal", this.messages.message(ex));
		page.setStatus(HttpStatus.valueOf(ex.kind().status()));
		return page;
	}

}
