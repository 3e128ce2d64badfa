package vn.wardkpi.planimport.web.wizard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.decision.PlanMarks;
import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.planimport.ImportReading;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.web.Replacement;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The steps between an uploaded file and the stored plan: the source beside what was
 * understood, open questions first. What a person says is kept at once; every reading
 * begins with the file.
 */
@Controller
@RequestMapping("/wards/{code}/plans/import/{draft}")
class WizardController {

	private final PlanImport imports;

	private final ImportDrafts drafts;

	private final WizardPages pages;

	private final Replacement replacement;

	private final PlanMarks marks;

	private final WizardMessages messages;

	private final ProblemMessages refusals;

	WizardController(PlanImport imports, ImportDrafts drafts, WizardPages pages, Replacement replacement,
			PlanMarks marks, WizardMessages messages, ProblemMessages refusals) {
		this.imports = imports;
		this.drafts = drafts;
		this.pages = pages;
		this.replacement = replacement;
		this.marks = marks;
		this.messages = messages;
		this.refusals = refusals;
	}

	@GetMapping
	String look(@PathVariable WardCode code, @PathVariable UUID draft,
			@RequestParam(required = false) @Nullable String edit, Model model, Actor actor) {
		Ward ward = this.imports.ward(code, actor);
		ImportDraft kept = this.drafts.require(draft, code, actor);
		return show(ward, kept, read(ward, kept, actor), edit, model);
	}

	@PostMapping
	ModelAndView change(@ModelAttribute Step step, @RequestParam MultiValueMap<String, String> typed, Model model,
			RedirectAttributes redirect, Actor actor) {
		Ward ward = this.imports.ward(step.code(), actor);
		ImportDraft kept = this.drafts.require(step.draft(), step.code(), actor);
		ImportReading shown = read(ward, kept, actor);
		WizardForm form = this.pages.form(kept, shown);
		if ("recall".equals(step.action())) {
			form.recall(this.pages.remembered(kept));
		}
		ImportDraft said = form.read(new LinkedMultiValueMap<>(typed));
		this.drafts.change(said);
		if (!form.problems().isEmpty()) {
			return again(ward, said, read(ward, said, actor), this.messages.message(form.problems().get(0)),
					HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		if (!step.stores()) {
			redirect.addFlashAttribute("flash", "planimport.checked");
			return new ModelAndView("redirect:" + step.next());
		}
		ImportReading reading = said.equals(kept) ? shown : read(ward, said, actor);
		return refusal(said, reading, step)
			.map((refusal) -> again(ward, said, reading, refusal, HttpStatus.UNPROCESSABLE_CONTENT, model))
			.orElseGet(() -> store(new Decided(ward, said, reading, step.replaces(), step.seen()), model, redirect,
					actor));
	}

	/** Why nothing can be stored yet. */
	private Optional<String> refusal(ImportDraft said, ImportReading reading, Step step) {
		int open = this.pages.open(said, reading).size();
		if (open > 0) {
			return Optional.of(this.messages.text("planimport.questions.open", open));
		}
		return (step.confirmed() == null && !reading.proposal().inferred().isEmpty())
				? Optional.of(this.messages.text("planimport.confirm.missing")) : Optional.empty();
	}

	private ModelAndView store(Decided decided, Model model, RedirectAttributes redirect, Actor actor) {
		Proposal proposal = decided.reading().proposal();
		PlanSummary existing = proposal.existing();
		try {
			long planId = (decided.replaces() && existing != null) ? this.marks.asSeen(existing.id(), decided.seen(),
					() -> this.imports.replace(existing.id(), proposal, false, decided.said().fileName(), actor))
					: this.imports.store(proposal, decided.said().fileName(), actor);
			this.pages.remember(decided.said(), decided.reading());
			this.drafts.stored(decided.said(), planId);
			PlanDraft stored = Objects.requireNonNull(proposal.draft());
			redirect.addFlashAttribute("flash", "planimport.stored");
			redirect.addFlashAttribute("flashArguments", List.of(stored.title(), String.valueOf(proposal.rows().size()),
					String.valueOf(proposal.counted())));
			return new ModelAndView("redirect:/plans/" + planId);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			return again(decided.ward(), decided.said(), decided.reading(), this.refusals.message(ex),
					HttpStatus.valueOf(ex.kind().status()), model);
		}
	}

	@PostMapping("/discard")
	String discard(@PathVariable WardCode code, @PathVariable UUID draft, RedirectAttributes redirect, Actor actor) {
		this.imports.ward(code, actor);
		this.drafts.discard(this.drafts.require(draft, code, actor));
		redirect.addFlashAttribute("flash", "planimport.discarded");
		return "redirect:/wards/" + code + "/plans/import";
	}

	private ImportReading read(Ward ward, ImportDraft draft, Actor actor) {
		return this.imports.read(ward, this.drafts.content(draft), draft.options(), actor);
	}

	private ModelAndView again(Ward ward, ImportDraft draft, ImportReading reading, String refusal, HttpStatus status,
			Model model) {
		model.addAttribute("refusal", refusal);
		return new ModelAndView(show(ward, draft, reading, null, model), status);
	}

	private String show(Ward ward, ImportDraft draft, ImportReading reading, @Nullable String edit, Model model) {
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("draft", draft);
		PlanSummary existing = reading.proposal().existing();
		model.addAttribute("seen", (existing != null) ? this.marks.of(existing.id()) : null);
		model.addAttribute("replacement", this.replacement.of(reading.proposal()));
		model.addAttribute("page", this.pages.page(draft, reading, edit));
		return "planimport/wizard";
	}

	/**
	 * @param replaces whether it takes the place of the plan that is there
	 * @param seen mark of that plan as the differences were shown
	 */
	private record Decided(Ward ward, ImportDraft said, ImportReading reading, boolean replaces,
			@Nullable String seen) {
	}

	/**
	 * What is asked for.
	 *
	 * @param action "store", "replace", "recall", "done" or another for reading again
	 * @param edit key of the row that stays open
	 * @param seen mark of the plan with which the differences were shown
	 */
	record Step(WardCode code, UUID draft, @Nullable String action, @Nullable String edit, @Nullable String confirmed,
			@Nullable String seen) {

		boolean replaces() {
			return "replace".equals(this.action);
		}

		boolean stores() {
			return replaces() || "store".equals(this.action);
		}

		String next() {
			String page = "/wards/" + this.code + "/plans/import/" + this.draft;
			String row = (this.edit != null) ? RowKey.of(this.edit).map(RowKey::toString).orElse(null) : null;
			if (row == null) {
				return page;
			}
			return "done".equals(this.action) ? page + "#row-" + row : page + "?edit=" + row + "#edit";
		}

	}

}
