package vn.wardkpi;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/**
 * Starts the program; see README.md for the ways to do so.
 */
@SpringBootApplication
@Modulithic(systemName = "Ward KPI", sharedModules = "shared")
public class WardKpiApplication {

	public static void main(String[] args) {
		SpringApplication.run(WardKpiApplication.class, args);
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
