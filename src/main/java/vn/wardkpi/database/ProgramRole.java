package vn.wardkpi.database;

import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Tells the migrations whom to grant what: the role that the program works as, which is
 * named, or else asked for.
 */
@Configuration(proxyBeanMethods = false)
class ProgramRole {

	@Bean
	static FlywayConfigurationCustomizer applicationRole(DataSource program, MigrationProperties properties) {
		return (flyway) -> {
			String named = properties.programRole();
			String role = named.isBlank()
					? JdbcClient.create(program).sql("select current_user").query(String.class).single()
					: named.strip();
			flyway.placeholders(Map.of("applicationRole", role.replace("'", "''")));
		};
	}

	/**
	 * Where one role does everything the migrations would share the program's pool, whose
	 * connections give up after seconds and would keep what a migration set.
	 */
	@Bean
	static FlywayConfigurationCustomizer connectionsOfTheirOwn(DataSource program) {
		return (flyway) -> {
			if (flyway.getDataSource() == program) {
				flyway.dataSource(DataSourceBuilder.derivedFrom(program).type(SimpleDriverDataSource.class).build());
			}
		};
	}

}
