package vn.wardkpi.catalogue.web.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.ward.Province;

/**
 * A template that is written.
 *
 * @param id {@code null} for a new one
 * @param provinces to which it may be handed; none where that is settled
 * @param rows with some empty ones at the end
 * @param choices what can be chosen in a field, words by value
 * @param errors by field
 */
record TemplateFormPage(@Nullable Long id, int version, String province, Map<String, String> provinces, String title,
		String fromYear, String toYear, List<Row> rows, Map<String, Map<String, String>> choices,
		Map<String, String> errors) {

	private static final int EMPTY_ROWS = 5;

	/** What an empty row begins with. */
	private static final Map<String, String> USUAL = Map.of("role", IndicatorRole.COUNTED.name(), "accumulation",
			Accumulation.LAST.name());

	/**
	 * @param words what a message's key says
	 */
	static TemplateFormPage of(@Nullable Long id, int version, String province, List<Province> provinces,
			TemplateForm form, List<Definition> definitions, Map<String, String> errors, UnaryOperator<String> words) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < form.rows().size(); i++) {
			rows.add(new Row(i, form.rows().get(i), errors));
		}
		for (int i = 0; i < EMPTY_ROWS; i++) {
			rows.add(new Row(rows.size(), USUAL, errors));
		}
		Map<String, String> shared = new LinkedHashMap<>();
		definitions.forEach((one) -> shared.put(String.valueOf(one.id()), one.name()));
		Map<String, Map<String, String>> choices = new HashMap<>();
		choices.put("definitionId", shared);
		choices.put("role", choices("enum.indicator-role.", Arrays.asList(IndicatorRole.values()), words));
		choices.put("direction", choices("enum.direction.", Arrays.asList(Direction.values()), words));
		choices.put("valueType", choices("enum.value-type.", Arrays.asList(ValueType.values()), words));
		choices.put("accumulation", choices("enum.accumulation.", Arrays.asList(Accumulation.values()), words));
		Map<String, String> names = new LinkedHashMap<>();
		provinces.forEach((one) -> names.put(one.code(), one.name()));
		return new TemplateFormPage(id, version, province, names, form.title(), form.fromYear(), form.toYear(),
				List.copyOf(rows), choices, errors);
	}

	private static Map<String, String> choices(String prefix, Collection<? extends Enum<?>> values,
			UnaryOperator<String> words) {
		Map<String, String> choices = new LinkedHashMap<>();
		values.forEach((value) -> choices.put(value.name(), words.apply(prefix + value.name())));
		return choices;
	}

	/**
	 * @param texts what stands in each field
	 * @param all errors of the page
	 */
	record Row(int at, Map<String, String> texts, Map<String, String> all) {

		/** The name of a field, which is its id as well. */
		public String id(String field) {
			return "rows[" + this.at + "]." + field;
		}

		public String text(String field) {
			return this.texts.getOrDefault(field, "");
		}

		public List<String> errors(String field) {
			String error = this.all.get(id(field));
			return (error != null) ? List.of(error) : List.of();
		}

		public boolean isWrong() {
			return TemplateForm.FIELDS.stream().anyMatch((field) -> !errors(field).isEmpty());
		}

	}

}
