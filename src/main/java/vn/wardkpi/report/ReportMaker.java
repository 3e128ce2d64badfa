package vn.wardkpi.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.stages.EstimateAndFinal;
import vn.wardkpi.dashboard.stages.StagesReadModel;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.content.Selection;
import vn.wardkpi.report.text.ReportMaterial;
import vn.wardkpi.report.text.ReportText;
import vn.wardkpi.report.sentence.Sentences;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.task.Tasks;

/**
 * Makes reports from what the dashboard shows: approved figures alone, for whoever may
 * see the plan.
 */
@Service
public class ReportMaker {

	private final PlanCatalog plans;

	private final StagesReadModel stages;

	private final Tasks tasks;

	private final SettingsService settings;

	private final Sentences sentences;

	private final ReportText text;

	ReportMaker(PlanCatalog plans, StagesReadModel stages, Tasks tasks, SettingsService settings, Sentences sentences,
			ReportText text) {
		this.plans = plans;
		this.stages = stages;
		this.tasks = tasks;
		this.settings = settings;
		this.sentences = sentences;
		this.text = text;
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such plan or this person may not
	 * see it, INVALID if it does not cover a year or have an indicator
	 */
	@Transactional(readOnly = true)
	public ReportContent make(ReportContent.Asked asked, Actor actor) {
		return make(asked, this.plans.require(asked.planId(), actor), null);
	}

	/**
	 * @param plan that whoever asks may see
	 * @param issue {@code null} for a draft
	 * @throws RefusedException INVALID as above
	 */
	@Transactional(readOnly = true)
	public ReportContent make(ReportContent.Asked asked, PlanSummary plan, @Nullable ReportIssue issue) {
		Selection chosen = asked.selection();
		if (asked.kind() != ReportKind.AD_HOC && !chosen.equals(Selection.NONE)) {
			throw refused("kind", Problem.error("report-no-choice"));
		}
		for (int year : chosen.years()) {
			refuseOutside(year, "years", plan);
		}
		refuseOutside(asked.year(), "year", plan);
		return this.text.write(material(asked, plan, this.sentences.of(plan.wardCode()), issue));
	}

	private ReportMaterial material(ReportContent.Asked asked, PlanSummary plan, WardSentences sentences,
			@Nullable ReportIssue issue) {
		ReportKind kind = asked.kind();
		Selection chosen = asked.selection();
		int year = chosen.years().isEmpty() ? asked.year() : chosen.years().get(chosen.years().size() - 1);
		Issuer issuer = chosen.issuers().isEmpty() ? asked.issuer() : chosen.issuers().get(0);
		EstimateAndFinal staged = this.stages.read(plan, year, asked.asOf());
		Set<String> known = staged.plan()
			.known()
			.indicators()
			.stream()
			.map(IndicatorRow::no)
			.collect(Collectors.toSet());
		chosen.indicators().stream().filter((no) -> !known.contains(no)).findFirst().ifPresent((no) -> {
			throw refused("indicators", Problem.error("report-indicator", no));
		});
		return new ReportMaterial(kind, year, issuer, chosen, staged.plan().until(year, kind.until()),
				kind.until().isFullYear() ? staged.of(issuer) : null, this.tasks.ofPlan(plan.id()),
				this.settings.of(plan.wardCode()), sentences, issue);
	}

	private static void refuseOutside(int year, String field, PlanSummary plan) {
		if (!plan.covers(year)) {
			Problem problem = Problem.error("year-outside-plan", String.valueOf(year), String.valueOf(plan.fromYear()),
					String.valueOf(plan.toYear()));
			throw new RefusedException(Kind.INVALID, "year-outside-plan", problem.arguments(),
					List.of(new FieldProblem(field, problem)));
		}
	}

	private static RefusedException refused(String field, Problem problem) {
		return new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem(field, problem)));
	}

}
