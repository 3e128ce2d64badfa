package vn.wardkpi.attainment.year;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * A year judged twice for one issuer: as it stood on its estimate, and with the official
 * figures that have arrived. Where one is still missing, the estimate stands for it.
 *
 * @param turns how each verdict moved, by indicator number
 * @param counted how many of the indicators that enter the headline moved which way
 */
public record YearStages(YearAttainment estimate, YearAttainment official, Map<String, VerdictChange> turns,
		Map<VerdictChange, Integer> counted) {

	public YearStages {
		turns = Collections.unmodifiableMap(new LinkedHashMap<>(turns));
		Map<VerdictChange, Integer> counts = new EnumMap<>(VerdictChange.class);
		counts.putAll(counted);
		counted = Collections.unmodifiableMap(counts);
	}

	/**
	 * @param rules the plan's indicators, in any order
	 * @param atEstimate what was known then; official figures among it are passed over
	 * @param now what is known since
	 */
	public static YearStages judge(Collection<IndicatorRule> rules, Known atEstimate, Known now) {
		YearAttainment estimate = atEstimate.withoutOfficialFigures().judge(rules);
		YearAttainment official = now.judge(rules);
		Map<String, VerdictChange> turns = new LinkedHashMap<>();
		Map<VerdictChange, Integer> counted = new EnumMap<>(VerdictChange.class);
		for (IndicatorRule rule : rules) {
			VerdictChange turn = VerdictChange.between(verdict(estimate, rule.no()), verdict(official, rule.no()));
			turns.put(rule.no(), turn);
			if (rule.role() != IndicatorRole.BREAKDOWN) {
				counted.merge(turn, 1, Integer::sum);
			}
		}
		return new YearStages(estimate, official, turns, counted);
	}

	private static Verdict verdict(YearAttainment attainment, String no) {
		return Objects.requireNonNull(attainment.judgements().get(no)).verdict();
	}

	/**
	 * How many indicators of the headline moved this way.
	 */
	public int count(VerdictChange turn) {
		return this.counted.getOrDefault(turn, 0);
	}

	/**
	 * How many indicators of the headline went from one outcome to another.
	 */
	public int flips() {
		return this.counted.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isFlip())
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	/**
	 * What a year is judged by, each by indicator number.
	 *
	 * @param figures at most one per reporting period
	 * @param overrides a reviewer's verdicts
	 */
	public record Known(Map<String, ParsedTarget> targets, Map<String, List<Figure>> figures,
			Map<String, Verdict> overrides) {

		public Known {
			targets = Map.copyOf(targets);
			figures = Map.copyOf(figures);
			overrides = Map.copyOf(overrides);
		}

		YearAttainment judge(Collection<IndicatorRule> rules) {
			return YearAttainment.judge(rules, this.targets, this.figures, this.overrides);
		}

		Known withoutOfficialFigures() {
			Map<String, List<Figure>> unofficial = new HashMap<>();
			this.figures.forEach((no, all) -> unofficial.put(no,
					all.stream().filter((figure) -> figure.period() != ReportingPeriod.FINAL).toList()));
			return new Known(this.targets, unofficial, this.overrides);
		}

	}

}
