package vn.wardkpi.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * The program works as a database role that cannot alter what is append-only; another one
 * owns the schema and migrates it ({@code spring.flyway.user}).
 */
@Configuration(proxyBeanMethods = false)
class DatabaseRoles {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseRoles.class);

	private final AuditProtection protection;

	DatabaseRoles(AuditProtection protection) {
		this.protection = protection;
	}

	@EventListener(ApplicationReadyEvent.class)
	void warnWhereOneRoleDoesEverything() {
		if (!this.protection.isEnforcedByRole()) {
			logger.warn("""
					The program's database role may alter the audit: it owns the schema or may do more than it needs. \
					Append-only is then kept by triggers alone. Give the program a role of its own and the schema's \
					owner to spring.flyway.user, as README.md describes.""");
		}
	}

}
