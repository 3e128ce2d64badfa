package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator corrects of an indicator.
 *
 * @param leadUnits codes of lead units, the first answers for the indicator; {@code null}
 * where they stay
 * @param reason why; required once the plan is adopted
 * @param effectiveDate from when the attributes hold; required once the plan is adopted.
 * Lead units change at once, whatever the day: they say who works, not how it is judged
 */
public record IndicatorCorrection(AttributeCorrection attributes, @Nullable List<String> leadUnits,
		@Nullable String reason, @Nullable LocalDate effectiveDate) {

	public IndicatorCorrection {
		leadUnits = (leadUnits != null) ? List.copyOf(leadUnits) : null;
	}

}
