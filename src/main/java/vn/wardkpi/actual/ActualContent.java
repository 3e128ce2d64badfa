package vn.wardkpi.actual;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;

/**
 * The columns in which a figure and its words are kept, as entered.
 */
@Embeddable
record ActualContent(@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
		@Enumerated(EnumType.STRING) @Nullable Verdict achieved, @Nullable String note, @Nullable String cause,
		@Nullable String remedy, @Nullable String noDataReason) {

	static final ActualContent NONE = new ActualContent(null, null, null, null, null, null, null, null);

	static ActualContent of(ActualEntry entry) {
		Figure figure = entry.figure();
		return new ActualContent(figure.value(), figure.numerator(), figure.denominator(), figure.achieved(),
				entry.note(), entry.cause(), entry.remedy(), entry.noDataReason());
	}

	ActualEntry entry(ReportingPeriod period) {
		Figure figure = new Figure(period, this.value, this.numerator, this.denominator, this.achieved);
		return new ActualEntry(figure, this.note, this.cause, this.remedy, this.noDataReason);
	}

}
