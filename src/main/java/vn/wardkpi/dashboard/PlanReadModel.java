package vn.wardkpi.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.PublishedHeadline;
import vn.wardkpi.plan.PublishedHeadlineCatalog;

/**
 * Reads all that is to be said about a plan: five SQL statements, whatever the number of
 * its indicators.
 */
@Service
public class PlanReadModel {

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final PublishedHeadlineCatalog headlines;

	private final Clock clock;

	PlanReadModel(PlanCatalog plans, ActualCatalog actuals, PublishedHeadlineCatalog headlines, Clock clock) {
		this.plans = plans;
		this.actuals = actuals;
		this.headlines = headlines;
		this.clock = clock;
	}

	/**
	 * @param asOf the day as it was known on: targets by effective date, figures by
	 * approval date; {@code null} for today's targets and the latest approved figures
	 * @param drafts whether figures that are not approved count too
	 */
	public PlanView read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts) {
		return read(plan, asOf, drafts, this.headlines.of(plan.id()));
	}

	/**
	 * The same without the headlines that reports published.
	 */
	public PlanView readIndicators(PlanSummary plan) {
		return read(plan, null, false, List.of());
	}

	private PlanView read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts,
			List<PublishedHeadline> published) {
		LocalDate day = (asOf != null) ? asOf : LocalDate.now(this.clock);
		return new PlanView(plan, day, drafts, this.plans.indicators(plan.id()), this.plans.targets(plan.id(), day),
				drafts ? this.actuals.withDrafts(plan.id()) : this.actuals.approved(plan.id(), asOf),
				this.actuals.overrides(plan.id(), asOf), published);
	}

}
