package vn.wardkpi;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be checked of the production shape without a container engine.
 */
class DeploymentTests {

	@Test
	void everySecretComesFromTheEnvironmentAndIsAskedForWhenMissing() throws IOException {
		Map<?, ?> app = map(service("app").get("environment"));
		for (String secret : new String[] { "SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_PASSWORD",
				"WARD_KPI_ADMIN_USERNAME", "WARD_KPI_ADMIN_PASSWORD" }) {
			assertThat(app.get(secret)).asString().startsWith("${").contains(":?");
		}
		assertThat(map(service("database").get("environment")).get("POSTGRES_PASSWORD")).asString()
			.isEqualTo("${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}");
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
	void theProgramWorksAsAnotherRoleThanTheSchemasOwner() throws IOException {
		Map<?, ?> app = map(service("app").get("environment"));
		Map<?, ?> database = map(service("database").get("environment"));
		assertThat(app.get("SPRING_FLYWAY_USER")).isEqualTo(database.get("POSTGRES_USER"));
		assertThat(app.get("SPRING_FLYWAY_PASSWORD")).isEqualTo(database.get("POSTGRES_PASSWORD"));
		assertThat(app.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("WARD_KPI_DATABASE_PASSWORD"))
			.isNotEqualTo(app.get("SPRING_FLYWAY_PASSWORD"));
		String script = Files.readString(Path.of("docker/database/10-application-role.sh"));
		assertThat(app.get("SPRING_DATASOURCE_USERNAME")).isNotEqualTo(app.get("SPRING_FLYWAY_USER"))
			.satisfies((role) -> assertThat(script).contains("create role " + role, "$WARD_KPI_DATABASE_PASSWORD"));
		assertThat(service("database").get("volumes")).asString()
			.contains("./docker/database:/docker-entrypoint-initdb.d");
	}

	@Test
	void theDatabaseKeepsItsDataAndIsReachedByTheProgramAlone() throws IOException {
		Map<?, ?> database = service("database");
		assertThat(database.get("image")).isEqualTo("postgres:18");
		assertThat(database.containsKey("ports")).isFalse();
		assertThat(database.get("volumes")).asString().contains("database:/var/lib/postgresql");
		assertThat(database.containsKey("healthcheck")).isTrue();
		assertThat(service("app").get("depends_on")).asString().contains("service_healthy");
	}

	@Test
	void theImageRunsOnJava25AsAnUnprivilegedUserAndTellsWhetherItIsReady() throws IOException {
		String dockerfile = Files.readString(Path.of("Dockerfile"));
		String runtime = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));
		assertThat(runtime).contains("eclipse-temurin:25-jre", "\nUSER ward-kpi", "\nHEALTHCHECK ");
		assertThat(Files.readString(Path.of("docker/health-check"))).contains("/actuator/health/readiness");
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
