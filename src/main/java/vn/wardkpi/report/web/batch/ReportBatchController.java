package vn.wardkpi.report.web.batch;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.job.NewBatch;
import vn.wardkpi.report.job.ReportBatch;
import vn.wardkpi.report.job.ReportBatches;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Reports of all wards of a province: ask for them, look how far they are, take them
 * along.
 */
@Controller
@RequestMapping("/report-batches")
class ReportBatchController {

	private final ReportBatches batches;

	private final ReportZip zip;

	private final Wards wards;

	private final ProblemMessages messages;

	private final Clock clock;

	ReportBatchController(ReportBatches batches, ReportZip zip, Wards wards, ProblemMessages messages, Clock clock) {
		this.batches = batches;
		this.zip = zip;
		this.wards = wards;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String all(Actor actor, Model model) {
		return list(new NewBatch(null, LocalDate.now(this.clock).getYear(), null, null, null, null), Map.of(), actor,
				model);
	}

	@PostMapping
	ModelAndView start(@ModelAttribute("asked") NewBatch typed, Actor actor, Model model, RedirectAttributes redirect) {
		try {
			ReportBatch batch = this.batches.start(typed, actor);
			redirect.addFlashAttribute("flash", "report.batch.started");
			return to(batch.id());
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN) {
				throw ex;
			}
			model.addAttribute("refusal", ex.fields().isEmpty() ? this.messages.message(ex) : null);
			Map<String, List<String>> errors = this.messages.byField(ex);
			return new ModelAndView(list(typed, errors, actor, model), HttpStatus.valueOf(ex.kind().status()));
		}
	}

	@GetMapping("/{reports}")
	String show(@PathVariable UUID reports, Actor actor, Model model) {
		ReportBatch batch = this.batches.require(reports, actor);
		model.addAttribute("page", ReportBatchPage.of(batch, this.batches.wards(batch), actor, this.messages));
		return "report/batch";
	}

	@GetMapping("/{reports}/file")
	void file(@PathVariable UUID reports, Actor actor, HttpServletResponse response) throws IOException {
		this.zip.send(this.batches.require(reports, actor), response);
	}

	@PostMapping("/{reports}/cancel")
	ModelAndView cancel(@PathVariable UUID reports, Actor actor) {
		this.batches.cancel(reports, actor);
		return to(reports);
	}

	@PostMapping("/{reports}/resume")
	ModelAndView resume(@PathVariable UUID reports, Actor actor) {
		this.batches.resume(reports, actor);
		return to(reports);
	}

	@PostMapping("/{reports}/discard")
	String discard(@PathVariable UUID reports, RedirectAttributes redirect, Actor actor) {
		this.batches.discard(reports, actor);
		redirect.addFlashAttribute("flash", "report.batch.discarded");
		return "redirect:/report-batches";
	}

	private String list(NewBatch typed, Map<String, List<String>> errors, Actor actor, Model model) {
		model.addAttribute("batches", this.batches.all(actor));
		model.addAttribute("provinces", (actor.province() != null) ? List.of() : this.wards.provinces());
		model.addAttribute("kinds", ReportKind.regular());
		model.addAttribute("issuers", Issuer.values());
		model.addAttribute("formats", ReportFormat.values());
		model.addAttribute("typed", typed);
		model.addAttribute("yearErrors", errors.getOrDefault("year", List.of()));
		model.addAttribute("provinceErrors", errors.getOrDefault("province", List.of()));
		model.addAttribute("daysKept", ReportBatches.DAYS_KEPT);
		return "report/batches";
	}

	private static ModelAndView to(UUID batch) {
		return new ModelAndView("redirect:/report-batches/" + batch);
	}

}
