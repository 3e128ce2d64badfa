package vn.wardkpi.attainment.period;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.GroupJudge;
import vn.wardkpi.attainment.year.GroupOrder;
import vn.wardkpi.attainment.year.Judgement;

/**
 * What every indicator of a plan comes to over the period, by number, in the order they
 * were given; groups by their sub-indicators.
 */
public record PlanPeriod(Map<String, PeriodAttainment> attainments) {

	/** From the worst on; what cannot be assessed says nothing against the rest. */
	private static final List<Course> WORST_FIRST = List.of(Course.REVERSING, Course.OFF_COURSE, Course.LAGGING,
			Course.ON_COURSE, Course.ACHIEVED);

	public PlanPeriod {
		attainments = Collections.unmodifiableMap(new LinkedHashMap<>(attainments));
	}

	/**
	 * @throws IllegalArgumentException if indicators are each other's parents
	 */
	public static PlanPeriod judge(Collection<IndicatorPeriod> periods) {
		Map<String, PeriodAttainment> judged = new LinkedHashMap<>();
		GroupOrder<IndicatorPeriod, PeriodAttainment> parts = new GroupOrder<>(periods, IndicatorPeriod::rule,
				PeriodAttainment::judge, (group, deciding) -> group(deciding),
				(attainment) -> attainment.verdict() != Verdict.NOT_ASSIGNED);
		periods.forEach((period) -> judged.put(period.rule().no(), parts.judge(period)));
		return new PlanPeriod(judged);
	}

	private static PeriodAttainment group(Collection<PeriodAttainment> deciding) {
		List<Course> courses = deciding.stream().map(PeriodAttainment::course).toList();
		Judgement judgement = GroupJudge.judge(deciding.stream().map(PlanPeriod::judgement).toList());
		return PeriodAttainment.ofGroup(judgement.verdict(), judgement.provisional(),
				WORST_FIRST.stream().filter(courses::contains).findFirst().orElse(Course.NOT_ASSESSABLE));
	}

	private static Judgement judgement(PeriodAttainment attainment) {
		return new Judgement(attainment.verdict(), attainment.verdict(), attainment.provisional(), false, null, null,
				null, null);
	}

}
