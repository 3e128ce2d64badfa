package vn.wardkpi.account;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;

/**
 * Says what was done to an account in the terms of the audit.
 */
@Component
class AccountChanges {

	private final ApplicationEventPublisher events;

	AccountChanges(ApplicationEventPublisher events) {
		this.events = events;
	}

	@EventListener
	void on(AccountEvent event) {
		if (event instanceof AccountEvent.Created created) {
			publish(event, "CREATED", null, created.state());
		}
		else if (event instanceof AccountEvent.Changed changed) {
			publish(event, "CHANGED", changed.before(), changed.after());
		}
		else if (event instanceof AccountEvent.MailChanged mail) {
			publish(event, "CHANGED", mail.before(), mail.after());
		}
		else if (event instanceof AccountEvent.PasswordChanged) {
			publish(event, "PASSWORD_CHANGED", null, null);
		}
		else if (event instanceof AccountEvent.PasswordReset) {
			publish(event, "PASSWORD_RESET", null, null);
		}
		else if (event instanceof AccountEvent.TokenCreated token) {
			publish(event, "TOKEN_CREATED", null, token.name());
		}
		else if (event instanceof AccountEvent.TokenRevoked token) {
			publish(event, "TOKEN_REVOKED", token.name(), null);
		}
	}

	private void publish(AccountEvent event, String action, @Nullable String from, @Nullable String to) {
		this.events.publishEvent(new Change(event.actor(), event.ward(), null, null, Subject.USER, event.username(),
				action, from, to, null));
	}

}
