package vn.wardkpi.planimport.web;

import java.io.IOException;
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

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.Actor;
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

	private final ImportMessages messages;

	private final ProblemMessages refusals;

	PlanImportController(PlanImport imports, ImportDrafts drafts, ImportMessages messages, ProblemMessages refusals) {
		this.imports = imports;
		this.drafts = drafts;
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
			this.imports.propose(code, content, options, actor);
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

	private static ModelAndView again(Ward ward, @Nullable String refusal, HttpStatus status, Model model) {
		describe(ward, model);
		model.addAttribute("refusal", refusal);
		return new ModelAndView("planimport/upload", status);
	}

	private static void describe(Ward ward, Model model) {
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("issuers", Issuer.values());
	}

}
