package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.ward.LeadUnit;

/**
 * The indicators of one plan, as they are read from an annex and hold together.
 */
final class PlanIndicators {

	/** Long after any plan. */
	private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

	private PlanIndicators() {
	}

	/**
	 * Those that an annex states, in its order.
	 * @param standing indicators of the plan, of which those of the same numbers take
	 * what the annex says
	 * @param units the ward's lead units by their codes
	 */
	static List<Indicator> read(Plan plan, List<Indicator> standing, PlanDraft draft, Map<String, LeadUnit> units) {
		Map<String, Indicator> byNo = new HashMap<>();
		standing.forEach((indicator) -> byNo.put(indicator.no(), indicator));
		List<Indicator> read = new ArrayList<>();
		for (PlanDraft.IndicatorDraft row : draft.indicators()) {
			Indicator parent = (row.parentNo() != null) ? byNo.get(row.parentNo()) : null;
			List<LeadUnit> own = known(units, row.leadUnits());
			Indicator stays = byNo.get(row.no());
			if (stays != null) {
				stays.readAgain(read.size(), parent, row, own);
				read.add(stays);
			}
			else {
				Indicator added = new Indicator(plan, read.size(), parent, row, own);
				byNo.put(row.no(), added);
				read.add(added);
			}
		}
		return read;
	}

	/**
	 * Numbers of the indicators that the annex has as well, by number and name, and of
	 * those that stand in no annex.
	 */
	static Set<String> staying(List<Indicator> indicators, PlanDraft draft) {
		Map<String, String> names = draft.names();
		List<Indicator> beside = beside(indicators, draft);
		return indicators.stream()
			.filter((indicator) -> indicator.isCalled(names.get(indicator.no())) || beside.contains(indicator))
			.map(Indicator::no)
			.collect(Collectors.toSet());
	}

	/**
	 * Those whose targets stand in the plan's text alone: no annex takes them away.
	 */
	static List<Indicator> beside(List<Indicator> indicators, PlanDraft draft) {
		Map<String, String> names = draft.names();
		return indicators.stream()
			.filter((indicator) -> indicator.row(LocalDate.MIN).rule().role() == IndicatorRole.SUPPLEMENTARY
					&& !indicator.isCalled(names.get(indicator.no())))
			.toList();
	}

	/**
	 * Puts them behind the annex's rows, under numbers that those leave free.
	 */
	static void putBehind(List<Indicator> read, List<Indicator> beside) {
		Set<String> taken = read.stream().map(Indicator::no).collect(Collectors.toSet());
		int last = Stream.concat(read.stream(), beside.stream())
			.mapToInt((indicator) -> Integer.parseInt(indicator.no().split("\\.", 2)[0]))
			.max()
			.orElse(0);
		int place = read.size();
		for (Indicator indicator : beside) {
			indicator.moveTo(place++);
			if (taken.contains(indicator.no())) {
				indicator.renumber(String.valueOf(++last));
			}
		}
	}

	static Map<String, String> described(List<IndicatorRow> rows) {
		Map<String, String> described = new LinkedHashMap<>();
		rows.forEach((row) -> described.put(row.no(), row.describe()));
		return described;
	}

	/**
	 * What is wrong on a day or becomes so on a later one.
	 * @param withNumbers numbers of the indicators that have targets of their own
	 */
	static Set<IndicatorTree.Finding> findings(List<Indicator> indicators, LocalDate from, Set<String> withNumbers) {
		SortedSet<LocalDate> days = new TreeSet<>(Set.of(from));
		indicators.forEach((indicator) -> days.addAll(indicator.days()));
		Set<IndicatorTree.Finding> findings = new HashSet<>();
		days.tailSet(from)
			.forEach((day) -> findings.addAll(IndicatorTree.check(rows(indicators, day).stream()
				.map((row) -> new IndicatorTree.Node(row.rule(), row.leadUnitCodes(), withNumbers.contains(row.no())))
				.toList())));
		return findings;
	}

	/**
	 * Those that are there on a day, as they are then.
	 */
	static List<IndicatorRow> rows(List<Indicator> indicators, LocalDate day) {
		return IndicatorRow.inheriting(indicators.stream()
			.filter((indicator) -> indicator.isThere(day))
			.map((indicator) -> indicator.row(day))
			.toList());
	}

	/**
	 * Puts rows where they were asked to stand, each with those below it.
	 * @param places from 1
	 */
	static void arrange(List<Indicator> indicators, Map<Indicator, Integer> places) {
		List<Indicator> placed = new ArrayList<>(indicators);
		placed.removeAll(places.keySet());
		places.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.forEach((entry) -> placed.add(Math.max(0, Math.min(entry.getValue() - 1, placed.size())), entry.getKey()));
		Set<Indicator> arranged = new LinkedHashSet<>();
		placed.stream()
			.filter((indicator) -> indicator.parent(LAST) == null)
			.forEach((top) -> follow(top, placed, arranged));
		// Those of a circle, which the tree refuses.
		arranged.addAll(placed);
		int place = 0;
		for (Indicator indicator : arranged) {
			indicator.moveTo(place++);
		}
		indicators.sort(Comparator.comparingInt(Indicator::position));
	}

	private static void follow(Indicator top, List<Indicator> placed, Set<Indicator> arranged) {
		if (arranged.add(top)) {
			placed.stream()
				.filter((indicator) -> top.isSame(indicator.parent(LAST)))
				.forEach((below) -> follow(below, placed, arranged));
		}
	}

	static List<LeadUnit> known(Map<String, LeadUnit> units, List<String> codes) {
		return codes.stream().distinct().map((code) -> known(units, code)).toList();
	}

	static LeadUnit known(Map<String, LeadUnit> units, String code) {
		return Objects.requireNonNull(units.get(code), () -> "The ward has no lead unit " + code);
	}

}
