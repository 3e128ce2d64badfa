package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.EnteredFigure;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.LeadUnitRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a plan asks for in one year, and what the year before brought.
 *
 * @param targets in force today, by indicator number and issuer
 * @param before the approved full-year figure of the year before, by indicator number
 */
record PlanYear(PlanSummary plan, int year, List<IndicatorRow> indicators,
		Map<String, Map<Issuer, ParsedTarget>> targets, Map<String, Figure> before) {

	/**
	 * @throws RefusedException NOT_FOUND if the plan has no such indicator
	 */
	IndicatorRow indicator(String no) {
		return this.indicators.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	/**
	 * The indicators on a lead unit's form, groups included, in the order of the annex.
	 * @throws RefusedException NOT_FOUND if the unit answers for none
	 */
	List<IndicatorRow> indicatorsOf(String leadUnit) {
		List<IndicatorRow> rows = this.indicators.stream()
			.filter((row) -> row.answeringUnit() != null && row.answeringUnit().code().equals(leadUnit))
			.toList();
		if (rows.stream().allMatch(PlanYear::isGroup)) {
			throw new RefusedException(Kind.NOT_FOUND, "submission.unit-unknown", leadUnit);
		}
		return rows;
	}

	LeadUnitRow unit(String leadUnit) {
		LeadUnitRow unit = indicatorsOf(leadUnit).get(0).answeringUnit();
		if (unit == null) {
			throw new IllegalStateException("Selected by the unit that answers");
		}
		return unit;
	}

	Map<Issuer, ParsedTarget> targets(IndicatorRow row) {
		return this.targets.getOrDefault(row.no(), Map.of());
	}

	/**
	 * @param entered the numbers of the figure's reporting period, by indicator number
	 */
	Checked check(IndicatorRow row, Figure figure, Map<String, BigDecimal> entered) {
		List<EnteredFigure> relatives = this.indicators.stream()
			.map((other) -> new EnteredFigure(other.no(), other.rule().parentNo(), other.rule().role(),
					other.rule().valueType(), other.unit(), other.decimals(), entered.get(other.no())))
			.toList();
		return FigureChecks.check(row, targets(row), figure, this.year,
				FormCell.comparable(row, this.before.get(row.no()), this.year), relatives);
	}

	static boolean isGroup(IndicatorRow row) {
		return row.rule().role() == IndicatorRole.GROUP;
	}

}
