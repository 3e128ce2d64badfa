package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The figure of one indicator, year and reporting period as it stands now. What of it was
 * approved is kept apart and never rewritten.
 */
@Entity
class Actual {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long indicatorId;

	private int year;

	@Enumerated(EnumType.STRING)
	private ReportingPeriod period;

	private @Nullable BigDecimal value;

	private @Nullable BigDecimal numerator;

	private @Nullable BigDecimal denominator;

	@Enumerated(EnumType.STRING)
	private @Nullable Verdict achieved;

	private @Nullable String note;

	private @Nullable String cause;

	private @Nullable String remedy;

	private @Nullable String noDataReason;

	private String enteredBy;

	private Instant enteredAt;

	@Version
	private int version;

	Actual(long indicatorId, int year, Entry entry, String enteredBy, Instant enteredAt) {
		this.indicatorId = indicatorId;
		this.year = year;
		this.period = entry.figure().period();
		this.enteredBy = enteredBy;
		this.enteredAt = enteredAt;
		take(entry);
	}

	@SuppressWarnings("NullAway.Init")
	protected Actual() {
	}

	/**
	 * Replaces the figure by another.
	 * @param seen the revision its author had before them
	 * @throws RefusedException STALE if somebody changed it since
	 */
	void change(Entry entry, int seen, String by, Instant at) {
		refuseUnlessSeen(seen);
		this.enteredBy = by;
		this.enteredAt = at;
		take(entry);
	}

	void refuseUnlessSeen(int seen) {
		if (seen != revision()) {
			throw new RefusedException(Kind.STALE, "actual.stale", this.enteredBy);
		}
	}

	private void take(Entry entry) {
		Figure figure = entry.figure();
		if (figure.period() != this.period) {
			throw new IllegalArgumentException("A figure of " + figure.period() + " is none of " + this.period);
		}
		this.value = figure.value();
		this.numerator = figure.numerator();
		this.denominator = figure.denominator();
		this.achieved = figure.achieved();
		this.note = entry.note();
		this.cause = entry.cause();
		this.remedy = entry.remedy();
		this.noDataReason = entry.noDataReason();
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("The figure is not stored yet");
		}
		return this.id;
	}

	long indicatorId() {
		return this.indicatorId;
	}

	/**
	 * Counts the changes from 1: what callers know as the version.
	 */
	int revision() {
		return this.version + 1;
	}

	String enteredBy() {
		return this.enteredBy;
	}

	Instant enteredAt() {
		return this.enteredAt;
	}

	Entry entry() {
		return new Entry(new Figure(this.period, this.value, this.numerator, this.denominator, this.achieved),
				this.note, this.cause, this.remedy, this.noDataReason);
	}

}
