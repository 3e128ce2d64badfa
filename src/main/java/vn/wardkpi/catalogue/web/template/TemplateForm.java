package vn.wardkpi.catalogue.web.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.template.TemplateDraft;
import vn.wardkpi.catalogue.template.TemplateRow;

/**
 * A template as it was typed. Fields of a row are called "rows[3].name"; a row without a
 * number is none.
 */
record TemplateForm(String title, String fromYear, String toYear, List<Map<String, String>> rows) {

	static final List<String> FIELDS = List.of("no", "parentNo", "definitionId", "name", "unit", "field", "role",
			"direction", "valueType", "accumulation", "bounded", "decisive", "note");

	private static final int MOST = 320;

	TemplateForm {
		rows = List.copyOf(rows);
	}

	static TemplateForm of(String title, int fromYear, int toYear, List<TemplateRow> rows) {
		return new TemplateForm(title, String.valueOf(fromYear), String.valueOf(toYear),
				rows.stream().map(TemplateForm::texts).toList());
	}

	static TemplateForm read(Map<String, String> sent) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			int at = i;
			Map<String, String> row = new LinkedHashMap<>();
			FIELDS.forEach((field) -> row.put(field, sent.getOrDefault("rows[" + at + "]." + field, "").strip()));
			if (!row.getOrDefault("no", "").isEmpty()) {
				rows.add(row);
			}
		}
		if (rows.stream().allMatch((row) -> number(row).matches("\\d{1,4}(\\.\\d{1,4}){0,4}"))) {
			rows.sort((one, other) -> Arrays.compare(parts(one), parts(other)));
		}
		return new TemplateForm(sent.getOrDefault("title", ""), sent.getOrDefault("fromYear", ""),
				sent.getOrDefault("toYear", ""), rows);
	}

	TemplateDraft draft() {
		return new TemplateDraft(text(this.title), year(this.fromYear), year(this.toYear),
				this.rows.stream().map(TemplateForm::row).toList());
	}

	private static TemplateDraft.Row row(Map<String, String> typed) {
		String definition = typed.getOrDefault("definitionId", "");
		return new TemplateDraft.Row(typed.get("no"), text(typed.get("parentNo")), text(typed.get("name")),
				text(typed.get("unit")), text(typed.get("field")), named(IndicatorRole.values(), typed.get("role")),
				"true".equals(typed.get("decisive")), named(Direction.values(), typed.get("direction")),
				named(ValueType.values(), typed.get("valueType")),
				named(Accumulation.values(), typed.get("accumulation")), "true".equals(typed.get("bounded")),
				text(typed.get("note")), definition.matches("\\d{1,18}") ? Long.valueOf(definition) : null);
	}

	private static Map<String, String> texts(TemplateRow row) {
		return Map.ofEntries(Map.entry("no", row.no()), Map.entry("parentNo", text(row.parentNo(), "")),
				Map.entry("definitionId", text(row.definitionId(), "")), Map.entry("name", row.name()),
				Map.entry("unit", text(row.unit(), "")), Map.entry("field", text(row.field(), "")),
				Map.entry("role", row.role().name()), Map.entry("direction", row.direction().name()),
				Map.entry("valueType", row.valueType().name()), Map.entry("accumulation", row.accumulation().name()),
				Map.entry("bounded", String.valueOf(row.bounded())),
				Map.entry("decisive", String.valueOf(row.decisive())), Map.entry("note", text(row.note(), "")));
	}

	private static String text(@Nullable Object value, String otherwise) {
		return Objects.toString(value, otherwise);
	}

	private static int[] parts(Map<String, String> row) {
		return Arrays.stream(number(row).split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
	}

	private static String number(Map<String, String> row) {
		return row.getOrDefault("no", "");
	}

	private static @Nullable String text(@Nullable String typed) {
		return (typed != null && !typed.isBlank()) ? typed.strip() : null;
	}

	private static @Nullable Integer year(String typed) {
		return typed.strip().matches("\\d{1,6}") ? Integer.valueOf(typed.strip()) : null;
	}

	private static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
		return Arrays.stream(all).filter((one) -> one.name().equals(name)).findFirst().orElse(null);
	}

}
