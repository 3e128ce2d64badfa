package vn.wardkpi.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
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
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

/**
 * Administrators' pages about accounts. The ward is chosen first, on its own, so that the
 * form can offer that ward's lead units without a script.
 */
@Controller
@RequestMapping("/users")
class UserController {

	private static final int WARDS_SHOWN = 20;

	private final Accounts accounts;

	private final AccountCatalog catalog;

	private final Wards wards;

	private final WardSearch search;

	private final LeadUnits leadUnits;

	private final StaffDirectory staff;

	UserController(Accounts accounts, AccountCatalog catalog, Wards wards, WardSearch search, LeadUnits leadUnits,
			StaffDirectory staff) {
		this.accounts = accounts;
		this.catalog = catalog;
		this.wards = wards;
		this.search = search;
		this.leadUnits = leadUnits;
		this.staff = staff;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Actor actor,
			Model model) {
		model.addAttribute("q", q.strip());
		model.addAttribute("accounts", this.catalog.list(q, page, actor));
		return "account/list";
	}

	@GetMapping("/new")
	String blank(@RequestParam(required = false) @Nullable String ward,
			@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String installation, Actor actor, Model model) {
		refuseOthersThanAdministrators(actor);
		WardCode chosen = (actor.ward() != null) ? actor.ward() : existing(ward);
		if (chosen == null && installation == null) {
			return chooseWard(q, "/users/new", model);
		}
		return form(UserForm.blank(chosen), null, model);
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
			return form(form, null, model);
		}
	}

	@GetMapping("/{username}")
	String edit(@PathVariable String username, @RequestParam(required = false) @Nullable String ward,
			@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String installation, Actor actor, Model model) {
		AccountRow row = this.catalog.require(username, actor);
		if (q != null && actor.ward() == null) {
			return chooseWard(q, "/users/" + row.username(), model);
		}
		WardCode other = existing(ward);
		UserForm form = UserForm.of(row);
		boolean moved = actor.ward() == null && (installation != null || other != null);
		return form(moved ? form.inWard(other) : form, row, model);
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
				return new ModelAndView(form(form.withVersion(row.version()), row, model), HttpStatus.CONFLICT);
			}
			if (ex.kind() == Kind.CONFLICT) {
				errors.reject("refused." + ex.code(), ex.arguments().toArray(), null);
				return new ModelAndView(form(form, row, model), HttpStatus.CONFLICT);
			}
			FieldErrors.show(ex, errors);
			return new ModelAndView(form(form, row, model), HttpStatus.UNPROCESSABLE_CONTENT);
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
			return new ModelAndView(form(UserForm.of(row), row, model), HttpStatus.UNPROCESSABLE_CONTENT);
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
			return new ModelAndView(form(UserForm.of(row), row, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private String chooseWard(@Nullable String q, String target, Model model) {
		String query = (q != null) ? q.strip() : "";
		List<Ward> found = query.isEmpty() ? this.search.withPlans() : this.search.search(query, null, WARDS_SHOWN);
		model.addAttribute("q", query);
		model.addAttribute("wards", found);
		model.addAttribute("target", target);
		return "account/choose-ward";
	}

	private String form(UserForm form, @Nullable AccountRow stored, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		WardCode ward = form.ward();
		model.addAttribute("stored", stored);
		if (stored != null && !model.containsAttribute("mailForm")) {
			model.addAttribute("mailForm", MailForm.of(this.staff.mailOf(stored.username())));
		}
		model.addAttribute("ward", (ward != null) ? this.wards.find(ward).orElse(null) : null);
		model.addAttribute("leadUnits", (ward != null) ? this.leadUnits.findByWardCodeOrderById(ward) : List.of());
		model.addAttribute("roles", (ward != null) ? Arrays.asList(Role.values()) : List.of(Role.ADMIN));
		return "account/edit";
	}

	private @Nullable WardCode existing(@Nullable String code) {
		return StringUtils.hasText(code) ? this.wards.require(Objects.requireNonNull(code).strip()).code() : null;
	}

	private static void refuseOthersThanAdministrators(Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "account.administer");
		}
	}

}
