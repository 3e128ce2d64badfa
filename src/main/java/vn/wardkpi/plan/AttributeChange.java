package vn.wardkpi.plan;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an indicator of an adopted plan that hold from a day on. Never rewritten:
 * a later change adds another row.
 */
@Entity
@Table(name = "indicator_change")
class AttributeChange {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Indicator indicator;

	private LocalDate validFrom;

	private Instant recordedAt;

	private String recordedBy;

	private String reason;

	@Embedded
	private AttributeCorrection changed;

	AttributeChange(Indicator indicator, AttributeCorrection changed, LocalDate validFrom, String reason,
			Authorship authorship) {
		this.indicator = indicator;
		this.changed = changed;
		this.validFrom = validFrom;
		this.reason = reason;
		this.recordedBy = authorship.by();
		this.recordedAt = authorship.at();
	}

	@SuppressWarnings("NullAway.Init")
	protected AttributeChange() {
	}

	LocalDate validFrom() {
		return this.validFrom;
	}

	AttributeCorrection changed() {
		return this.changed;
	}

}
