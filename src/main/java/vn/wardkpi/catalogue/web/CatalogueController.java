package vn.wardkpi.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.catalogue.DefinitionDraft;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The list of shared definitions, each with its versions and the indicators that are it.
 */
@Controller
@RequestMapping("/catalogue")
class CatalogueController {

	private final Catalogue catalogue;

	private final ProblemMessages messages;

	CatalogueController(Catalogue catalogue, ProblemMessages messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String q, Actor actor) {
		List<Definition> found = q.isBlank() ? this.catalogue.all() : this.catalogue.search(q);
		return new ModelAndView("catalogue/list").addObject("q", q.strip())
			.addObject("definitions", found)
			.addObject("mayChange", actor.mayAdministerInstallation());
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable long id, Actor actor) {
		List<Definition> versions = this.catalogue.versions(id);
		return new ModelAndView("catalogue/show").addObject("definition", versions.get(0))
			.addObject("versions", versions)
			.addObject("uses", this.catalogue.uses(id))
			.addObject("mayChange", actor.mayAdministerInstallation());
	}

	@GetMapping("/new")
	ModelAndView add(Actor actor) {
		this.catalogue.refuseOthers(actor);
		return form(null, 0, new DefinitionDraft(null, null, null, null, null, null, null), Map.of());
	}

	@PostMapping
	ModelAndView add(@ModelAttribute("typed") DefinitionDraft typed, Actor actor, RedirectAttributes redirect) {
		try {
			redirect.addAttribute("id", this.catalogue.add(typed, actor));
		}
		catch (RefusedException ex) {
			return refused(null, 0, typed, ex);
		}
		redirect.addFlashAttribute("flash", "catalogue.saved");
		return new ModelAndView("redirect:/catalogue/{id}");
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(@PathVariable long id, Actor actor) {
		this.catalogue.refuseOthers(actor);
		Definition present = this.catalogue.versions(id).get(0);
		return form(id, present.version(), Catalogue.of(present), Map.of());
	}

	@PostMapping("/{id}")
	ModelAndView change(@PathVariable long id, @RequestParam(defaultValue = "-1") int version,
			@ModelAttribute("typed") DefinitionDraft typed, Actor actor, RedirectAttributes redirect) {
		try {
			this.catalogue.change(id, version, typed, actor);
		}
		catch (RefusedException ex) {
			return refused(id, version, typed, ex);
		}
		redirect.addFlashAttribute("flash", "catalogue.saved");
		redirect.addAttribute("id", id);
		return new ModelAndView("redirect:/catalogue/{id}");
	}

	private ModelAndView refused(@Nullable Long id, int version, DefinitionDraft typed, RefusedException ex) {
		if (ex.kind() != Kind.INVALID && ex.kind() != Kind.STALE) {
			throw ex;
		}
		Map<String, String> errors = new LinkedHashMap<>();
		ex.fields()
			.forEach((one) -> errors.putIfAbsent(Objects.requireNonNullElse(one.field(), "name"),
					this.messages.message(one.problem())));
		if (errors.isEmpty()) {
			errors.put("name", this.messages.message(ex));
		}
		ModelAndView page = form(id, version, typed, errors);
		page.setStatus((ex.kind() == Kind.STALE) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static ModelAndView form(@Nullable Long id, int version, DefinitionDraft typed,
			Map<String, String> errors) {
		return new ModelAndView("catalogue/edit").addObject("id", id)
			.addObject("version", version)
			.addObject("form", typed)
			.addObject("errors", errors)
			.addObject("directions", Direction.values())
			.addObject("valueTypes", ValueType.values());
	}

}
