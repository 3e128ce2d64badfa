package vn.wardkpi.account.web.people;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.people.Person;
import vn.wardkpi.account.people.Person.State;
import vn.wardkpi.account.people.PersonColumn;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A list of people as it was understood.
 *
 * @param remarks what of the file was not read
 * @param refusal what is said of all of it
 */
record PeoplePage(List<Line> lines, List<String> remarks, @Nullable String refusal) {

	private static final List<PersonColumn> ORDER = List.of(PersonColumn.USERNAME, PersonColumn.EMAIL,
			PersonColumn.ROLE, PersonColumn.PLACE, PersonColumn.LEAD_UNITS);

	static PeoplePage empty() {
		return new PeoplePage(List.of(), List.of(), null);
	}

	static PeoplePage refused(String words) {
		return new PeoplePage(List.of(), List.of(), words);
	}

	static PeoplePage of(List<Person> people, List<Problem> remarks, ProblemMessages messages) {
		return new PeoplePage(people.stream().map((person) -> Line.of(person, messages)).toList(),
				remarks.stream().map(messages::message).toList(), null);
	}

	PeoplePage because(String words) {
		return new PeoplePage(this.lines, this.remarks, words);
	}

	public long count(String state) {
		return this.lines.stream().filter((line) -> line.state().name().equals(state)).count();
	}

	public boolean storable() {
		return count("ERROR") == 0 && count("NEW") > 0;
	}

	/**
	 * @param number of the line in the file
	 * @param words what happens to the row
	 * @param name the cell of the name, which heads the row
	 */
	record Line(int number, State state, String words, Cell name, List<Cell> cells) {

		static Line of(Person person, ProblemMessages messages) {
			int line = person.row().line();
			return new Line(line, person.state(), messages.text("people.state." + person.state()),
					cell(PersonColumn.NAME, person, messages),
					ORDER.stream().map((column) -> cell(column, person, messages)).toList());
		}

		public boolean mayBeLeftOut() {
			return this.state != State.EXISTING;
		}

		public boolean leftOut() {
			return this.state == State.LEFT_OUT;
		}

		public boolean isWrong() {
			return this.state == State.ERROR;
		}

		public List<Cell> all() {
			return Stream.concat(Stream.of(this.name), this.cells.stream()).toList();
		}

		private static Cell cell(PersonColumn column, Person person, ProblemMessages messages) {
			boolean shows = person.state() == State.NEW || person.state() == State.ERROR;
			List<Problem> remarks = shows ? person.remarksOf(column) : List.of();
			String typed = person.row().cell(column);
			return new Cell(person.row().line() + "." + column.name(), messages.text("people.column." + column), typed,
					understood(column, person, typed, messages),
					remarks.stream().anyMatch(Problem::isError) && person.state() == State.ERROR,
					remarks.stream().map(messages::message).toList());
		}

		private static String understood(PersonColumn column, Person person, String typed, ProblemMessages messages) {
			Role role = person.account().role();
			String text = switch (column) {
				case ROLE -> (role != null) ? messages.text("enum.role." + role) : typed;
				case PLACE -> (person.placeName() != null) ? person.placeName() : typed;
				case LEAD_UNITS -> units(person, role, typed, messages);
				default -> typed;
			};
			return text.isEmpty() ? "–" : text;
		}

		private static String units(Person person, @Nullable Role role, String typed, ProblemMessages messages) {
			List<String> units = person.account().leadUnits();
			if (units != null && units.equals(List.of("*"))) {
				return messages.text("account.lead-units.all");
			}
			if (role != null && role != Role.OFFICIAL) {
				return "";
			}
			return person.leadUnitNames().isEmpty() ? typed : String.join(", ", person.leadUnitNames());
		}

	}

	/**
	 * @param field its name in the form
	 * @param text as it was understood
	 * @param wrong whether it is to be put right
	 */
	record Cell(String field, String label, String typed, String text, boolean wrong, List<String> remarks) {

		public String id() {
			return "c" + this.field.replace('.', '-');
		}

	}

	/** The headings of the columns behind the name. */
	public List<String> columns() {
		return this.lines.isEmpty() ? List.of()
				: Arrays.asList(this.lines.get(0).cells().stream().map(Cell::label).toArray(String[]::new));
	}

}
