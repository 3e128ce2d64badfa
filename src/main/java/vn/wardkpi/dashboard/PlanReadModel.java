package vn.wardkpi.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.DraftActuals;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.PublishedHeadlineCatalog;

/**
 * Reads all that is to be said about a plan: five SQL statements, whatever the number of
 * its indicators.
 */
@Service
public class PlanReadModel {

	private final PlanCatalog plans;

	private final KeptStructures structures;

	private final ActualCatalog actuals;

	private final DraftActuals drafts;

	private final PublishedHeadlineCatalog headlines;

	private final Clock clock;

	PlanReadModel(PlanCatalog plans, KeptStructures structures, ActualCatalog actuals, DraftActuals drafts,
			PublishedHeadlineCatalog headlines, Clock clock) {
		this.plans = plans;
		this.structures = structures;
		this.actuals = actuals;
		this.drafts = drafts;
		this.headlines = headlines;
		this.clock = clock;
	}

	/**
	 * @param asOf the day as it was known on: targets by effective date, figures by
	 * approval date; {@code null} for the latest there is, which is today or, where there
	 * are approvals of a later day, that day
	 * @param drafts whether figures that are not approved count too
	 */
	public JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts) {
		return read(plan, asOf, drafts, null, this.headlines.of(plan.id(), asOf));
	}

	/**
	 * The approved figures; the plan's structure is read only if it is not kept.
	 * @param asOf as above
	 * @param structure version of the structure, read before
	 */
	public JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, String structure) {
		return read(plan, asOf, false, structure, this.headlines.of(plan.id(), asOf));
	}

	/**
	 * The approved figures without the headlines that reports published.
	 * @param asOf as above
	 */
	public JudgedPlan readIndicators(PlanSummary plan, @Nullable LocalDate asOf) {
		return read(plan, asOf, false, null, List.of());
	}

	/**
	 * The same; the plan's structure is read only if it is not kept.
	 * @param asOf as above
	 * @param structure version of the structure, read before
	 */
	public JudgedPlan readIndicators(PlanSummary plan, @Nullable LocalDate asOf, String structure) {
		return read(plan, asOf, false, structure, List.of());
	}

	/**
	 * The approved figures with overrides that have been read already, and the targets
	 * and attributes of an earlier day.
	 * @param asOf as above
	 * @param earlier the day itself where it is later or none
	 */
	public ThenAndNow readWithEarlier(PlanSummary plan, @Nullable LocalDate asOf, List<OverrideRow> overrides,
			@Nullable LocalDate earlier) {
		List<PublishedHeadline> published = this.headlines.of(plan.id(), asOf);
		List<ActualRow> answers = this.actuals.answers(plan.id(), asOf);
		LocalDate day = (asOf != null) ? asOf : latest(answers, overrides, published);
		LocalDate then = (earlier != null && earlier.isBefore(day)) ? earlier : day;
		Map<LocalDate, List<TargetRow>> targets = this.plans.targets(plan.id(), day, then);
		JudgedPlan now = new JudgedPlan(new KnownPlan(plan, day, false, this.plans.indicators(plan.id(), day),
				targets.getOrDefault(day, List.of()), answers, overrides, published));
		return new ThenAndNow(now, targets.getOrDefault(then, List.of()),
				this.plans.rules(List.of(plan.id()), then).getOrDefault(plan.id(), List.of()));
	}

	private JudgedPlan read(PlanSummary plan, @Nullable LocalDate asOf, boolean drafts, @Nullable String structure,
			List<PublishedHeadline> published) {
		List<OverrideRow> overrides = this.actuals.overrides(plan.id(), asOf);
		List<ActualRow> answers = drafts ? this.drafts.ofPlan(plan.id()) : this.actuals.answers(plan.id(), asOf);
		LocalDate day = (asOf != null) ? asOf : latest(answers, overrides, published);
		return new JudgedPlan(new KnownPlan(plan, day, drafts, this.structures.of(plan.id(), day, structure), answers,
				overrides, published));
	}

	/**
	 * The day that all this was known on, so that it can be asked for again by that day:
	 * today, unless something bears a later date.
	 */
	private LocalDate latest(List<ActualRow> answers, List<OverrideRow> overrides, List<PublishedHeadline> published) {
		Stream<LocalDate> moments = Stream
			.concat(answers.stream().map(ActualRow::approvedAt), overrides.stream().map(OverrideRow::createdAt))
			.filter(Objects::nonNull)
			.map((moment) -> LocalDate.ofInstant(moment, this.clock.getZone()));
		Stream<LocalDate> days = published.stream().map(PublishedHeadline::reportedOn).filter(Objects::nonNull);
		return Stream.concat(moments, days)
			.reduce(LocalDate.now(this.clock), (one, other) -> one.isAfter(other) ? one : other);
	}

	/**
	 * A plan as it is known, with what its indicators were asked and judged by before.
	 *
	 * @param targets in force on the earlier day
	 * @param rules of the earlier day
	 */
	public record ThenAndNow(JudgedPlan now, List<TargetRow> targets, List<IndicatorRule> rules) {

		public ThenAndNow {
			targets = List.copyOf(targets);
			rules = List.copyOf(rules);
		}

	}

}
