package vn.wardkpi.report.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.archive.IssuedReport;
import vn.wardkpi.report.archive.NewReport;
import vn.wardkpi.report.archive.ReportArchive;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The issued reports of a plan: who issued which, when, and its files; the form that
 * issues one, and the one that takes the signed document.
 */
@Controller
@RequestMapping("/plans/{id}/issued-reports")
class IssuedReportController {

	private static final NewReport NOTHING = new NewReport(null, null, null, null, null, null);

	private final ReportArchive archive;

	private final PlanCatalog plans;

	private final IssuedFile files;

	private final ProblemMessages messages;

	IssuedReportController(ReportArchive archive, PlanCatalog plans, IssuedFile files, ProblemMessages messages) {
		this.archive = archive;
		this.plans = plans;
		this.files = files;
		this.messages = messages;
	}

	/**
	 * @param asked the form as a draft's page fills it in; its year and kind are those
	 * shown
	 */
	@GetMapping
	String all(@PathVariable long id, @ModelAttribute("asked") NewReport asked, Actor actor, Model model) {
		return page(id, asked, asked, Map.of(), actor, model);
	}

	@PostMapping
	ModelAndView issue(@PathVariable long id, @ModelAttribute("asked") NewReport typed, Actor actor, Model model,
			RedirectAttributes redirect) {
		try {
			IssuedReport issued = this.archive.issue(id, typed, actor);
			redirect.addFlashAttribute("flash", "report.issued.done");
			redirect.addFlashAttribute("flashArguments", List.of(issued.printedCode()));
			return new ModelAndView("redirect:/plans/" + id + "/issued-reports");
		}
		catch (RefusedException ex) {
			refuse(ex, model);
			Map<String, List<String>> errors = this.messages.byField(ex);
			return new ModelAndView(page(id, NOTHING, typed, errors, actor, model),
					HttpStatus.valueOf(ex.kind().status()));
		}
	}

	@GetMapping("/{report}/file")
	ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String report,
			@RequestParam(required = false) @Nullable String format, Actor actor) {
		return this.files.asIssued(this.archive.require(id, report, actor), format);
	}

	@GetMapping("/{report}/signed")
	ResponseEntity<byte[]> signed(@PathVariable long id, @PathVariable String report, Actor actor) {
		return this.files.signed(this.archive.require(id, report, actor));
	}

	@PostMapping("/{report}/signed")
	ModelAndView sign(@PathVariable long id, @PathVariable String report,
			@RequestParam(required = false) @Nullable MultipartFile file, Actor actor, Model model,
			RedirectAttributes redirect) throws IOException {
		try {
			boolean none = file == null || file.isEmpty();
			String name = (file != null) ? Objects.requireNonNullElse(file.getOriginalFilename(), "") : "";
			byte[] content = (file != null) ? file.getBytes() : new byte[0];
			if (none && ReportArchive.mayIssue(this.plans.require(id, actor), actor)) {
				throw new RefusedException(Kind.INVALID, "report.no-file");
			}
			IssuedReport signed = this.archive.attachSigned(id, report, name, content, actor);
			redirect.addFlashAttribute("flash", "report.signed.done");
			redirect.addFlashAttribute("flashArguments", List.of(signed.printedCode()));
			return new ModelAndView("redirect:/plans/" + id + "/issued-reports");
		}
		catch (RefusedException ex) {
			refuse(ex, model);
			model.addAttribute("refusal", this.messages.message(ex));
			return new ModelAndView(page(id, NOTHING, NOTHING, Map.of(), actor, model),
					HttpStatus.valueOf(ex.kind().status()));
		}
	}

	private void refuse(RefusedException ex, Model model) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		model.addAttribute("refusal", ex.fields().isEmpty() ? this.messages.message(ex) : null);
	}

	private String page(long id, NewReport shown, NewReport typed, Map<String, List<String>> errors, Actor actor,
			Model model) {
		PlanSummary plan = this.plans.require(id, actor);
		Integer year = shown.year();
		ReportKind kind = shown.kind();
		model.addAttribute("page", new IssuedReportsPage(plan, year, kind, this.archive.ofPlan(plan, year, kind),
				ReportArchive.mayIssue(plan, actor), typed, errors));
		model.addAttribute("plan", plan);
		model.addAttribute("illustrative", plan.illustrative());
		return "report/issued";
	}

}
