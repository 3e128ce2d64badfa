package vn.wardkpi.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * A year of a plan for one issuer.
 *
 * @param asOf the day as it was known on
 * @param drafts whether figures that are not approved count
 * @param headline computed from the indicators
 * @param reported headlines that reports published, never mixed with the computed one
 * @param indicators in the order of the annex
 * @param supplementary targets that stand in the plan's text alone
 */
public record YearView(PlanSummary plan, int year, Issuer issuer, LocalDate asOf, boolean drafts, Headline headline,
		List<PublishedHeadline> reported, List<IndicatorYear> indicators, List<IndicatorYear> supplementary) {

	public YearView {
		reported = List.copyOf(reported);
		indicators = List.copyOf(indicators);
		supplementary = List.copyOf(supplementary);
	}

	/**
	 * The indicators that enter the headline.
	 */
	public Stream<IndicatorYear> counted() {
		return this.indicators.stream().filter((row) -> row.indicator().rule().role().isCounted());
	}

}
