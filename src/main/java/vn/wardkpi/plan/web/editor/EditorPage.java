package vn.wardkpi.plan.web.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.plan.web.editor.EditorForm.TypedRow;
import vn.wardkpi.plan.web.editor.EditorReading.EditorProblem;
import vn.wardkpi.plan.web.editor.EditorReading.Read;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The table as it is shown.
 *
 * @param dated whether a change needs a reason and a day
 * @param blank a new row to write in
 * @param errors what is wrong, each with where
 * @param beside what is wrong with reason and day, by their names
 * @param result what the changes would come to; {@code null} where that was not looked at
 * @param page of the table, from 1
 */
record EditorPage(PlanSummary plan, boolean dated, List<EditorColumn> columns, List<Line> lines, Line blank,
		EditorForm form, int changes, List<Wrong> errors, Map<String, List<String>> beside, @Nullable Result result,
		int page, int pages) {

	/** A form of this many rows stays within what a server takes. */
	static final int ROWS = 150;

	/**
	 * Issuers that have no column yet.
	 */
	public List<Issuer> otherIssuers() {
		return Arrays.stream(Issuer.values()).filter((issuer) -> !this.form.issuers().contains(issuer)).toList();
	}

	/**
	 * Their names, as the form carries them.
	 */
	public String issuers(@Nullable Issuer more) {
		return Stream.concat(this.form.issuers().stream(), Stream.ofNullable(more))
			.map(Issuer::name)
			.reduce((one, other) -> one + "," + other)
			.orElse("");
	}

	public List<EditorColumn.Group> groups() {
		return List.of(EditorColumn.Group.values());
	}

	/**
	 * @param kept whether it is what was written in a row that somebody else removed
	 * @param removedButChanged whether it is to go though somebody else changed it
	 * @param mark of all of it, to confirm that
	 */
	record Line(String key, String no, String name, boolean added, boolean kept, boolean removed,
			boolean removedButChanged, String mark, String seen, boolean below, List<EditorCell> cells) {

		Line {
			cells = List.copyOf(cells);
		}

	}

	/**
	 * @param anchor id of the field
	 */
	record Wrong(String anchor, String text) {
	}

	/**
	 * @param day on which the changes show first
	 */
	record Result(LocalDate day, String mark, List<Changed> changes) {

		Result {
			changes = List.copyOf(changes);
		}

		/** How many verdicts of indicators change. */
		public long verdicts() {
			return this.changes.stream().filter((one) -> one.no() != null).count();
		}

		/** How many headlines of years change. */
		public long headlines() {
			return this.changes.size() - verdicts();
		}

		static Result of(PlanChange change, String mark, List<AttainmentChange> changes) {
			Map<String, String> names = new HashMap<>();
			change.before().indicators().forEach((row) -> names.put(row.no(), row.name()));
			change.after().indicators().forEach((row) -> names.put(row.no(), row.name()));
			return new Result(change.day(), mark, changes.stream().map((one) -> Changed.of(one, names)).toList());
		}

	}

	/**
	 * A verdict or headline that would not be the same; as templates of changes take it.
	 *
	 * @param no {@code null} for the year's headline
	 */
	record Changed(int year, Issuer issuer, @Nullable String no, @Nullable String name, String from, String to,
			@Nullable Verdict was, @Nullable Verdict is) {

		static Changed of(AttainmentChange change, Map<String, String> names) {
			String no = change.no();
			return new Changed(change.year(), change.issuer(), no, (no != null) ? names.getOrDefault(no, no) : null,
					change.from(), change.to(), (no != null) ? Verdict.valueOf(change.from()) : null,
					(no != null) ? Verdict.valueOf(change.to()) : null);
		}

	}

	/**
	 * Makes the lines of a page.
	 */
	static final class Lines {

		private final List<EditorColumn> columns;

		private final EditorReading reading;

		private final ProblemMessages messages;

		private final Map<String, List<String>> errors = new HashMap<>();

		Lines(List<EditorColumn> columns, EditorReading reading, List<EditorProblem> problems,
				ProblemMessages messages) {
			this.columns = columns;
			this.reading = reading;
			this.messages = messages;
			problems.forEach((problem) -> this.errors
				.computeIfAbsent(problem.row() + "." + problem.column(), (place) -> new ArrayList<>())
				.add(messages.message(problem.problem())));
		}

		/**
		 * Stored rows in their order, each new one where it will stand as far as it says.
		 */
		List<Line> of(List<StoredRow> stored, int from) {
			List<Line> lines = new ArrayList<>(stored.stream().map(this::line).toList());
			for (TypedRow row : this.reading.added()) {
				lines.add(place(row, lines, from), line(row));
			}
			return lines;
		}

		Line blank() {
			return line(new TypedRow("n0", Map.of("role", "COUNTED")));
		}

		private static int place(TypedRow row, List<Line> lines, int from) {
			String order = Objects.requireNonNullElse(row.cell("order"), "");
			if (order.matches("\\d{1,4}")) {
				return Math.max(0, Math.min(Integer.parseInt(order) - 1 - from, lines.size()));
			}
			String parent = Objects.requireNonNullElse(row.cell("parentNo"), "");
			int at = lines.size();
			for (int i = 0; i < lines.size() && !parent.isEmpty(); i++) {
				if (lines.get(i).no().equals(parent) || lines.get(i).no().startsWith(parent + ".")) {
					at = i + 1;
				}
			}
			return at;
		}

		private Line line(StoredRow row) {
			List<EditorCell> cells = new ArrayList<>();
			String unit = this.reading.cell(row, column("unit")).text();
			Direction direction = row.indicator().rule().direction();
			for (EditorColumn column : this.columns) {
				Read read = this.reading.cell(row, column);
				cells.add(new EditorCell(column, read.text(), row.value(column),
						read.conflict() ? row.value(column) : null,
						column.isTarget() ? TargetWords.of(read.text(), unit, direction, this.messages) : null,
						errors(row.key(), column)));
			}
			return new Line(row.key(), row.indicator().no(), row.indicator().name(), false, false,
					this.reading.isRemoved(row.key()), this.reading.isRemovedButChanged(row.key()),
					StoredRow.mark(row.seen(this.columns)), this.reading.seen(row),
					row.indicator().rule().parentNo() != null, cells);
		}

		private Line line(TypedRow row) {
			List<EditorCell> cells = new ArrayList<>();
			String unit = Objects.requireNonNullElse(row.cell("unit"), "");
			Direction direction = "LOWER_IS_BETTER".equals(row.cell("direction")) ? Direction.LOWER_IS_BETTER
					: Direction.HIGHER_IS_BETTER;
			for (EditorColumn column : this.columns) {
				String text = Objects.requireNonNullElse(row.cell(column.key()), "");
				cells.add(new EditorCell(column, text, "", null,
						column.isTarget() ? TargetWords.of(text, unit, direction, this.messages) : null,
						errors(row.key(), column)));
			}
			return new Line(row.key(), Objects.requireNonNullElse(row.cell("no"), ""),
					Objects.requireNonNullElse(row.cell("name"), ""), true, this.reading.isKept(row), false, false, "",
					"", !Objects.requireNonNullElse(row.cell("parentNo"), "").isEmpty(), cells);
		}

		private EditorColumn column(String key) {
			return this.columns.stream().filter((column) -> column.key().equals(key)).findFirst().orElseThrow();
		}

		private List<String> errors(String row, EditorColumn column) {
			return this.errors.getOrDefault(row + "." + column.key(), List.of());
		}

	}

}
