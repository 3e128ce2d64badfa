package vn.wardkpi.submission.sheet;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.submission.SubmissionKey;

import static org.assertj.core.api.Assertions.assertThat;

class SheetAssemblerTests {

	/**
	 * Months are handed in some days before they end, when the calendar asks for them.
	 */
	@ParameterizedTest
	@CsvSource({ "M06, 2026-06-01, 2026-06-15, false", "M06, 2026-06-01, 2026-06-01, false",
			"M06, 2026-06-01, 2026-05-31, true", "M06, 2026-07-05, 2026-06-30, false",
			"M06, 2026-07-05, 2026-06-29, true", "FINAL, 2027-01-01, 2026-12-30, true",
			"FINAL, 2026-12-01, 2026-12-15, true", "FINAL, 2027-01-01, 2026-12-31, false",
			"ESTIMATE, 2026-12-01, 2026-11-01, false", "ESTIMATE, 2026-12-01, 2025-12-31, true" })
	void isEarlyWhileNobodyCanKnowItsFigures(ReportingPeriod period, LocalDate opensOn, LocalDate today,
			boolean early) {
		EntryWindow window = new EntryWindow(opensOn, opensOn.plusDays(15), false, false);
		assertThat(SheetAssembler.isEarly(new SubmissionKey(1, 2026, period, "van-hoa"), window, today))
			.isEqualTo(early);
	}

}
