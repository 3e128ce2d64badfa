package vn.wardkpi.dashboard.web.year;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.Shown.Sorting;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Indicators of a period under one heading.
 *
 * @param count without sub-indicators
 */
record PeriodGroup(PeriodGroup.Heading heading, int count, List<PeriodRow> rows) {

	PeriodGroup {
		rows = List.copyOf(rows);
	}

	/**
	 * Those that are asked for, each with its parts; a part that holds the words asked
	 * for brings its whole.
	 */
	static List<PeriodGroup> of(PeriodView view, YearAddress address, int until) {
		Shown shown = address.shown();
		Map<String, List<IndicatorOverPeriod>> parts = view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().parentNo() != null)
			.collect(Collectors.groupingBy((row) -> String.valueOf(row.indicator().rule().parentNo())));
		boolean fields = view.indicators().stream().anyMatch((row) -> row.indicator().field() != null);
		boolean ordered = shown.grouping() == Grouping.COURSE || shown.grouping() == Grouping.VERDICT;
		Map<Heading, List<IndicatorOverPeriod>> tops = ordered ? new TreeMap<>() : new LinkedHashMap<>();
		view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().parentNo() == null)
			.filter((row) -> shown.course() == null || row.attainment().course() == shown.course())
			.filter((row) -> shown.verdict() == null || row.attainment().verdict() == shown.verdict())
			.filter((row) -> withParts(row, parts).anyMatch((each) -> shown.contains(each.indicator())))
			.forEach((row) -> tops
				.computeIfAbsent(Heading.of(row, shown.grouping(), fields), (heading) -> new ArrayList<>())
				.add(row));
		return tops.entrySet()
			.stream()
			.map((entry) -> new PeriodGroup(entry.getKey(), entry.getValue().size(),
					sorted(entry.getValue(), shown.sorting()).flatMap((row) -> withParts(row, parts))
						.map((row) -> PeriodRow.of(row, address, view, until))
						.toList()))
			.toList();
	}

	/** What is equal stays in the order of the plan. */
	private static Stream<IndicatorOverPeriod> sorted(List<IndicatorOverPeriod> rows, Sorting sorting) {
		return switch (sorting) {
			case NUMBER -> rows.stream();
			case NAME -> rows.stream().sorted(Comparator.comparing((row) -> SearchKey.of(row.indicator().name())));
			case DANGER -> rows.stream()
				.sorted(Comparator
					.comparing((row) -> Objects.requireNonNullElse(row.attainment().atRiskRank(), Integer.MAX_VALUE)));
		};
	}

	private static Stream<IndicatorOverPeriod> withParts(IndicatorOverPeriod row,
			Map<String, List<IndicatorOverPeriod>> parts) {
		return Stream.concat(Stream.of(row),
				parts.getOrDefault(row.indicator().no(), List.of()).stream().flatMap((part) -> withParts(part, parts)));
	}

	/**
	 * What indicators are grouped by.
	 *
	 * @param name the field, the lead unit or the leader
	 */
	record Heading(String name, @Nullable Course course, @Nullable Verdict verdict) implements Comparable<Heading> {

		/** The worst first. */
		private static final List<Course> COURSES = List.of(Course.REVERSING, Course.OFF_COURSE, Course.LAGGING,
				Course.ON_COURSE, Course.ACHIEVED, Course.NOT_ASSESSABLE);

		private static final List<Verdict> VERDICTS = List.of(Verdict.NOT_MET, Verdict.NO_DATA, Verdict.IN_PROGRESS,
				Verdict.MET, Verdict.EXCEEDED, Verdict.NOT_ASSIGNED);

		static Heading of(IndicatorOverPeriod row, Grouping grouping, boolean fields) {
			IndicatorRow indicator = row.indicator();
			LeadUnitRow unit = indicator.answeringUnit();
			return switch (grouping) {
				case COURSE -> new Heading("", row.attainment().course(), null);
				case VERDICT -> new Heading("", null, row.attainment().verdict());
				case UNIT -> named((unit != null) ? unit.name() : null);
				case LEADER -> named(indicator.leaderInCharge());
				case FIELD -> fields ? named(indicator.field()) : named("");
			};
		}

		private static Heading named(@Nullable String name) {
			return new Heading(Objects.requireNonNullElse(name, "–"), null, null);
		}

		@Override
		public int compareTo(Heading other) {
			return Integer.compare(place(), other.place());
		}

		private int place() {
			return (this.course != null) ? COURSES.indexOf(this.course)
					: ((this.verdict != null) ? VERDICTS.indexOf(this.verdict) : 0);
		}

	}

}
