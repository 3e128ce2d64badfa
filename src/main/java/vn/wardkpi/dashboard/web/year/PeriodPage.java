package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.JudgedUntil;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.ProjectedEnd;
import vn.wardkpi.dashboard.web.RequiredPace;
import vn.wardkpi.dashboard.web.Shown;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.chart.Sparkline;
import vn.wardkpi.plan.IndicatorRow;

/**
 * What the page of a whole period shows.
 *
 * @param courses how many counted indicators are on which course
 * @param dangers what endangers the period, the worst first
 * @param supplementary targets that stand in the plan's text alone
 * @param matrix the verdicts of every counted indicator in every year
 */
public record PeriodPage(PeriodView view, YearAddress address, List<PeriodIssuer> issuers, List<CourseCount> courses,
		List<PeriodDanger> dangers, List<PeriodRow> rows, List<PeriodRow> supplementary, List<Integer> years,
		List<MatrixRow> matrix) {

	public PeriodPage {
		issuers = List.copyOf(issuers);
		dangers = List.copyOf(dangers);
		rows = List.copyOf(rows);
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
				dangers(view, address, until),
				shown(view, address.shown()).map((row) -> PeriodRow.of(row, address, view, until)).toList(),
				view.supplementary().stream().map((row) -> PeriodRow.of(row, address, view, until)).toList(),
				IntStream.rangeClosed(view.plan().fromYear(), view.plan().toYear()).boxed().toList(),
				matrix(plan, view, address));
	}

	/**
	 * Rows on the course asked for, each with its parts.
	 */
	private static Stream<IndicatorOverPeriod> shown(PeriodView view, Shown shown) {
		Map<String, Boolean> tops = new HashMap<>();
		return view.indicators().stream().filter((row) -> {
			String parent = row.indicator().rule().parentNo();
			boolean in = (parent != null) ? tops.getOrDefault(parent, false)
					: shown.course() == null || row.attainment().course() == shown.course();
			tops.put(row.indicator().no(), in);
			return in;
		});
	}

	private static List<MatrixRow> matrix(JudgedPlan plan, PeriodView view, YearAddress address) {
		return view.indicators()
			.stream()
			.map(IndicatorOverPeriod::indicator)
			.filter((indicator) -> indicator.rule().role().isCounted())
			.map((indicator) -> new MatrixRow(indicator, address.indicator(view.plan().id(), indicator.no()),
					List.copyOf(plan.judgements(indicator.no(), view.issuer()).values())))
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
			.map((row) -> new PeriodDanger(PeriodRow.of(row, address, view, until),
					PeriodRow.of(deciding(row, view), address, view, until)))
			.toList();
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
	record MatrixRow(IndicatorRow indicator, String address, List<Judgement> years) {
	}

	record PeriodIssuer(Issuer issuer, String address, boolean current) {
	}

	/**
	 * @param deciding the row whose numbers say why
	 */
	record PeriodDanger(PeriodRow row, PeriodRow deciding) {
	}

	/**
	 * An indicator over the period.
	 *
	 * @param value to date; of what is held every year the years held of those judged
	 * @param overrides years whose verdict a reviewer set
	 */
	record PeriodRow(IndicatorRow indicator, String address, @Nullable String target, PeriodAttainment attainment,
			@Nullable String value, @Nullable String targetToDate, @Nullable JudgedUntil until,
			@Nullable RequiredPace pace, @Nullable ProjectedEnd end, @Nullable Sparkline spark,
			List<OverrideNote> overrides) {

		PeriodRow {
			overrides = List.copyOf(overrides);
		}

		static PeriodRow of(IndicatorOverPeriod row, YearAddress address, PeriodView view, int until) {
			PeriodAttainment period = row.attainment();
			IndicatorRow indicator = row.indicator();
			return new PeriodRow(indicator, address.indicator(view.plan().id(), indicator.no()),
					(row.target() != null) ? row.target().target().text() : null, period, value(period, indicator),
					isHeld(indicator) ? null : number(period.targetToDate(), indicator),
					JudgedUntil.of(period, row.path(), until), RequiredPace.of(indicator, period),
					ProjectedEnd.of(indicator, period, row.target()), Sparkline.of(row.path()),
					OverrideNote.of(row.overrides()));
		}

		private static boolean isHeld(IndicatorRow indicator) {
			return indicator.rule().accumulation() == Accumulation.EVERY_YEAR;
		}

		private static @Nullable String value(PeriodAttainment period, IndicatorRow indicator) {
			Integer judged = period.yearsJudged();
			if (isHeld(indicator)) {
				return (judged != null && judged > 0) ? period.yearsHeld() + "/" + judged : null;
			}
			return number(period.value(), indicator);
		}

		private static @Nullable String number(@Nullable BigDecimal value, IndicatorRow indicator) {
			return (value != null) ? FigureText.number(value, 0, indicator, null) : null;
		}

		public boolean sub() {
			return this.indicator.rule().parentNo() != null;
		}

	}

}
