package vn.wardkpi.plan.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.decision.DecisionAnnexes;
import vn.wardkpi.plan.decision.DecisionCheck;
import vn.wardkpi.plan.decision.DecisionFiles;
import vn.wardkpi.plan.decision.DecisionService;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.decision.ReadAnnex;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The decisions of a plan, and a new one: written, looked at with what it changes, then
 * stored. Works without JavaScript.
 */
@Controller
@RequestMapping("/plans/{id}/decisions")
class DecisionController {

	private final PlanCatalog catalog;

	private final PlanService plans;

	private final DecisionService decisions;

	private final DecisionFiles files;

	private final DecisionAnnexes annexes;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	DecisionController(PlanCatalog catalog, PlanService plans, DecisionService decisions, DecisionFiles files,
			DecisionAnnexes annexes, AttainmentPreview preview, ProblemMessages messages) {
		this.catalog = catalog;
		this.plans = plans;
		this.decisions = decisions;
		this.files = files;
		this.annexes = annexes;
		this.preview = preview;
		this.messages = messages;
	}

	@GetMapping
	String all(@PathVariable long id, Actor actor, Model model) {
		PlanSummary plan = this.catalog.require(id, actor);
		model.addAttribute("page", DecisionsPage.of(plan, this.plans.decisions(id), this.catalog.indicators(id),
				this.files.of(id), actor.mayAdminister(plan.wardCode())));
		model.addAttribute("illustrative", plan.illustrative());
		return "plan/decisions";
	}

	@GetMapping("/new")
	String write(@PathVariable long id, Actor actor, Model model) {
		return draft(DecisionDraftPage.empty(administered(id, actor), DecisionForm.EMPTY), model);
	}

	/**
	 * Checks what was written; stores it where that is asked for and nothing is in the
	 * way.
	 */
	@PostMapping
	ModelAndView decide(@PathVariable long id, @RequestParam Map<String, String> typed, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect) {
		PlanSummary plan = administered(id, actor);
		DecisionForm form = DecisionForm.of(typed, plan);
		NewDecision decision = form.read();
		DecisionCheck check = this.decisions.check(id, decision, actor);
		boolean store = "store".equals(typed.get("action")) && form.wrongDays().isEmpty();
		if (store && check.blocking(decision.confirmed()).isEmpty()) {
			try {
				this.decisions.decide(id, decision, actor);
				redirect.addFlashAttribute("flash", "plan.decision.done");
				return new ModelAndView("redirect:/plans/" + id + "/decisions");
			}
			catch (RefusedException ex) {
				return refused(ex, checked(plan, form, check, locale), model);
			}
		}
		DecisionDraftPage page = checked(plan, form, check, locale);
		if (store && check.errors().isEmpty()) {
			model.addAttribute("refusal", this.messages.text("refused.decision.unconfirmed"));
		}
		boolean wrong = !page.isStorable() || store;
		return new ModelAndView(draft(page, model), wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/**
	 * What the targets typed so far would come to, shown beside them; nothing while there
	 * is nothing to reckon with.
	 */
	@PostMapping(params = "action=live")
	@Nullable ModelAndView live(@PathVariable long id, @RequestParam Map<String, String> typed, Actor actor, Locale locale,
			HttpServletResponse response) {
		PlanSummary plan = administered(id, actor);
		DecisionForm form = DecisionForm.of(typed, plan);
		DecisionCheck check = this.decisions.suppose(id, form.read(), actor);
		if (check.change() == null) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		return new ModelAndView("plan/decision-live").addObject("plan", plan)
			.addObject("page", checked(plan, form, check, locale))
			.addObject("day", check.change().day());
	}

	/**
	 * Fills the rows from an annex and checks them; stores nothing.
	 */
	@PostMapping("/annex")
	ModelAndView annex(@PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(required = false) @Nullable MultipartFile annex, Actor actor, Locale locale, Model model)
			throws IOException {
		PlanSummary plan = administered(id, actor);
		DecisionForm form = DecisionForm.of(typed, plan);
		Issuer issuer = AdoptionForm.issuer(form.issuer());
		try {
			if (annex == null || annex.isEmpty() || issuer == null) {
				throw new RefusedException(Kind.INVALID, "decision.no-annex");
			}
			ReadAnnex read = this.annexes.read(id, issuer, form.effective(), annex.getBytes(), actor);
			model.addAttribute("annex",
					AnnexSummary.of(Objects.requireNonNullElse(annex.getOriginalFilename(), ""), read, this.messages));
			DecisionForm filled = form.with(AnnexSummary.targets(read));
			return new ModelAndView(
					draft(checked(plan, filled, this.decisions.check(id, filled.read(), actor), locale), model));
		}
		catch (RefusedException ex) {
			return refused(ex, checked(plan, form, this.decisions.check(id, form.read(), actor), locale), model);
		}
	}

	@PostMapping("/{decision}/file")
	ModelAndView attach(@PathVariable long id, @PathVariable long decision,
			@RequestParam(required = false) @Nullable MultipartFile file, Actor actor, Model model,
			RedirectAttributes redirect) throws IOException {
		administered(id, actor);
		try {
			if (file == null || file.isEmpty()) {
				throw new RefusedException(Kind.INVALID, "decision.no-file");
			}
			this.files.attach(id, decision, this.files.check(id,
					Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), actor), actor);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			model.addAttribute("refusal", this.messages.message(ex));
			return new ModelAndView(all(id, actor, model), HttpStatus.valueOf(ex.kind().status()));
		}
		redirect.addFlashAttribute("flash", "plan.decision.file.done");
		return new ModelAndView("redirect:/plans/" + id + "/decisions");
	}

	@GetMapping("/{decision}/files/{document}")
	ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long decision, @PathVariable long document,
			Actor actor) {
		return DecisionFileResource.download(this.files.open(id, decision, document, actor));
	}

	private PlanSummary administered(long id, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private DecisionDraftPage checked(PlanSummary plan, DecisionForm form, DecisionCheck check, Locale locale) {
		List<AttainmentChange> changes = (check.change() != null) ? this.preview.changes(check.change(), locale)
				: List.of();
		if (check.change() != null) {
			return DecisionDraftPage.of(plan, form, check.change().before().indicators(),
					check.change().before().targets(), check, changes, this.messages);
		}
		return DecisionDraftPage.of(plan, form, this.catalog.indicators(plan.id()), List.of(), check, changes,
				this.messages);
	}

	private ModelAndView refused(RefusedException ex, DecisionDraftPage page, Model model) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		model.addAttribute("refusal", this.messages.message(ex));
		return new ModelAndView(draft(page, model), HttpStatus.valueOf(ex.kind().status()));
	}

	private static String draft(DecisionDraftPage page, Model model) {
		model.addAttribute("page", page);
		model.addAttribute("issuers", Issuer.values());
		model.addAttribute("illustrative", page.plan().illustrative());
		return "plan/decision-new";
	}

}
