package vn.wardkpi.bulkimport.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

import vn.wardkpi.bulkimport.BatchFile;
import vn.wardkpi.bulkimport.BatchFiles;
import vn.wardkpi.bulkimport.BulkImport;
import vn.wardkpi.bulkimport.FileState;
import vn.wardkpi.bulkimport.ImportBatch;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * From a zip of annexes to the plans of many wards: upload, look how far it has come,
 * store what has no open question, take the report along.
 */
@Controller
@RequestMapping("/imports")
class BulkImportController {

	private final BulkImport bulk;

	private final BatchFiles files;

	private final Wards wards;

	private final ReasonMessages reasons;

	private final ProblemMessages messages;

	BulkImportController(BulkImport bulk, BatchFiles files, Wards wards, ReasonMessages reasons,
			ProblemMessages messages) {
		this.bulk = bulk;
		this.files = files;
		this.wards = wards;
		this.reasons = reasons;
		this.messages = messages;
	}

	@GetMapping
	String list(Model model, Actor actor) {
		describe(null, model, actor);
		return "bulkimport/list";
	}

	@PostMapping
	ModelAndView start(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable String province, Model model, Actor actor) throws IOException {
		String name = (file != null) ? Objects.requireNonNullElse(file.getOriginalFilename(), "") : "";
		String only = (province != null && !province.isBlank()) ? province : null;
		describe(only, model, actor);
		if (file == null || name.isBlank()) {
			model.addAttribute("refusal", this.messages.text("bulkimport.file.missing"));
			return new ModelAndView("bulkimport/list", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			return to(this.bulk.start(name, file.getBytes(), only, actor));
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN) {
				throw ex;
			}
			model.addAttribute("refusal", this.messages.message(ex));
			return new ModelAndView("bulkimport/list", HttpStatus.valueOf(ex.kind().status()));
		}
	}

	private void describe(@Nullable String province, Model model, Actor actor) {
		model.addAttribute("batches", this.bulk.all(actor));
		model.addAttribute("provinces", (actor.province() != null) ? List.of() : this.wards.provinces());
		model.addAttribute("province", province);
	}

	@GetMapping("/{batch}")
	String show(@PathVariable UUID batch, @RequestParam(required = false) @Nullable FileState state, Model model,
			Actor actor) {
		return page(batch, state, model, actor);
	}

	@PostMapping("/{batch}/cancel")
	ModelAndView cancel(@PathVariable UUID batch, Actor actor) {
		this.bulk.cancel(batch, actor);
		return to(batch);
	}

	@PostMapping("/{batch}/resume")
	ModelAndView resume(@PathVariable UUID batch, Actor actor) {
		this.bulk.resume(batch, actor);
		return to(batch);
	}

	@PostMapping("/{batch}/store")
	ModelAndView store(@PathVariable UUID batch, RedirectAttributes redirect, Actor actor) {
		int plans = this.bulk.store(batch, actor);
		redirect.addFlashAttribute("flash", "bulkimport.storing");
		redirect.addFlashAttribute("flashArguments", List.of(plans));
		return to(batch);
	}

	@PostMapping("/{batch}/discard")
	String discard(@PathVariable UUID batch, RedirectAttributes redirect, Actor actor) {
		this.bulk.discard(batch, actor);
		redirect.addFlashAttribute("flash", "bulkimport.discarded");
		return "redirect:/imports";
	}

	@GetMapping("/{batch}/report")
	void report(@PathVariable UUID batch, Actor actor, HttpServletResponse response) throws IOException {
		List<BatchFile> all = this.bulk.files(this.bulk.require(batch, actor));
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("import-" + batch + ".csv").build().toString());
		BatchCsv.write(all, names(all), this.reasons, response.getWriter());
	}

	@PostMapping("/{batch}/annexes/{annex}/store")
	ModelAndView storeOne(@PathVariable UUID batch, @PathVariable long annex, RedirectAttributes redirect,
			Actor actor) {
		this.files.store(batch, annex, actor);
		redirect.addFlashAttribute("flash", "bulkimport.storing");
		redirect.addFlashAttribute("flashArguments", List.of(1));
		return to(batch);
	}

	@PostMapping("/{batch}/annexes/{annex}/open")
	String open(@PathVariable UUID batch, @PathVariable long annex, Actor actor) {
		BatchFiles.Place place = this.files.open(batch, annex, actor);
		return "redirect:/wards/" + place.ward() + "/plans/import/" + place.draft();
	}

	/**
	 * @param said what was typed goes before what was chosen
	 */
	@PostMapping("/{batch}/annexes/{annex}/ward")
	ModelAndView assign(@PathVariable UUID batch, @PathVariable long annex, Said said, RedirectAttributes redirect,
			Model model, Actor actor) {
		try {
			boolean clear = this.files.assign(batch, annex, said.words(), actor).size() == 1;
			redirect.addFlashAttribute("flash", clear ? "bulkimport.assigned" : "bulkimport.choose");
			return to(batch);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			model.addAttribute("refusal", this.messages.message(ex));
			return new ModelAndView(page(batch, null, model, actor), HttpStatus.valueOf(ex.kind().status()));
		}
	}

	private String page(UUID id, @Nullable FileState state, Model model, Actor actor) {
		ImportBatch batch = this.bulk.require(id, actor);
		List<BatchFile> all = this.bulk.files(batch);
		model.addAttribute("page", BatchPage.of(batch, state, all, names(all), this.reasons));
		return "bulkimport/show";
	}

	private Map<String, String> names(List<BatchFile> all) {
		Set<String> codes = all.stream()
			.flatMap((file) -> Stream.concat(Stream.ofNullable(file.ward()), file.choices().stream()))
			.collect(Collectors.toSet());
		return this.files.names(codes);
	}

	private static ModelAndView to(UUID batch) {
		return new ModelAndView("redirect:/imports/" + batch);
	}

	/**
	 * Of which ward a file is.
	 */
	record Said(@Nullable String typed, @Nullable String chosen) {

		String words() {
			return (this.typed != null && !this.typed.isBlank()) ? this.typed
					: Objects.requireNonNullElse(this.chosen, "");
		}

	}

}
