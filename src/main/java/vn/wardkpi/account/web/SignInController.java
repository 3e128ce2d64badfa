package vn.wardkpi.account.web;

import java.util.List;

import java.util.Map;

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
import vn.wardkpi.account.oidc.OidcSignIn;
import vn.wardkpi.account.signin.TooManyAttemptsException;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.KeptForm;

/**
 * The sign-in page; signing in itself is the security filter's.
 */
@Controller
class SignInController {

	private static final String PAGE = "account/sign-in";

	/** Why somebody is here, as the address says it. */
	private static final List<String> REASONS = List.of("ended", "signed-out", "invited", "no-account",
			"provider-failed");

	private final ObjectProvider<DemoNotice> demo;

	private final OidcSignIn elsewhere;

	SignInController(ObjectProvider<DemoNotice> demo, OidcSignIn elsewhere) {
		this.demo = demo;
		this.elsewhere = elsewhere;
	}

	@GetMapping("/sign-in")
	String page(@RequestParam Map<String, String> said, @Nullable Actor actor, CsrfToken csrf, Model model) {
		String target = said.get(LocalTarget.PARAMETER);
		if (actor != null) {
			return "redirect:" + LocalTarget.of(target);
		}
		REASONS.stream()
			.filter(said::containsKey)
			.findFirst()
			.ifPresent((reason) -> model.addAttribute("notice", "account.sign-in." + reason));
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
		model.addAttribute("providers", this.elsewhere.providers());
		model.addAttribute("username", username);
		model.addAttribute("target", LocalTarget.of(target));
		model.addAttribute("demoAccounts", (notice != null) ? notice.accounts() : List.of());
		return PAGE;
	}

}
