package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;

import vn.wardkpi.attainment.check.PlannedIndicator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;

/**
 * The plan 2026–2030 of phường Từ Liêm as published.
 */
public final class TuLiemPlan {

	private TuLiemPlan() {
	}

	public static List<PlannedIndicator> indicators() {
		return DomainCsv.rows("plan-tu-liem.csv").stream().map(TuLiemPlan::indicator).toList();
	}

	public static PlannedIndicator indicator(String no) {
		return indicators().stream().filter((one) -> one.rule().no().equals(no)).findFirst().orElseThrow();
	}

	private static PlannedIndicator indicator(CSVRecord row) {
		IndicatorRule rule = new IndicatorRule(row.get("no"), row.get("parent").isEmpty() ? null : row.get("parent"),
				IndicatorRole.valueOf(row.get("role")), row.get("decisive").equals("yes"),
				Direction.valueOf(row.get("direction")), ValueType.valueOf(row.get("valueType")),
				Accumulation.valueOf(row.get("accumulation")), row.get("bounded").equals("yes"));
		ParsedTarget before = target(row, "baseline2025");
		BigDecimal value = (before != null) ? before.value() : null;
		Baseline baseline = (before != null) ? new Baseline(2025, value, row.get("baselineComparable").equals("yes"))
				: null;
		Map<Integer, ParsedTarget> targets = new HashMap<>();
		for (int year = 2026; year <= 2030; year++) {
			ParsedTarget target = target(row, "t" + year);
			if (target != null) {
				targets.put(year, target);
			}
		}
		return new PlannedIndicator(rule, row.get("unit"), baseline, target(row, "period"), targets,
				target(row, "partyCongress"));
	}

	private static ParsedTarget target(CSVRecord row, String column) {
		return (TargetGrammar.read(row.get(column), row.get("unit")) instanceof TargetGrammar.Reading.Understood read)
				? read.target() : null;
	}

}
