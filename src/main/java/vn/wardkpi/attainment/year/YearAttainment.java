package vn.wardkpi.attainment.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * All verdicts of a plan in one year for one issuer, by indicator number, in the order
 * the indicators were given.
 */
public record YearAttainment(Map<String, Judgement> judgements, Headline headline) {

	public YearAttainment {
		judgements = Collections.unmodifiableMap(new LinkedHashMap<>(judgements));
	}

	/**
	 * Judges a year: each indicator by its own figures, groups by their sub-indicators,
	 * overrides on top, and the headline over what counts. An override of an indicator
	 * that has no target is without effect.
	 * @param rules the plan's indicators, in any order
	 * @param targets the issuer's target of the year by indicator number
	 * @param figures the year's figures by indicator number, at most one per period
	 * @param overrides a reviewer's verdicts by indicator number
	 * @throws IllegalArgumentException if an override says NOT_ASSIGNED, or indicators
	 * are each other's parents
	 */
	public static YearAttainment judge(Collection<IndicatorRule> rules, Map<String, ParsedTarget> targets,
			Map<String, List<Figure>> figures, Map<String, Verdict> overrides) {
		if (overrides.containsValue(Verdict.NOT_ASSIGNED)) {
			throw new IllegalArgumentException("A target cannot be taken away by an override: " + overrides);
		}
		GroupOrder<IndicatorRule, Judgement> parts = new GroupOrder<>(rules, (rule) -> rule,
				(rule) -> overridden(computed(rule, targets.get(rule.no()), figures), overrides.get(rule.no())),
				(rule, deciding) -> overridden(GroupJudge.judge(deciding), overrides.get(rule.no())),
				(judgement) -> judgement.verdict() != Verdict.NOT_ASSIGNED);
		Map<String, Judgement> judgements = new LinkedHashMap<>();
		List<Judgement> counted = new ArrayList<>();
		for (IndicatorRule rule : rules) {
			Judgement judgement = parts.judge(rule);
			judgements.put(rule.no(), judgement);
			if (rule.role() != IndicatorRole.BREAKDOWN) {
				counted.add(judgement);
			}
		}
		return new YearAttainment(judgements, Headline.of(counted));
	}

	private static Judgement computed(IndicatorRule rule, @Nullable ParsedTarget target,
			Map<String, List<Figure>> figures) {
		return (target != null) ? new IndicatorJudge(rule, target).judge(figures.getOrDefault(rule.no(), List.of()))
				: Judgement.withoutFigure(Verdict.NOT_ASSIGNED);
	}

	private static Judgement overridden(Judgement judgement, @Nullable Verdict by) {
		return (by == null || judgement.verdict() == Verdict.NOT_ASSIGNED) ? judgement : judgement.overriddenBy(by);
	}

}
