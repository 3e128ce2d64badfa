package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualChecker;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.check.BreakdownValue;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * What a plan asks for in one year, and what the year before brought.
 *
 * @param targets in force today, by indicator number and issuer
 * @param annual what the year's annual plan asks of the same figures otherwise, by
 * indicator number and issuer
 * @param before the approved full-year figure of the year before, by indicator number
 */
public record PlanYear(PlanSummary plan, int year, List<IndicatorRow> indicators,
		Map<String, Map<Issuer, ParsedTarget>> targets, Map<String, Map<Issuer, ParsedTarget>> annual,
		Map<String, Figure> before) {

	/**
	 * @throws RefusedException NOT_FOUND if the plan has no such indicator
	 */
	public IndicatorRow indicator(String no) {
		return this.indicators.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	/**
	 * The indicators on a lead unit's form, groups included, in the order of the annex.
	 * @throws RefusedException NOT_FOUND if the unit answers for none
	 */
	public List<IndicatorRow> indicatorsOf(String leadUnit) {
		List<IndicatorRow> rows = this.indicators.stream()
			.filter((row) -> row.isEntered() && row.answeringUnit() != null
					&& row.answeringUnit().code().equals(leadUnit))
			.toList();
		if (rows.stream().allMatch(PlanYear::isGroup)) {
			throw new RefusedException(Kind.NOT_FOUND, "submission.unit-unknown", leadUnit);
		}
		return rows;
	}

	public LeadUnitRow unit(String leadUnit) {
		LeadUnitRow unit = indicatorsOf(leadUnit).get(0).answeringUnit();
		if (unit == null) {
			throw new IllegalStateException("Selected by the unit that answers");
		}
		return unit;
	}

	Map<Issuer, ParsedTarget> targets(IndicatorRow row) {
		return this.targets.getOrDefault(row.no(), Map.of());
	}

	Map<Issuer, ParsedTarget> annual(IndicatorRow row) {
		return this.annual.getOrDefault(row.no(), Map.of());
	}

	/**
	 * @param earlier the latest figure of an earlier reporting period of the year
	 * @param entered the numbers of the figure's reporting period, by indicator number
	 */
	public CheckResult check(IndicatorRow row, Figure figure, @Nullable Figure earlier,
			Map<String, BigDecimal> entered) {
		List<BreakdownValue> relatives = this.indicators.stream()
			.map((other) -> new BreakdownValue(other.no(), other.rule().parentNo(), other.rule().role(),
					other.rule().valueType(), other.unit(), other.decimals(), entered.get(other.no())))
			.toList();
		CheckResult checked = ActualChecker.check(row, targets(row), figure, this.year,
				comparable(row, this.before.get(row.no()), this.year), earlier, relatives);
		return ActualChecker.alsoByAnnualPlan(checked, row, annual(row), figure, this.year);
	}

	/**
	 * The value of the year before that a figure can be held against.
	 */
	public static @Nullable BigDecimal comparable(IndicatorRow row, @Nullable Figure before, int year) {
		if (before != null) {
			return before.value();
		}
		Baseline baseline = row.baseline();
		return (baseline != null && baseline.comparable() && baseline.year() == year - 1) ? baseline.value() : null;
	}

	public static boolean isGroup(IndicatorRow row) {
		return row.rule().role() == IndicatorRole.GROUP;
	}

}
