package vn.wardkpi;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.audit.VerifyAuditCommand;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database as a build of November 2026 left it, with the plan of Phường Mẫu in it: this
 * build migrates it, loses no row, finds the record intact, and judges as before.
 */
class UpgradeTests {

	private static final String NAME = "of_an_earlier_build";

	private static final String URL = TestDatabase.url().replaceAll("/[^/]+$", "/" + NAME);

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Path EARLIER = Path.of("src/test/resources/upgrade");

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@BeforeEach
	void anEarlierBuild() throws Exception {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			statement.execute("create database " + NAME);
		}
		migrateAsThen();
		load();
	}

	@AfterEach
	void drop() throws SQLException {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			statement.execute("drop database " + NAME + " with (force)");
		}
	}

	@Test
	void whatIsReleasedIsNotChangedAnyMore() throws IOException {
		for (String line : migrations()) {
			String[] parts = line.split(" ");
			CRC32 checksum = new CRC32();
			checksum.update(Files.readAllBytes(MIGRATIONS.resolve(parts[0])));
			assertThat(Long.toHexString(checksum.getValue())).as(parts[0]).isEqualTo(parts[1]);
		}
	}

	@Test
	void keepsEveryRowAndJudgesAsBefore() throws Exception {
		Map<String, Long> before = rows();
		try (ConfigurableApplicationContext program = SpringApplication.run(WardKpiApplication.class, "--server.port=0",
				"--spring.datasource.url=" + URL, "--spring.datasource.username=" + TestDatabase.PROGRAM,
				"--spring.datasource.password=" + TestDatabase.PASSWORD, "--spring.flyway.url=" + URL,
				"--spring.flyway.user=" + TestDatabase.OWNER, "--spring.flyway.password=" + TestDatabase.PASSWORD)) {
			assertThat(rows()).isEqualTo(before);
			program.getBean(Accounts.class)
				.create(new NewAccount("dai-bieu", PASSWORD, "Đại biểu", Role.DELEGATE, "99001", List.of()), "test");
			Browser browser = new Browser(
					Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")));
			JsonNode year = JsonMapper.shared()
				.readTree(browser
					.get("/api/v1/plans/6/attainment?year=2026", "Authorization", Browser.basic("dai-bieu", PASSWORD))
					.body());
			assertThat(year.at("/headline/text").asString())
				.isEqualTo("Đạt và vượt 21/22 chỉ tiêu (vượt 9, đạt 12), không đạt 1; chưa có số liệu 0");
			assertThat(browser.signIn("dai-bieu", PASSWORD).statusCode()).isEqualTo(302);
			assertThat(browser
				.get("/api/v1/plans/6/indicators/7/actuals/2029/M03", "Authorization",
						Browser.basic("dai-bieu", PASSWORD))
				.statusCode()).as("a draft is not published by an upgrade").isEqualTo(404);
			for (String page : List.of("/wards/99001/years/2026", "/wards/99001/period", "/plans/6/indicators/1",
					"/wards/99001/years/2026/stages")) {
				assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
			}
		}
		assertThat(WardKpiApplication.command(VerifyAuditCommand.class, "--verify-audit",
				"--spring.datasource.url=" + URL, "--spring.datasource.username=" + TestDatabase.PROGRAM,
				"--spring.datasource.password=" + TestDatabase.PASSWORD))
			.isZero();
	}

	/**
	 * In the order of then, each module up to where it was.
	 */
	private static void migrateAsThen() throws IOException {
		Map<String, String> upTo = new LinkedHashMap<>();
		for (String line : migrations()) {
			String[] file = line.split(" ")[0].split("/");
			upTo.put(file[0], file[1].substring(1, file[1].indexOf("__")));
		}
		upTo.forEach((module, version) -> Flyway.configure()
			.dataSource(URL, TestDatabase.OWNER, TestDatabase.PASSWORD)
			.locations("classpath:db/migration/" + module)
			.table("flyway_schema_history_" + module)
			.repeatableSqlMigrationPrefix("none")
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.target(version)
			.placeholders(Map.of("applicationRole", TestDatabase.PROGRAM))
			.load()
			.migrate());
	}

	private static List<String> migrations() throws IOException {
		return Files.readAllLines(EARLIER.resolve("2026-11.migrations"));
	}

	/**
	 * As it was, whatever order the tables are in: no trigger acts meanwhile.
	 */
	private static void load() throws SQLException, IOException {
		try (Connection owner = TestDatabase.asOwner(NAME); Statement statement = owner.createStatement()) {
			statement.execute("set session_replication_role = replica");
			for (String table : copies()) {
				int end = table.indexOf('\n');
				owner.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn(table.substring(0, end), new StringReader(table.substring(end + 1)));
			}
		}
	}

	/** "COPY …" on a line, and its rows. */
	private static List<String> copies() throws IOException {
		String all = Files.readString(EARLIER.resolve("2026-11.copy"), StandardCharsets.UTF_8);
		return List.of(all.substring(0, all.length() - "\\.\n".length()).split("\\\\\\.\n"));
	}

	private static Map<String, Long> rows() throws SQLException, IOException {
		Map<String, Long> rows = new LinkedHashMap<>();
		try (Connection owner = TestDatabase.asOwner(NAME); Statement statement = owner.createStatement()) {
			for (String table : copies()) {
				String name = table.split(" ")[1];
				try (ResultSet count = statement.executeQuery("select count(*) from " + name)) {
					count.next();
					rows.put(name, count.getLong(1));
				}
			}
		}
		return rows;
	}

}
