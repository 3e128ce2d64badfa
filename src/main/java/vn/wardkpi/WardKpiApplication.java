package vn.wardkpi;

import java.time.Clock;
import java.time.ZoneId;

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
	 * The one source of time, in the zone in which wards count their days.
	 */
	@Bean
	Clock clock(@Value("${ward-kpi.time-zone}") ZoneId zone) {
		return Clock.system(zone);
	}

}
