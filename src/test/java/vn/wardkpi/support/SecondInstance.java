package vn.wardkpi.support;

import java.net.URI;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import vn.wardkpi.WardKpiApplication;

/**
 * Another instance of the program on the database of all tests, started once: it works as
 * the role that owns nothing, migrates nothing, waits for less long than usual, and
 * reaches the database over a {@link Relay}. Only for tests that extend
 * {@link IntegrationTest}, whose instance has migrated.
 */
public final class SecondInstance {

	private static final Relay DATABASE = new Relay(
			URI.create(TestDatabase.url().substring("jdbc:".length())).getPort());

	private static final ConfigurableApplicationContext CONTEXT = start();

	private SecondInstance() {
	}

	public static Relay database() {
		return DATABASE;
	}

	public static int port() {
		return Integer.parseInt(CONTEXT.getEnvironment().getRequiredProperty("local.server.port"));
	}

	private static ConfigurableApplicationContext start() {
		return SpringApplication.run(WardKpiApplication.class, "--server.port=0",
				"--spring.datasource.url=jdbc:postgresql://localhost:" + DATABASE.port() + "/postgres",
				"--spring.datasource.username=" + TestDatabase.PROGRAM,
				"--spring.datasource.password=" + TestDatabase.PASSWORD, "--spring.flyway.enabled=false",
				"--spring.datasource.hikari.connection-timeout=1000",
				"--spring.datasource.hikari.validation-timeout=500", "--spring.datasource.hikari.maximum-pool-size=4",
				"--ward-kpi.database.lock-timeout=1s", "--ward-kpi.database.statement-timeout=2s",
				"--ward-kpi.database.socket-timeout=3", "--server.tomcat.threads.max=8",
				"--server.tomcat.threads.min-spare=8", "--server.tomcat.connection-timeout=2s",
				"--ward-kpi.body.patience=2s", "--ward-kpi.body.slowest=1KB", "--ward-kpi.body.most-at-once=6");
	}

}
