package vn.wardkpi.plan;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.webui.IssuerNames;

/**
 * A plan as others refer to it.
 *
 * @param illustrative whether it is invented and must be marked so wherever it is shown
 * @param fiveYearPlanId the plan of whose year this annual plan was made, if any
 * @param annualPlans ids of the annual plans in force that were made of its years, by
 * year; empty where they were not asked for
 */
public record PlanSummary(long id, WardCode wardCode, String wardName, String wardKind, String provinceName,
		String title, int fromYear, int toYear, PlanStatus status, @Nullable String source, boolean illustrative,
		@Nullable Long fiveYearPlanId, Map<Integer, Long> annualPlans) {

	public PlanSummary {
		annualPlans = Map.copyOf(annualPlans);
	}

	public PlanSummary(long id, WardCode wardCode, String wardName, String wardKind, String provinceName, String title,
			int fromYear, int toYear, PlanStatus status, @Nullable String source, boolean illustrative) {
		this(id, wardCode, wardName, wardKind, provinceName, title, fromYear, toYear, status, source, illustrative,
				null, Map.of());
	}

	/**
	 * Id of the annual plan in force that was made of one of its years, if there is one.
	 */
	public @Nullable Long annualPlan(int year) {
		return this.annualPlans.get(year);
	}

	public boolean covers(int year) {
		return this.fromYear <= year && year <= this.toYear;
	}

	/**
	 * The message that says what an issuer of its targets is called.
	 */
	public String issuerKey(Issuer issuer) {
		return IssuerNames.key(issuer, this.wardKind, this.provinceName);
	}

	/**
	 * What is adopted or closed everybody may see, the rest the ward's administrators.
	 */
	public boolean isVisibleTo(Actor actor) {
		return this.status.isPublished() || actor.mayAdminister(this.wardCode);
	}

}
