package vn.wardkpi.report.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.archive.ReportArchive;
import vn.wardkpi.report.web.ReportDownload.Asked;
import vn.wardkpi.shared.Actor;

/**
 * A report to read before it is taken along.
 */
@Controller
class ReportController {

	private final PlanCatalog plans;

	private final ReportMaker maker;

	private final ReportDownload download;

	ReportController(PlanCatalog plans, ReportMaker maker, ReportDownload download) {
		this.plans = plans;
		this.maker = maker;
		this.download = download;
	}

	@GetMapping("/plans/{id}/years/{year}/report")
	String preview(@PathVariable long id, @PathVariable int year, @ModelAttribute("asked") Asked asked, Actor actor,
			Model model) {
		PlanSummary plan = this.plans.require(id, actor);
		model.addAttribute("plan", plan);
		model.addAttribute("mayIssue", ReportArchive.mayIssue(plan, actor));
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("page", ReportPage.of(this.maker.make(asked.of(id, year), plan, null), asked));
		return "report/show";
	}

	/**
	 * To choose what a report is of.
	 */
	@GetMapping("/plans/{id}/years/{year}/report/choose")
	String choose(@PathVariable long id, @PathVariable int year, Actor actor, Model model) {
		PlanSummary plan = this.plans.require(id, actor);
		model.addAttribute("plan", plan);
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("year", year);
		model.addAttribute("years", IntStream.rangeClosed(plan.fromYear(), plan.toYear()).boxed().toList());
		model.addAttribute("issuers", List.of(Issuer.values()));
		model.addAttribute("indicators", this.plans.indicators(id));
		return "report/choose";
	}

	@GetMapping("/plans/{id}/years/{year}/report/file")
	ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int year, @ModelAttribute Asked asked, Actor actor)
			throws IOException {
		return this.download.send(id, year, asked, actor);
	}

}
