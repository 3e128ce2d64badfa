package vn.wardkpi.dashboard.web.overview;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.FigureText.Difference;

/**
 * A ward's indicator that is a definition of the catalogue.
 *
 * @param address of the indicator's page
 * @param unit as the ward's plan has it
 * @param value as it was judged, in that unit
 */
record SharedCell(String address, Verdict verdict, boolean provisional, Course course, @Nullable String target,
		FigureText actual, @Nullable Difference difference, @Nullable String unit, @Nullable BigDecimal value,
		boolean higherIsBetter) {

	static SharedCell of(IndicatorYear row, long plan, OverviewAddress address) {
		return new SharedCell(
				"/plans/" + plan + "/indicators/" + row.indicator().no() + "?year=" + row.year() + "&issuer="
						+ address.issuer(),
				row.judgement().verdict(), row.judgement().provisional(), row.course(),
				(row.target() != null) ? row.target().target().text() : null,
				FigureText.of(row.actual(), row.judgement(), row.indicator(), row.parsedTarget()),
				Difference.of(row.judgement(), row.indicator(), row.parsedTarget()), row.indicator().unit(),
				(row.judgement().judged() != null) ? row.judgement().value() : null,
				row.indicator().rule().direction() == Direction.HIGHER_IS_BETTER);
	}

	/** Classes that give the verdict its colour. */
	public String mark() {
		return "verdict verdict-" + this.verdict + (this.provisional ? " is-provisional" : "");
	}

	boolean isBehind() {
		return this.course == Course.LAGGING || this.course == Course.OFF_COURSE || this.course == Course.REVERSING;
	}

}
