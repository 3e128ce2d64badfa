package vn.wardkpi.account.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.handover.HandOver;
import vn.wardkpi.account.handover.HandOvers;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;

/**
 * Who does the work of somebody who is away; the page is the account's.
 */
@Controller
class HandOverController {

	private final HandOvers handOvers;

	private final AccountCatalog catalog;

	private final AccountForms forms;

	HandOverController(HandOvers handOvers, AccountCatalog catalog, AccountForms forms) {
		this.handOvers = handOvers;
		this.catalog = catalog;
		this.forms = forms;
	}

	@PostMapping("/users/{username}/hand-overs")
	ModelAndView start(@PathVariable String username, @ModelAttribute("handOverForm") HandOverForm form,
			BindingResult errors, Actor actor, Model model, RedirectAttributes flash) {
		AccountRow row = this.catalog.require(username, actor);
		try {
			HandOver made = this.handOvers.start(username, form.read(), actor);
			flash.addFlashAttribute("flash", "account.hand-over.made");
			flash.addFlashAttribute("flashArguments", List.of(made.fromName(), made.toName()));
			return new ModelAndView("redirect:/users/" + row.username());
		}
		catch (RefusedException ex) {
			FieldErrors.show(ex, errors);
			return new ModelAndView(this.forms.form(UserForm.of(row), row, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/users/{username}/hand-overs/{handOver}/end")
	String end(@PathVariable String username, @PathVariable long handOver, Actor actor, RedirectAttributes flash) {
		AccountRow row = this.catalog.require(username, actor);
		this.handOvers.end(row.username(), handOver, actor);
		flash.addFlashAttribute("flash", "account.hand-over.ended");
		return "redirect:/users/" + row.username();
	}

	@PostMapping("/account/hand-overs/{handOver}/end")
	String endOwn(@PathVariable long handOver, Actor actor, RedirectAttributes flash) {
		this.handOvers.end(actor.username(), handOver, actor);
		flash.addFlashAttribute("flash", "account.hand-over.ended");
		return "redirect:/account";
	}

}
