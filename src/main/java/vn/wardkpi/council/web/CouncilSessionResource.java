package vn.wardkpi.council.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.CouncilSessions;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.council.SessionInput;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Wards;

/**
 * Sessions of a ward's council.
 */
@RestController
@RequestMapping("/api/v1/wards/{code}/council-sessions")
class CouncilSessionResource {

	private final CouncilSessions sessions;

	private final QuestionCatalog questions;

	private final Wards wards;

	CouncilSessionResource(CouncilSessions sessions, QuestionCatalog questions, Wards wards) {
		this.sessions = sessions;
		this.questions = questions;
		this.wards = wards;
	}

	/** The latest first. */
	@GetMapping
	List<SessionAnswer> all(@PathVariable WardCode code, Actor actor) {
		this.wards.require(code);
		return this.sessions.ofWard(code).stream().map(SessionAnswer::of).toList();
	}

	@PostMapping
	ResponseEntity<SessionAnswer> call(@PathVariable WardCode code, @RequestBody SessionInput body, Actor actor) {
		CouncilSession called = this.sessions.call(code, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/wards/" + code + "/council-sessions/" + called.id()))
			.body(SessionAnswer.of(called));
	}

	@GetMapping("/{session}")
	SessionAnswer one(@PathVariable WardCode code, @PathVariable long session, Actor actor) {
		return SessionAnswer.of(this.sessions.require(code, session));
	}

	/** What is left out stays as it stands; so does always the day that it saw. */
	@PatchMapping("/{session}")
	SessionAnswer change(@PathVariable WardCode code, @PathVariable long session, @RequestBody SessionInput body,
			Actor actor) {
		return SessionAnswer.of(this.sessions.change(code, session, body, null, actor));
	}

	@PostMapping("/{session}/cancel")
	SessionAnswer cancel(@PathVariable WardCode code, @PathVariable long session, @RequestBody CancelRequest body,
			Actor actor) {
		return SessionAnswer.of(this.sessions.cancel(code, session, body.reason(), actor));
	}

	/**
	 * What was asked in it or carried over to it, also what has been carried on since.
	 */
	@GetMapping("/{session}/questions")
	List<QuestionAnswer> questions(@PathVariable WardCode code, @PathVariable long session, Actor actor) {
		this.sessions.require(code, session);
		return this.questions.ofSession(session).stream().map(QuestionAnswer::of).toList();
	}

	/**
	 * @param reason why it is not held
	 */
	record CancelRequest(@Nullable String reason) {
	}

	/**
	 * @param asOf the day whose targets and approved figures it saw
	 * @param cancelled why it is not held; {@code null} for one that is
	 */
	record SessionAnswer(long id, String wardCode, LocalDate date, String title, LocalDate asOf,
			@Nullable String agenda, @Nullable String cancelled) {

		static SessionAnswer of(CouncilSession session) {
			return new SessionAnswer(session.id(), session.ward().value(), session.date(), session.title(),
					session.asOf(), session.agenda(), session.cancelled());
		}

	}

}
