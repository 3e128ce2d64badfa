package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
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
	private Columns parsed;

	Target(TargetDecision decision, Indicator indicator, @Nullable Integer year, ParsedTarget target) {
		this.decision = decision;
		this.indicator = indicator;
		this.year = year;
		this.parsed = Columns.of(target);
	}

	@SuppressWarnings("NullAway.Init")
	protected Target() {
	}

	boolean isOf(Indicator one, @Nullable Integer ofYear) {
		return this.indicator.isSame(one) && Objects.equals(this.year, ofYear);
	}

	Indicator indicator() {
		return this.indicator;
	}

	/** A draft's text is put right. */
	void restate(ParsedTarget target) {
		this.parsed = Columns.of(target);
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

	/**
	 * A parsed target as the database keeps it; the rules know nothing of databases.
	 */
	@Embeddable
	record Columns(String text, @Enumerated(EnumType.STRING) @Nullable Comparator comparator,
			@Nullable BigDecimal value, @Nullable BigDecimal upper, @Nullable String unit, int decimals,
			@Enumerated(EnumType.STRING) ValueType valueType, boolean approximate) {

		static Columns of(ParsedTarget target) {
			return new Columns(target.text(), target.comparator(), target.value(), target.upper(), target.unit(),
					target.decimals(), target.valueType(), target.approximate());
		}

		ParsedTarget target() {
			return new ParsedTarget(this.text, this.comparator, this.value, this.upper, this.unit, this.decimals,
					this.valueType, this.approximate);
		}

	}

}
