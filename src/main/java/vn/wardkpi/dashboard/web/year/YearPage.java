package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.OpenWork.LateTask;
import vn.wardkpi.dashboard.OpenWork.Open;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.Shown.Column;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.YearAddress.Part;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * What the page of a year shows.
 *
 * @param supplementary rows of targets that stand in the plan's text alone, where the
 * year has a target or a figure
 * @param counted how many indicators enter the headline or could
 * @param stages address of the page of its estimate and official figures, if an estimate
 * was approved
 * @param beside address of the page of all issuers side by side, if several assigned
 * @param approvedUntil the latest approval among the figures shown
 * @param decisions the documents that set the year's targets
 * @param waiting numbers of the indicators with figures that wait for approval, without
 * sub-indicators
 * @param late tasks that are late and stand on none of the cards
 */
public record YearPage(YearView view, YearAddress address, List<Segment> bar, List<IssuerChoice> issuers,
		List<PublishedHeadline> reported, List<YearAttention> attention, List<YearGroup> groups,
		List<YearRow> supplementary, int counted, @Nullable String stages, @Nullable String beside,
		@Nullable Instant approvedUntil, List<String> decisions, List<String> waiting, List<LateTask> late) {

	/**
	 * Fewer are shown only where fewer need attention; what was not met is always shown.
	 */
	private static final int CARDS = 6;

	public YearPage {
		bar = List.copyOf(bar);
		issuers = List.copyOf(issuers);
		reported = List.copyOf(reported);
		attention = List.copyOf(attention);
		groups = List.copyOf(groups);
		supplementary = List.copyOf(supplementary);
		decisions = List.copyOf(decisions);
		waiting = List.copyOf(waiting);
		late = List.copyOf(late);
	}

	public static YearPage of(JudgedPlan plan, int year, Issuer issuer, YearAddress address, Open open) {
		YearView view = plan.year(year, issuer);
		List<IssuerChoice> issuers = plan.known()
			.issuers()
			.stream()
			.map((each) -> new IssuerChoice(each, plan.assigned(year, each), address.of(each).toString(),
					each == issuer))
			.toList();
		Instant approved = view.indicators()
			.stream()
			.map(IndicatorYear::actual)
			.filter(Objects::nonNull)
			.map(ActualRow::approvedAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
		List<String> decisions = view.indicators()
			.stream()
			.map(IndicatorYear::target)
			.filter(Objects::nonNull)
			.map((target) -> target.decision())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		List<YearAttention> attention = attention(view, address, open.late());
		List<LateTask> elsewhere = open.late()
			.stream()
			.filter((task) -> attention.stream().noneMatch((card) -> card.late().contains(task)))
			.toList();
		return new YearPage(view, address, bar(view.headline(), address), issuers, plan.known().reported(year),
				attention, YearGroup.of(view, address), supplementary(view, address),
				Math.toIntExact(view.counted().count()),
				plan.known().hasEstimates(year) ? address.to(Part.STAGES).toString() : null,
				issuers.stream().filter((each) -> each.assigned() > 0).count() > 1 ? address.to(Part.ISSUERS).toString()
						: null,
				approved, decisions, waiting(view, open), elsewhere);
	}

	/**
	 * The headline that a report published, where it counts more indicators than have
	 * rows here, so that it and not the computed one is the year's; the official one
	 * before the estimated.
	 */
	public @Nullable PublishedHeadline leading() {
		return this.view.reported()
			.stream()
			.filter((row) -> row.assigned() > this.view.headline().assigned())
			.max(Comparator.comparing((row) -> row.stage().equals("FINAL")))
			.orElse(null);
	}

	public List<Grouping> groupings() {
		return List.of(Grouping.FIELD, Grouping.UNIT, Grouping.LEADER, Grouping.VERDICT);
	}

	/** Those that may be left out. */
	public List<Column> columns() {
		return List.of(Column.values());
	}

	/**
	 * Address of the rows that no target was set for.
	 */
	public String notAssigned() {
		return this.address.only(Verdict.NOT_ASSIGNED) + "#indicators";
	}

	private static List<Segment> bar(Headline headline, YearAddress address) {
		Map<Verdict, Integer> counts = new LinkedHashMap<>();
		counts.put(Verdict.EXCEEDED, headline.exceeded());
		counts.put(Verdict.MET, headline.met());
		counts.put(Verdict.NOT_MET, headline.notMet());
		counts.put(Verdict.IN_PROGRESS, headline.inProgress());
		counts.put(Verdict.NO_DATA, headline.noData());
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.map((entry) -> new Segment(entry.getKey(), entry.getValue(), share(entry.getValue(), headline.assigned()),
					address.only(entry.getKey()) + "#indicators", address.shown().verdict() == entry.getKey()))
			.toList();
	}

	private static int share(int count, int all) {
		return BigDecimal.valueOf(count * 100L)
			.divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
			.max(BigDecimal.ONE)
			.intValueExact();
	}

	private static List<YearAttention> attention(YearView view, YearAddress address, List<LateTask> late) {
		Map<String, List<IndicatorYear>> parts = YearGroup.parts(view);
		long missed = view.counted().filter((row) -> row.judgement().verdict() == Verdict.NOT_MET).count();
		return view.counted()
			.filter((row) -> urgency(row) > 0)
			.sorted(Comparator.comparingInt(YearPage::urgency).reversed())
			.limit(Math.max(CARDS, missed))
			.map((row) -> YearAttention.of(row, parts.getOrDefault(row.indicator().no(), List.of()), view, address,
					late.stream().filter((task) -> isOf(row, task.no(), parts)).toList()))
			.toList();
	}

	private static List<String> waiting(YearView view, Open open) {
		Map<String, List<IndicatorYear>> parts = YearGroup.parts(view);
		return view.counted()
			.filter((row) -> open.waiting().stream().anyMatch((no) -> isOf(row, no, parts)))
			.map((row) -> row.indicator().no())
			.toList();
	}

	/** Whether a number is the row's or one of its parts'. */
	private static boolean isOf(IndicatorYear row, @Nullable String no, Map<String, List<IndicatorYear>> parts) {
		return YearGroup.withParts(row, parts).anyMatch((each) -> each.indicator().no().equals(no));
	}

	/**
	 * Not met comes first, before what is only off course.
	 */
	private static int urgency(IndicatorYear row) {
		int missed = (row.judgement().verdict() == Verdict.NOT_MET) ? 4 : 0;
		return missed + switch (row.course()) {
			case REVERSING -> 3;
			case OFF_COURSE -> 2;
			case LAGGING -> 1;
			case ACHIEVED, ON_COURSE, NOT_ASSESSABLE -> 0;
		};
	}

	private static List<YearRow> supplementary(YearView view, YearAddress address) {
		return view.supplementary()
			.stream()
			.filter((row) -> row.target() != null || row.actual() != null)
			.map((row) -> YearRow.of(row, view, address))
			.toList();
	}

	/**
	 * A part of the bar.
	 *
	 * @param share its part of the whole, in percent
	 */
	record Segment(Verdict verdict, int count, int share, String address, boolean current) {
	}

	record IssuerChoice(Issuer issuer, int assigned, String address, boolean current) {
	}

}
