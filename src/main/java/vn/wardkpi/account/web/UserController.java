package vn.wardkpi.account.web;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;

/**
 * Administrators' pages about accounts. The ward is chosen first, on its own, so that the
 * form can offer that ward's lead units without a script.
 */
@Controller
@RequestMapping("/users")
class UserController {

	private final Accounts accounts;

	private final AccountCatalog catalog;

	private final AccountForms forms;

	private final StaffDirectory staff;

	UserController(Accounts accounts, AccountCatalog catalog, AccountForms forms, StaffDirectory staff) {
		this.accounts = accounts;
		this.catalog = catalog;
		this.forms = forms;
		this.staff = staff;
	}

	@GetMapping
	String list(AccountFilter filter, @RequestParam(defaultValue = "0") int page, Actor actor, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("roles", Role.values());
		model.addAttribute("accounts", this.catalog.list(filter.toQuery(), page, actor));
		return "account/list";
	}

	@GetMapping("/new")
	String blank(AccountPlace place, Actor actor, Model model) {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		AccountPlace chosen = (actor.ward() != null) ? AccountPlace.of(actor.ward()) : place;
		if (!chosen.isChosen()) {
			return this.forms.choosePlace(place, "/users/new", actor, model);
		}
		this.forms.refuseUnknown(chosen);
		return this.forms.form(chosen.fill(UserForm.blank()), null, model);
	}

	@PostMapping
	String create(@ModelAttribute("form") UserForm form, BindingResult errors, Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		try {
			AccountRow row = this.accounts.create(form.toNewAccount(), actor);
			flash.addFlashAttribute("flash", "account.created");
			flash.addFlashAttribute("flashArguments", List.of(row.username()));
			return "redirect:/users";
		}
		catch (RefusedException ex) {
			FieldErrors.show(ex, errors);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.forms.form(form, null, model);
		}
	}

	@GetMapping("/{username}")
	String edit(@PathVariable String username, AccountPlace place, Actor actor, Model model) {
		AccountRow row = this.catalog.require(username, actor);
		boolean movable = actor.ward() == null;
		if (place.q() != null && movable) {
			return this.forms.choosePlace(place, "/users/" + row.username(), actor, model);
		}
		this.forms.refuseUnknown(place);
		UserForm form = UserForm.of(row);
		return this.forms.form((movable && place.isChosen()) ? place.fill(form) : form, row, model);
	}

	@PostMapping("/{username}")
	ModelAndView change(@PathVariable String username, @ModelAttribute("form") UserForm form, BindingResult errors,
			Actor actor, Model model, RedirectAttributes flash) {
		try {
			this.accounts.change(username, form.toChange(), actor);
			flash.addFlashAttribute("flash", "account.changed");
			flash.addFlashAttribute("flashArguments", List.of(username));
			return new ModelAndView("redirect:/users");
		}
		catch (RefusedException ex) {
			AccountRow row = this.catalog.require(username, actor);
			if (ex.kind() == Kind.STALE) {
				// What was typed stays; what is stored now stands above it.
				model.addAttribute("stale", true);
				model.addAttribute("form", form.withVersion(row.version()));
				return new ModelAndView(this.forms.form(form.withVersion(row.version()), row, model),
						HttpStatus.CONFLICT);
			}
			if (ex.kind() == Kind.CONFLICT) {
				errors.reject("refused." + ex.code(), ex.arguments().toArray(), null);
				return new ModelAndView(this.forms.form(form, row, model), HttpStatus.CONFLICT);
			}
			FieldErrors.show(ex, errors);
			return new ModelAndView(this.forms.form(form, row, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/{username}/email")
	ModelAndView changeAddress(@PathVariable String username, @ModelAttribute("mailForm") MailForm form,
			BindingResult errors, Actor actor, Model model, RedirectAttributes flash) {
		AccountRow row = this.catalog.require(username, actor);
		try {
			this.staff.changeMail(username, form.email(), form.isWanted(), actor);
			flash.addFlashAttribute("flash", "account.email-changed");
			return new ModelAndView("redirect:/users");
		}
		catch (RefusedException ex) {
			FieldErrors.show(ex, errors);
			return new ModelAndView(this.forms.form(UserForm.of(row), row, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/{username}/password")
	ModelAndView resetPassword(@PathVariable String username, @RequestParam(required = false) @Nullable String password,
			@RequestParam(defaultValue = "true") boolean mustChangePassword, Actor actor, Model model,
			RedirectAttributes flash) {
		try {
			this.accounts.resetPassword(username, password, mustChangePassword, actor);
			flash.addFlashAttribute("flash", "account.password-reset");
			flash.addFlashAttribute("flashArguments", List.of(username));
			return new ModelAndView("redirect:/users");
		}
		catch (RefusedException ex) {
			if (ex.kind() != Kind.INVALID) {
				throw ex;
			}
			AccountRow row = this.catalog.require(username, actor);
			model.addAttribute("passwordProblem", ex.fields().get(0).problem());
			model.addAttribute("mustChangePassword", mustChangePassword);
			return new ModelAndView(this.forms.form(UserForm.of(row), row, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

}
