package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.attainment.year.VerdictChange;
import vn.wardkpi.dashboard.stages.EstimateAndFinal;
import vn.wardkpi.dashboard.stages.IndicatorStages;
import vn.wardkpi.dashboard.stages.StagesView;
import vn.wardkpi.dashboard.web.YearAddress;

/**
 * What the page of a year's estimate and official figures shows.
 *
 * @param counts the headlines' numbers side by side
 * @param turns how many indicators of the headline moved which way, of ways that occur
 * @param approvals who approved what stands, and when
 * @param sections the indicators, those whose verdict moved first
 */
record StagesPage(StagesView view, YearAddress address, List<StageIssuer> issuers, List<Count> counts,
		List<TurnCount> turns, List<StageApproval> approvals, List<Section> sections) {

	StagesPage {
		issuers = List.copyOf(issuers);
		counts = List.copyOf(counts);
		turns = List.copyOf(turns);
		approvals = List.copyOf(approvals);
		sections = List.copyOf(sections);
	}

	static StagesPage of(EstimateAndFinal staged, StagesView view, YearAddress address, ZoneId zone) {
		List<StageIssuer> issuers = staged.plan()
			.known()
			.issuers()
			.stream()
			.map((each) -> new StageIssuer(each, staged.plan().assigned(view.year(), each), address.of(each).toString(),
					each == view.issuer()))
			.toList();
		List<TurnCount> turns = Arrays.stream(VerdictChange.values())
			.filter((turn) -> turn != VerdictChange.UNCHANGED && view.stages().count(turn) > 0)
			.map((turn) -> new TurnCount(turn, view.stages().count(turn)))
			.toList();
		return new StagesPage(view, address, issuers, counts(view), turns, approvals(view, address, zone),
				sections(view, address));
	}

	public Headline estimate() {
		return this.view.stages().estimate().headline();
	}

	public Headline official() {
		return this.view.stages().official().headline();
	}

	/**
	 * Whether there is any figure to compare.
	 */
	public boolean isEmpty() {
		return this.approvals.isEmpty();
	}

	private static List<Count> counts(StagesView view) {
		Headline estimate = view.stages().estimate().headline();
		Headline official = view.stages().official().headline();
		List<Count> counts = new ArrayList<>();
		counts.add(Count.of("attained", null, estimate, official, Headline::attained));
		counts.add(Count.of("verdict", Verdict.EXCEEDED, estimate, official, Headline::exceeded));
		counts.add(Count.of("verdict", Verdict.MET, estimate, official, Headline::met));
		counts.add(Count.of("verdict", Verdict.NOT_MET, estimate, official, Headline::notMet));
		counts.add(Count.of("verdict", Verdict.IN_PROGRESS, estimate, official, Headline::inProgress));
		counts.add(Count.of("verdict", Verdict.NO_DATA, estimate, official, Headline::noData));
		counts.add(Count.of("assigned", null, estimate, official, Headline::assigned));
		return counts;
	}

	private static List<StageApproval> approvals(StagesView view, YearAddress address, ZoneId zone) {
		Map<ApprovalKey, Integer> counts = new LinkedHashMap<>();
		for (ReportingPeriod period : List.of(ReportingPeriod.ESTIMATE, ReportingPeriod.FINAL)) {
			view.indicators()
				.stream()
				.map((row) -> ((period == ReportingPeriod.FINAL) ? row.official() : row.estimate()).figure())
				.filter(Objects::nonNull)
				.filter((row) -> row.approvedBy() != null && row.approvedAt() != null)
				.sorted(Comparator.comparing((row) -> Objects.requireNonNull(row.approvedAt())))
				.forEach(
						(row) -> counts.merge(
								new ApprovalKey(period, Objects.requireNonNull(row.approvedBy()),
										LocalDate.ofInstant(Objects.requireNonNull(row.approvedAt()), zone)),
								1, Integer::sum));
		}
		return counts.entrySet()
			.stream()
			.map((entry) -> new StageApproval(entry.getKey().period(), entry.getKey().by(), entry.getKey().day(),
					entry.getValue(), address.onDay(entry.getKey().day()).toString()))
			.toList();
	}

	private static List<Section> sections(StagesView view, YearAddress address) {
		boolean settled = view.isAnySettled();
		List<Section> sections = new ArrayList<>();
		add(sections, "moved", view, address,
				rows(view, (row) -> row.turn() != VerdictChange.UNCHANGED).stream()
					.sorted(Comparator.comparing(IndicatorStages::turn))
					.toList());
		add(sections, "missing", view, address,
				rows(view, (row) -> row.turn() == VerdictChange.UNCHANGED && settled && isMissing(row)));
		add(sections, settled ? "unchanged" : "waiting", view, address,
				rows(view, (row) -> row.turn() == VerdictChange.UNCHANGED && !(settled && isMissing(row))));
		return sections;
	}

	private static boolean isMissing(IndicatorStages row) {
		return row.takesFigures() && !row.settled() && row.official().target() != null;
	}

	private static List<IndicatorStages> rows(StagesView view, Predicate<IndicatorStages> which) {
		return view.indicators().stream().filter(which).toList();
	}

	private static void add(List<Section> sections, String name, StagesView view, YearAddress address,
			List<IndicatorStages> rows) {
		if (!rows.isEmpty()) {
			sections.add(new Section(name, rows.stream().map((row) -> StageRow.of(row, view, address)).toList()));
		}
	}

	record StageIssuer(Issuer issuer, int assigned, String address, boolean current) {
	}

	/**
	 * A number of both headlines.
	 *
	 * @param name of the message that says what is counted; {@code verdict} for the
	 * verdict's own
	 * @param change with its sign; empty for none
	 */
	record Count(String name, @Nullable Verdict verdict, int estimate, int official, String change) {

		static Count of(String name, @Nullable Verdict verdict, Headline estimate, Headline official,
				Function<Headline, Integer> number) {
			int then = number.apply(estimate);
			int now = number.apply(official);
			return new Count(name, verdict, then, now,
					(now == then) ? "" : StageRow.signed(BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(then))));
		}

	}

	record TurnCount(VerdictChange turn, int count) {
	}

	private record ApprovalKey(ReportingPeriod period, String by, LocalDate day) {
	}

	/**
	 * Figures of one stage that one person approved on one day.
	 *
	 * @param address of the year as it was known on that day
	 */
	record StageApproval(ReportingPeriod period, String by, LocalDate day, int figures, String address) {
	}

	/**
	 * @param name of the message that heads it
	 */
	record Section(String name, List<StageRow> rows) {

		Section {
			rows = List.copyOf(rows);
		}

	}

}
