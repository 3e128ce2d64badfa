package vn.wardkpi.attainment.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.Verdict;

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
	 * overrides on top, and the headline over what counts.
	 * @param cases the plan's indicators, each once, in any order
	 * @throws IllegalArgumentException if indicators are each other's parents
	 */
	public static YearAttainment judge(Collection<IndicatorCase> cases) {
		GroupOrder<IndicatorCase, Judgement> order = order(cases);
		Map<String, Judgement> judgements = new LinkedHashMap<>();
		List<Judgement> counted = new ArrayList<>();
		for (IndicatorCase one : cases) {
			Judgement judgement = order.judge(one);
			judgements.put(one.rule().no(), judgement);
			if (one.rule().role().isCounted()) {
				counted.add(judgement);
			}
		}
		return new YearAttainment(judgements, Headline.of(counted));
	}

	/**
	 * Judges one indicator of a year; of a group also what it takes its verdict from, and
	 * nothing else.
	 * @param cases the plan's indicators, or at least those under the group
	 * @throws IllegalArgumentException if there is no such indicator
	 */
	public static Judgement judge(String no, Collection<IndicatorCase> cases) {
		return order(cases).judge(cases.stream()
			.filter((one) -> one.rule().no().equals(no))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No indicator " + no)));
	}

	private static GroupOrder<IndicatorCase, Judgement> order(Collection<IndicatorCase> cases) {
		return new GroupOrder<>(cases, IndicatorCase::rule, IndicatorCase::judge,
				(group, deciding) -> group.overridden(GroupJudge.judge(deciding)),
				(judgement) -> judgement.verdict() != Verdict.NOT_ASSIGNED);
	}

	/**
	 * The verdict on one indicator.
	 * @throws IllegalArgumentException if it was not among those judged
	 */
	public Judgement judgement(String no) {
		Judgement judgement = this.judgements.get(no);
		if (judgement == null) {
			throw new IllegalArgumentException("Indicator " + no + " was not judged");
		}
		return judgement;
	}

}
