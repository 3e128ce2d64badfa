package vn.wardkpi.dashboard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * A plan's indicators and targets as they are on a day, and what was judged by them last.
 */
final class PlanStructure {

	private final List<IndicatorRow> indicators;

	private final List<TargetRow> targets;

	private final Map<Issuer, Map<Integer, Map<String, TargetRow>>> ofYears = new EnumMap<>(Issuer.class);

	private final Map<Issuer, Map<String, TargetRow>> ofPeriod = new EnumMap<>(Issuer.class);

	private final Map<Issuer, Map<String, Map<Integer, ParsedTarget>>> yearly = new EnumMap<>(Issuer.class);

	private final LastJudged judged = new LastJudged();

	PlanStructure(List<IndicatorRow> indicators, List<TargetRow> targets) {
		this.indicators = List.copyOf(indicators);
		this.targets = List.copyOf(targets);
		for (TargetRow row : targets) {
			Integer year = row.year();
			if (year == null) {
				this.ofPeriod.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>()).put(row.no(), row);
				continue;
			}
			this.ofYears.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>())
				.computeIfAbsent(year, (each) -> new HashMap<>())
				.put(row.no(), row);
			this.yearly.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>())
				.computeIfAbsent(row.no(), (no) -> new HashMap<>())
				.put(year, row.target());
		}
		this.yearly.values().forEach((each) -> each.replaceAll((no, years) -> Map.copyOf(years)));
	}

	List<IndicatorRow> indicators() {
		return this.indicators;
	}

	/** Every target in force. */
	List<TargetRow> targets() {
		return this.targets;
	}

	/** Issuers that set any target. */
	SortedSet<Issuer> issuers() {
		SortedSet<Issuer> issuers = new TreeSet<>(this.ofYears.keySet());
		issuers.addAll(this.ofPeriod.keySet());
		return issuers;
	}

	/** An issuer's targets of a year by indicator number. */
	Map<String, TargetRow> targets(Issuer issuer, int year) {
		return Collections.unmodifiableMap(this.ofYears.getOrDefault(issuer, Map.of()).getOrDefault(year, Map.of()));
	}

	/** An issuer's targets of an indicator by year. */
	Map<Integer, ParsedTarget> targets(Issuer issuer, String no) {
		return this.yearly.getOrDefault(issuer, Map.of()).getOrDefault(no, Map.of());
	}

	/** An issuer's targets of the period by indicator number. */
	Map<String, TargetRow> periodTargets(Issuer issuer) {
		return Collections.unmodifiableMap(this.ofPeriod.getOrDefault(issuer, Map.of()));
	}

	LastJudged judged() {
		return this.judged;
	}

}
