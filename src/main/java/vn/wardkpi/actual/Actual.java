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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * One indicator's figure of a year and reporting period as it stands now, approved or
 * not. A cell that is saved as it is left does not come this way: {@link ActualStore}
 * stores it in one guarded statement.
 */
@Entity
public class Actual {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long indicatorId;

	private int year;

	@Enumerated(EnumType.STRING)
	private ReportingPeriod period;

	/** {@code null} where every column of it is. */
	@Embedded
	private @Nullable ActualContent content;

	private String enteredBy;

	private Instant enteredAt;

	@Version
	private int version;

	/**
	 * @param entry of the figure's reporting period
	 */
	public Actual(long indicatorId, int year, ActualEntry entry, String enteredBy, Instant enteredAt) {
		this.indicatorId = indicatorId;
		this.year = year;
		this.period = entry.figure().period();
		this.content = ActualContent.of(entry);
		this.enteredBy = enteredBy;
		this.enteredAt = enteredAt;
		this.version = 1;
	}

	@SuppressWarnings("NullAway.Init")
	protected Actual() {
	}

	/**
	 * Puts another figure of the same reporting period in its place.
	 */
	public void enter(ActualEntry entry, String by, Instant at) {
		if (entry.figure().period() != this.period) {
			throw new IllegalArgumentException(
					"A figure of " + entry.figure().period() + " where " + this.period + " stands");
		}
		this.content = ActualContent.of(entry);
		this.enteredBy = by;
		this.enteredAt = at;
	}

	/**
	 * What everybody may see from then on.
	 * @throws RefusedException FORBIDDEN to whoever entered it
	 */
	public ApprovedActual approve(String reviewer, Instant at) {
		if (reviewer.equals(this.enteredBy)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.own");
		}
		return new ApprovedActual(this, reviewer, at);
	}

	public ActualEntry entry() {
		return content().entry(this.period);
	}

	ActualContent content() {
		return Objects.requireNonNullElse(this.content, ActualContent.NONE);
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("The figure is not stored yet");
		}
		return this.id;
	}

	public long indicatorId() {
		return this.indicatorId;
	}

	public int year() {
		return this.year;
	}

	public ReportingPeriod period() {
		return this.period;
	}

	public String enteredBy() {
		return this.enteredBy;
	}

	public Instant enteredAt() {
		return this.enteredAt;
	}

	/** Counts its changes from 1. */
	public int version() {
		return this.version;
	}

}
