package vn.wardkpi.plan.edit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.edit.PlanEdit.Placement;

/**
 * What an administrator corrects of one indicator.
 *
 * @param leadUnits codes of lead units, the first answers for the indicator; {@code null}
 * where they stay
 * @param reason why; required once the plan is adopted
 * @param effectiveDate from when the attributes hold; required once the plan is adopted.
 * Lead units change at once, whatever the day: they say who works, not how it is judged
 */
public record IndicatorCorrection(AttributeCorrection attributes, Placement placement, @Nullable List<String> leadUnits,
		@Nullable String reason, @Nullable LocalDate effectiveDate) {

	public IndicatorCorrection {
		leadUnits = (leadUnits != null) ? List.copyOf(leadUnits) : null;
	}

	public IndicatorCorrection(AttributeCorrection attributes, @Nullable List<String> leadUnits,
			@Nullable String reason, @Nullable LocalDate effectiveDate) {
		this(attributes, Placement.STAYS, leadUnits, reason, effectiveDate);
	}

	/**
	 * As an edit of a plan of which it is the only step.
	 * @param no number of the indicator
	 */
	public PlanEdit of(String no) {
		return new PlanEdit(List.of(new PlanEdit.Correct(no, this.attributes, this.placement, this.leadUnits)),
				this.reason, this.effectiveDate);
	}

}
