package vn.wardkpi.attainment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All verdicts of a plan in one year for one issuer, by indicator number.
 */
public record YearAttainment(Map<String, Judgement> judgements, Headline headline) {

	/**
	 * Judges a year: each indicator by its own figures, groups by their sub-indicators,
	 * overrides on top, and the headline over what counts.
	 * @param rules the plan's indicators, in any order
	 * @param targets the issuer's target of the year by indicator number
	 * @param figures the year's figures by indicator number, at most one per period
	 * @param overrides a reviewer's verdicts by indicator number
	 */
	public static YearAttainment judge(Collection<IndicatorRule> rules, Map<String, ParsedTarget> targets,
			Map<String, List<Figure>> figures, Map<String, Verdict> overrides) {
		throw new UnsupportedOperationException("" + rules + targets + figures + overrides);
	}

}
