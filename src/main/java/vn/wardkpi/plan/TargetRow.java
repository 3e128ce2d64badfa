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
 * @param original what the issuer's first decision in force on the day said in its place;
 * {@code null} where it was not asked for, or the ward marks later adjustments alone
 */
public record TargetRow(long indicatorId, String no, Issuer issuer, @Nullable Integer year, ParsedTarget target,
		@Nullable String decision, LocalDate effectiveDate, @Nullable String original) {

	/**
	 * A target of a decision that is not stored yet; its indicator is known by number.
	 */
	public static TargetRow of(PlanDraft.DecisionDraft decision, PlanDraft.TargetDraft target) {
		return new TargetRow(0, target.no(), decision.issuer(), target.year(), target.target(), decision.called(),
				decision.effectiveDate(), null);
	}

	/**
	 * The text from which it was adjusted; {@code null} where it never was.
	 */
	public @Nullable String adjustedFrom() {
		boolean adjusted = this.original != null && !this.original.equals(this.target.text())
				&& !this.original.equals("-");
		return adjusted ? this.original : null;
	}

	/**
	 * Whether it asks for anything; one that was taken back does not.
	 */
	public boolean isInForce() {
		return PlanColumns.asks(this.target);
	}

}
