package vn.wardkpi.plan.web.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.edit.PlanEdit.Aim;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * A row as it is on record, each cell a text as a form carries it.
 *
 * @param key its name in the form
 */
record StoredRow(String key, IndicatorRow indicator, Map<String, String> values) {

	StoredRow {
		values = Map.copyOf(values);
	}

	static List<StoredRow> of(List<IndicatorRow> indicators, List<TargetRow> targets) {
		Map<String, List<TargetRow>> byNo = targets.stream().collect(Collectors.groupingBy(TargetRow::no));
		List<StoredRow> rows = new ArrayList<>();
		for (IndicatorRow row : indicators) {
			rows.add(new StoredRow("r" + row.id(), row,
					values(row, rows.size() + 1, byNo.getOrDefault(row.no(), List.of()))));
		}
		return rows;
	}

	String value(EditorColumn column) {
		return this.values.getOrDefault(column.key(), "");
	}

	/**
	 * Marks of what its cells held when they were shown, by which it is known afterwards
	 * who changed what.
	 */
	String seen(List<EditorColumn> columns) {
		return columns.stream()
			.map((column) -> column.key() + ":" + mark(value(column)))
			.collect(Collectors.joining("."));
	}

	static String mark(String text) {
		CRC32 sum = new CRC32();
		sum.update(text.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

	/**
	 * As an input of one line holds it.
	 */
	static String line(@Nullable String text) {
		return (text != null) ? text.replaceAll("\\s+", " ").strip() : "";
	}

	private static Map<String, String> values(IndicatorRow row, int place, List<TargetRow> targets) {
		Map<String, String> values = new HashMap<>();
		List<LeadUnitRow> own = row.inheritsLeadUnits() ? List.of() : row.leadUnits();
		Baseline baseline = row.baseline();
		values.put("order", String.valueOf(place));
		values.put("no", row.no());
		values.put("name", line(row.name()));
		values.put("unit", line(row.unit()));
		values.put("field", line(row.field()));
		values.put("parentNo", Objects.requireNonNullElse(row.rule().parentNo(), ""));
		values.put("role", row.rule().role().name());
		values.put("direction", row.rule().direction().name());
		values.put("valueType", row.rule().valueType().name());
		values.put("accumulation", row.rule().accumulation().name());
		values.put("bounded", String.valueOf(row.rule().bounded()));
		values.put("decisive", String.valueOf(row.rule().decisive()));
		values.put("answering", own.isEmpty() ? "" : own.get(0).code());
		values.put("cooperating", own.stream().skip(1).map(LeadUnitRow::name).collect(Collectors.joining("; ")));
		values.put("leaderInCharge", line(row.leaderInCharge()));
		values.put("note", line(row.note()));
		values.put("baselineYear", (baseline != null) ? String.valueOf(baseline.year()) : "");
		values.put("baseline", (baseline != null) ? line(baseline.text()) : "");
		values.put("baselineComparable", String.valueOf(baseline == null || baseline.comparable()));
		targets
			.forEach((target) -> values.put(Aim.field(target.issuer(), target.year()), line(target.target().text())));
		return values;
	}

}
