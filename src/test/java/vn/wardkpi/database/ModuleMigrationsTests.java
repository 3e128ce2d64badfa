package vn.wardkpi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModuleMigrationsTests {

	private static final String NAME = "to_be_migrated";

	private static final Path FOLDERS = Path.of("src/main/resources/db/migration");

	private final MigrationProperties properties = new MigrationProperties(modules(), "");

	private final String url = TestDatabase.url().replaceAll("/[^/]+$", "/" + NAME);

	@BeforeEach
	void create() throws SQLException {
		asOwner("create database " + NAME);
	}

	@AfterEach
	void drop() throws SQLException {
		asOwner("drop database " + NAME + " with (force)");
	}

	@Test
	void migratesAnEmptyDatabaseAndFindsNothingMoreToDo() throws SQLException {
		migrate();
		List<String> histories = tables().stream().filter((table) -> table.startsWith("flyway")).toList();
		assertThat(histories).hasSameSizeAs(this.properties.modules()).doesNotContain(ModuleMigrations.EARLIER_HISTORY);
		long migrations = count(histories);
		migrate();
		assertThat(count(histories)).isEqualTo(migrations);
	}

	@Test
	void theOrderNamesEveryFolder() throws IOException {
		try (Stream<Path> folders = Files.list(FOLDERS)) {
			assertThat(folders.map((folder) -> folder.getFileName().toString()))
				.containsExactlyInAnyOrderElementsOf(this.properties.modules());
		}
	}

	@Test
	void stopsAtTheHistoryOfAnEarlierBuildAndChangesNothing() throws SQLException {
		inDatabase("create table flyway_schema_history (installed_rank int); "
				+ "create table ward (code text); insert into ward values ('00592')");
		List<String> before = tables();
		assertThatExceptionOfType(EarlierBuildException.class).isThrownBy(this::migrate);
		assertThat(tables()).isEqualTo(before);
		assertThat(count(List.of("ward"))).isEqualTo(1);
	}

	@Test
	void stopsAtTablesWithoutAHistoryAndChangesNothing() throws SQLException {
		inDatabase("create table plan (id bigint)");
		assertThatExceptionOfType(EarlierBuildException.class).isThrownBy(this::migrate);
		assertThat(tables()).containsExactly("plan");
	}

	@Test
	void saysInBothLanguagesWhatToDo() {
		FailureAnalysis analysis = new EarlierBuildFailureAnalyzer()
			.analyze(new IllegalStateException(new EarlierBuildException(this.url)));
		assertThat(Objects.requireNonNull(analysis).getDescription()).contains(this.url, "bản dựng trước",
				"earlier build", "không thay đổi gì", "changed nothing");
		assertThat(analysis.getAction()).contains("./data", "pg_dump", "cơ sở dữ liệu trống", "an empty database");
	}

	private void migrate() {
		new ModuleMigrations(this.properties).migrate(Flyway.configure()
			.dataSource(this.url, TestDatabase.OWNER, TestDatabase.PASSWORD)
			.locations("classpath:db/migration")
			.placeholders(Map.of("applicationRole", TestDatabase.PROGRAM))
			.load());
	}

	private List<String> tables() throws SQLException {
		try (Connection connection = TestDatabase.asOwner(NAME)) {
			return JdbcClient.create(new SingleConnectionDataSource(connection, true))
				.sql("select tablename from pg_tables where schemaname = 'public' order by tablename")
				.query(String.class)
				.list();
		}
	}

	private long count(List<String> tables) throws SQLException {
		long rows = 0;
		try (Connection connection = TestDatabase.asOwner(NAME)) {
			JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			for (String table : tables) {
				rows += jdbc.sql("select count(*) from " + table).query(Long.class).single();
			}
		}
		return rows;
	}

	private static void inDatabase(String sql) throws SQLException {
		try (Connection connection = TestDatabase.asOwner(NAME); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void asOwner(String sql) throws SQLException {
		try (Connection connection = TestDatabase.asOwner(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static List<String> modules() {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ClassPathResource("application.yml"));
		Properties settings = Objects.requireNonNull(yaml.getObject());
		return List.of(settings.getProperty("ward-kpi.migrations.modules").split(", "));
	}

}
