package vn.wardkpi.attainment.period;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * One indicator over the years of a plan, for one issuer.
 *
 * @param target the period's own target as published
 * @param yearlyTargets by year; years without one are left out
 * @param figures by year, at most one per reporting period
 * @param overrides a reviewer's verdicts by year
 */
public record IndicatorPeriod(IndicatorRule rule, int fromYear, int toYear, @Nullable Baseline baseline,
		@Nullable ParsedTarget target, Map<Integer, ParsedTarget> yearlyTargets, Map<Integer, List<Figure>> figures,
		Map<Integer, Verdict> overrides) {

	/**
	 * @throws IllegalArgumentException if the plan ends before it begins
	 */
	public IndicatorPeriod {
		if (toYear < fromYear) {
			throw new IllegalArgumentException("A plan from " + fromYear + " to " + toYear);
		}
		yearlyTargets = Map.copyOf(yearlyTargets);
		figures = Map.copyOf(figures);
		overrides = Map.copyOf(overrides);
	}

	/**
	 * The same without figures of later years: how it stood at the end of a year.
	 */
	public IndicatorPeriod until(int year) {
		if (this.figures.keySet().stream().allMatch((each) -> each <= year)) {
			return this;
		}
		SortedMap<Integer, List<Figure>> earlier = new TreeMap<>(this.figures);
		return new IndicatorPeriod(this.rule, this.fromYear, this.toYear, this.baseline, this.target,
				this.yearlyTargets, earlier.headMap(year + 1), this.overrides);
	}

}
