package vn.wardkpi.actual;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * A figure as it was approved, in force until the next approval of the same figure. Never
 * changed and never removed.
 */
@Entity
@Immutable
public class ApprovedActual {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long actualId;

	private long indicatorId;

	private int year;

	@Enumerated(EnumType.STRING)
	private ReportingPeriod period;

	/** {@code null} where every column of it is. */
	@Embedded
	private @Nullable ActualContent content;

	private String enteredBy;

	private Instant enteredAt;

	private String approvedBy;

	private Instant approvedAt;

	ApprovedActual(Actual actual, String approvedBy, Instant approvedAt) {
		this.actualId = actual.id();
		this.indicatorId = actual.indicatorId();
		this.year = actual.year();
		this.period = actual.period();
		this.content = actual.content();
		this.enteredBy = actual.enteredBy();
		this.enteredAt = actual.enteredAt();
		this.approvedBy = approvedBy;
		this.approvedAt = approvedAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected ApprovedActual() {
	}

	public ActualEntry entry() {
		return Objects.requireNonNullElse(this.content, ActualContent.NONE).entry(this.period);
	}

	public String approvedBy() {
		return this.approvedBy;
	}

	public Instant approvedAt() {
		return this.approvedAt;
	}

	/**
	 * As everybody may see it: it has no version of its own.
	 * @param no number of the indicator
	 */
	public StoredActual stored(String no) {
		return new StoredActual(no, this.year, entry(), 1, this.enteredBy, this.enteredAt);
	}

}
