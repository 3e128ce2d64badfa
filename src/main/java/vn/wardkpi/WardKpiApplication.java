package vn.wardkpi;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.Modulithic;

import vn.wardkpi.audit.VerifyAuditCommand;
import vn.wardkpi.database.MigrateCommand;
import vn.wardkpi.embedded.EmbeddedServer;
import vn.wardkpi.embedded.EmbeddedServerLost;

/**
 * Starts the program; see README.md for the ways to do so.
 */
@SpringBootApplication
@Modulithic(systemName = "Ward KPI", sharedModules = { "shared", "database" })
public class WardKpiApplication {

	public static void main(String[] args) {
		ApplicationArguments asked = new DefaultApplicationArguments(args);
		if (asked.containsOption(VerifyAuditCommand.OPTION)) {
			System.exit(command(VerifyAuditCommand.class, args));
		}
		if (asked.containsOption(MigrateCommand.OPTION)) {
			System.exit(command(MigrateCommand.class, args));
		}
		SpringApplication.run(WardKpiApplication.class, args);
	}

	/**
	 * Runs something other than the program on its database.
	 * @return 0 if all is well, else 1
	 */
	static int command(Class<?> work, String... args) {
		SpringApplication command = new SpringApplication(work, EmbeddedServer.class);
		command.setWebApplicationType(WebApplicationType.NONE);
		return SpringApplication.exit(command.run(args));
	}

	/**
	 * In a thread of its own: the end of the program waits for the one that tells of it.
	 */
	@EventListener(EmbeddedServerLost.class)
	void stop() {
		new Thread(() -> System.exit(1), "stop").start();
	}

	/**
	 * The one source of time, in the zone in which wards count their days; to the
	 * microsecond, as the database keeps it.
	 */
	@Bean
	Clock clock(@Value("${ward-kpi.time-zone}") ZoneId zone) {
		return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
	}

}
