package vn.wardkpi.dashboard.web.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.audit.AuditEntry;
import vn.wardkpi.audit.AuditTrail;
import vn.wardkpi.audit.AuditWords;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.dashboard.IndicatorView;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.web.kept.KeptPages;
import vn.wardkpi.evidence.EvidenceCatalog;
import vn.wardkpi.evidence.EvidenceRow;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.task.Tasks;
import vn.wardkpi.webui.FromAddress;

/**
 * The page of one indicator.
 */
@Controller
class IndicatorController {

	private final PlanCatalog plans;

	private final PlanReadModel readModel;

	private final AuditTrail trail;

	private final AuditWords words;

	private final EvidenceCatalog evidence;

	private final Tasks tasks;

	private final Catalogue catalogue;

	private final KeptPages pages;

	private final Clock clock;

	IndicatorController(PlanCatalog plans, PlanReadModel readModel, AuditTrail trail, AuditWords words,
			EvidenceCatalog evidence, Tasks tasks, Catalogue catalogue, KeptPages pages, Clock clock) {
		this.plans = plans;
		this.readModel = readModel;
		this.trail = trail;
		this.words = words;
		this.evidence = evidence;
		this.tasks = tasks;
		this.catalogue = catalogue;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/plans/{id}/indicators/{no}")
	View indicator(@PathVariable long id, @PathVariable String no, @FromAddress Asked asked,
			KeptPages.Request request) {
		return this.pages.ofPlan(id, request, "dashboard/indicator",
				(content) -> indicator(
						(content.plan() != null) ? content.plan() : this.plans.require(id, request.actor()),
						content.structure(), no, asked, request));
	}

	private void indicator(PlanSummary plan, String structure, String no, Asked asked, KeptPages.Request request) {
		long id = plan.id();
		Actor actor = request.actor();
		ModelMap model = request.model();
		LocalDate asOf = asked.asOf();
		JudgedPlan view = this.readModel.readIndicators(plan, asOf, structure);
		ShownIndicator chosen = ShownIndicator.of(view, no, asked.issuer());
		IndicatorView indicator = chosen.indicator();
		Integer year = asked.year();
		int shownYear = (year != null && plan.covers(year)) ? year : latestYear(indicator, view);
		model.addAttribute("plan", plan);
		model.addAttribute("page", IndicatorPage.of(view, indicator, shownYear, chosen.issuer(), asOf));
		model.addAttribute("illustrative", plan.illustrative());
		model.addAttribute("evidence", evidence(indicator.indicator(), plan, asOf, actor));
		this.catalogue.ofIndicator(indicator.indicator().id())
			.ifPresent((definition) -> model.addAttribute("definition", definition));
		if (asOf == null) {
			LocalDate today = LocalDate.now(this.clock);
			model.addAttribute("tasks",
					this.tasks.ofIndicator(id, no).stream().map((task) -> IndicatorTask.of(task, today)).toList());
		}
		if (actor.maySeeHistory(plan.wardCode())) {
			List<AuditEntry> changes = this.trail.of(id, no, actor.maySeeDrafts(plan.wardCode()))
				.stream()
				.filter((change) -> asOf == null || !day(change).isAfter(asOf))
				.toList();
			model.addAttribute("history",
					HistoryPage.of(this.words.read(changes, request.locale()), asked.historyPage()));
		}
	}

	/** It stands where the figures are entered. */
	private List<EvidenceRow> evidence(IndicatorRow row, PlanSummary plan, @Nullable LocalDate asOf, Actor actor) {
		IndicatorRow.FiguresOf source = row.figuresOf();
		long id = (source != null) ? source.planId() : plan.id();
		String no = (source != null) ? source.no() : row.no();
		List<EvidenceRow> all = (asOf != null) ? this.evidence.ofIndicator(id, no, asOf)
				: this.evidence.ofIndicator(id, no, actor.maySeeDrafts(plan.wardCode()));
		return all.stream().filter((file) -> plan.covers(file.key().year())).toList();
	}

	private LocalDate day(AuditEntry change) {
		return LocalDate.ofInstant(change.at(), this.clock.getZone());
	}

	/** The latest year with a figure of this indicator, else of the plan. */
	private static int latestYear(IndicatorView indicator, JudgedPlan view) {
		return indicator.actuals()
			.stream()
			.map(ActualRow::year)
			.max(Integer::compare)
			.orElseGet(view.known()::latestYear);
	}

	/**
	 * @param history number of the page of the history, the first by default
	 */
	record Asked(@Nullable Integer year, @Nullable Issuer issuer, @Nullable LocalDate asOf, @Nullable Integer history) {

		int historyPage() {
			return (this.history != null) ? this.history : 1;
		}

	}

}
