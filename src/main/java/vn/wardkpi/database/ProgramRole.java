package vn.wardkpi.database;

import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the migrations whom to grant what: the role that the program works as.
 */
@Configuration(proxyBeanMethods = false)
class ProgramRole {

	@Bean
	static FlywayConfigurationCustomizer applicationRole(DataSource program) {
		return (flyway) -> {
			String role = JdbcClient.create(program).sql("select current_user").query(String.class).single();
			flyway.placeholders(Map.of("applicationRole", role.replace("'", "''")));
		};
	}

}
