package vn.wardkpi.dashboard.web.year;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Indicators of a year under one heading.
 *
 * @param count without sub-indicators
 */
record YearGroup(YearGroup.Heading heading, int count, List<YearRow> rows) {

	YearGroup {
		rows = List.copyOf(rows);
	}

	static List<YearGroup> of(YearView view, YearAddress address) {
		Map<String, List<IndicatorYear>> parts = parts(view);
		Shown shown = address.shown();
		Map<Heading, List<IndicatorYear>> tops = (shown.grouping() == Grouping.VERDICT) ? new TreeMap<>()
				: new LinkedHashMap<>();
		boolean fields = view.indicators().stream().anyMatch((row) -> row.indicator().field() != null);
		view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().parentNo() == null)
			.filter((row) -> shown.verdict() == null || row.judgement().verdict() == shown.verdict())
			.filter((row) -> withParts(row, parts).anyMatch((each) -> shown.contains(each.indicator())))
			.forEach((row) -> tops
				.computeIfAbsent(Heading.of(row, shown.grouping(), fields), (name) -> new ArrayList<>())
				.add(row));
		return tops.entrySet()
			.stream()
			.map((entry) -> new YearGroup(entry.getKey(), entry.getValue().size(),
					entry.getValue()
						.stream()
						.flatMap((row) -> withParts(row, parts))
						.map((row) -> YearRow.of(row, view, address))
						.toList()))
			.toList();
	}

	static Map<String, List<IndicatorYear>> parts(YearView view) {
		return view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().parentNo() != null)
			.collect(Collectors.groupingBy((row) -> String.valueOf(row.indicator().rule().parentNo())));
	}

	static Stream<IndicatorYear> withParts(IndicatorYear row, Map<String, List<IndicatorYear>> parts) {
		return Stream.concat(Stream.of(row),
				parts.getOrDefault(row.indicator().no(), List.of()).stream().flatMap((part) -> withParts(part, parts)));
	}

	/**
	 * What indicators are grouped by, in the order of the table.
	 *
	 * @param name the field or the lead unit; empty for no heading
	 * @param verdict where they are grouped by it
	 */
	record Heading(String name, @Nullable Verdict verdict) implements Comparable<Heading> {

		/** The worst first. */
		private static final List<Verdict> ORDER = List.of(Verdict.NOT_MET, Verdict.NO_DATA, Verdict.IN_PROGRESS,
				Verdict.MET, Verdict.EXCEEDED, Verdict.NOT_ASSIGNED);

		static Heading of(IndicatorYear row, Grouping grouping, boolean fields) {
			IndicatorRow indicator = row.indicator();
			return switch (grouping) {
				case VERDICT -> new Heading("", row.judgement().verdict());
				case UNIT -> {
					LeadUnitRow unit = indicator.answeringUnit();
					yield new Heading((unit != null) ? unit.name() : "–", null);
				}
				case LEADER -> new Heading(Objects.requireNonNullElse(indicator.leaderInCharge(), "–"), null);
				case FIELD, COURSE -> {
					String field = indicator.field();
					yield new Heading(fields ? ((field != null) ? field : "–") : "", null);
				}
			};
		}

		@Override
		public int compareTo(Heading other) {
			return Integer.compare(ORDER.indexOf(this.verdict), ORDER.indexOf(other.verdict));
		}

		public boolean isEmpty() {
			return this.name.isEmpty() && this.verdict == null;
		}

	}

}
