package vn.wardkpi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Migrates module by module: {@code db/migration/<module>}, recorded in
 * {@code flyway_schema_history_<module>}. Instances that start at the same time do so one
 * after another.
 */
@Component
@EnableConfigurationProperties(MigrationProperties.class)
class ModuleMigrations implements FlywayMigrationStrategy {

	/** The one history of every build before each module had its own. */
	static final String EARLIER_HISTORY = "flyway_schema_history";

	private static final long LOCK = 0x776172642d6b7069L;

	/**
	 * A migration may take its time, but not wait behind another's transaction: whoever
	 * comes after it waits behind both.
	 */
	private static final String WAIT_FOR_TABLES = "set statement_timeout = 0; set lock_timeout = '1min'";

	/** Until another instance has migrated. */
	private static final String WAIT_FOR_TURN = "set statement_timeout = 0; set lock_timeout = '30min'";

	private final MigrationProperties properties;

	ModuleMigrations(MigrationProperties properties) {
		this.properties = properties;
	}

	/**
	 * @throws EarlierBuildException if the database holds what these migrations did not
	 * make; nothing is changed then
	 */
	@Override
	public void migrate(Flyway flyway) {
		Configuration common = flyway.getConfiguration();
		try (Connection connection = common.getDataSource().getConnection()) {
			JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			jdbc.sql(WAIT_FOR_TURN).update();
			jdbc.sql("select pg_advisory_lock(?)").param(LOCK).query((rs) -> {
			});
			try {
				refuseEarlierBuild(jdbc, common);
				this.properties.modules().forEach((module) -> of(module, common).migrate());
			}
			finally {
				jdbc.sql("select pg_advisory_unlock(?)").param(LOCK).query((rs) -> {
				});
			}
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("No connection to migrate the database with", ex);
		}
	}

	private void refuseEarlierBuild(JdbcClient jdbc, Configuration common) {
		String schema = common.getDefaultSchema();
		boolean refused = jdbc.sql("""
				with tables as (
				    select c.relname as name
				    from pg_class c
				    where c.relnamespace = cast(coalesce(:schema, current_schema()) as regnamespace)
				      and c.relkind in ('r', 'p')
				      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
				select exists (select from tables where name = :earlier)
				       or exists (select from tables) and not exists (select from tables where name = :first)
				""")
			.param("schema", schema)
			.param("earlier", EARLIER_HISTORY)
			.param("first", history(this.properties.modules().get(0)))
			.query(Boolean.class)
			.single();
		if (refused) {
			String name = jdbc.sql("select current_database()").query(String.class).single();
			throw new EarlierBuildException((common.getUrl() != null) ? common.getUrl() : name);
		}
	}

	/**
	 * Without a baseline a module's first migration would be refused where others have
	 * made tables already.
	 */
	private static Flyway of(String module, Configuration common) {
		return Flyway.configure()
			.configuration(common)
			.locations(Stream.of(common.getLocations())
				.map(Location::toString)
				.map((location) -> location + "/" + module)
				.toArray(String[]::new))
			.initSql(WAIT_FOR_TABLES)
			.failOnMissingLocations(true)
			.table(history(module))
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load();
	}

	private static String history(String module) {
		return EARLIER_HISTORY + "_" + module;
	}

}
