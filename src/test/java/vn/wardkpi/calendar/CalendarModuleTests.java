package vn.wardkpi.calendar;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module starts with the wards, whose calendar it is, and nothing else.
 */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, webEnvironment = WebEnvironment.NONE)
class CalendarModuleTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.register(registry);
	}

	@Test
	void knowsWhenAWardReportsWithoutPlansOrSubmissions(@Autowired ReportingCalendar calendar) {
		WardCalendar days = calendar.of(new WardCode("00004"));
		assertThat(days.settings()).isEqualTo(CalendarSettings.DEFAULTS);
		assertThat(days.dates(new YearPeriod(2026, ReportingPeriod.M03)).closesOn()).hasToString("2026-03-14");
	}

}
