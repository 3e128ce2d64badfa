package vn.wardkpi.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * A target in force.
 *
 * @param no number of the indicator
 * @param year {@code null} for the period's own target
 * @param decision how the deciding document is called, such as "Nghị quyết 15/NQ-HĐND"
 */
public record TargetRow(long indicatorId, String no, Issuer issuer, @Nullable Integer year, ParsedTarget target,
		@Nullable String decision, LocalDate effectiveDate) {
}
