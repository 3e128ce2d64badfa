package vn.wardkpi.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.stages.EstimateAndFinal;
import vn.wardkpi.dashboard.stages.StagesReadModel;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.content.Selection;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.report.text.ReportMaterial;
import vn.wardkpi.report.text.ReportText;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.settings.SettingsService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.task.Task;
import vn.wardkpi.task.Tasks;

/**
 * Shows what a template becomes with the figures that there are.
 */
@Service
public class SentenceExamples {

	/** More than anybody compares. */
	private static final int MOST = 5;

	private final PlanCatalog plans;

	private final StagesReadModel stages;

	private final Tasks tasks;

	private final SettingsService settings;

	private final ReportText text;

	SentenceExamples(PlanCatalog plans, StagesReadModel stages, Tasks tasks, SettingsService settings,
			ReportText text) {
		this.plans = plans;
		this.stages = stages;
		this.tasks = tasks;
		this.settings = settings;
		this.text = text;
	}

	/**
	 * In the ward's newest plan, its latest year first, and of the kinds of reports the
	 * first that has it.
	 * @param sentences among which the template stands
	 * @return nothing where no report has it yet
	 */
	@Transactional(readOnly = true)
	public Optional<Said> of(WardCode ward, String key, WardSentences sentences, Actor actor) {
		PlanSummary plan = this.plans.ofWard(ward, actor).stream().findFirst().orElse(null);
		if (plan == null) {
			return Optional.empty();
		}
		List<Task> known = this.tasks.ofPlan(plan.id());
		SettingsInForce frame = this.settings.of(ward);
		EstimateAndFinal staged = this.stages.read(plan, plan.toYear(), null);
		List<Integer> years = new ArrayList<>(staged.plan().known().yearsWithFigures());
		if (years.isEmpty()) {
			years.add(plan.fromYear());
		}
		Collections.reverse(years);
		for (int year : years) {
			EstimateAndFinal ofYear = (year != plan.toYear()) ? this.stages.read(plan, year, null) : staged;
			Issuer issuer = ofYear.plan().mainIssuer(year);
			for (ReportKind kind : ReportKind.values()) {
				List<String> texts = this.text.said(
						new ReportMaterial(kind, year, issuer, Selection.NONE, ofYear.plan().until(year, kind.until()),
								kind.until().isFullYear() ? ofYear.of(issuer) : null, known, frame, sentences, null),
						key);
				if (!texts.isEmpty()) {
					return Optional.of(new Said(plan, kind, year, texts.subList(0, Math.min(MOST, texts.size()))));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * @param texts each once
	 */
	public record Said(PlanSummary plan, ReportKind kind, int year, List<String> texts) {

		public Said {
			texts = List.copyOf(texts);
		}

	}

}
