package vn.wardkpi.attainment.check;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * An indicator as a plan sets it out, before any figure.
 *
 * @param unit as published
 * @param baseline of the year before the plan, comparable or not
 * @param target the period's own target
 * @param yearlyTargets by year
 * @param congressTarget what the Party congress resolved for the period
 */
public record PlannedIndicator(IndicatorRule rule, @Nullable String unit, @Nullable Baseline baseline,
		@Nullable ParsedTarget target, Map<Integer, ParsedTarget> yearlyTargets,
		@Nullable ParsedTarget congressTarget) implements Breakdown.Member {

	public PlannedIndicator {
		yearlyTargets = Map.copyOf(yearlyTargets);
	}

	@Override
	public String no() {
		return this.rule.no();
	}

	@Override
	public @Nullable String parentNo() {
		return this.rule.parentNo();
	}

	@Override
	public IndicatorRole role() {
		return this.rule.role();
	}

	@Override
	public ValueType valueType() {
		return this.rule.valueType();
	}

}
