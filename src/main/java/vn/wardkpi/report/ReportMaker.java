package vn.wardkpi.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.dashboard.stages.EstimateAndFinal;
import vn.wardkpi.dashboard.stages.StagesReadModel;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
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
	 * see it, INVALID if it does not cover the year
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
		if (!plan.covers(asked.year())) {
			Problem problem = Problem.error("year-outside-plan", String.valueOf(asked.year()),
					String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()));
			throw new RefusedException(Kind.INVALID, "year-outside-plan", problem.arguments(),
					List.of(new FieldProblem("year", problem)));
		}
		return this.text.write(material(asked, plan, this.sentences.of(plan.wardCode()), issue));
	}

	private ReportMaterial material(ReportContent.Asked asked, PlanSummary plan, WardSentences sentences,
			@Nullable ReportIssue issue) {
		ReportKind kind = asked.kind();
		EstimateAndFinal staged = this.stages.read(plan, asked.year(), asked.asOf());
		return new ReportMaterial(kind, asked.year(), asked.issuer(), staged.plan().until(asked.year(), kind.until()),
				kind.until().isFullYear() ? staged.of(asked.issuer()) : null, this.tasks.ofPlan(plan.id()),
				this.settings.of(plan.wardCode()), sentences, issue);
	}

}
