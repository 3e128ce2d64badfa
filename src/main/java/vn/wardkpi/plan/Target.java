package vn.wardkpi.plan;

import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * One target of a decision: as published and as understood.
 */
@Entity
class Target {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private TargetDecision decision;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Indicator indicator;

	/** {@code null} for the period's own target. */
	private @Nullable Integer year;

	@Embedded
	private ParsedTargetColumns parsed;

	Target(TargetDecision decision, Indicator indicator, @Nullable Integer year, ParsedTarget target) {
		this.decision = decision;
		this.indicator = indicator;
		this.year = year;
		this.parsed = ParsedTargetColumns.of(target);
	}

	@SuppressWarnings("NullAway.Init")
	protected Target() {
	}

	String no() {
		return this.indicator.no();
	}

	@Nullable Integer year() {
		return this.year;
	}

	ParsedTarget parsed() {
		return this.parsed.target();
	}

	/**
	 * Whether both speak of the same indicator and year.
	 */
	boolean isAbout(Target other) {
		return no().equals(other.no()) && Objects.equals(this.year, other.year);
	}

}
