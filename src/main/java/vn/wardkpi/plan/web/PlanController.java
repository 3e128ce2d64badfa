package vn.wardkpi.plan.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.plan.Adoption;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.decision.DecisionFiles;
import vn.wardkpi.plan.decision.PlanMarks;
import vn.wardkpi.plan.ended.EndedIndicators;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A ward's plans, and one of them as it is or will be seen, with the steps that its
 * administrators take.
 */
@Controller
class PlanController {

	/** Every target of a draft, from whatever day it will hold. */
	private static final LocalDate ALL = LocalDate.of(2200, 1, 1);

	private final PlanCatalog catalog;

	private final EndedIndicators ended;

	private final PlanLifecycle lifecycle;

	private final PlanMarks marks;

	private final DecisionFiles files;

	private final Wards wards;

	private final ProblemMessages messages;

	PlanController(PlanCatalog catalog, EndedIndicators ended, PlanLifecycle lifecycle, PlanMarks marks,
			DecisionFiles files, Wards wards, ProblemMessages messages) {
		this.catalog = catalog;
		this.ended = ended;
		this.lifecycle = lifecycle;
		this.marks = marks;
		this.files = files;
		this.wards = wards;
		this.messages = messages;
	}

	@GetMapping("/wards/{code}/plans")
	String ofWard(@PathVariable WardCode code, Actor actor, Model model) {
		Ward ward = this.wards.require(code);
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("administered", actor.mayAdminister(code));
		model.addAttribute("plans", this.catalog.ofWard(code, actor));
		return "plan/list";
	}

	@GetMapping("/plans/{id}")
	String show(@PathVariable long id, Actor actor, Model model) {
		model.addAttribute("adoption", AdoptionForm.EMPTY);
		return page(id, actor, model);
	}

	@PostMapping("/plans/{id}/adopt")
	ModelAndView adopt(@PathVariable long id, @ModelAttribute("adoption") AdoptionForm form, BindingResult errors,
			Actor actor, Model model, RedirectAttributes redirect) throws IOException {
		Adoption adoption = form.read(errors);
		if (errors.hasErrors()) {
			refuseUnlessAdministered(id, actor);
			return new ModelAndView(page(id, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			MultipartFile document = form.chosen();
			FileIntake.Taken file = (document != null) ? this.files.check(id,
					Objects.requireNonNullElse(document.getOriginalFilename(), ""), document.getBytes(), actor) : null;
			long decision = this.marks.asSeen(id, form.seen(), () -> this.lifecycle.adopt(id, adoption, actor));
			if (file != null) {
				this.files.attach(id, decision, file, actor);
			}
		}
		catch (RefusedException ex) {
			if (ex.fields().isEmpty()) {
				return refused(ex, id, actor, model);
			}
			for (FieldProblem field : ex.fields()) {
				errors.rejectValue(String.valueOf(field.field()), field.problem().messageKey(),
						field.problem().arguments().toArray(), null);
			}
			return new ModelAndView(page(id, actor, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return done("plan.adopted.done", id, redirect);
	}

	@PostMapping("/plans/{id}/close")
	ModelAndView close(@PathVariable long id, Actor actor, Model model, RedirectAttributes redirect) {
		try {
			this.lifecycle.close(id, actor);
		}
		catch (RefusedException ex) {
			return refused(ex, id, actor, model);
		}
		return done("plan.closed.done", id, redirect);
	}

	@PostMapping("/plans/{id}/withdraw")
	ModelAndView withdraw(@PathVariable long id, @RequestParam(required = false) @Nullable String reason, Actor actor,
			Model model, RedirectAttributes redirect) {
		try {
			this.lifecycle.withdraw(id, reason, actor);
		}
		catch (RefusedException ex) {
			model.addAttribute("withdrawal", reason);
			return refused(ex, id, actor, model);
		}
		return done("plan.withdrawn.done", id, redirect);
	}

	@PostMapping("/plans/{id}/delete")
	ModelAndView delete(@PathVariable long id, Actor actor, Model model, RedirectAttributes redirect) {
		PlanSummary plan = this.catalog.require(id, actor);
		try {
			this.lifecycle.delete(id, actor);
		}
		catch (RefusedException ex) {
			return refused(ex, id, actor, model);
		}
		redirect.addFlashAttribute("flash", "plan.deleted.done");
		return new ModelAndView("redirect:/wards/" + plan.wardCode() + "/plans");
	}

	private void refuseUnlessAdministered(long id, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
	}

	private static ModelAndView done(String flash, long id, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return new ModelAndView("redirect:/plans/" + id);
	}

	/** The page with what is in the way. */
	private ModelAndView refused(RefusedException ex, long id, Actor actor, Model model) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		if (!model.containsAttribute("adoption")) {
			model.addAttribute("adoption", AdoptionForm.EMPTY);
		}
		model.addAttribute("refusal",
				ex.fields().isEmpty() ? this.messages.message(ex) : this.messages.message(ex.fields().get(0)));
		return new ModelAndView(page(id, actor, model), HttpStatus.valueOf(ex.kind().status()));
	}

	private String page(long id, Actor actor, Model model) {
		PlanSummary plan = this.catalog.require(id, actor);
		boolean administered = actor.mayAdminister(plan.wardCode());
		// Before the rows: what changes between the two is then found when the step is
		// taken.
		model.addAttribute("seen", (administered && plan.status() == PlanStatus.DRAFT) ? this.marks.of(id) : null);
		model.addAttribute("page", PlanPage.of(plan, this.catalog.standing(id), this.catalog.indicators(id),
				this.catalog.targets(id, ALL), administered));
		model.addAttribute("ended", administered ? this.ended.of(id) : List.of());
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("issuers", Issuer.values());
		return "plan/show";
	}

}
