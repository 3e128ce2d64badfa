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

import vn.wardkpi.plan.edit.AttributeCorrection;

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
	private @Nullable AttributeCorrection changed;

	private boolean reparented;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Indicator parent;

	/**
	 * @param above where it stands from then on
	 */
	AttributeChange(Indicator indicator, AttributeCorrection changed, Above above, LocalDate validFrom, String reason,
			Authorship authorship) {
		this.indicator = indicator;
		this.changed = changed;
		this.reparented = above.another();
		this.parent = above.another() ? above.parent() : null;
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

	/**
	 * Without any column it is {@code null} to whoever reads the row.
	 */
	AttributeCorrection changed() {
		return (this.changed != null) ? this.changed : AttributeCorrection.NONE;
	}

	/**
	 * Where it stands with this change.
	 * @param before where it stood without
	 */
	@Nullable Indicator parent(@Nullable Indicator before) {
		return this.reparented ? this.parent : before;
	}

	/**
	 * What an indicator is put under.
	 *
	 * @param another whether it is another place than it has
	 * @param parent {@code null} for none
	 */
	record Above(boolean another, @Nullable Indicator parent) {

		static final Above STAYS = new Above(false, null);

	}

}
