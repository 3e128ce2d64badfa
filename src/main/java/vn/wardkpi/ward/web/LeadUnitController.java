package vn.wardkpi.ward.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitCatalog;
import vn.wardkpi.ward.LeadUnitChanges;
import vn.wardkpi.ward.LeadUnitHistory;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.ward.web.LeadUnitForm.Answer;

/**
 * The page of a ward's lead units: read by its staff, kept by its administrators.
 */
@Controller
@RequestMapping("/wards/{code}/lead-units")
class LeadUnitController {

	private final Wards wards;

	private final LeadUnitCatalog catalog;

	private final LeadUnitChanges changes;

	private final MessageSource messages;

	LeadUnitController(Wards wards, LeadUnitCatalog catalog, LeadUnitChanges changes, MessageSource messages) {
		this.wards = wards;
		this.catalog = catalog;
		this.changes = changes;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable String code, Actor actor) {
		return page(code, Answer.NONE, actor);
	}

	@PostMapping
	ModelAndView create(@PathVariable String code, @ModelAttribute LeadUnitForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		WardCode ward = administered(code, actor);
		return done(code, "created", Answer.of("new", form),
				() -> this.changes.create(ward, null, form.name(), form.day(), actor), new Visit(actor, locale),
				redirect);
	}

	@PostMapping("/{unit}/rename")
	ModelAndView rename(LeadUnitAddress of, @ModelAttribute LeadUnitForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		WardCode ward = administered(of.code(), actor);
		return done(of.code(), "renamed", Answer.of("rename-" + of.unit(), form),
				() -> this.changes.rename(ward, of.unit(), form.name(), form.day(), actor), new Visit(actor, locale),
				redirect);
	}

	/**
	 * Says what goes over before it does.
	 */
	@PostMapping("/{unit}/merge")
	ModelAndView merge(LeadUnitAddress of, @ModelAttribute LeadUnitForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		WardCode ward = administered(of.code(), actor);
		Answer answer = Answer.of("merge-" + of.unit(), form);
		List<LeadUnitHistory> units = this.catalog.of(ward);
		boolean known = units.stream().anyMatch((unit) -> unit.open() && unit.code().equals(form.into()));
		boolean sensible = known && form.day() != null && form.day().getYear() > 1 && !of.unit().equals(form.into())
				&& units.stream().anyMatch((unit) -> unit.endsOn() == null && unit.code().equals(of.unit()));
		if (sensible && !form.isConfirmed()) {
			return page(of.code(), answer.confirming(of.unit()), actor);
		}
		return done(of.code(), "merged", answer,
				() -> this.changes.merge(ward, of.unit(), form.into(), form.day(), actor), new Visit(actor, locale),
				redirect);
	}

	@PostMapping("/{unit}/end")
	ModelAndView end(LeadUnitAddress of, @ModelAttribute LeadUnitForm form, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		WardCode ward = administered(of.code(), actor);
		return done(of.code(), "ended", Answer.of("end-" + of.unit(), form),
				() -> this.changes.end(ward, of.unit(), form.day(), actor), new Visit(actor, locale), redirect);
	}

	@PostMapping("/{unit}/reopen")
	ModelAndView reopen(LeadUnitAddress of, Actor actor, Locale locale, RedirectAttributes redirect) {
		WardCode ward = administered(of.code(), actor);
		return done(of.code(), "reopened", Answer.NONE, () -> this.changes.reopen(ward, of.unit(), actor),
				new Visit(actor, locale), redirect);
	}

	private ModelAndView done(String code, String flash, Answer answer, Runnable work, Visit visit,
			RedirectAttributes redirect) {
		try {
			work.run();
		}
		catch (RefusedException ex) {
			return refused(code, ex, answer, visit);
		}
		redirect.addFlashAttribute("flash", "ward.lead-units.flash." + flash);
		redirect.addAttribute("code", code);
		return new ModelAndView("redirect:/wards/{code}/lead-units");
	}

	private ModelAndView refused(String code, RefusedException ex, Answer answer, Visit visit) {
		ModelAndView page;
		switch (ex.kind()) {
			case CONFLICT -> {
				page = page(code, answer
					.saying(this.messages.getMessage("refused." + ex.code(), ex.arguments().toArray(), visit.locale())),
						visit.actor());
				page.setStatus(HttpStatus.CONFLICT);
			}
			case INVALID -> {
				page = page(code, answer.with(ex.fields(), (problem) -> words(problem, visit.locale())), visit.actor());
				page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			}
			default -> throw ex;
		}
		return page;
	}

	private ModelAndView page(String code, Answer answer, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.maySeeDrafts(ward.code())) {
			throw new RefusedException(Kind.FORBIDDEN, "lead-unit.see");
		}
		List<LeadUnitHistory> units = this.catalog.of(ward.code());
		Map<String, String> choices = new LinkedHashMap<>();
		units.stream().filter((unit) -> unit.endsOn() == null).forEach((unit) -> choices.put(unit.code(), unit.name()));
		return new ModelAndView("ward/lead-units").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("units", units)
			.addObject("choices", choices)
			.addObject("toConfirm",
					units.stream().filter((unit) -> unit.code().equals(answer.toConfirm())).findFirst().orElse(null))
			.addObject("mayChange", actor.mayAdminister(ward.code()))
			.addObject("answer", answer);
	}

	private WardCode administered(String code, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		if (!actor.mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "lead-unit.administer");
		}
		return ward;
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	private record Visit(Actor actor, Locale locale) {
	}

}
