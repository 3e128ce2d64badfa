package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;

/**
 * The years that an issuer speaks of: those it set a target for; all of the plan where it
 * set one for the period alone; and those after its last yearly target, where these do
 * not make the period's target yet.
 *
 * @param all in their order
 * @param open those of them that have no yearly target
 */
record IssuerYears(NavigableSet<Integer> all, NavigableSet<Integer> open) {

	IssuerYears {
		all = Collections.unmodifiableNavigableSet(new TreeSet<>(all));
		open = Collections.unmodifiableNavigableSet(new TreeSet<>(open));
	}

	/**
	 * @param goals yearly targets as numbers
	 * @param goal the period's own target as a number
	 */
	static IssuerYears of(IndicatorPeriod period, Collection<BigDecimal> goals, @Nullable BigDecimal goal) {
		NavigableSet<Integer> all = new TreeSet<>(period.yearlyTargets().keySet());
		NavigableSet<Integer> open = new TreeSet<>();
		if (period.target() != null && (all.isEmpty() || isLeftOpen(period, goals, goal))) {
			int from = all.isEmpty() ? period.fromYear() : all.last() + 1;
			for (int year = from; year <= period.toYear(); year++) {
				open.add(year);
			}
		}
		all.addAll(open);
		return new IssuerYears(all, open);
	}

	private static boolean isLeftOpen(IndicatorPeriod period, Collection<BigDecimal> goals, @Nullable BigDecimal goal) {
		return switch (period.rule().accumulation()) {
			case SUM -> goal != null && Decimals.sum(goals).compareTo(goal) < 0;
			case RATIO_OF_SUMS -> goal != null && isLeftOpen(period, goal);
			case LAST, AVERAGE, GROWTH_RATE -> true;
			case EVERY_YEAR -> false;
		};
	}

	/**
	 * An x/y of the period asks for its x; a bare share for that share of the years'
	 * sums.
	 */
	private static boolean isLeftOpen(IndicatorPeriod period, BigDecimal goal) {
		Sums asked = Sums.NONE;
		boolean allParts = true;
		for (ParsedTarget target : period.yearlyTargets().values()) {
			asked = asked.plus(Sums.of(target));
			allParts = allParts && target.valueType() == ValueType.RATIO;
		}
		ParsedTarget own = period.target();
		if (own != null && own.valueType() == ValueType.RATIO && own.value() != null) {
			return asked.x().compareTo(own.value()) < 0;
		}
		Fraction share = asked.share();
		if (allParts && share != null) {
			return isWorse(period, share, Fraction.of(goal));
		}
		return period.yearlyTargets()
			.values()
			.stream()
			.filter((target) -> target.value() != null)
			.anyMatch((target) -> isWorse(period, Fraction.of(new IndicatorJudge(period.rule(), target).goal()),
					Fraction.of(goal)));
	}

	private static boolean isWorse(IndicatorPeriod period, Fraction share, Fraction goal) {
		int compared = share.compareTo(goal);
		return (period.rule().direction() == Direction.HIGHER_IS_BETTER) ? compared < 0 : compared > 0;
	}

	/** How many years it speaks of. */
	int count() {
		return this.all.size();
	}

	/** The years that are still to come after the latest figure. */
	NavigableSet<Integer> after(@Nullable Integer latest) {
		return (latest != null) ? this.all.tailSet(latest, false) : this.all;
	}

	/** The years before the latest figure that have none themselves. */
	NavigableSet<Integer> missing(Map<Integer, ?> known, @Nullable Integer latest) {
		NavigableSet<Integer> missing = new TreeSet<>();
		if (latest != null) {
			missing.addAll(this.all.headSet(latest));
			missing.removeAll(known.keySet());
		}
		return missing;
	}

}
