package vn.wardkpi.planimport.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;

/**
 * What a person puts right in a row, over what the file says and what is understood.
 *
 * @param said attributes of its indicator; blank where it has none, such as no parent
 * @param cells by column from 1, the text as it should stand
 * @param parts where the row states several indicators, each of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowValues(Map<RowValue, String> said, Map<Integer, String> cells, List<RowValues> parts) {

	public static final RowValues NONE = new RowValues(Map.of(), Map.of(), List.of());

	/**
	 * @throws IllegalArgumentException if a value is none of its attribute's
	 */
	public RowValues {
		said = (said != null) ? said : Map.of();
		cells = (cells != null) ? Map.copyOf(cells) : Map.of();
		parts = (parts != null) ? List.copyOf(parts) : List.of();
		Map<RowValue, String> checked = new EnumMap<>(RowValue.class);
		said.forEach((value, text) -> {
			if (!value.accepts(text)) {
				throw new IllegalArgumentException("No " + value + ": " + text);
			}
			checked.put(value, text.strip());
		});
		said = Map.copyOf(checked);
	}

	public @Nullable String said(RowValue value) {
		return this.said.get(value);
	}

	public String said(RowValue value, String understood) {
		return this.said.getOrDefault(value, understood);
	}

	/**
	 * @param part from 1; 0 is the row itself
	 */
	public RowValues part(int part) {
		return (part == 0) ? this : (part <= this.parts.size()) ? this.parts.get(part - 1) : NONE;
	}

	@JsonIgnore
	public boolean isEmpty() {
		return equals(NONE);
	}

	/**
	 * @param text {@code null} takes back what was said
	 */
	public RowValues with(RowValue value, @Nullable String text) {
		Map<RowValue, String> changed = new LinkedHashMap<>(this.said);
		if (text == null) {
			changed.remove(value);
		}
		else {
			changed.put(value, text);
		}
		return new RowValues(changed, this.cells, this.parts);
	}

	/**
	 * @param column from 1
	 * @param text {@code null} takes back what was said
	 */
	public RowValues withCell(int column, @Nullable String text) {
		Map<Integer, String> changed = new TreeMap<>(this.cells);
		if (text == null) {
			changed.remove(column);
		}
		else {
			changed.put(column, text);
		}
		return new RowValues(this.said, changed, this.parts);
	}

	public RowValues withPart(int part, RowValues values) {
		List<RowValues> changed = new ArrayList<>(this.parts);
		while (changed.size() < part) {
			changed.add(NONE);
		}
		changed.set(part - 1, values);
		return new RowValues(this.said, this.cells, changed);
	}

	/**
	 * The row, or its parts, as it should stand.
	 * @param all those of the table, by row
	 */
	List<SourceRow> of(SourceRow row, Map<Integer, RowValues> all) {
		if (this.parts.isEmpty()) {
			return List.of(put(row, 0, all));
		}
		List<SourceRow> rows = new ArrayList<>();
		for (RowValues part : this.parts) {
			rows.add(part.put(row, rows.size() + 1, all));
		}
		return rows;
	}

	private SourceRow put(SourceRow row, int part, Map<Integer, RowValues> all) {
		int last = this.cells.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<SourceCell> put = new ArrayList<>();
		for (int i = 0; i < Math.max(row.cells().size(), Math.min(last, Column.MOST)); i++) {
			String text = this.cells.get(i + 1);
			put.add((text != null) ? cell(text) : followed(row, i, all));
		}
		return new SourceRow(row.number(), part, put);
	}

	/** A cell that is merged with another has its text. */
	private SourceCell followed(SourceRow row, int column, Map<Integer, RowValues> all) {
		SourceCell cell = row.cell(column);
		SourceCell.Covered by = cell.covered();
		if (by == null) {
			return cell;
		}
		RowValues origin = (by.up() == 0) ? this : all.getOrDefault(row.number() - by.up(), NONE);
		String text = origin.cells.get(column - by.left() + 1);
		return (text != null) ? new SourceCell(cell(text).text(), by, cell.number()) : cell;
	}

	/** What a person types is written the Vietnamese way; its marks are certain. */
	private static SourceCell cell(String text) {
		String typed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
		return new SourceCell(typed, null, typed.chars().anyMatch(Character::isDigit));
	}

}
