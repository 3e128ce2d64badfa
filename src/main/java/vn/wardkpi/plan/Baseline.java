package vn.wardkpi.plan;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The level before the plan begins.
 *
 * @param value {@code null} where the text is no number
 * @param comparable whether it measures the same thing as the targets
 */
@Embeddable
public record Baseline(@Column(name = "baseline_year") Integer year, @Column(name = "baseline_text") String text,
		@Column(name = "baseline_value") @Nullable BigDecimal value,
		@Column(name = "baseline_comparable") Boolean comparable) {

	/**
	 * As the rules know it.
	 */
	public vn.wardkpi.attainment.Baseline judged() {
		return new vn.wardkpi.attainment.Baseline(this.year, this.value, this.comparable);
	}

}
