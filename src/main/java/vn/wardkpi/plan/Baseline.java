package vn.wardkpi.plan;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.baseline.BaselineOrigin;

/**
 * The level before the plan begins.
 *
 * @param value {@code null} where the text is no number
 * @param comparable whether it measures the same thing as the targets
 * @param written of which units' figures it is made, as it is stored; {@code null} where
 * it is not
 */
@Embeddable
public record Baseline(@Column(name = "baseline_year") Integer year, @Column(name = "baseline_text") String text,
		@Column(name = "baseline_value") @Nullable BigDecimal value,
		@Column(name = "baseline_comparable") Boolean comparable,
		@Column(name = "baseline_origin") @Nullable String written) {

	public Baseline(Integer year, String text, @Nullable BigDecimal value, Boolean comparable) {
		this(year, text, value, comparable, null);
	}

	/**
	 * Of which units' figures it is made, if it is.
	 */
	public @Nullable BaselineOrigin origin() {
		return BaselineOrigin.read(this.written);
	}

	Baseline madeOf(@Nullable String origin) {
		return new Baseline(this.year, this.text, this.value, this.comparable, origin);
	}

	/**
	 * As the rules know it.
	 */
	public vn.wardkpi.attainment.Baseline judged() {
		return new vn.wardkpi.attainment.Baseline(this.year, this.value, this.comparable);
	}

	/** On one line, for the record of changes. */
	String describe() {
		BaselineOrigin origin = origin();
		String made = (origin != null) ? (this.comparable ? " ← " : " ≠ ") + origin.listed() : "";
		return this.year + " " + this.text + made;
	}

}
