package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.year.GroupJudge;
import vn.wardkpi.attainment.year.GroupOrder;
import vn.wardkpi.attainment.year.Judgement;

/**
 * What every indicator of a plan comes to over the period, by number, in the order they
 * were given; groups by their sub-indicators. What is in danger is ranked.
 */
public record PlanPeriod(Map<String, PeriodAttainment> attainments) {

	/** From the worst on; what cannot be assessed says nothing against the rest. */
	private static final List<Course> WORST_FIRST = List.of(Course.REVERSING, Course.OFF_COURSE, Course.LAGGING,
			Course.ON_COURSE, Course.ACHIEVED, Course.NOT_ASSESSABLE);

	public PlanPeriod {
		attainments = Collections.unmodifiableMap(new LinkedHashMap<>(attainments));
	}

	/**
	 * @throws IllegalArgumentException if indicators are each other's parents
	 */
	public static PlanPeriod judge(Collection<IndicatorPeriod> periods) {
		return judge(periods, PeriodAttainment::judge);
	}

	/**
	 * @param single what {@link PeriodAttainment#judge} says of an indicator
	 * @throws IllegalArgumentException if indicators are each other's parents
	 */
	public static PlanPeriod judge(Collection<IndicatorPeriod> periods,
			Function<IndicatorPeriod, PeriodAttainment> single) {
		Map<String, PeriodAttainment> judged = new LinkedHashMap<>();
		List<Danger> dangers = new ArrayList<>();
		GroupOrder<IndicatorPeriod, Judged> parts = order(periods, single);
		for (IndicatorPeriod period : periods) {
			Judged one = parts.judge(period);
			judged.put(period.rule().no(), one.attainment());
			if (one.attainment().atRisk() && period.rule().role().isCounted()) {
				dangers.add(new Danger(period.rule().no(), one));
			}
		}
		dangers.sort(Danger.WORST_FIRST);
		for (int i = 0; i < dangers.size(); i++) {
			int rank = i + 1;
			judged.computeIfPresent(dangers.get(i).no(), (no, attainment) -> attainment.ranked(rank));
		}
		return new PlanPeriod(judged);
	}

	/**
	 * Judges some indicators, not ranked among the plan's.
	 * @param periods those indicators and, of groups, all that is under them
	 * @param single what {@link PeriodAttainment#judge} says of an indicator
	 * @throws IllegalArgumentException if indicators are each other's parents
	 */
	public static Map<String, PeriodAttainment> judgeUnranked(Collection<IndicatorPeriod> periods,
			Function<IndicatorPeriod, PeriodAttainment> single) {
		GroupOrder<IndicatorPeriod, Judged> parts = order(periods, single);
		Map<String, PeriodAttainment> judged = new LinkedHashMap<>();
		periods.forEach((period) -> judged.put(period.rule().no(), parts.judge(period).attainment()));
		return judged;
	}

	private static GroupOrder<IndicatorPeriod, Judged> order(Collection<IndicatorPeriod> periods,
			Function<IndicatorPeriod, PeriodAttainment> single) {
		return new GroupOrder<>(periods, IndicatorPeriod::rule, (period) -> Judged.of(single.apply(period)),
				(group, deciding) -> group(deciding), (one) -> one.attainment().isAssigned());
	}

	/**
	 * The decisive row's period, or of all the worst: its verdict, and the course that
	 * endangers most.
	 */
	private static Judged group(Collection<Judged> deciding) {
		Judgement judgement = GroupJudge.judge(deciding.stream().map(PlanPeriod::judgement).toList());
		Judged worst = deciding.stream()
			.min(Comparator.comparingInt((Judged one) -> WORST_FIRST.indexOf(one.attainment().course()))
				.thenComparing((one) -> !one.attainment().atRisk())
				.thenComparing(Judged::lacking, Danger.MOST_FIRST))
			.orElse(Judged.of(PeriodAttainment.NONE));
		return new Judged(worst.attainment().ofGroup(judgement.verdict(), judgement.provisional()), worst.lacking());
	}

	private static Judgement judgement(Judged one) {
		PeriodAttainment attainment = one.attainment();
		return new Judgement(attainment.verdict(), attainment.verdict(), attainment.provisional(), false, null, null,
				null, null);
	}

	/**
	 * @param lacking what its projection lacks, as a part of the period's target
	 */
	private record Judged(PeriodAttainment attainment, @Nullable Fraction lacking) {

		static Judged of(PeriodAttainment attainment) {
			Projection projection = attainment.projection();
			BigDecimal target = (projection != null) ? projection.target() : null;
			BigDecimal shortfall = (projection != null) ? projection.shortfall() : null;
			return new Judged(attainment, (target != null && shortfall != null && target.signum() != 0)
					? new Fraction(shortfall, target.abs()) : null);
		}

	}

	/** A row that endangers the period. */
	private record Danger(String no, Judged judged) {

		/** What lacks most comes first, and what cannot be told last. */
		static final Comparator<@Nullable Fraction> MOST_FIRST = Comparator
			.nullsLast((one, other) -> Objects.requireNonNull(other).compareTo(Objects.requireNonNull(one)));

		static final Comparator<Danger> WORST_FIRST = Comparator.comparingInt(Danger::grade)
			.thenComparing((danger) -> danger.judged().lacking(), MOST_FIRST);

		private int grade() {
			return switch (this.judged.attainment().course()) {
				case REVERSING -> 0;
				case OFF_COURSE -> 1;
				case LAGGING -> 2;
				case ON_COURSE, ACHIEVED, NOT_ASSESSABLE -> 3;
			};
		}

	}

}
