package vn.wardkpi.dashboard.web.indicator;

import org.jspecify.annotations.Nullable;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.IndicatorView;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The indicator that is asked for, and whose targets it is judged by.
 */
record ShownIndicator(IndicatorView indicator, Issuer issuer) {

	/**
	 * @param issuer the first that set any target where it is not named or set none
	 * @throws RefusedException if there is no such indicator, or nobody set a target
	 */
	static ShownIndicator of(JudgedPlan plan, String no, @Nullable Issuer issuer) {
		IndicatorView indicator = plan.indicator(no)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
		if (indicator.issuers().isEmpty()) {
			throw new RefusedException(Kind.NOT_FOUND, "plan-without-targets", plan.plan().title());
		}
		return new ShownIndicator(indicator, (issuer != null && indicator.issuers().containsKey(issuer)) ? issuer
				: indicator.issuers().keySet().iterator().next());
	}

}
