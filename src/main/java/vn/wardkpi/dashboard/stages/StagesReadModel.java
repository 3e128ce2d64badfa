package vn.wardkpi.dashboard.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.OverrideSpan;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;

/**
 * Reads a plan with all approvals of one year's estimates and official figures: two
 * statements more than the plan alone.
 */
@Service
public class StagesReadModel {

	private final PlanReadModel readModel;

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final Clock clock;

	StagesReadModel(PlanReadModel readModel, PlanCatalog plans, ActualCatalog actuals, Clock clock) {
		this.readModel = readModel;
		this.plans = plans;
		this.actuals = actuals;
		this.clock = clock;
	}

	/**
	 * @param asOf the day as it was known on; {@code null} for today
	 */
	public EstimateAndFinal read(PlanSummary plan, int year, @Nullable LocalDate asOf) {
		List<OverrideSpan> spans = this.actuals.overrideSpans(plan.id(), asOf);
		JudgedPlan view = this.readModel.read(plan, asOf,
				spans.stream().filter((span) -> span.heldBefore(null)).map(OverrideSpan::override).toList());
		Map<String, StageFigures> figures = StageFigures.of(this.actuals.approvals(plan.id(), year, asOf));
		LocalDate estimated = EstimateAndFinal.estimated(figures)
			.map((moment) -> LocalDate.ofInstant(moment, this.clock.getZone()))
			.filter((day) -> day.isBefore(view.asOf()))
			.orElse(view.asOf());
		return new EstimateAndFinal(view, year, figures, this.plans.targets(plan.id(), estimated),
				spans.stream().filter((span) -> span.override().year() == year).toList());
	}

}
