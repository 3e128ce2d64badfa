package vn.wardkpi.account.signin;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Removes the rows of sessions that have run out, every minute.
 */
@Component
class EndedSessions {

	private final JdbcIndexedSessionRepository sessions;

	EndedSessions(JdbcIndexedSessionRepository sessions) {
		this.sessions = sessions;
	}

	@Scheduled(cron = JdbcIndexedSessionRepository.DEFAULT_CLEANUP_CRON)
	void remove() {
		this.sessions.cleanUpExpiredSessions();
	}

}
