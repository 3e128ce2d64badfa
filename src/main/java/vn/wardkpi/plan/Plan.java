package vn.wardkpi.plan;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A ward's plan over a run of years: five (2026–2030) or one (an annual plan).
 */
@Entity
class Plan {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private WardCode wardCode;

	private String title;

	private int fromYear;

	private int toYear;

	@Enumerated(EnumType.STRING)
	private PlanStatus status;

	private @Nullable String source;

	private boolean illustrative;

	private Instant createdAt;

	private String createdBy;

	@Version
	private int version;

	Plan(PlanDraft draft, String createdBy, Instant createdAt) {
		this.wardCode = draft.ward();
		this.title = draft.title();
		this.fromYear = draft.fromYear();
		this.toYear = draft.toYear();
		this.status = PlanStatus.ADOPTED;
		this.source = draft.source();
		this.illustrative = draft.illustrative();
		this.createdBy = createdBy;
		this.createdAt = createdAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected Plan() {
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("The plan is not stored yet");
		}
		return this.id;
	}

	WardCode wardCode() {
		return this.wardCode;
	}

	int fromYear() {
		return this.fromYear;
	}

	int toYear() {
		return this.toYear;
	}

	boolean covers(int year) {
		return this.fromYear <= year && year <= this.toYear;
	}

}
