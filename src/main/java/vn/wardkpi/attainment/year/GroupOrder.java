package vn.wardkpi.attainment.year;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;

/**
 * Judges indicators in an order in which every group comes after its sub-indicators, and
 * each but once.
 *
 * @param <I> an indicator with what is known of it
 * @param <J> what is judged of it
 */
public final class GroupOrder<I, J> {

	private final Function<I, IndicatorRule> rule;

	private final Function<I, J> single;

	private final BiFunction<I, Collection<J>, J> group;

	private final Predicate<J> assigned;

	private final Map<String, List<I>> children;

	private final Map<String, J> judged = new HashMap<>();

	private final Set<String> open = new HashSet<>();

	/**
	 * @param single judges an indicator that is no group
	 * @param group judges a group by its decisive sub-indicator, or by all of them where
	 * none is decisive or the decisive one was given no target
	 * @param assigned whether a judgement is of an indicator with a target
	 */
	public GroupOrder(Collection<I> indicators, Function<I, IndicatorRule> rule, Function<I, J> single,
			BiFunction<I, Collection<J>, J> group, Predicate<J> assigned) {
		this.rule = rule;
		this.single = single;
		this.group = group;
		this.assigned = assigned;
		this.children = indicators.stream()
			.filter((indicator) -> rule.apply(indicator).parentNo() != null)
			.collect(Collectors.groupingBy((indicator) -> String.valueOf(rule.apply(indicator).parentNo())));
	}

	/**
	 * @throws IllegalArgumentException if the indicator is its own parent
	 */
	public J judge(I indicator) {
		IndicatorRule of = this.rule.apply(indicator);
		J known = this.judged.get(of.no());
		if (known != null) {
			return known;
		}
		if (!this.open.add(of.no())) {
			throw new IllegalArgumentException("Indicator " + of.no() + " is its own parent");
		}
		J judgement = (of.role() == IndicatorRole.GROUP) ? this.group.apply(indicator, deciding(of))
				: this.single.apply(indicator);
		this.judged.put(of.no(), judgement);
		return judgement;
	}

	private List<J> deciding(IndicatorRule of) {
		List<I> parts = this.children.getOrDefault(of.no(), List.of());
		List<J> decisive = parts.stream()
			.filter((part) -> this.rule.apply(part).decisive())
			.map(this::judge)
			.filter(this.assigned)
			.toList();
		return decisive.isEmpty() ? parts.stream().map(this::judge).toList() : decisive;
	}

}
