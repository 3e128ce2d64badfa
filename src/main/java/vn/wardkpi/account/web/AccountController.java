package vn.wardkpi.account.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.handover.HandOvers;
import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.account.signin.PasswordChange;
import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.token.PersonalTokens;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * One's own account: password and personal tokens.
 */
@Controller
@RequestMapping("/account")
class AccountController {

	private static final String PAGE = "account/show";

	private static final String PASSWORD_FORM = "passwordForm";

	private static final String TOKEN_FORM = "tokenForm";

	private static final String MAIL_FORM = "mailForm";

	private final PasswordChange passwords;

	private final PersonalTokens tokens;

	private final Wards wards;

	private final StaffDirectory staff;

	private final HandOvers handOvers;

	private final OpenSessions openSessions;

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	AccountController(PasswordChange passwords, PersonalTokens tokens, Wards wards, StaffDirectory staff,
			HandOvers handOvers, OpenSessions openSessions) {
		this.passwords = passwords;
		this.tokens = tokens;
		this.wards = wards;
		this.staff = staff;
		this.handOvers = handOvers;
		this.openSessions = openSessions;
	}

	@GetMapping
	String show(Actor actor, Model model) {
		return page(actor, model);
	}

	/**
	 * Asks for another password and nothing else.
	 */
	@GetMapping("/password")
	String askForPassword(@RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String target,
			Model model) {
		return passwordPage(new PasswordForm("", "", null, LocalTarget.of(target)), model);
	}

	@PostMapping("/password")
	ModelAndView changePassword(@ModelAttribute(PASSWORD_FORM) PasswordForm form, BindingResult errors, Actor actor,
			Model model, ServletWebRequest exchange, RedirectAttributes flash) {
		try {
			SessionUser account = this.passwords.change(form.present(), form.password(), form.keepsTokens(), actor);
			stay(account, exchange);
			flash.addFlashAttribute("flash", "account.password-changed");
			return new ModelAndView("redirect:" + form.target());
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.TOO_MANY) {
				errors.rejectValue("present", "refused." + ex.code(), ex.arguments().toArray(), null);
				return new ModelAndView(again(form, actor, model), HttpStatus.TOO_MANY_REQUESTS);
			}
			FieldErrors.show(ex, errors);
			return new ModelAndView(again(form, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/email")
	String changeAddress(@ModelAttribute(MAIL_FORM) MailForm form, BindingResult errors, Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		try {
			this.staff.changeMail(actor.username(), form.email(), form.isWanted(), actor);
			flash.addFlashAttribute("flash", "account.email-changed");
			return "redirect:/account";
		}
		catch (RefusedException ex) {
			FieldErrors.show(ex, errors);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(actor, model);
		}
	}

	/**
	 * Shows the new token in the answer itself: a redirect would have to keep it
	 * somewhere.
	 */
	@PostMapping("/tokens")
	String createToken(@ModelAttribute(TOKEN_FORM) TokenForm form, BindingResult errors, Actor actor, Model model,
			HttpServletResponse response) {
		try {
			model.addAttribute("token", this.tokens.create(form.name(), form.wholeDays(), actor));
			model.addAttribute(TOKEN_FORM, TokenForm.blank());
		}
		catch (RefusedException ex) {
			FieldErrors.show(ex, errors);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return page(actor, model);
	}

	@PostMapping("/tokens/{id}/revoke")
	String revokeToken(@PathVariable long id, Actor actor, RedirectAttributes flash) {
		this.tokens.revoke(id, actor);
		flash.addFlashAttribute("flash", "account.token.revoked");
		return "redirect:/account";
	}

	private String again(PasswordForm form, Actor actor, Model model) {
		return (form.then() != null || Admission.mustChangePassword()) ? passwordPage(form, model) : page(actor, model);
	}

	private static String passwordPage(PasswordForm form, Model model) {
		if (!model.containsAttribute(PASSWORD_FORM)) {
			model.addAttribute(PASSWORD_FORM, form);
		}
		model.addAttribute("asked", Admission.mustChangePassword());
		return "account/password";
	}

	private String page(Actor actor, Model model) {
		if (!model.containsAttribute(PASSWORD_FORM)) {
			model.addAttribute(PASSWORD_FORM, new PasswordForm("", "", null, null));
		}
		if (!model.containsAttribute(MAIL_FORM)) {
			model.addAttribute(MAIL_FORM, MailForm.of(this.staff.mailOf(actor.username())));
		}
		if (!model.containsAttribute(TOKEN_FORM)) {
			model.addAttribute(TOKEN_FORM, TokenForm.blank());
		}
		WardCode ward = actor.ward();
		if (ward != null) {
			model.addAttribute("wardName", this.wards.find(ward).map(Ward::displayName).orElseGet(ward::value));
		}
		model.addAttribute("handOvers", this.handOvers.of(actor.username()));
		model.addAttribute("sessions", this.openSessions.of(actor.username(), SessionController.presentId()));
		model.addAttribute("mostDays", PersonalTokens.MOST_DAYS);
		model.addAttribute("tokens", this.tokens.list(actor));
		return PAGE;
	}

	/**
	 * The change has ended every session of the account; this one goes on under a new id.
	 */
	private void stay(SessionUser account, ServletWebRequest exchange) {
		HttpServletRequest request = exchange.getRequest();
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, Objects.requireNonNull(exchange.getResponse()));
	}

	/**
	 * @param revokeTokens "false" where tokens stay valid
	 * @param then where to go afterwards, from the page that asks for nothing else
	 */
	record PasswordForm(@Nullable String present, @Nullable String password, @Nullable String revokeTokens,
			@Nullable String then) {

		public boolean keepsTokens() {
			return "false".equals(this.revokeTokens);
		}

		public String target() {
			return (this.then != null) ? LocalTarget.of(this.then) : "/account";
		}

		@Override
		public String toString() {
			return "PasswordForm";
		}

	}

	record TokenForm(@Nullable String name, @Nullable String days) {

		static TokenForm blank() {
			return new TokenForm("", "90");
		}

		@Nullable Integer wholeDays() {
			return (this.days != null && this.days.strip().matches("\\d{1,5}")) ? Integer.valueOf(this.days.strip())
					: null;
		}

	}

}
