package vn.wardkpi.attainment.year;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;

/**
 * The verdict on one indicator in one year, for one issuer.
 *
 * @param verdict in force: the override's where there is one
 * @param computed by the rules, always
 * @param provisional whether it rests on an estimate or an in-year figure
 * @param overridden whether a reviewer set another verdict
 * @param judged the figure that was judged, if any
 * @param value the figure's value as compared: as entered, or computed from x/y and
 * rounded HALF_UP; percent points for shares
 * @param completion actual ÷ target × 100, two decimals HALF_UP; {@code null} where the
 * rules give none
 * @param gap signed distance from the target, positive is better, in percent points or
 * the unit
 */
public record Judgement(Verdict verdict, Verdict computed, boolean provisional, boolean overridden,
		@Nullable Figure judged, @Nullable BigDecimal value, @Nullable BigDecimal completion,
		@Nullable BigDecimal gap) {

	static Judgement withoutFigure(Verdict verdict) {
		return new Judgement(verdict, verdict, false, false, null, null, null, null);
	}

	/**
	 * With a reviewer's verdict in force; what was computed stays beside it.
	 */
	public Judgement overriddenBy(Verdict by) {
		boolean onUnofficialFigure = this.judged != null && this.judged.period() != ReportingPeriod.FINAL;
		return new Judgement(by, this.computed, by.isOutcome() && onUnofficialFigure, true, this.judged, this.value,
				this.completion, this.gap);
	}

	/**
	 * A figure's number as it was judged; where a person judged, or another figure was,
	 * as it was entered.
	 */
	public @Nullable BigDecimal valueOf(Figure figure) {
		return (figure.equals(this.judged) && this.value != null) ? this.value : figure.value();
	}

}
