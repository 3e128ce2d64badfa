package vn.wardkpi.submission.web.workbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.submission.web.entry.CellForm;
import vn.wardkpi.submission.web.entry.RowView;
import vn.wardkpi.submission.web.workbook.FilledForm.FilledCell;
import vn.wardkpi.submission.web.workbook.FilledForm.FilledRow;

/**
 * What a filled-in workbook would change of a form, row by row, and what of it is left
 * out and why. A row is known by its key, and only where the text beside it agrees.
 * Nothing is judged here: that is for those who store it.
 *
 * @param same how many rows say what is stored, or what stood in the file at first
 */
record ReadForm(List<Change> changes, Map<Why, List<String>> left, int same) {

	/** Why a line of the file changes nothing. */
	enum Why {

		FOREIGN, CHANGED_KEY, NAME, TWICE, STRAY, LOCKED, DATE, ERROR, NO_RESULT, WORD, BLANK, MISSING;

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 */
	static ReadForm of(FilledForm file, SubmissionKey form, List<RowView> rows, SubmissionWords words) {
		return new Reader(form, words).read(file.rows(), rows);
	}

	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/**
	 * What one row becomes.
	 *
	 * @param cell with everything that stands in it then
	 * @param computed whether a formula stands in the file
	 * @param meanwhile whether the row was changed since the file was written
	 */
	record Change(RowView row, CellForm cell, List<Part> parts, boolean computed, boolean meanwhile) {
	}

	/**
	 * @param now what is stored
	 * @param then what the file says
	 */
	record Part(FormColumn column, String now, String then) {
	}

	private static final class Reader {

		private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

		private final SubmissionKey form;

		private final SubmissionWords words;

		private final List<Change> changes = new ArrayList<>();

		private final Map<Why, List<String>> left = new EnumMap<>(Why.class);

		private int same;

		Reader(SubmissionKey form, SubmissionWords words) {
			this.form = form;
			this.words = words;
		}

		ReadForm read(List<FilledRow> lines, List<RowView> rows) {
			Map<String, List<FilledRow>> own = new HashMap<>();
			for (FilledRow line : lines) {
				FormKey key = line.key();
				Why why = (key == null) ? Why.STRAY
						: (key.isChanged() ? Why.CHANGED_KEY : (this.form.equals(key.form()) ? null : Why.FOREIGN));
				if (key == null || why != null) {
					leave(Objects.requireNonNullElse(why, Why.STRAY), line.source());
				}
				else {
					own.computeIfAbsent(key.no(), (no) -> new ArrayList<>()).add(line);
				}
			}
			rows.stream().filter((row) -> !row.group()).forEach((row) -> {
				List<FilledRow> found = own.getOrDefault(row.no(), List.of());
				if (found.size() == 1) {
					row(row, found.get(0));
				}
				else if (found.isEmpty()) {
					leave(Why.MISSING, row.no());
				}
				else {
					leave(Why.TWICE, row.no());
				}
			});
			return new ReadForm(List.copyOf(this.changes), this.left, this.same);
		}

		private void row(RowView row, FilledRow line) {
			FormKey key = Objects.requireNonNull(line.key());
			Map<FormColumn, String> texts = new EnumMap<>(FormColumn.class);
			line.cells().forEach((column, cell) -> texts.put(column, cell.text()));
			Optional<FilledCell.Trouble> trouble = line.cells()
				.values()
				.stream()
				.map(FilledCell::trouble)
				.filter(Objects::nonNull)
				.findFirst();
			if (!agrees(line, row)) {
				leave(Why.NAME, line.source());
			}
			else if (trouble.isPresent()) {
				leave(Why.valueOf(trouble.get().name()), row.no());
			}
			else if (RowTexts.sum(texts).equals(key.content())) {
				this.same++;
			}
			else if (!row.mayEnter()) {
				leave(Why.LOCKED, row.no());
			}
			else {
				change(row, line, texts, key.version());
			}
		}

		private static boolean agrees(FilledRow line, RowView row) {
			return plain(line.cell(FormColumn.NO).text()).equals(plain(row.no()))
					&& plain(line.cell(FormColumn.NAME).text()).equals(plain(row.indicator().name()));
		}

		private static String plain(String text) {
			return Normalizer.normalize(text, Normalizer.Form.NFC)
				.replaceAll("[\\s\\u00a0]+", " ")
				.strip()
				.toLowerCase(Locale.ROOT);
		}

		private void change(RowView row, FilledRow line, Map<FormColumn, String> texts, int version) {
			Map<FormColumn, String> stored = RowTexts.stored(row, this.words, VIETNAMESE);
			List<Part> parts = new ArrayList<>();
			boolean emptied = false;
			for (FormColumn column : FormColumn.values()) {
				String now = stored.getOrDefault(column, "");
				String then = texts.getOrDefault(column, "");
				boolean blank = line.cell(column).isBlank();
				emptied = emptied || (column.isTyped() && blank && !now.isEmpty());
				boolean word = row.word() && column == FormColumn.VALUE;
				boolean same = word ? row.kept().getAchieved().equals(verdict(then)) : RowTexts.same(now, then);
				if (column.isTyped() && !blank && !same) {
					parts.add(new Part(column, now, then));
				}
			}
			CellForm cell = row.kept().copy();
			cell.setVersion(String.valueOf(version));
			boolean understood = parts.stream().allMatch((part) -> put(cell, row, part));
			if (!understood) {
				leave(Why.WORD, row.no());
			}
			else if (parts.isEmpty()) {
				if (emptied) {
					leave(Why.BLANK, row.no());
				}
				else {
					this.same++;
				}
			}
			else {
				drop(cell, parts);
				boolean computed = line.cells().values().stream().anyMatch(FilledCell::computed);
				int stands = (row.stored() != null) ? row.stored().version() : 0;
				this.changes.add(new Change(row, cell, List.copyOf(parts), computed, stands != version));
			}
		}

		private boolean put(CellForm cell, RowView row, Part part) {
			switch (part.column()) {
				case VALUE -> {
					if (!row.word()) {
						cell.setValue(part.then());
						return true;
					}
					String verdict = verdict(part.then());
					cell.setAchieved((verdict != null) ? verdict : "");
					return verdict != null;
				}
				case NUMERATOR -> cell.setNumerator(part.then());
				case DENOMINATOR -> cell.setDenominator(part.then());
				case NO_DATA -> cell.setNoDataReason(part.then());
				case CAUSE -> cell.setCause(part.then());
				case REMEDY -> cell.setRemedy(part.then());
				default -> cell.setNote(part.then());
			}
			return true;
		}

		/** In either language: the file may have been written in the other one. */
		private @Nullable String verdict(String text) {
			return RowTexts.WORDS.stream()
				.filter((word) -> List.of(VIETNAMESE, Locale.ENGLISH)
					.stream()
					.anyMatch((locale) -> plain(RowTexts.word(word, this.words, locale)).equals(plain(text))))
				.findFirst()
				.orElse(null);
		}

		/**
		 * A new figure takes the place of the other way to say it, and of a reason why
		 * there is none.
		 */
		private static void drop(CellForm cell, List<Part> parts) {
			boolean value = has(parts, FormColumn.VALUE);
			boolean share = has(parts, FormColumn.NUMERATOR) || has(parts, FormColumn.DENOMINATOR);
			if (value && !share) {
				cell.setNumerator("");
				cell.setDenominator("");
			}
			if (share && !value) {
				cell.setValue("");
			}
			if ((value || share) && !has(parts, FormColumn.NO_DATA)) {
				cell.setNoDataReason("");
			}
		}

		private static boolean has(List<Part> parts, FormColumn column) {
			return parts.stream().anyMatch((part) -> part.column() == column);
		}

		private void leave(Why why, String what) {
			this.left.computeIfAbsent(why, (one) -> new ArrayList<>()).add(what);
		}

	}

}
