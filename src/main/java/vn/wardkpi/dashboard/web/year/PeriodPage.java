package vn.wardkpi.dashboard.web.year;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.web.Shown.Grouping;
import vn.wardkpi.dashboard.web.Shown.Sorting;
import vn.wardkpi.dashboard.web.YearAddress;

/**
 * What the page of a whole period shows.
 *
 * @param courses how many counted indicators are on which course
 * @param dangers what endangers the period, the worst first
 * @param assigned how many counted indicators the issuer speaks of
 * @param rows every indicator with its parts, in the order of the plan
 * @param groups those that are shown, under their headings
 * @param supplementary targets that stand in the plan's text alone
 * @param matrix the verdicts of every counted indicator in every year
 */
public record PeriodPage(PeriodView view, YearAddress address, List<PeriodIssuer> issuers, List<CourseCount> courses,
		List<PeriodDanger> dangers, long assigned, List<PeriodRow> rows, List<PeriodGroup> groups,
		List<PeriodRow> supplementary, List<Integer> years, List<MatrixRow> matrix) {

	public PeriodPage {
		issuers = List.copyOf(issuers);
		dangers = List.copyOf(dangers);
		rows = List.copyOf(rows);
		groups = List.copyOf(groups);
		supplementary = List.copyOf(supplementary);
		courses = List.copyOf(courses);
		years = List.copyOf(years);
		matrix = List.copyOf(matrix);
	}

	public static PeriodPage of(JudgedPlan plan, Issuer issuer, YearAddress address) {
		PeriodView view = plan.period(issuer);
		int until = plan.known().latestFullYear();
		Map<Course, Integer> courses = new EnumMap<>(Course.class);
		view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().role().isCounted())
			.forEach((row) -> courses.merge(row.attainment().course(), 1, Integer::sum));
		return new PeriodPage(view, address,
				plan.known()
					.issuers()
					.stream()
					.map((each) -> new PeriodIssuer(each, address.of(each).toString(), each == issuer))
					.toList(),
				courses.entrySet()
					.stream()
					.map((entry) -> new CourseCount(entry.getKey(), entry.getValue(),
							address.only(entry.getKey()) + "#indicators", entry.getKey() == address.shown().course()))
					.toList(),
				dangers(view, address, until), assigned(view),
				view.indicators().stream().map((row) -> PeriodRow.of(row, address, view, until)).toList(),
				PeriodGroup.of(view, address, until),
				view.supplementary().stream().map((row) -> PeriodRow.of(row, address, view, until)).toList(),
				IntStream.rangeClosed(view.plan().fromYear(), view.plan().toYear()).boxed().toList(),
				matrix(plan, view, address));
	}

	private static long assigned(PeriodView view) {
		return view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().role().isCounted() && row.attainment().isAssigned())
			.count();
	}

	public List<Grouping> groupings() {
		return List.of(Grouping.COURSE, Grouping.FIELD, Grouping.UNIT, Grouping.LEADER, Grouping.VERDICT);
	}

	public List<Sorting> sortings() {
		return List.of(Sorting.values());
	}

	/** Whether there is any full-year figure to go by. */
	public boolean assessed() {
		return this.view.indicators().stream().anyMatch((row) -> row.attainment().latestYear() != null);
	}

	/** Whether the groups stand open: where the reader has asked for some of the rows. */
	public boolean open() {
		return this.address.shown().isFiltered() || this.address.grouping() != null;
	}

	private static List<MatrixRow> matrix(JudgedPlan plan, PeriodView view, YearAddress address) {
		return view.indicators()
			.stream()
			.map(IndicatorOverPeriod::indicator)
			.filter((indicator) -> indicator.rule().role().isCounted())
			.map((indicator) -> new MatrixRow(indicator.no(), indicator.name(),
					address.indicator(view.plan().id(), indicator.no()),
					plan.judgements(indicator.no(), view.issuer())
						.values()
						.stream()
						.map((judgement) -> new MatrixCell(judgement.verdict(), judgement.provisional()))
						.toList()))
			.toList();
	}

	/** The signs of the matrix. */
	public List<Verdict> legend() {
		return List.of(Verdict.values());
	}

	private static List<PeriodDanger> dangers(PeriodView view, YearAddress address, int until) {
		return view.indicators()
			.stream()
			.filter((row) -> row.attainment().atRiskRank() != null)
			.sorted(Comparator.comparing((row) -> Objects.requireNonNull(row.attainment().atRiskRank())))
			.map((row) -> danger(row, deciding(row, view), view, address, until))
			.toList();
	}

	private static PeriodDanger danger(IndicatorOverPeriod row, IndicatorOverPeriod deciding, PeriodView view,
			YearAddress address, int until) {
		return new PeriodDanger(PeriodRow.of(row, address, view, until), PeriodRow.of(deciding, address, view, until),
				DangerBar.of(deciding));
	}

	/**
	 * The row itself; of a group the part that endangers it.
	 */
	private static IndicatorOverPeriod deciding(IndicatorOverPeriod row, PeriodView view) {
		return view.indicators()
			.stream()
			.filter((part) -> row.indicator().rule().role() == IndicatorRole.GROUP
					&& row.indicator().no().equals(part.indicator().rule().parentNo()))
			.filter((part) -> part.attainment().atRisk() && part.attainment().course() == row.attainment().course())
			.min(Comparator.comparing((part) -> !part.indicator().rule().decisive()))
			.orElse(row);
	}

	/**
	 * @param address of the rows behind the number
	 */
	record CourseCount(Course course, int count, String address, boolean current) {
	}

	/**
	 * @param years in the order of the plan's years
	 */
	record MatrixRow(String no, String name, String address, List<MatrixCell> years) {
	}

	record MatrixCell(Verdict verdict, boolean provisional) {
	}

	record PeriodIssuer(Issuer issuer, String address, boolean current) {
	}

	/**
	 * @param deciding the row whose numbers say why
	 * @param bar those numbers on one scale
	 */
	record PeriodDanger(PeriodRow row, PeriodRow deciding, @Nullable DangerBar bar) {
	}

}
