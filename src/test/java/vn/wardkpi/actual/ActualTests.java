package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActualTests {

	private static final Instant NOW = Instant.parse("2027-01-05T02:11:00Z");

	@Test
	void keepsAFigureAsEntered() {
		Actual actual = new Actual(7, 2026, entry(ReportingPeriod.FINAL, "0.850"), "an", NOW);

		assertThat(actual.entry().figure().value()).isEqualTo(new BigDecimal("0.850"));
		assertThat(actual.version()).isOne();
	}

	@Test
	void takesNoFigureOfAnotherReportingPeriod() {
		Actual actual = new Actual(7, 2026, entry(ReportingPeriod.FINAL, "6"), "an", NOW);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> actual.enter(entry(ReportingPeriod.ESTIMATE, "6"), "an", NOW));
	}

	@Test
	void isNotApprovedByWhoeverEnteredIt() {
		Actual actual = new Actual(7, 2026, entry(ReportingPeriod.FINAL, "6"), "an", NOW);

		assertThatThrownBy(() -> actual.approve("an", NOW)).isInstanceOfSatisfying(RefusedException.class,
				(refused) -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN));
	}

	private static ActualEntry entry(ReportingPeriod period, String value) {
		return new ActualEntry(Figure.of(period, new BigDecimal(value)), null, null, null);
	}

}
