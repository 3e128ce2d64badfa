package vn.wardkpi.ward;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A unit of a ward that answers for indicators: phòng, ban, trạm…
 */
@Entity
public class LeadUnit {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private WardCode wardCode;

	private String code;

	private String name;

	public LeadUnit(WardCode wardCode, String code, String name) {
		this.wardCode = wardCode;
		this.code = code;
		this.name = name;
	}

	@SuppressWarnings("NullAway.Init")
	protected LeadUnit() {
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

}
