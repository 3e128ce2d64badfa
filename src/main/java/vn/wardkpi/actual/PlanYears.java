package vn.wardkpi.actual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ParsedTarget;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reads what a plan asks for in a year: four SQL statements, whatever its size.
 */
@Component
class PlanYears {

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final Clock clock;

	PlanYears(PlanCatalog plans, ActualCatalog actuals, Clock clock) {
		this.plans = plans;
		this.actuals = actuals;
		this.clock = clock;
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such plan or it does not cover
	 * the year
	 */
	PlanYear require(long planId, int year) {
		PlanSummary plan = this.plans.require(planId);
		if (!plan.covers(year)) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.year-unknown", String.valueOf(year));
		}
		Map<String, Map<Issuer, ParsedTarget>> targets = new HashMap<>();
		this.plans.targets(planId, LocalDate.now(this.clock))
			.stream()
			.filter((row) -> Integer.valueOf(year).equals(row.year()))
			.forEach((row) -> targets.computeIfAbsent(row.no(), (no) -> new EnumMap<>(Issuer.class))
				.put(row.issuer(), row.target()));
		Map<String, Figure> before = new HashMap<>();
		this.actuals.approved(planId, null)
			.stream()
			.filter((row) -> row.year() == year - 1 && row.figure().period().isFullYear())
			.sorted(Comparator.comparing((row) -> row.figure().period()))
			.forEach((row) -> before.put(row.no(), row.figure()));
		return new PlanYear(plan, year, this.plans.indicators(planId), targets, before);
	}

}
