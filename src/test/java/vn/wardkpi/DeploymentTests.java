package vn.wardkpi;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be checked of the production shape without a container engine.
 */
class DeploymentTests {

	private static final Pattern VARIABLE = Pattern.compile("`((?:SPRING|WARD_KPI|SERVER)_[A-Z_]+)`");

	private static final Pattern PROPERTY = Pattern.compile("`((?:spring|ward-kpi|server)\\.[a-z.-]+)`");

	@Test
	void everySecretComesFromTheEnvironmentAndIsAskedForWhenMissing() throws IOException {
		Map<?, ?> app = map(service("app").get("environment"));
		for (String secret : new String[] { "SPRING_DATASOURCE_PASSWORD", "WARD_KPI_ADMIN_USERNAME",
				"WARD_KPI_ADMIN_PASSWORD" }) {
			assertThat(app.get(secret)).asString().startsWith("${").contains(":?");
		}
		assertThat(map(service("migrate").get("environment")).get("SPRING_DATASOURCE_PASSWORD")).asString()
			.isEqualTo("${WARD_KPI_OWNER_PASSWORD:?set WARD_KPI_OWNER_PASSWORD}");
		assertThat(map(service("database").get("environment")).get("POSTGRES_PASSWORD")).asString()
			.isEqualTo("${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}");
	}

	@Test
	void aContainerKnowsNoPasswordButItsOwn() throws IOException {
		assertThat(service("app").toString()).doesNotContain("POSTGRES_PASSWORD", "WARD_KPI_OWNER_PASSWORD",
				"SPRING_FLYWAY_PASSWORD");
		assertThat(service("migrate").toString()).doesNotContain("POSTGRES_PASSWORD", "WARD_KPI_DATABASE_PASSWORD",
				"WARD_KPI_ADMIN_PASSWORD");
	}

	@Test
	void everyVariableOfTheReadmeIsPassedOnAndEveryPropertyHasOne() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("README.md"))
			.stream()
			.filter((line) -> line.startsWith("| `") && line.contains("_"))
			.toList();
		List<String> variables = found(VARIABLE, rows);
		assertThat(variables).hasSizeGreaterThan(30)
			.containsExactlyElementsOf(
					found(PROPERTY, rows.stream().map((row) -> row.split("\\|")[1]).toList()).stream()
						.map((property) -> property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
						.toList());
		List<String> passedOn = new ArrayList<>();
		for (String service : new String[] { "migrate", "app" }) {
			map(service(service).get("environment")).keySet().forEach((name) -> passedOn.add(String.valueOf(name)));
		}
		// The program in its container does not migrate.
		assertThat(variables).filteredOn((name) -> !name.matches("SPRING_FLYWAY_(USER|PASSWORD)")).isSubsetOf(passedOn);
	}

	@Test
	void everyPropertyOfTheProgramsOwnStandsInTheReadme() throws IOException {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new FileSystemResource("src/main/resources/application.yml"));
		List<String> own = Objects.requireNonNull(yaml.getObject())
			.stringPropertyNames()
			.stream()
			.filter((name) -> name.startsWith("ward-kpi.") && !name.equals("ward-kpi.migrations.modules"))
			.toList();
		assertThat(found(PROPERTY, Files.readAllLines(Path.of("README.md")))).containsAll(own);
	}

	@Test
	void imagesAreNamedByTheirExactVersionAndNoContainerTakesAllMemory() throws IOException {
		for (String service : new String[] { "database", "migrate", "app" }) {
			assertThat(service(service).get("image")).asString().matches("[a-z-]+:\\d+\\.\\d+.*");
			assertThat(service(service).get("mem_limit")).asString().matches("\\d+[mg]");
		}
		assertThat(Files.readAllLines(Path.of("Dockerfile"))).filteredOn((line) -> line.startsWith("FROM "))
			.hasSize(2)
			.allSatisfy((line) -> assertThat(line).containsPattern(":\\d+\\.\\d+\\.\\d+"));
	}

	@Test
	void noProxyIsTrustedUnlessItIsNamed() throws IOException {
		assertThat(map(service("app").get("environment")).get("WARD_KPI_TRUSTED_PROXIES"))
			.isEqualTo("${WARD_KPI_TRUSTED_PROXIES:-}");
		try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.yml"))) {
			Map<?, ?> server = map(map(new Yaml().load(in)).get("server"));
			assertThat(server.get("forward-headers-strategy")).isEqualTo("native");
			assertThat(map(map(server.get("tomcat")).get("remoteip")).get("internal-proxies"))
				.isEqualTo("${ward-kpi.trusted-proxies:}");
		}
	}

	@Test
	void theProgramWorksAsAnotherRoleThanTheSchemasOwnerAndNeitherIsASuperuser() throws IOException {
		Map<?, ?> app = map(service("app").get("environment"));
		Map<?, ?> migrate = map(service("migrate").get("environment"));
		Map<?, ?> database = map(service("database").get("environment"));
		assertThat(app.get("SPRING_FLYWAY_ENABLED")).isEqualTo("false");
		assertThat(service("migrate").get("command")).isEqualTo(List.of("--migrate"));
		assertThat(service("migrate").get("restart")).isEqualTo("no");
		assertThat(map(map(service("app").get("depends_on")).get("migrate")).get("condition"))
			.isEqualTo("service_completed_successfully");
		assertThat(migrate.get("WARD_KPI_MIGRATIONS_PROGRAM_ROLE")).isEqualTo(app.get("SPRING_DATASOURCE_USERNAME"));
		assertThat(List.of(String.valueOf(database.get("POSTGRES_USER")),
				String.valueOf(migrate.get("SPRING_DATASOURCE_USERNAME")),
				String.valueOf(app.get("SPRING_DATASOURCE_USERNAME"))))
			.doesNotHaveDuplicates();
		assertThat(migrate.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("WARD_KPI_OWNER_PASSWORD"));
		assertThat(app.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("WARD_KPI_DATABASE_PASSWORD"));
		assertThat(service("database").get("volumes")).asString()
			.contains("./docker/database:/docker-entrypoint-initdb.d");
	}

	@Test
	void theDatabaseKeepsItsDataAndIsReachedByTheProgramAlone() throws IOException {
		Map<?, ?> database = service("database");
		assertThat(database.get("image")).asString().startsWith("postgres:18.");
		assertThat(database.containsKey("ports")).isFalse();
		assertThat(database.get("volumes")).asString().contains("database:/var/lib/postgresql");
		assertThat(database.containsKey("healthcheck")).isTrue();
		assertThat(service("app").get("depends_on")).asString().contains("service_healthy");
	}

	@Test
	void theImageRunsOnJava25AsAnUnprivilegedUserAndTellsWhetherItIsReady() throws IOException {
		String dockerfile = Files.readString(Path.of("Dockerfile"));
		String runtime = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));
		assertThat(runtime).contains("eclipse-temurin:25.", "-jre", "\nUSER ward-kpi", "\nHEALTHCHECK ");
		assertThat(Files.readString(Path.of("docker/health-check"))).contains("/actuator/health/readiness");
	}

	private static List<String> found(Pattern pattern, List<String> lines) {
		return lines.stream()
			.flatMap((line) -> pattern.matcher(line).results())
			.map((found) -> found.group(1))
			.toList();
	}

	private static Map<?, ?> service(String name) throws IOException {
		try (Reader in = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
			Map<?, ?> root = new Yaml().load(in);
			return map(map(root.get("services")).get(name));
		}
	}

	private static Map<?, ?> map(Object value) {
		return (Map<?, ?>) value;
	}

}
