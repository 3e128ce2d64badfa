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

	/**
	 * A target of a decision that is not stored yet; its indicator is known by number.
	 */
	public static TargetRow of(PlanDraft.DecisionDraft decision, PlanDraft.TargetDraft target) {
		return new TargetRow(0, target.no(), decision.issuer(), target.year(), target.target(), decision.called(),
				decision.effectiveDate());
	}

	/**
	 * Whether it asks for anything; one that was taken back does not.
	 */
	public boolean isInForce() {
		return PlanColumns.asks(this.target);
	}

}
