package vn.wardkpi.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.DraftActuals;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.PublishedHeadlineCatalog;

/**
 * Reads all that is to be said about a plan: five SQL statements, whatever the number of
 * its indicators.
 */
@Service
public class PlanReadModel {

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final DraftActuals drafts;

	private final PublishedHeadlineCatalog headlines;

	private final Clock clock;

	PlanReadModel(PlanCatalog plans, ActualCatalog actuals, DraftActuals drafts, PublishedHeadlineCatalog headlines,
			Clock clock) {
		this.plans = plans;
		this.actuals = actuals;
		this.drafts = drafts;
		this.headlines = headlines;
		this.clock = clock;
	}

	/**
	 * @param asOf the day as it was known on: targets by effective date, figures by
	 * approval date; {@code null} for today's targets and the latest approved figures
	 * @param drafts whether figures that are not approved count too
	 */
	public JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts) {
		return read(plan, asOf, drafts, published(plan, asOf), this.actuals.overrides(plan.id(), asOf));
	}

	/**
	 * The approved figures without the headlines that reports published.
	 * @param asOf as above
	 */
	public JudgedPlan readIndicators(PlanSummary plan, @Nullable LocalDate asOf) {
		return read(plan, asOf, false, List.of(), this.actuals.overrides(plan.id(), asOf));
	}

	/**
	 * The approved figures with overrides that have been read already.
	 * @param asOf as above
	 */
	public JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, List<OverrideRow> overrides) {
		return read(plan, asOf, false, published(plan, asOf), overrides);
	}

	private JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts,
			List<PublishedHeadline> published, List<OverrideRow> overrides) {
		LocalDate day = (asOf != null) ? asOf : LocalDate.now(this.clock);
		return new JudgedPlan(new KnownPlan(plan, day, drafts, this.plans.indicators(plan.id(), day),
				this.plans.targets(plan.id(), day),
				drafts ? this.drafts.ofPlan(plan.id()) : this.actuals.answers(plan.id(), asOf), overrides, published));
	}

	/**
	 * What reports had published by then.
	 */
	private List<PublishedHeadline> published(PlanSummary plan, @Nullable LocalDate asOf) {
		return this.headlines.of(plan.id())
			.stream()
			.filter((row) -> asOf == null || row.reportedOn() == null || !row.reportedOn().isAfter(asOf))
			.toList();
	}

}
