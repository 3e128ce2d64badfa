package vn.wardkpi.attainment.year;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

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
	 * @param atEstimate what was known then; official figures among it are passed over
	 * @param now what is known since, of the same indicators
	 */
	public static YearStages judge(Collection<IndicatorCase> atEstimate, Collection<IndicatorCase> now) {
		YearAttainment estimate = YearAttainment
			.judge(atEstimate.stream().map(IndicatorCase::withoutOfficialFigures).toList());
		YearAttainment official = YearAttainment.judge(now);
		Map<String, VerdictChange> turns = new LinkedHashMap<>();
		Map<VerdictChange, Integer> counted = new EnumMap<>(VerdictChange.class);
		for (IndicatorCase one : now) {
			String no = one.rule().no();
			VerdictChange turn = VerdictChange.between(estimate.judgement(no).verdict(),
					official.judgement(no).verdict());
			turns.put(no, turn);
			if (one.rule().role().isCounted()) {
				counted.merge(turn, 1, Integer::sum);
			}
		}
		return new YearStages(estimate, official, turns, counted);
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

}
