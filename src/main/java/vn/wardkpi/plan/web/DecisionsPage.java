package vn.wardkpi.plan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.DecisionRow;
import vn.wardkpi.plan.DecisionRow.TargetOfDecision;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.decision.DecisionFile;

/**
 * The decisions of a plan, the latest first.
 *
 * @param open whether this person may record another
 * @param attaches whether they may add a file
 */
record DecisionsPage(PlanSummary plan, List<Decision> decisions, boolean open, boolean attaches) {

	DecisionsPage {
		decisions = List.copyOf(decisions);
	}

	static DecisionsPage of(PlanSummary plan, List<DecisionRow> decisions, List<IndicatorRow> indicators,
			List<DecisionFile> files, boolean administered) {
		Map<Long, List<DecisionFile>> byDecision = files.stream()
			.collect(Collectors.groupingBy(DecisionFile::decisionId));
		List<Decision> latestFirst = new ArrayList<>();
		for (DecisionRow row : decisions) {
			latestFirst.add(0, Decision.of(row, indicators, byDecision.getOrDefault(row.id(), List.of())));
		}
		boolean open = plan.status() == PlanStatus.DRAFT || plan.status() == PlanStatus.ADOPTED;
		return new DecisionsPage(plan, latestFirst, administered && open, administered && plan.status().isPublished());
	}

	/**
	 * @param years for which it set any target
	 * @param period whether it set any target of the whole period
	 */
	record Decision(DecisionRow row, List<DecisionFile> files, List<Integer> years, boolean period, List<Line> lines) {

		Decision {
			files = List.copyOf(files);
			years = List.copyOf(years);
			lines = List.copyOf(lines);
		}

		static Decision of(DecisionRow row, List<IndicatorRow> indicators, List<DecisionFile> files) {
			SortedSet<Integer> years = new TreeSet<>();
			Map<String, Map<String, TargetOfDecision>> byNo = new HashMap<>();
			for (TargetOfDecision target : row.targets()) {
				if (target.year() != null) {
					years.add(target.year());
				}
				byNo.computeIfAbsent(target.no(), (no) -> new LinkedHashMap<>()).put(key(target.year()), target);
			}
			boolean period = row.targets().stream().anyMatch((target) -> target.year() == null);
			List<Line> lines = indicators.stream().filter((one) -> byNo.containsKey(one.no())).map((one) -> {
				Map<String, TargetOfDecision> own = Objects.requireNonNull(byNo.get(one.no()));
				List<@Nullable TargetOfDecision> cells = new ArrayList<>();
				years.forEach((year) -> cells.add(own.get(key(year))));
				if (period) {
					cells.add(own.get(key(null)));
				}
				return new Line(one.no(), one.name(), cells);
			}).toList();
			return new Decision(row, files, List.copyOf(years), period, lines);
		}

		private static String key(@Nullable Integer year) {
			return (year != null) ? year.toString() : "";
		}

		/**
		 * A short one is shown at once.
		 */
		public boolean isShort() {
			return this.lines.size() <= 5;
		}

	}

	/**
	 * @param cells of the decision's years and, last, of the period; {@code null} where
	 * it says nothing
	 */
	record Line(String no, String name, List<@Nullable TargetOfDecision> cells) {
	}

}
