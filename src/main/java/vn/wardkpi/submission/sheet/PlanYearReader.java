package vn.wardkpi.submission.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reads what a plan asks for in its years: four SQL statements, whatever its size, and a
 * fifth where annual plans were made of it.
 */
@Component
public class PlanYearReader {

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final AnnualTargets annual;

	private final Clock clock;

	PlanYearReader(PlanCatalog plans, ActualCatalog actuals, AnnualTargets annual, Clock clock) {
		this.plans = plans;
		this.actuals = actuals;
		this.annual = annual;
		this.clock = clock;
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such plan or it does not cover
	 * the year
	 */
	public PlanYear require(long planId, int year) {
		return Objects.requireNonNull(requireAll(planId, Set.of(year)).get(year));
	}

	/**
	 * Several years of one plan: as many statements as for one.
	 * @throws RefusedException NOT_FOUND if there is no such plan or it does not cover a
	 * year
	 */
	Map<Integer, PlanYear> requireAll(long planId, Set<Integer> years) {
		PlanSummary plan = this.plans.require(planId);
		years.stream().filter((year) -> !plan.covers(year)).findFirst().ifPresent((year) -> {
			throw new RefusedException(Kind.NOT_FOUND, "plan.year-unknown", String.valueOf(year));
		});
		List<TargetRow> targets = this.plans.targets(planId, LocalDate.now(this.clock));
		Map<Integer, Map<String, Map<Issuer, ParsedTarget>>> annual = this.annual.of(plan, targets);
		List<ActualRow> approved = this.actuals.approved(planId, null);
		List<IndicatorRow> indicators = this.plans.indicators(planId);
		Map<Integer, PlanYear> of = new HashMap<>();
		years.forEach((year) -> of.put(year, new PlanYear(plan, year, indicators, targetsOf(year, targets),
				annual.getOrDefault(year, Map.of()), fullYear(year - 1, approved))));
		return of;
	}

	private static Map<String, Map<Issuer, ParsedTarget>> targetsOf(int year, List<TargetRow> rows) {
		Map<String, Map<Issuer, ParsedTarget>> targets = new HashMap<>();
		rows.stream()
			.filter((row) -> Integer.valueOf(year).equals(row.year()))
			.forEach((row) -> targets.computeIfAbsent(row.no(), (no) -> new EnumMap<>(Issuer.class))
				.put(row.issuer(), row.target()));
		return targets;
	}

	/** FINAL where there is one, else ESTIMATE. */
	private static Map<String, Figure> fullYear(int year, List<ActualRow> approved) {
		Map<String, Figure> figures = new HashMap<>();
		approved.stream()
			.filter((row) -> row.year() == year && row.figure().period().isFullYear())
			.sorted(Comparator.comparing((row) -> row.figure().period()))
			.forEach((row) -> figures.put(row.no(), row.figure()));
		return figures;
	}

}
