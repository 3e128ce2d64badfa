package vn.wardkpi.submission;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import vn.wardkpi.actual.Actual;
import vn.wardkpi.actual.Actuals;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.ReportingPeriod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cells store one by one is what the entities of figures read.
 */
class StoredFiguresTests extends SubmissionTest {

	@Autowired
	private Actuals actuals;

	@Autowired
	private ApprovedActuals approved;

	@Test
	void aSavedCellIsTheEntityWithItsRevision() {
		official().enters("7", "99,50").enters("7", "100");

		assertThat(stored("7")).singleElement().satisfies((actual) -> {
			assertThat(actual.entry().figure().value()).isEqualByComparingTo("100");
			assertThat(actual.version()).isEqualTo(2);
			assertThat(actual.enteredBy()).isEqualTo("an");
		});
	}

	@Test
	void aFigureThatWasTakenBackIsAnEntityWithoutOne() {
		official().enters("7", "100").enters("7", "");

		assertThat(stored("7")).singleElement().satisfies((actual) -> assertThat(actual.entry().isBlank()).isTrue());
	}

	@Test
	void whatWasApprovedLastStaysInForceWhileTheFormIsOpenAgain() {
		official().enters("7", "100").submits("kinh-te");
		reviewer().approves("kinh-te").reopens("kinh-te", "Sửa số hộ");
		official().enters("7", "98");

		assertThat(this.approved.latest(indicator("7"), "7", 2026, ReportingPeriod.FINAL))
			.hasValueSatisfying((figure) -> assertThat(figure.entry().figure().value()).isEqualByComparingTo("100"));
		assertThat(this.approved.latest(indicator("1"), "1", 2026, ReportingPeriod.FINAL)).map(StoredActual::no)
			.isEmpty();
	}

	private List<Actual> stored(String no) {
		return this.actuals.findByYearAndPeriodAndIndicatorIdIn(2026, ReportingPeriod.FINAL, List.of(indicator(no)));
	}

	private long indicator(String no) {
		return this.jdbc.sql("select id from indicator where plan_id = ? and no = ?")
			.params(this.plan.planId(), no)
			.query(Long.class)
			.single();
	}

}
