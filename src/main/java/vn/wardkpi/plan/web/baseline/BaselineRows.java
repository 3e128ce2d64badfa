package vn.wardkpi.plan.web.baseline;

import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The indicator of which a baseline is made, for who administers its ward.
 */
record BaselineRows(PlanCatalog catalog) {

	/**
	 * @throws RefusedException NOT_FOUND or FORBIDDEN
	 */
	Administered require(long id, String no, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return new Administered(plan,
				this.catalog.indicators(id)
					.stream()
					.filter((row) -> row.no().equals(no))
					.findFirst()
					.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no)));
	}

	record Administered(PlanSummary plan, IndicatorRow row) {

		/** The year of its baseline; the one before the plan where it has none. */
		int year() {
			Baseline baseline = this.row.baseline();
			return (baseline != null) ? baseline.year() : this.plan.fromYear() - 1;
		}

	}

}
