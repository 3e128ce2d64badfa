package vn.wardkpi.dashboard.web.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.plan.TargetRow;

/**
 * An indicator in a year for one issuer. The names of the components are those of the
 * columns.
 *
 * @param unit of target, actual and gap; percentages are written as 96.5
 * @param target as published
 * @param value of the target
 * @param upper end of a range, or the whole of a share
 * @param actual what was approved, in the indicator's unit
 * @param period of the figure that was judged
 * @param completion per cent of the target, two decimals
 * @param gap the actual less the target
 */
record DataRow(String no, String name, @Nullable String unit, @Nullable String field, IndicatorRole role, int year,
		Issuer issuer, @Nullable String target, @Nullable Comparator comparator, @Nullable BigDecimal value,
		@Nullable BigDecimal upper, @Nullable BigDecimal actual, @Nullable BigDecimal numerator,
		@Nullable BigDecimal denominator, @Nullable ReportingPeriod period, Verdict verdict, boolean provisional,
		boolean overridden, @Nullable BigDecimal completion, @Nullable BigDecimal gap) {

	/**
	 * Every indicator of every year for each issuer that set a target of it.
	 */
	static List<DataRow> of(JudgedPlan plan) {
		List<DataRow> rows = new ArrayList<>();
		for (int year = plan.plan().fromYear(); year <= plan.plan().toYear(); year++) {
			for (Issuer issuer : plan.known().issuers()) {
				plan.year(year, issuer)
					.indicators()
					.stream()
					.filter((row) -> row.judgement().verdict() != Verdict.NOT_ASSIGNED)
					.map((row) -> of(row, issuer))
					.forEach(rows::add);
			}
		}
		return rows;
	}

	private static DataRow of(IndicatorYear row, Issuer issuer) {
		Judgement judgement = row.judgement();
		TargetRow stated = row.target();
		ParsedTarget target = (stated != null) ? stated.target() : null;
		ActualRow actual = row.actual();
		return new DataRow(row.indicator().no(), row.indicator().name(), row.indicator().unit(),
				row.indicator().field(), row.indicator().rule().role(), row.year(), issuer,
				(target != null) ? target.text() : null,
				(target != null) ? target.effectiveComparator(row.indicator().rule().direction()) : null,
				(target != null) ? target.value() : null, (target != null) ? target.upper() : null,
				(actual != null) ? judgement.valueOf(actual.figure()) : null,
				(actual != null) ? actual.figure().numerator() : null,
				(actual != null) ? actual.figure().denominator() : null,
				(actual != null) ? actual.figure().period() : null, judgement.verdict(), judgement.provisional(),
				judgement.overridden(), judgement.completion(), judgement.gap());
	}

}
