package vn.wardkpi.account.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.account.DemoNotice;
import vn.wardkpi.account.signin.TooManyAttemptsException;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.KeptForm;

/**
 * The sign-in page; signing in itself is the security filter's.
 */
@Controller
class SignInController {

	private static final String PAGE = "account/sign-in";

	private final ObjectProvider<DemoNotice> demo;

	SignInController(ObjectProvider<DemoNotice> demo) {
		this.demo = demo;
	}

	@GetMapping("/sign-in")
	String page(@RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String target,
			@RequestParam(required = false) @Nullable String ended,
			@RequestParam(name = "signed-out", required = false) @Nullable String signedOut, @Nullable Actor actor,
			CsrfToken csrf, Model model) {
		if (actor != null) {
			return "redirect:" + LocalTarget.of(target);
		}
		if (ended != null) {
			model.addAttribute("notice", "account.sign-in.ended");
		}
		else if (signedOut != null) {
			model.addAttribute("notice", "account.sign-in.signed-out");
		}
		return show("", target, csrf, model);
	}

	/**
	 * A form that was sent after its session had ended.
	 */
	@PostMapping("/sign-in/kept")
	String kept(HttpServletRequest request, CsrfToken csrf, Model model) {
		model.addAttribute("notice", "account.sign-in.kept");
		model.addAttribute("kept", KeptForm.sentWith(request));
		return show("", (String) request.getAttribute(LocalTarget.PARAMETER), csrf, model);
	}

	@PostMapping("/sign-in/refused")
	String refused(@RequestParam(defaultValue = "") String username,
			@RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String target,
			HttpServletRequest request, HttpServletResponse response, CsrfToken csrf, Model model) {
		if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof TooManyAttemptsException tooMany) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
			model.addAttribute("error", "account.sign-in.slow-down");
			model.addAttribute("minutes", tooMany.minutes());
		}
		else {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			model.addAttribute("error", "account.sign-in.failed");
		}
		model.addAttribute("kept", KeptForm.sentWith(request));
		return show(username, target, csrf, model);
	}

	private String show(String username, @Nullable String target, CsrfToken csrf, Model model) {
		// Read now: the session that keeps it cannot be opened once the page is under
		// way.
		csrf.getToken();
		DemoNotice notice = this.demo.getIfAvailable();
		model.addAttribute("username", username);
		model.addAttribute("target", LocalTarget.of(target));
		model.addAttribute("demoAccounts", (notice != null) ? notice.accounts() : List.of());
		return PAGE;
	}

}
