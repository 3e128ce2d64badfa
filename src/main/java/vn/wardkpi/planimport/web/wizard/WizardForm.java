package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.shared.Problem;

/**
 * What is typed, chosen and clicked in the wizard. Only what differs from what is shown
 * is something that a person says; everything said before stays.
 */
final class WizardForm {

	private static final Pattern BETWEEN_NAMES = Pattern.compile("”, “");

	private final FilePlaces places;

	private final AnswerFields answers;

	private final ImportDraft draft;

	private final List<Question> open;

	private final Map<String, Boolean> tables;

	private final Map<String, Map<Integer, ColumnRole>> columns;

	private final Map<String, Map<Integer, RowRole>> rows;

	private final Map<String, Map<Integer, RowValues>> values;

	private final Set<String> answered;

	private final PlanFields plan;

	/**
	 * @param open the questions as they were shown
	 */
	WizardForm(ImportDraft draft, FilePlaces places, AnswerFields answers, List<Question> open) {
		this.draft = draft;
		this.places = places;
		this.answers = answers;
		this.open = open;
		TableMapping said = stated(draft);
		this.tables = new HashMap<>(said.tables());
		this.columns = copy(said.columns());
		this.rows = copy(said.rows());
		this.values = copy(said.values());
		this.answered = new HashSet<>(draft.answered());
		this.plan = new PlanFields(draft.options(), places.reading().proposal());
	}

	static TableMapping stated(ImportDraft draft) {
		return Objects.requireNonNullElse(draft.options().mapping(), TableMapping.NONE);
	}

	private static <V> Map<String, Map<Integer, V>> copy(Map<String, Map<Integer, V>> said) {
		Map<String, Map<Integer, V>> copy = new TreeMap<>();
		said.forEach((sheet, own) -> copy.put(sheet, new TreeMap<>(own)));
		return copy;
	}

	ImportDraft read(MultiValueMap<String, String> typed) {
		typed.forEach((name, texts) -> texts.forEach((text) -> assign(name, text, false)));
		for (String click : typed.getOrDefault("set", List.of())) {
			click.lines().filter((line) -> line.indexOf('=') > 0).forEach((line) -> {
				int sign = line.indexOf('=');
				assign(line.substring(0, sign), line.substring(sign + 1), true);
			});
		}
		typed.getOrDefault("accept", List.of()).forEach(this::accept);
		if (saysNothingNew()) {
			typed.getOrDefault("write", List.of()).forEach(this::accept);
		}
		typed.getOrDefault("divide", List.of()).forEach(this::divide);
		typed.getOrDefault("reset", List.of())
			.forEach((key) -> RowKey.of(key).ifPresent((row) -> change(row.whole(), (said) -> RowValues.NONE)));
		TableMapping said = new TableMapping(this.tables, this.columns, this.rows, null, null, this.values);
		return new ImportDraft(this.draft.id(), this.draft.ward(), this.draft.fileName(), this.plan.with(said),
				this.answered);
	}

	/** What could not be taken as it was typed. */
	List<Problem> problems() {
		return this.plan.problems();
	}

	/** Names the columns as they were named before. */
	void recall(Map<String, ColumnRole> remembered) {
		RememberedColumns.found(this.places, remembered)
			.forEach((block, found) -> this.columns.computeIfAbsent(block.sheet(), (sheet) -> new TreeMap<>())
				.putAll(found));
	}

	/** What is written as it is shown already is accepted. */
	private boolean saysNothingNew() {
		TableMapping before = stated(this.draft);
		return this.tables.equals(before.tables()) && this.columns.equals(before.columns())
				&& this.rows.equals(before.rows()) && this.values.equals(before.values());
	}

	private void accept(String id) {
		this.open.stream()
			.filter((question) -> !question.error())
			.filter((question) -> id.equals(question.id()) || id.equals("all:" + question.code()))
			.forEach((question) -> this.answered.add(question.id()));
	}

	/**
	 * @param clicked whether it is meant though the same is shown, as in merged cells
	 */
	private void assign(String name, String text, boolean clicked) {
		String[] parts = name.split(":", 3);
		String value = text.strip();
		if (this.plan.assign(name, value)) {
			return;
		}
		switch (parts[0]) {
			case "table" -> table(parts, value, clicked);
			case "column" -> column(parts, value);
			case "row" -> row(parts, value);
			case "cell" -> cell(parts, text, clicked);
			case "divide" -> divide((clicked && parts.length > 1) ? parts[1] : "");
			default -> attribute(parts, value);
		}
	}

	private @Nullable TableBlock block(String[] parts) {
		boolean known = parts.length > 1 && parts[1].matches("\\d{1,4}")
				&& Integer.parseInt(parts[1]) < this.places.blocks().size();
		return known ? this.places.blocks().get(Integer.parseInt(parts[1])) : null;
	}

	/** Where one is said to count, those that count already still do. */
	private void table(String[] parts, String value, boolean clicked) {
		TableBlock block = block(parts);
		boolean counts = value.equals("yes");
		if (block == null || !(counts || value.equals("no"))) {
			return;
		}
		boolean same = this.places.isChosen(block) == counts;
		if (counts && !same) {
			this.places.reading().tables().chosen().forEach((one) -> this.tables.putIfAbsent(one.sheet(), true));
		}
		if (!same || clicked) {
			this.tables.put(block.sheet(), counts);
		}
	}

	private void column(String[] parts, String value) {
		TableBlock block = block(parts);
		if (block == null || parts.length < 3 || !parts[2].matches("\\d{1,3}")) {
			return;
		}
		int place = Integer.parseInt(parts[2]);
		boolean shown = block.heading() != null && 0 < place && place <= block.heading().columns().size()
				&& ColumnChoice.of(block.heading().columns().get(place - 1)).code().equals(value);
		boolean unnamed = block.heading() == null && value.equals("NONE");
		if (!shown && !unnamed) {
			ColumnChoice.role(value)
				.ifPresent((role) -> this.columns.computeIfAbsent(block.sheet(), (sheet) -> new TreeMap<>())
					.put(place, role));
		}
	}

	private void row(String[] parts, String value) {
		RowKey key = (parts.length > 1) ? RowKey.of(parts[1]).orElse(null) : null;
		RowRole role = List.of(RowRole.values())
			.stream()
			.filter((one) -> one.name().equals(value))
			.findFirst()
			.orElse(null);
		if (key != null && role != null && role != this.places.role(key) && this.places.row(key).isPresent()) {
			this.rows.computeIfAbsent(this.places.sheet(key), (sheet) -> new TreeMap<>()).put(key.row(), role);
		}
	}

	/** What the file says itself is nothing to be put right. */
	private void cell(String[] parts, String text, boolean clicked) {
		RowKey key = (parts.length > 2) ? RowKey.of(parts[1]).orElse(null) : null;
		if (key == null || !parts[2].matches("[1-9]\\d{0,2}") || this.places.row(key).isEmpty()) {
			return;
		}
		int column = Integer.parseInt(parts[2]);
		if (clicked || !text.strip().equals(this.answers.text(key, column).strip())) {
			SourceCell cell = this.places.row(key).orElseThrow().cell(column - 1);
			boolean original = key.part() == 0 && !cell.continued() && cell.line().strip().equals(text.strip());
			change(key, (said) -> said.withCell(column, original ? null : text.strip()));
		}
	}

	private void attribute(String[] parts, String value) {
		RowKey key = (parts.length == 2) ? RowKey.of(parts[1]).orElse(null) : null;
		if (key == null || this.places.row(key).isEmpty()) {
			return;
		}
		for (RowValue attribute : RowValue.values()) {
			if (attribute.key().equals(parts[0]) && attribute.accepts(value)
					&& !value.equals(present(key, attribute))) {
				boolean nothing = value.isEmpty() && attribute != RowValue.PARENT_NO && attribute != RowValue.FIELD
						&& attribute != RowValue.LEAD_UNITS && attribute != RowValue.LEADER_IN_CHARGE;
				change(key, (said) -> said.with(attribute, nothing ? null : value));
			}
		}
	}

	private @Nullable String present(RowKey key, RowValue attribute) {
		Proposal.Row row = this.places.understood(key).orElse(null);
		if (row == null) {
			return stated(this.draft).values(this.places.sheet(key), key.row(), key.part()).said(attribute, "");
		}
		return (attribute == RowValue.LEAD_UNITS) ? String.join("; ", row.source().leadUnits())
				: Understandings.value(row.indicator(), attribute);
	}

	private void divide(String text) {
		RowKey.of(text)
			.ifPresent((key) -> this.places.row(key)
				.ifPresent((row) -> change(key.whole(),
						(said) -> RowDivision.of(row, this.places.columns(key), named(key)))));
	}

	/** The indicators that were found in a row's cell. */
	private List<String> named(RowKey key) {
		return this.places.reading()
			.proposal()
			.problems()
			.stream()
			.filter((problem) -> problem.problem().code().equals(AnswerFields.SEVERAL))
			.filter((problem) -> this.places.key(problem.place()).filter(key.whole()::equals).isPresent())
			.findFirst()
			.map((problem) -> BETWEEN_NAMES.splitAsStream(problem.problem().arguments().get(1)).toList())
			.orElse(List.of());
	}

	private void change(RowKey key, UnaryOperator<RowValues> change) {
		Map<Integer, RowValues> own = this.values.computeIfAbsent(this.places.sheet(key), (sheet) -> new TreeMap<>());
		RowValues whole = own.getOrDefault(key.row(), RowValues.NONE);
		RowValues changed = (key.part() == 0) ? change.apply(whole) : (key.part() <= whole.parts().size())
				? whole.withPart(key.part(), change.apply(whole.part(key.part()))) : whole;
		if (changed.isEmpty()) {
			own.remove(key.row());
		}
		else {
			own.put(key.row(), changed);
		}
	}

}
