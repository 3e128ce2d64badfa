package vn.wardkpi.embedded;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The server itself, for the program and for commands that only need its data: migrated
 * by the owner, worked on by a role that owns nothing.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
public class EmbeddedServer {

	@Bean
	LocalPostgres localPostgres(@Value("${ward-kpi.data-dir:./data}") Path directory,
			ApplicationEventPublisher events) {
		return LocalPostgres.start(directory).keepRunning(() -> events.publishEvent(new EmbeddedServerLost()));
	}

	@Bean
	JdbcConnectionDetails embeddedConnectionDetails(LocalPostgres postgres) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return LocalPostgres.PROGRAM;
			}

			@Override
			public String getPassword() {
				return postgres.programPassword();
			}

			@Override
			public String getJdbcUrl() {
				return postgres.url();
			}

		};
	}

	@Bean
	FlywayConnectionDetails embeddedOwnerDetails(LocalPostgres postgres) {
		return new FlywayConnectionDetails() {

			@Override
			public String getUsername() {
				return LocalPostgres.OWNER;
			}

			@Override
			public String getPassword() {
				return postgres.ownerPassword();
			}

			@Override
			public String getJdbcUrl() {
				return postgres.url();
			}

		};
	}

}
