package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * A decision with all its targets, whether or not they are still in force.
 */
public record DecisionRow(long id, Issuer issuer, @Nullable String number, @Nullable String title,
		@Nullable LocalDate date, LocalDate effectiveDate, @Nullable String source, List<TargetOfDecision> targets) {

	public DecisionRow {
		targets = List.copyOf(targets);
	}

	/**
	 * Whether a later decision took the place of each of its targets.
	 */
	public boolean isSuperseded() {
		return !this.targets.isEmpty() && this.targets.stream().allMatch(TargetOfDecision::superseded);
	}

	/**
	 * @param no number of the indicator
	 * @param year {@code null} for the period's own target
	 * @param superseded whether a later decision in force says otherwise
	 */
	public record TargetOfDecision(String no, @Nullable Integer year, ParsedTarget target, boolean superseded) {
	}

}
