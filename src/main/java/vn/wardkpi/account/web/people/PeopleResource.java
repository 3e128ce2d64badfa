package vn.wardkpi.account.web.people;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.people.PeopleFile;
import vn.wardkpi.account.people.PeopleImport;
import vn.wardkpi.account.people.Person;
import vn.wardkpi.account.people.Person.State;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.Role;
import vn.wardkpi.webui.ProblemMessages;

@RestController
@RequestMapping("/api/v1/users")
class PeopleResource {

	private final PeopleImport people;

	private final InvitationLinks links;

	private final ProblemMessages messages;

	PeopleResource(PeopleImport people, InvitationLinks links, ProblemMessages messages) {
		this.people = people;
		this.links = links;
		this.messages = messages;
	}

	/**
	 * 200 for a dry run, 201 for created accounts, 422 with the same content beside the
	 * problem if a row that is not left out is wrong. A link stands in the answer where
	 * it was not mailed.
	 */
	@PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Object> importPeople(@RequestPart MultipartFile file,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(required = false) @Nullable Set<Integer> leaveOut, Actor actor, HttpServletRequest request)
			throws IOException {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		PeopleFile read = PeopleFile.read(file.getBytes());
		List<Person> understood = this.people.propose(read.rows(), (leaveOut != null) ? leaveOut : Set.of(), actor);
		if (understood.stream().anyMatch((person) -> person.state() == State.ERROR)) {
			return refused(understood);
		}
		if (dryRun) {
			return ResponseEntity.ok(PeopleView.of(understood, List.of(), this.messages));
		}
		List<InvitationView> invitations = this.links.of(this.people.store(understood, actor), request)
			.stream()
			.map((one) -> new InvitationView(one.username(), one.link(), one.expiresAt(), one.mailedTo()))
			.toList();
		return ResponseEntity.status(HttpStatus.CREATED).body(PeopleView.of(understood, invitations, this.messages));
	}

	private ResponseEntity<Object> refused(List<Person> understood) {
		PeopleView view = PeopleView.of(understood, List.of(), this.messages);
		List<RowProblem> errors = view.problems().stream().filter((one) -> one.severity() == Severity.ERROR).toList();
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		problem.setTitle(this.messages.text("people.refused.title"));
		problem.setDetail(this.messages.text("refused.people.errors",
				String.valueOf(understood.stream().filter((person) -> person.state() == State.ERROR).count())));
		problem.setProperty("errors",
				errors.stream()
					.map((error) -> new FieldError(error.row() + "." + error.column(), error.code(), error.message()))
					.toList());
		problem.setProperty("created", 0);
		problem.setProperty("rows", view.rows());
		problem.setProperty("problems", view.problems());
		problem.setProperty("invitations", List.of());
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	/**
	 * @param field row and column: "3.username"
	 */
	record FieldError(String field, String code, String message) {
	}

	/**
	 * @param created how many accounts are or would be created
	 */
	record PeopleView(long created, List<RowView> rows, List<RowProblem> problems, List<InvitationView> invitations) {

		static PeopleView of(List<Person> people, List<InvitationView> invitations, ProblemMessages messages) {
			return new PeopleView(people.stream().filter((person) -> person.state() == State.NEW).count(),
					people.stream().map(RowView::of).toList(),
					people.stream().flatMap((person) -> problems(person, messages)).toList(), invitations);
		}

		private static Stream<RowProblem> problems(Person person, ProblemMessages messages) {
			return (person.state() == State.LEFT_OUT) ? Stream.of()
					: person.remarks()
						.stream()
						.map((remark) -> new RowProblem(remark.problem().severity(), remark.problem().code(),
								messages.message(remark.problem()), person.row().line(), remark.column().field()));
		}

	}

	/**
	 * @param row of the file, from 1
	 */
	record RowView(int row, State state, @Nullable String username, @Nullable String displayName, @Nullable Role role,
			@Nullable String wardCode, @Nullable String provinceCode, List<String> leadUnits, @Nullable String email) {

		static RowView of(Person person) {
			List<String> units = person.account().leadUnits();
			return new RowView(person.row().line(), person.state(), person.account().username(),
					person.account().displayName(), person.account().role(), person.account().wardCode(),
					person.account().provinceCode(), (units != null) ? units : List.of(),
					person.email().isEmpty() ? null : person.email());
		}

	}

	record RowProblem(Severity severity, String code, String message, int row, String column) {
	}

	/**
	 * @param link {@code null} where it was mailed
	 */
	record InvitationView(String username, @Nullable String link, Instant expiresAt, @Nullable String mailedTo) {
	}

}
