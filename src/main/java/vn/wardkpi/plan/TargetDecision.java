package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * A document by which an issuer set targets. Never changed: a later decision adds new
 * targets from its effective date.
 */
@Entity
class TargetDecision {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long planId;

	@Enumerated(EnumType.STRING)
	private Issuer issuer;

	private @Nullable String number;

	private @Nullable String title;

	private @Nullable LocalDate decisionDate;

	private LocalDate effectiveDate;

	private @Nullable String source;

	private Instant createdAt;

	private String createdBy;

	TargetDecision(long planId, PlanDraft.DecisionDraft draft, String createdBy, Instant createdAt) {
		this.planId = planId;
		this.issuer = draft.issuer();
		this.number = draft.number();
		this.title = draft.title();
		this.decisionDate = draft.date();
		this.effectiveDate = draft.effectiveDate();
		this.source = draft.source();
		this.createdBy = createdBy;
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected TargetDecision() {
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("The decision is not stored yet");
		}
		return this.id;
	}

	/**
	 * One target of a decision: as published and as understood.
	 */
	@Entity(name = "target")
	static class Target {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private @Nullable Long id;

		private long decisionId;

		private long indicatorId;

		private @Nullable Integer year;

		private String text;

		@Enumerated(EnumType.STRING)
		private @Nullable Comparator comparator;

		private @Nullable BigDecimal value;

		private @Nullable BigDecimal upper;

		private @Nullable String unit;

		private int decimals;

		@Enumerated(EnumType.STRING)
		private ValueType valueType;

		private boolean approximate;

		Target(long decisionId, long indicatorId, @Nullable Integer year, ParsedTarget target) {
			this.decisionId = decisionId;
			this.indicatorId = indicatorId;
			this.year = year;
			this.text = target.text();
			this.comparator = target.comparator();
			this.value = target.value();
			this.upper = target.upper();
			this.unit = target.unit();
			this.decimals = target.decimals();
			this.valueType = target.valueType();
			this.approximate = target.approximate();
		}

		@SuppressWarnings("NullAway.Init")
		protected Target() {
		}

	}

}
