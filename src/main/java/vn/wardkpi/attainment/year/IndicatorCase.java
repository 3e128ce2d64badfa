package vn.wardkpi.attainment.year;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * All that the verdict on one indicator in one year rests on, for one issuer.
 *
 * @param target the issuer's target of the year; {@code null} if it assigned none
 * @param figures the year's figures, at most one per reporting period
 * @param override a reviewer's verdict; without effect where there is no target
 */
public record IndicatorCase(IndicatorRule rule, @Nullable ParsedTarget target, List<Figure> figures,
		@Nullable Verdict override) {

	/**
	 * @throws IllegalArgumentException if the override says NOT_ASSIGNED
	 */
	public IndicatorCase {
		figures = List.copyOf(figures);
		if (override == Verdict.NOT_ASSIGNED) {
			throw new IllegalArgumentException("A target cannot be taken away by an override: " + rule.no());
		}
	}

	/**
	 * The verdict by the indicator's own figures. A group has none of its own: what it
	 * comes to is for {@link YearAttainment}.
	 */
	public Judgement judge() {
		return overridden((this.target != null && this.rule.role() != IndicatorRole.GROUP)
				? new IndicatorJudge(this.rule, this.target).judge(this.figures)
				: Judgement.withoutFigure(Verdict.NOT_ASSIGNED));
	}

	Judgement overridden(Judgement judgement) {
		return (this.override == null || judgement.verdict() == Verdict.NOT_ASSIGNED) ? judgement
				: judgement.overriddenBy(this.override);
	}

	/** The same as long as no official figure has come. */
	IndicatorCase withoutOfficialFigures() {
		return new IndicatorCase(this.rule, this.target,
				this.figures.stream().filter((figure) -> figure.period() != ReportingPeriod.FINAL).toList(),
				this.override);
	}

}
