package vn.wardkpi.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Migrates the database and ends, without the program's pages and jobs: {@code --migrate}
 * as the role that owns the schema, with {@code ward-kpi.migrations.program-role} naming
 * the one that the program works as. The program itself then needs no owner's password
 * ({@code spring.flyway.enabled=false}).
 * <p>
 * No component: the program itself would find it.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
@Import({ ModuleMigrations.class, ProgramRole.class })
public class MigrateCommand implements ApplicationRunner {

	/** Name of the option that asks for the command. */
	public static final String OPTION = "migrate";

	private static final Logger logger = LoggerFactory.getLogger(MigrateCommand.class);

	/** After the migrations, which run when the context starts. */
	@Override
	public void run(ApplicationArguments arguments) {
		logger.info("The database is migrated");
	}

}
