package vn.wardkpi.planimport.web.wizard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.OpenPoint;
import vn.wardkpi.planimport.proposal.OpenPoint.Told;
import vn.wardkpi.planimport.proposal.OpenPoint.Unsure;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.web.wizard.Question.Field;

/**
 * What is open in a reading, the worst first. A question is answered by accepting it, or
 * by saying of its row, column or table what it is.
 */
final class Questions {

	private final FilePlaces places;

	private final TableMapping stated;

	private final Understandings understandings;

	private final WizardMessages messages;

	private final AnswerFields answers;

	Questions(FilePlaces places, TableMapping stated, Understandings understandings, WizardMessages messages) {
		this.places = places;
		this.stated = stated;
		this.understandings = understandings;
		this.messages = messages;
		this.answers = new AnswerFields(places, stated, understandings, messages);
	}

	/**
	 * @param answered ids of those that were accepted
	 */
	List<Question> open(Set<String> answered) {
		Map<String, Question> open = new LinkedHashMap<>();
		for (OpenPoint point : this.places.reading().proposal().open()) {
			question(point).ifPresent((question) -> open.putIfAbsent(question.id(), question));
		}
		return open.values()
			.stream()
			.filter((question) -> question.error() || !answered.contains(question.id()))
			.toList();
	}

	private Optional<Question> question(OpenPoint point) {
		if (point instanceof Unsure unsure) {
			return unsure(unsure.row(), unsure.value(), unsure.inferred());
		}
		ImportProblem problem = ((Told) point).problem();
		return (problem.isError() || !isSaid(problem.place())) ? Optional.of(of(problem)) : Optional.empty();
	}

	/** The same by kind, errors first. */
	static List<Question.Group> grouped(List<Question> questions) {
		Map<String, List<Question>> groups = questions.stream()
			.collect(Collectors.groupingBy(Question::code, LinkedHashMap::new, Collectors.toList()));
		return groups.entrySet()
			.stream()
			.map((group) -> new Question.Group(group.getKey(), group.getValue(),
					group.getValue().size() > 1 && group.getValue().stream().noneMatch(Question::error)))
			.toList();
	}

	/** Whether a person said what the row, the column or the table is. */
	private boolean isSaid(Place place) {
		String sheet = place.sheet();
		Integer row = place.row();
		Integer column = place.column();
		if (sheet == null) {
			return false;
		}
		boolean body = this.places.key(place).map(this.places::role).isPresent();
		if (row != null && body) {
			return column == null && this.stated.row(sheet, row) != null
					&& this.places.understood(key(place)).isEmpty();
		}
		return (column != null) ? this.stated.columns().getOrDefault(sheet, Map.of()).containsKey(column) : row == null
				&& this.stated.tables().containsKey(sheet)
				&& this.places.reading().tables().others().stream().anyMatch((one) -> one.sheet().equals(sheet));
	}

	private RowKey key(Place place) {
		return this.places.key(place).orElseThrow();
	}

	private Question of(ImportProblem problem) {
		Place place = problem.place();
		Optional<RowKey> row = this.places.key(place).filter((key) -> this.places.isBody(key));
		AnswerFields.Answers fields = this.answers.of(problem, row.orElse(null));
		String accept = problem.isError() ? null : this.answers.accepted(problem, row.orElse(null));
		return new Question(id(problem.problem().code(), place, problem.problem().arguments()),
				problem.problem().code(), problem.isError(), this.messages.message(problem.problem()),
				where(place, problem.no()), row.orElse(null), anchor(problem), fields.options(), fields.fields(),
				accept);
	}

	private Optional<Question> unsure(Proposal.Row row, RowValue value, Inferred found) {
		RowKey key = this.places.key(row.source().place()).orElse(null);
		if (key == null || this.understandings.values(key).said(value) != null) {
			return Optional.empty();
		}
		String label = this.messages.value(value.key(), found.value());
		String name = this.messages.text("planimport.field." + value.key());
		Field field = new Field(value.key() + ":" + key, name, found.value(),
				this.understandings.choices(value, found.value()));
		return Optional.of(new Question(id(value.key(), row.source().place(), List.of(found.value(), found.reason())),
				"inferred-" + value.key(), false,
				this.messages.text("planimport.question.inferred", name, label, this.messages.why(found)),
				where(row.source().place(), row.indicator().no()) + " · " + row.indicator().name(), key,
				"row-" + key.whole(), List.of(), List.of(field),
				this.messages.text("planimport.answer.accept-value", label)));
	}

	/** Where on the page it stands. */
	private @Nullable String anchor(ImportProblem problem) {
		Place place = problem.place();
		if (AnswerFields.isOfYears(problem)) {
			return "fromYear";
		}
		RowKey row = this.places.key(place).orElse(null);
		if (row != null && this.places.isShown(row)) {
			return "row-" + row.whole();
		}
		TableBlock block = this.places.block(place).orElse(null);
		if (block == null) {
			return null;
		}
		int table = this.places.blocks().indexOf(block);
		boolean named = this.places.isChosen(block) || this.places.reading().tables().chosen().isEmpty();
		return (place.column() != null && named) ? "column-" + table + "-" + place.column() : "table-" + table;
	}

	private String where(Place place, @Nullable String no) {
		List<String> parts = new ArrayList<>();
		String sheet = place.sheet();
		if (sheet != null && this.places.blocks().size() > 1) {
			parts.add(sheet);
		}
		if (no != null) {
			parts.add(this.messages.text("planimport.at-row", no));
		}
		if (place.cell() != null) {
			parts.add(this.messages.text("planimport.at-cell", Objects.requireNonNull(place.cell())));
		}
		else if (place.row() != null) {
			parts.add(this.messages.text("planimport.at-line", String.valueOf(place.row())));
		}
		return String.join(" · ", parts);
	}

	private static String id(String code, Place place, List<String> arguments) {
		String whole = code + "\n" + place + "\n" + String.join("\n", arguments);
		return "q" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
	}

}
