package vn.wardkpi.plan.web.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.TypedDay;

/**
 * The table as it was sent: the rows that were, each cell as text. What was not sent is
 * as it stands.
 *
 * @param rows by their keys, stored ones first
 * @param checked mark of the changes whose results were shown
 */
record EditorForm(Map<String, TypedRow> rows, String reason, String effectiveDate, String checked, Set<Issuer> issuers,
		int page) {

	/** Of a stored indicator "r12.name", of a new row "n1.name". */
	private static final Pattern CELL = Pattern
		.compile("([rn]\\d{1,18})\\.([A-Za-z_0-9-]{1,60}(?:\\.[A-Za-z_0-9-]{1,60})?)");

	private static final Pattern MARK = Pattern.compile("([^.:]+):([0-9a-f]+)");

	private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");

	static EditorForm of(Map<String, String> sent) {
		Map<String, Map<String, String>> cells = new LinkedHashMap<>();
		sent.forEach((name, text) -> {
			Matcher cell = CELL.matcher(name);
			if (cell.matches()) {
				cells.computeIfAbsent(cell.group(1), (key) -> new LinkedHashMap<>())
					.put(cell.group(2), StoredRow.line(text));
			}
		});
		Map<String, TypedRow> rows = new LinkedHashMap<>();
		cells.forEach((key, typed) -> rows.put(key, new TypedRow(key, typed)));
		String page = sent.getOrDefault("page", "1");
		return new EditorForm(rows, text(sent, "reason"), text(sent, "effectiveDate"), text(sent, "checked"),
				issuers(sent.getOrDefault("issuers", "")), PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1);
	}

	private static Set<Issuer> issuers(String names) {
		List<String> asked = List.of(names.split(","));
		Set<Issuer> issuers = new LinkedHashSet<>();
		Arrays.stream(Issuer.values()).filter((issuer) -> asked.contains(issuer.name())).forEach(issuers::add);
		return issuers;
	}

	private static String text(Map<String, String> sent, String name) {
		return sent.getOrDefault(name, "").strip();
	}

	@Nullable LocalDate day() {
		return TypedDay.read(this.effectiveDate).orElse(null);
	}

	/** Whether it says why and from when, as storing needs. */
	boolean isReasoned() {
		return !this.reason.isEmpty() && day() != null;
	}

	/**
	 * The same as if it said why and, where it says no day, from this one on: to look at
	 * what it would come to before all is said.
	 */
	EditorForm reasoned(LocalDate today) {
		LocalDate day = day();
		return new EditorForm(this.rows, this.reason.isEmpty() ? "–" : this.reason,
				((day != null) ? day : today).toString(), this.checked, this.issuers, this.page);
	}

	boolean hasWrongDay() {
		return !this.effectiveDate.isEmpty() && day() == null;
	}

	List<TypedRow> added() {
		return this.rows.values().stream().filter(TypedRow::isNew).toList();
	}

	/**
	 * With rows that were asked for.
	 */
	EditorForm with(List<TypedRow> more) {
		Map<String, TypedRow> all = new LinkedHashMap<>(this.rows);
		more.forEach((row) -> all.put(row.key(), row));
		return new EditorForm(all, this.reason, this.effectiveDate, this.checked, this.issuers, this.page);
	}

	/**
	 * A key that no row has yet.
	 */
	List<String> freeKeys(int count) {
		List<String> keys = new ArrayList<>();
		for (int n = 1; keys.size() < count; n++) {
			if (!this.rows.containsKey("n" + n)) {
				keys.add("n" + n);
			}
		}
		return keys;
	}

	/**
	 * @param cells by the keys of their columns, and {@code seen}, {@code remove} and
	 * {@code choose.…}
	 */
	record TypedRow(String key, Map<String, String> cells) {

		TypedRow {
			cells = Map.copyOf(cells);
		}

		boolean isNew() {
			return this.key.startsWith("n");
		}

		/** Nothing was written into it. */
		boolean isBlank() {
			return this.cells.getOrDefault("no", "").isEmpty() && this.cells.getOrDefault("name", "").isEmpty();
		}

		boolean removed() {
			return this.cells.containsKey("remove");
		}

		@Nullable String cell(String column) {
			return this.cells.get(column);
		}

		/**
		 * Which of two values was chosen: "mine:" or "theirs:" and the mark of theirs.
		 */
		String chosen(String column) {
			return this.cells.getOrDefault("choose." + column, "");
		}

		/**
		 * Marks by the keys of the columns; empty where nothing was shown.
		 */
		Map<String, String> seen() {
			Map<String, String> marks = new HashMap<>();
			MARK.matcher(this.cells.getOrDefault("seen", ""))
				.results()
				.forEach((mark) -> marks.put(mark.group(1), mark.group(2)));
			return marks;
		}

	}

}
