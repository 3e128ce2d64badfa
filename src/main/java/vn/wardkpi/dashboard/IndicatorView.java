package vn.wardkpi.dashboard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;

/**
 * One indicator with every issuer's targets and verdicts.
 *
 * @param actuals all figures on record, by year and reporting period
 * @param leftEmpty cells left empty on purpose
 * @param overrides verdicts that a reviewer set, of every issuer
 * @param parts its sub-indicators
 */
public record IndicatorView(PlanSummary plan, IndicatorRow indicator, Map<Issuer, OfIssuer> issuers,
		List<ActualRow> actuals, List<ActualRow> leftEmpty, List<OverriddenYear> overrides, List<IndicatorRow> parts) {

	public IndicatorView {
		issuers = Collections.unmodifiableMap(issuers.isEmpty() ? Map.of() : new EnumMap<>(issuers));
		actuals = List.copyOf(actuals);
		leftEmpty = List.copyOf(leftEmpty);
		overrides = List.copyOf(overrides);
		parts = List.copyOf(parts);
	}

	/**
	 * What one issuer asks of it.
	 *
	 * @param target the period's own target
	 * @param years every year of the plan
	 */
	public record OfIssuer(@Nullable TargetRow target, NavigableMap<Integer, OfYear> years, PeriodAttainment period,
			IndicatorPath path) {

		public OfIssuer {
			years = Collections.unmodifiableNavigableMap(new TreeMap<>(years));
		}

	}

	/**
	 * A year's target and verdict.
	 */
	public record OfYear(@Nullable TargetRow target, Judgement judgement) {
	}

}
