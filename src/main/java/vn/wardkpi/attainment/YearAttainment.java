package vn.wardkpi.attainment;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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
		Session session = new Session(rules, targets, figures, overrides);
		Map<String, Judgement> judgements = new LinkedHashMap<>();
		rules.forEach((rule) -> judgements.put(rule.no(), session.judgement(rule)));
		return new YearAttainment(judgements,
				Headline.of(rules.stream()
					.filter((rule) -> rule.role() != IndicatorRole.BREAKDOWN)
					.map((rule) -> session.judgement(rule))
					.toList()));
	}

	/** One call's work; groups are judged after their sub-indicators. */
	private static final class Session {

		private final Map<String, ParsedTarget> targets;

		private final Map<String, List<Figure>> figures;

		private final Map<String, Verdict> overrides;

		private final Map<String, List<IndicatorRule>> children;

		private final Map<String, Judgement> judged = new LinkedHashMap<>();

		private final Set<String> open = new HashSet<>();

		Session(Collection<IndicatorRule> rules, Map<String, ParsedTarget> targets, Map<String, List<Figure>> figures,
				Map<String, Verdict> overrides) {
			this.targets = targets;
			this.figures = figures;
			this.overrides = overrides;
			this.children = rules.stream()
				.filter((rule) -> rule.parentNo() != null)
				.collect(Collectors.groupingBy((rule) -> String.valueOf(rule.parentNo())));
		}

		Judgement judgement(IndicatorRule rule) {
			Judgement known = this.judged.get(rule.no());
			if (known != null) {
				return known;
			}
			if (!this.open.add(rule.no())) {
				throw new IllegalArgumentException("Indicator " + rule.no() + " is its own parent");
			}
			Judgement judgement = overridden(rule, computed(rule));
			this.judged.put(rule.no(), judgement);
			return judgement;
		}

		private Judgement computed(IndicatorRule rule) {
			if (rule.role() == IndicatorRole.GROUP) {
				return GroupJudge.judge(deciding(rule));
			}
			ParsedTarget target = this.targets.get(rule.no());
			if (target == null) {
				return Judgement.withoutFigure(Verdict.NOT_ASSIGNED);
			}
			return new IndicatorJudge(rule, target).judge(this.figures.getOrDefault(rule.no(), List.of()));
		}

		private List<Judgement> deciding(IndicatorRule group) {
			List<IndicatorRule> parts = this.children.getOrDefault(group.no(), List.of());
			boolean anyDecisive = parts.stream().anyMatch(IndicatorRule::decisive);
			return parts.stream().filter((part) -> part.decisive() || !anyDecisive).map(this::judgement).toList();
		}

		private Judgement overridden(IndicatorRule rule, Judgement computed) {
			@Nullable Verdict by = this.overrides.get(rule.no());
			return (by == null || computed.verdict() == Verdict.NOT_ASSIGNED) ? computed : computed.overriddenBy(by);
		}

	}

}
