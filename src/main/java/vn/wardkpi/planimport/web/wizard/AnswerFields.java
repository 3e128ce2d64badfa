package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.planimport.web.wizard.Question.Field;
import vn.wardkpi.planimport.web.wizard.Question.Option;
import vn.wardkpi.planimport.web.wizard.TableView.Choice;

/**
 * By what a question can be answered where it stands: the cell, the number or the role of
 * its row, the role of its column, whether its table counts.
 */
final class AnswerFields {

	/** Problems whose second argument is how the cell was probably meant. */
	private static final Set<String> SUGGESTING = Set.of("number-ambiguous", "target-unclear", "target-fraction");

	static final String SEVERAL = "import-several-in-row";

	private static final String SIMILAR_UNIT = "import-lead-unit-similar";

	private static final List<RowRole> CHANGEABLE = List.of(RowRole.INDICATOR, RowRole.SECTION, RowRole.OF_WHICH,
			RowRole.TOTAL, RowRole.NOTE, RowRole.HEADING);

	private final FilePlaces places;

	private final TableMapping stated;

	private final Understandings understandings;

	private final WizardMessages messages;

	AnswerFields(FilePlaces places, TableMapping stated, Understandings understandings, WizardMessages messages) {
		this.places = places;
		this.stated = stated;
		this.understandings = understandings;
		this.messages = messages;
	}

	/**
	 * @param row in the body of a table; {@code null} for other places
	 */
	Answers of(ImportProblem problem, @Nullable RowKey row) {
		Place place = problem.place();
		Integer column = place.column();
		if (problem.problem().code().equals(SIMILAR_UNIT)) {
			return units(problem.problem().arguments());
		}
		if (isOfYears(problem)) {
			return years();
		}
		if (row != null) {
			return (column != null) ? cell(problem, row, column) : row(problem, row);
		}
		TableBlock block = this.places.block(place).orElse(null);
		if (block == null) {
			return Answers.NONE;
		}
		if (column != null) {
			return column(block, column);
		}
		return table(block);
	}

	/** Each unit that may be meant, for every row that names it so. */
	private Answers units(List<String> arguments) {
		String name = arguments.get(0);
		List<Option> options = new ArrayList<>();
		for (String known : arguments.subList(2, arguments.size())) {
			List<String> assignments = new ArrayList<>();
			for (Proposal.Row row : this.places.reading().proposal().rows()) {
				List<String> units = row.source().leadUnits();
				if (units.contains(name)) {
					String changed = units.stream()
						.map((unit) -> unit.equals(name) ? known : unit)
						.distinct()
						.collect(Collectors.joining("; "));
					this.places.key(row.source().place())
						.ifPresent((key) -> assignments.add("leadUnits:" + key + "=" + changed));
				}
			}
			options.add(new Option(String.join("\n", assignments),
					this.messages.text("planimport.answer.known-unit", known)));
		}
		return new Answers(options, List.of());
	}

	static boolean isOfYears(ImportProblem problem) {
		return problem.problem().code().startsWith("import-years-");
	}

	private Answers years() {
		return new Answers(List.of(),
				List.of(new Field("fromYear", this.messages.text("planimport.fromYear"), "",
						YearChoices.from(this.places, this.messages)),
						new Field("toYear", this.messages.text("planimport.toYear"), "",
								YearChoices.to(this.places, this.messages))));
	}

	private Answers cell(ImportProblem problem, RowKey key, int column) {
		String name = "cell:" + key + ":" + column;
		List<Option> options = new ArrayList<>();
		List<String> arguments = problem.problem().arguments();
		if (SUGGESTING.contains(problem.problem().code()) && arguments.size() > 1 && !arguments.get(1).isBlank()) {
			String meant = arguments.get(1);
			options.add(new Option(name + "=" + meant, this.messages.text("planimport.answer.take", meant)));
		}
		if (isOfPeriod(problem, key)) {
			options.add(new Option(everyYear(key, column), this.messages.text("planimport.answer.every-year")));
		}
		return new Answers(options,
				List.of(new Field(name, this.messages.text("planimport.answer.cell"), text(key, column), List.of())));
	}

	/** Whether a text merged over years was taken for that of the whole period. */
	boolean isOfPeriod(ImportProblem problem, RowKey key) {
		return problem.problem().code().equals("import-merged-over-years") && this.places.understood(key)
			.map((row) -> row.source().period())
			.filter((period) -> problem.place().equals(period.place()))
			.isPresent();
	}

	/** What accepting says. */
	String accepted(ImportProblem problem, @Nullable RowKey key) {
		return this.messages.text(switch (problem.problem().code()) {
			case SIMILAR_UNIT -> "planimport.answer.new-unit";
			case SEVERAL -> "planimport.answer.one";
			case "import-merged-over-years" -> (key == null) ? "planimport.answer.accept"
					: isOfPeriod(problem, key) ? "planimport.answer.period" : "planimport.answer.every-year";
			default -> "planimport.answer.accept";
		});
	}

	/** The text of a merged cell, put into each of those it covers. */
	private String everyYear(RowKey key, int column) {
		SourceRow row = this.places.row(key).orElseThrow();
		List<String> assignments = new ArrayList<>();
		for (int i = column - 1; i < row.cells().size(); i++) {
			SourceCell.Covered by = row.cell(i).covered();
			if (i == column - 1 || (by != null && by.left() == i - column + 1)) {
				assignments.add("cell:" + key + ":" + (i + 1) + "=" + text(key, column));
			}
		}
		return String.join("\n", assignments);
	}

	/** As it stands now. */
	String text(RowKey key, int column) {
		String typed = this.understandings.values(key).cells().get(column);
		return (typed != null) ? typed : this.places.row(key).map((row) -> row.cell(column - 1).line()).orElse("");
	}

	private Answers row(ImportProblem problem, RowKey key) {
		String code = problem.problem().code();
		List<Field> fields = new ArrayList<>();
		boolean canonical = this.places.role(key) == null;
		if (code.startsWith("import-number") || code.equals("import-parent-missing")) {
			String present = this.places.understood(key)
				.map((row) -> row.indicator().no())
				.orElseGet(() -> this.understandings.values(key).said(RowValue.NO, ""));
			fields.add(new Field("no:" + key, this.messages.text("planimport.field.no"), present, List.of()));
		}
		if (code.equals("import-name-missing")) {
			fields.add(new Field("name:" + key, this.messages.text("planimport.field.name"), "", List.of()));
		}
		boolean ofRole = problem.isError() || this.places.understood(key).isEmpty()
				|| code.equals("import-group-or-field") || code.equals("import-number-missing");
		if (ofRole && !canonical) {
			fields.add(new Field("row:" + key.whole(), this.messages.text("planimport.answer.row"), "",
					roles(this.places.role(key))));
		}
		List<Option> options = code.equals(SEVERAL) ? List.of(new Option("divide:" + key.whole() + "=yes", this.messages
			.text("planimport.answer.divide", Objects.requireNonNull(problem.problem().arguments().get(0)))))
				: List.of();
		return new Answers(options, fields);
	}

	List<Choice> roles(@Nullable RowRole present) {
		List<Choice> roles = new ArrayList<>();
		if (present == null) {
			roles.add(new Choice("", this.messages.text("planimport.row.none"), true));
		}
		for (RowRole role : CHANGEABLE) {
			roles.add(new Choice(role.name(), this.messages.text("planimport.row." + role), role == present));
		}
		return roles;
	}

	private Answers column(TableBlock block, int place) {
		Heading heading = block.heading();
		Column column = (heading != null && place <= heading.columns().size()) ? heading.columns().get(place - 1)
				: new Column(Part.NONE, null, null, "");
		return new Answers(List.of(), List.of(new Field("column:" + this.places.blocks().indexOf(block) + ":" + place,
				this.messages.text("planimport.answer.column"), ColumnChoice.of(column).code(), columns(column))));
	}

	List<Choice> columns(Column column) {
		ColumnChoice present = ColumnChoice.of(column);
		return ColumnChoice.all(this.places.from(), this.places.to(), present)
			.stream()
			.map((choice) -> new Choice(choice.code(), this.messages.label(choice, this.places.reading().ward()),
					choice.code().equals(present.code())))
			.toList();
	}

	private Answers table(TableBlock block) {
		if (this.places.isChosen(block) || Objects.equals(this.stated.tables().get(block.sheet()), false)) {
			return Answers.NONE;
		}
		String name = "table:" + this.places.blocks().indexOf(block);
		return new Answers(List.of(new Option(name + "=yes", this.messages.text("planimport.answer.table-yes")),
				new Option(name + "=no", this.messages.text("planimport.answer.table-no"))), List.of());
	}

	record Answers(List<Option> options, List<Field> fields) {

		static final Answers NONE = new Answers(List.of(), List.of());

	}

}
