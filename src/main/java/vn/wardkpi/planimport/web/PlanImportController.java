package vn.wardkpi.planimport.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.Correction;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.web.ImportView.ImportProblemView;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.webui.ProblemMessages;

/**
 * From the office's file to a stored plan in three steps: upload, look and correct,
 * accept. Works without JavaScript; nothing is kept in this instance's memory.
 */
@Controller
@RequestMapping("/wards/{code}/plans/import")
class PlanImportController {

	private final PlanImport imports;

	private final ImportDrafts drafts;

	private final Replacement replacement;

	private final ImportMessages messages;

	private final ProblemMessages refusals;

	PlanImportController(PlanImport imports, ImportDrafts drafts, Replacement replacement, ImportMessages messages,
			ProblemMessages refusals) {
		this.imports = imports;
		this.drafts = drafts;
		this.replacement = replacement;
		this.messages = messages;
		this.refusals = refusals;
	}

	@GetMapping
	String start(@PathVariable WardCode code, Model model, Actor actor) {
		describe(this.imports.ward(code, actor), model);
		model.addAttribute("upload", UploadForm.EMPTY);
		return "planimport/upload";
	}

	@PostMapping
	ModelAndView upload(@PathVariable WardCode code, @RequestParam(required = false) @Nullable MultipartFile file,
			@ModelAttribute("upload") UploadForm form, BindingResult errors, Model model, Actor actor)
			throws IOException {
		Ward ward = this.imports.ward(code, actor);
		ImportOptions options = form.read(errors);
		if (file == null || Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank()) {
			return again(ward, this.messages.text("planimport.file.missing"), HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		if (errors.hasErrors()) {
			return again(ward, null, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		try {
			byte[] content = file.getBytes();
			this.imports.propose(code, content, options, Map.of(), actor);
			UUID id = this.drafts.keep(code, Objects.requireNonNull(file.getOriginalFilename()), content, options,
					actor);
			return new ModelAndView("redirect:/wards/" + code + "/plans/import/" + id);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			return again(ward, this.refusals.message(ex), HttpStatus.valueOf(ex.kind().status()), model);
		}
	}

	@GetMapping("/{draft}")
	String preview(@PathVariable WardCode code, @PathVariable UUID draft, Model model, Actor actor) {
		Ward ward = this.imports.ward(code, actor);
		ImportDraft kept = this.drafts.require(draft, code, actor);
		return preview(ward, kept, propose(kept, kept.corrections(), actor), model);
	}

	@PostMapping("/{draft}")
	ModelAndView decide(@PathVariable WardCode code, @PathVariable UUID draft, @RequestParam Map<String, String> typed,
			Model model, RedirectAttributes redirect, Actor actor) {
		Ward ward = this.imports.ward(code, actor);
		ImportDraft kept = this.drafts.require(draft, code, actor);
		Map<String, Correction> corrections = new CorrectionForm(typed).read(propose(kept, Map.of(), actor));
		this.drafts.correct(kept, corrections);
		boolean replaces = "replace".equals(typed.get("action"));
		if (!replaces && !"store".equals(typed.get("action"))) {
			redirect.addFlashAttribute("flash", "planimport.checked");
			return new ModelAndView("redirect:/wards/" + code + "/plans/import/" + draft);
		}
		ImportDraft corrected = this.drafts.require(draft, code, actor);
		Proposal proposal = propose(corrected, corrections, actor);
		if (!typed.containsKey("confirmed") && !proposal.inferred().isEmpty() && !proposal.hasErrors()) {
			model.addAttribute("refusal", this.messages.text("planimport.confirm.missing"));
			return new ModelAndView(preview(ward, corrected, proposal, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			PlanSummary existing = proposal.existing();
			long planId = (replaces && existing != null) ? this.imports.replace(existing.id(), proposal, false, actor)
					: this.imports.store(proposal, actor);
			this.drafts.discard(corrected);
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
			model.addAttribute("refusal", this.refusals.message(ex));
			return new ModelAndView(preview(ward, corrected, proposal, model), HttpStatus.valueOf(ex.kind().status()));
		}
	}

	@PostMapping("/{draft}/discard")
	String discard(@PathVariable WardCode code, @PathVariable UUID draft, RedirectAttributes redirect, Actor actor) {
		this.imports.ward(code, actor);
		this.drafts.discard(this.drafts.require(draft, code, actor));
		redirect.addFlashAttribute("flash", "planimport.discarded");
		return "redirect:/wards/" + code + "/plans/import";
	}

	private Proposal propose(ImportDraft draft, Map<String, Correction> corrections, Actor actor) {
		return this.imports.propose(draft.ward(), this.drafts.content(draft), draft.options(), corrections, actor);
	}

	private static ModelAndView again(Ward ward, @Nullable String refusal, HttpStatus status, Model model) {
		describe(ward, model);
		model.addAttribute("refusal", refusal);
		return new ModelAndView("planimport/upload", status);
	}

	private String preview(Ward ward, ImportDraft draft, Proposal proposal, Model model) {
		describe(ward, model);
		Map<String, Inferred> inferred = new HashMap<>();
		proposal.inferred().forEach((found) -> inferred.put(found.no() + "/" + found.field(), found));
		List<ImportProblemView> problems = proposal.problems().stream().map(this.messages::view).toList();
		List<PreviewRow> rows = proposal.rows().stream().map((row) -> {
			List<ImportProblemView> own = problems.stream()
				.filter((problem) -> row.indicator().no().equals(problem.no()) && problem.severity() != Severity.INFO)
				.toList();
			return PreviewRow.of(row, inferred, draft.corrections().get(row.indicator().no()), own, this.messages);
		}).toList();
		model.addAttribute("draft", draft);
		model.addAttribute("proposal", proposal);
		model.addAttribute("replacement", this.replacement.of(proposal));
		model.addAttribute("rows", rows);
		model.addAttribute("unsure",
				rows.stream().flatMap((row) -> row.attributes().stream()).filter(PreviewRow.Attribute::unsure).count());
		model.addAttribute("errors", of(problems, Severity.ERROR));
		model.addAttribute("warnings", of(problems, Severity.WARNING));
		model.addAttribute("infos", of(problems, Severity.INFO));
		return "planimport/preview";
	}

	private static List<ImportProblemView> of(List<ImportProblemView> problems, Severity severity) {
		return problems.stream().filter((problem) -> problem.severity() == severity).toList();
	}

	private static void describe(Ward ward, Model model) {
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("issuers", Issuer.values());
	}

}
