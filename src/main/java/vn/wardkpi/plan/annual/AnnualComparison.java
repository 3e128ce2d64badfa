package vn.wardkpi.plan.annual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.annual.AnnualPlan.Action;

/**
 * Sets the rows of an annual plan beside those of the five-year plan: which were taken
 * over, changed, added and left out.
 */
final class AnnualComparison {

	private final Map<String, Map<Issuer, String>> fiveYear;

	private final Map<String, Map<Issuer, String>> annual;

	/**
	 * @param fiveYear targets of the five-year plan
	 * @param annual targets of the annual plan
	 * @param year the annual plan's
	 */
	AnnualComparison(List<TargetRow> fiveYear, List<TargetRow> annual, int year) {
		this.fiveYear = texts(fiveYear, year);
		this.annual = texts(annual, year);
	}

	private static Map<String, Map<Issuer, String>> texts(List<TargetRow> targets, int year) {
		Map<String, Map<Issuer, String>> texts = new HashMap<>();
		targets.stream()
			.filter((row) -> row.year() != null && row.year() == year)
			.forEach((row) -> texts.computeIfAbsent(row.no(), (no) -> new HashMap<>())
				.put(row.issuer(), row.target().text()));
		return texts;
	}

	/**
	 * In the order of the annual plan, what was left out last.
	 */
	List<AnnualPlan.Row> rows(List<IndicatorRow> fiveYearRows, List<IndicatorRow> annualRows) {
		List<AnnualPlan.Row> rows = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (IndicatorRow row : annualRows) {
			IndicatorRow.FiguresOf source = row.figuresOf();
			if (source != null) {
				taken.add(source.no());
			}
			List<AnnualPlan.RowTarget> targets = targets((source != null) ? source.no() : null, row.no());
			Action action = (source == null) ? Action.ADDED
					: targets.stream().anyMatch(AnnualPlan.RowTarget::isChanged) ? Action.CHANGED : Action.TAKEN_OVER;
			rows.add(new AnnualPlan.Row(row.no(), row.rule().parentNo(), row.name(), row.unit(), action,
					(source != null) ? source.no() : null, targets));
		}
		fiveYearRows.stream()
			.filter((row) -> !taken.contains(row.no()))
			.forEach((row) -> rows.add(new AnnualPlan.Row(row.no(), row.rule().parentNo(), row.name(), row.unit(),
					Action.LEFT_OUT, row.no(), targets(row.no(), null))));
		return rows;
	}

	private List<AnnualPlan.RowTarget> targets(@Nullable String fiveYearNo, @Nullable String annualNo) {
		Map<Issuer, String> before = this.fiveYear.getOrDefault(String.valueOf(fiveYearNo), Map.of());
		Map<Issuer, String> now = this.annual.getOrDefault(String.valueOf(annualNo), Map.of());
		return Stream.of(Issuer.values())
			.filter((issuer) -> before.containsKey(issuer) || now.containsKey(issuer))
			.map((issuer) -> new AnnualPlan.RowTarget(issuer, before.get(issuer), now.get(issuer)))
			.toList();
	}

}
