package vn.wardkpi.dashboard.stages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.OverrideSpan;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.plan.PlanSummary;

/**
 * Reads a plan with all approvals of one year's estimates and official figures: two
 * statements more than the plan alone.
 */
@Service
public class StagesReadModel {

	private final PlanReadModel readModel;

	private final ActualCatalog actuals;

	private final Clock clock;

	StagesReadModel(PlanReadModel readModel, ActualCatalog actuals, Clock clock) {
		this.readModel = readModel;
		this.actuals = actuals;
		this.clock = clock;
	}

	/**
	 * @param asOf the day as it was known on; {@code null} for the latest there is
	 */
	public EstimateAndFinal read(PlanSummary plan, int year, @Nullable LocalDate asOf) {
		List<OverrideSpan> spans = this.actuals.overrideSpans(plan.id(), asOf);
		Map<String, StageFigures> figures = StageFigures.of(this.actuals.approvals(plan.id(), year, asOf));
		LocalDate estimated = EstimateAndFinal.estimated(figures)
			.map((moment) -> LocalDate.ofInstant(moment, this.clock.getZone()))
			.orElse(null);
		PlanReadModel.ThenAndNow plans = this.readModel.readWithEarlier(plan, asOf,
				spans.stream().filter((span) -> span.heldBefore(null)).map(OverrideSpan::override).toList(), estimated);
		return new EstimateAndFinal(plans, year, figures,
				spans.stream().filter((span) -> span.override().year() == year).toList());
	}

}
