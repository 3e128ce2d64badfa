package vn.wardkpi.account.signin;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.SingleIndexResolver;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in the database, so that any instance serves any request. The statement
 * that reads a session also asks whether its account still is as it was when the session
 * was opened: a change of role, ward or password, or disabling the account, ends its
 * sessions everywhere at once and costs no further statement.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.HOURS * 60 * 60)
class SessionConfiguration {

	/** A working day without a request ends a session. */
	static final int HOURS = 8;

	/** So many after signing in every session ends, however busy. */
	static final int MOST_HOURS = 12;

	private static final String FIND = """
			select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
			       a.attribute_name, a.attribute_bytes
			from spring_session s
			left join spring_session_attributes a on a.session_primary_id = s.primary_id
			where s.session_id = ?
			and s.creation_time > (extract(epoch from now()) - %d * 3600) * 1000
			and (s.principal_name is null or exists (
			    select 1 from user_account u
			    where u.enabled and u.username = split_part(s.principal_name, '@', 1)
			    and u.version::text = split_part(s.principal_name, '@', 2)))
			""".formatted(MOST_HOURS);

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfUnchangedAccounts() {
		return (sessions) -> {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
			sessions.setGetSessionQuery(FIND);
			// Its own scheduler tells of a database that is down with a stack trace a
			// minute: EndedSessions does it.
			sessions.setCleanupCron(Scheduled.CRON_DISABLED);
		};
	}

	/** Reading a session is one statement; what writes one opens its own transaction. */
	@Bean(defaultCandidate = false)
	@Qualifier("springSessionTransactionOperations")
	TransactionOperations springSessionTransactionOperations() {
		return TransactionOperations.withoutTransaction();
	}

	@Bean
	@Primary
	SessionRepository<? extends Session> seldomTouchedSessions(JdbcIndexedSessionRepository sessions,
			PlatformTransactionManager transactions) {
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new SeldomTouchedSessions<>(sessions, transaction);
	}

	@Bean
	ServletListenerRegistrationBean<ServletRequestListener> requestsBeginWithSessionsAsTheyAre() {
		return new ServletListenerRegistrationBean<>(new ServletRequestListener() {

			@Override
			public void requestInitialized(ServletRequestEvent request) {
				SeldomTouchedSessions.forget();
			}

		});
	}

	@Bean
	CookieSerializer sessionCookie() {
		return new SessionCookie();
	}

	@Bean
	IndexResolver<Session> springSessionIndexResolver() {
		return new AccountVersion<>();
	}

	@Bean
	<S extends Session> FilterRegistrationBean<SessionRepositoryFilter<S>> sessionFilter(
			SessionRepositoryFilter<S> filter) {
		FilterRegistrationBean<SessionRepositoryFilter<S>> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

	/**
	 * Writes "username@version" beside a session; no username contains an at sign.
	 */
	private static final class AccountVersion<S extends Session> extends SingleIndexResolver<S> {

		private AccountVersion() {
			super(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
		}

		@Override
		public @Nullable String resolveIndexValueFor(S session) {
			SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
			return (context != null && context.getAuthentication() != null
					&& context.getAuthentication().getPrincipal() instanceof SessionUser account)
							? account.getUsername() + "@" + account.version() : null;
		}

	}

}
