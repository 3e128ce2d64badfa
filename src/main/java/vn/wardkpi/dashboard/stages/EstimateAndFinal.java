package vn.wardkpi.dashboard.stages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.OverrideSpan;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearStages;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PlanReadModel.ThenAndNow;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * A plan with the approvals of one year, so that the year can be judged by its estimate
 * and by its official figures. At the estimate count the estimates that were in force
 * when the official figures came, the targets and attributes of the day on which they
 * were approved, and the overrides that held until then.
 */
public final class EstimateAndFinal {

	private final JudgedPlan plan;

	private final int year;

	private final Map<String, StageFigures> figures;

	private final List<TargetRow> earlierTargets;

	private final List<IndicatorRule> earlierRules;

	private final List<OverrideSpan> overrides;

	/**
	 * @param plans with the targets and attributes of the day of the estimates
	 * @param overrides of the year, revoked ones too
	 */
	EstimateAndFinal(ThenAndNow plans, int year, Map<String, StageFigures> figures, List<OverrideSpan> overrides) {
		this.plan = plans.now();
		this.year = year;
		this.figures = Map.copyOf(figures);
		this.earlierTargets = plans.targets();
		this.earlierRules = plans.rules();
		this.overrides = List.copyOf(overrides);
	}

	/**
	 * When the last of the estimates that stand was approved.
	 */
	static Optional<Instant> estimated(Map<String, StageFigures> figures) {
		return figures.values()
			.stream()
			.map(StageFigures::estimate)
			.filter(Objects::nonNull)
			.map(ActualRow::approvedAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder());
	}

	public JudgedPlan plan() {
		return this.plan;
	}

	/**
	 * @throws IllegalArgumentException if the plan does not cover the year
	 */
	public StagesView of(Issuer issuer) {
		Map<String, TargetRow> targets = this.plan.known().targets(issuer, this.year);
		Map<String, TargetRow> targetsThen = targetsThen(issuer, targets);
		Map<String, OverrideRow> overridesThen = overridesThen(issuer);
		YearStages stages = YearStages.judge(casesThen(targetsThen, overridesThen),
				this.plan.known().cases(this.year, issuer));
		YearView now = this.plan.year(this.year, issuer);
		List<IndicatorStages> rows = now.indicators().stream().map((row) -> {
			String no = row.indicator().no();
			StageFigures own = own(no);
			Judgement then = stages.estimate().judgement(no);
			return new IndicatorStages(row.indicator(),
					new IndicatorStages.Stage(targetsThen.get(no), own.estimate(), then,
							then.overridden() ? overridesThen.get(no) : null),
					new IndicatorStages.Stage(row.target(), own.official(), row.judgement(), row.override()),
					Objects.requireNonNull(stages.turns().get(no)),
					row.indicator().rule().role() != IndicatorRole.GROUP, own.isSettled(), own.replaced());
		}).toList();
		return new StagesView(now.plan(), this.year, issuer, now.asOf(), stages, rows);
	}

	private Map<String, TargetRow> targetsThen(Issuer issuer, Map<String, TargetRow> now) {
		Map<String, TargetRow> then = new HashMap<>();
		now.forEach((no, row) -> {
			if (own(no).settledAt() == null) {
				then.put(no, row);
			}
		});
		this.earlierTargets.stream()
			.filter((row) -> row.issuer() == issuer && Integer.valueOf(this.year).equals(row.year()))
			.filter((row) -> own(row.no()).settledAt() != null)
			.forEach((row) -> then.put(row.no(), row));
		return then;
	}

	private List<IndicatorCase> casesThen(Map<String, TargetRow> targets, Map<String, OverrideRow> overrides) {
		return this.earlierRules.stream().map((rule) -> {
			TargetRow target = targets.get(rule.no());
			OverrideRow override = overrides.get(rule.no());
			return new IndicatorCase(rule, (target != null) ? target.target() : null, figuresThen(rule.no()),
					(override != null) ? override.verdict() : null);
		}).toList();
	}

	private List<Figure> figuresThen(String no) {
		List<Figure> then = new ArrayList<>(this.plan.known()
			.figures(this.year)
			.getOrDefault(no, List.of())
			.stream()
			.filter((figure) -> !figure.period().isFullYear())
			.toList());
		ActualRow estimate = own(no).estimate();
		if (estimate != null && estimate.hasFigure()) {
			then.add(estimate.figure());
		}
		return then;
	}

	private Map<String, OverrideRow> overridesThen(Issuer issuer) {
		Map<String, OverrideRow> then = new HashMap<>();
		this.overrides.stream()
			.filter((span) -> span.override().issuer() == issuer)
			.filter((span) -> span.heldBefore(settledAt(span.override().no())))
			.forEach((span) -> then.put(span.override().no(), span.override()));
		return then;
	}

	/**
	 * A group's official figure comes with the first of its parts.
	 */
	private @Nullable Instant settledAt(String no) {
		Instant own = own(no).settledAt();
		return (own != null) ? own
				: this.plan.known()
					.indicators()
					.stream()
					.filter((part) -> no.equals(part.rule().parentNo()))
					.map(IndicatorRow::no)
					.map(this::settledAt)
					.filter(Objects::nonNull)
					.min(Comparator.naturalOrder())
					.orElse(null);
	}

	private StageFigures own(String no) {
		return this.figures.getOrDefault(no, StageFigures.NONE);
	}

}
