package vn.wardkpi.ward;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A unit of a ward that answers for indicators: phòng, ban, trạm… It keeps its code for
 * good, whatever it is called and even when it is gone.
 */
@Entity
public class LeadUnit {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private WardCode wardCode;

	private String code;

	/** As of today. */
	private String name;

	/** Before its first change of name; {@code null} where it never had another. */
	private @Nullable String firstName;

	private @Nullable LocalDate beginsOn;

	/** The day from which it is no longer there. */
	private @Nullable LocalDate endsOn;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "merged_into")
	private @Nullable LeadUnit mergedInto;

	private boolean handedOver;

	@Version
	private int version;

	public LeadUnit(WardCode wardCode, String code, String name) {
		this.wardCode = wardCode;
		this.code = code;
		this.name = name;
	}

	@SuppressWarnings("NullAway.Init")
	protected LeadUnit() {
	}

	LeadUnit beginningOn(@Nullable LocalDate day) {
		this.beginsOn = day;
		return this;
	}

	/**
	 * @param nameToday what it is called today, which a name of a day to come is not
	 */
	void renamed(String nameToday) {
		if (this.firstName == null) {
			this.firstName = this.name;
		}
		this.name = nameToday;
	}

	void end(LocalDate day) {
		this.endsOn = day;
	}

	void reopen() {
		this.endsOn = null;
	}

	void mergeInto(LeadUnit into, LocalDate day) {
		this.mergedInto = into;
		this.endsOn = day;
	}

	void handOver() {
		this.handedOver = true;
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("The lead unit is not stored yet");
		}
		return this.id;
	}

	public String code() {
		return this.code;
	}

	public String name() {
		return this.name;
	}

	@Nullable LocalDate endsOn() {
		return this.endsOn;
	}

	@Nullable LeadUnit mergedInto() {
		return this.mergedInto;
	}

	WardCode wardCode() {
		return this.wardCode;
	}

	/** The unit that answers in its place, itself where none does. */
	LeadUnit successor() {
		LeadUnit last = this;
		while (last.mergedInto != null && last.handedOver) {
			last = last.mergedInto;
		}
		return last;
	}

	LeadUnitRow row() {
		return new LeadUnitRow(id(), this.code, this.name);
	}

}
