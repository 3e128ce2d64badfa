package vn.wardkpi.dashboard.web.year;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.plan.PlanSummary;

/**
 * The annual plan beside the five-year plan that is shown, or the other way round.
 *
 * @param address of its page of the year
 * @param beside address of both side by side
 */
record OtherPlan(String title, Headline headline, Issuer issuer, String address, String beside) {

	/**
	 * The one that belongs to the plan shown, if there is one.
	 */
	static Optional<PlanSummary> of(PlanSummary shown, List<PlanSummary> all, int year) {
		return all.stream()
			.filter((other) -> other.covers(year) && (Objects.equals(other.fiveYearPlanId(), shown.id())
					|| Objects.equals(shown.fiveYearPlanId(), other.id())))
			.findFirst();
	}

	/**
	 * For the issuer shown, or the other plan's own where that assigned nothing in it.
	 */
	static OtherPlan of(PlanSummary shown, JudgedPlan other, int year, Issuer issuer) {
		Issuer judged = (other.assigned(year, issuer) > 0) ? issuer : other.mainIssuer(year);
		PlanSummary plan = other.plan();
		boolean annual = plan.fiveYearPlanId() != null;
		long fiveYear = annual ? shown.id() : plan.id();
		return new OtherPlan(plan.title(), other.year(year, judged).headline(), judged,
				"/wards/" + plan.wardCode() + "/years/" + year + "?plan=" + plan.id() + "&issuer=" + judged,
				"/plans/" + fiveYear + "/annual-plans/" + (annual ? plan.id() : shown.id()) + "?issuer=" + judged);
	}

}
