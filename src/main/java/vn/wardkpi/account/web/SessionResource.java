package vn.wardkpi.account.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.account.signin.OpenSessions.OpenSession;
import vn.wardkpi.shared.Actor;

/**
 * Where somebody is signed in with a browser: one's own, and those of accounts that are
 * administered.
 */
@RestController
@RequestMapping("/api/v1/users/{username}/sessions")
class SessionResource {

	private final OpenSessions sessions;

	SessionResource(OpenSessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * Those that are open, the latest used first. A program's own call is none of them.
	 */
	@GetMapping
	List<SessionView> list(@PathVariable String username, Actor actor) {
		return this.sessions.of(username, null, actor).stream().map(SessionView::of).toList();
	}

	/**
	 * Ends one, or all where none is named. Whoever used it has to sign in again.
	 */
	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@PathVariable String username, @RequestParam(required = false) @Nullable String session, Actor actor) {
		this.sessions.end(username, session, null, actor);
	}

	/**
	 * @param session stands for it in calls; nobody can sign in with it
	 * @param device browser and system, as far as they are known
	 * @param address from where it was opened
	 */
	record SessionView(String session, String device, String address, Instant since, Instant lastUsed) {

		static SessionView of(OpenSession one) {
			return new SessionView(one.handle(), one.device(), one.address(), one.since(), one.lastUsed());
		}

	}

}
