package vn.wardkpi.account.web.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.invitation.Invitation;
import vn.wardkpi.account.invitation.Invitations;
import vn.wardkpi.account.people.PeopleFile;
import vn.wardkpi.account.people.PeopleImport;
import vn.wardkpi.account.people.PeopleTemplate;
import vn.wardkpi.account.people.Person;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * People from a file, looked at before anything is stored, and the links that let them
 * set their passwords.
 */
@Controller
@RequestMapping("/users")
class PeopleController {

	private static final String PAGE = "account/people";

	private final PeopleImport people;

	private final PeopleTemplate template;

	private final Invitations invitations;

	private final InvitationLinks links;

	private final ProblemMessages messages;

	PeopleController(PeopleImport people, PeopleTemplate template, Invitations invitations, InvitationLinks links,
			ProblemMessages messages) {
		this.people = people;
		this.template = template;
		this.invitations = invitations;
		this.links = links;
		this.messages = messages;
	}

	@GetMapping("/from-file")
	ModelAndView choose(Actor actor) {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		return page(PeoplePage.empty(), HttpStatus.OK);
	}

	@GetMapping("/from-file/template.xlsx")
	ResponseEntity<byte[]> template(Actor actor) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.template.write(actor, file);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("nguoi-dung.xlsx").build().toString())
			.body(file.toByteArray());
	}

	/**
	 * Reads a file, or the rows of the preview as they were put right; stores them where
	 * that is asked for. The links stand in the answer itself: a redirect would have to
	 * keep them somewhere.
	 */
	@PostMapping("/from-file")
	ModelAndView read(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam Map<String, String> fields, Actor actor, HttpServletRequest request) throws IOException {
		AccountCatalog.refuseOthersThanAdministrators(actor);
		PeopleForm form = PeopleForm.of(fields);
		List<Problem> remarks = List.of();
		try {
			if (form.rows().isEmpty()) {
				PeopleFile read = PeopleFile.read(content(file));
				form = new PeopleForm(read.rows(), form.leftOut(), false);
				remarks = read.remarks();
			}
			List<Person> understood = this.people.propose(form.rows(), form.leftOut(), actor);
			PeoplePage page = PeoplePage.of(understood, remarks, this.messages);
			if (!form.stores()) {
				return page(page, (page.count("ERROR") == 0) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
			}
			return stored(understood, page, actor, request);
		}
		catch (RefusedException ex) {
			return refused(PeoplePage.empty(), ex);
		}
	}

	@PostMapping("/{username}/invitation")
	ModelAndView invite(@PathVariable String username, Actor actor, HttpServletRequest request) {
		return invited(List.of(this.invitations.invite(username, actor)), request);
	}

	private ModelAndView stored(List<Person> people, PeoplePage page, Actor actor, HttpServletRequest request) {
		try {
			return invited(this.people.store(people, actor), request);
		}
		catch (RefusedException ex) {
			return refused(page, ex);
		}
	}

	private ModelAndView refused(PeoplePage page, RefusedException ex) {
		if (ex.kind() == Kind.FORBIDDEN) {
			throw ex;
		}
		String words = ex.fields().isEmpty() ? this.messages.message(ex)
				: this.messages.message(ex.fields().get(0).problem());
		return page(page.because(words), HttpStatus.valueOf(ex.kind().status()));
	}

	private ModelAndView invited(List<Invitation> made, HttpServletRequest request) {
		return new ModelAndView("account/invited").addObject("invitations", this.links.of(made, request));
	}

	private static byte[] content(@Nullable MultipartFile file) throws IOException {
		if (file == null) {
			return new byte[0];
		}
		if (file.getSize() > PeopleFile.MOST_BYTES) {
			throw new RefusedException(Kind.TOO_LARGE, "people.file-too-large");
		}
		return file.getBytes();
	}

	private static ModelAndView page(PeoplePage page, HttpStatus status) {
		ModelAndView answer = new ModelAndView(PAGE).addObject("page", page);
		answer.setStatus(status);
		return answer;
	}

}
