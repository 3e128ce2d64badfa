package vn.wardkpi.shared;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The signed-in person on whose behalf something is read or changed. What each role may
 * do to which object is decided here and nowhere else.
 *
 * @param username the account's name
 * @param displayName how the person is called on pages
 * @param role what the account may do
 * @param ward the ward the account belongs to, or {@code null} for those of a province or
 * of the whole installation
 * @param allLeadUnits whether an official answers for every lead unit of the ward
 * @param leadUnits codes of the lead units an official enters figures for
 * @param territory the province of an administrator or viewer of one
 */
public record Actor(String username, String displayName, Role role, @Nullable WardCode ward, boolean allLeadUnits,
		Set<String> leadUnits, @Nullable Territory territory) {

	public Actor {
		leadUnits = Set.copyOf(leadUnits);
	}

	/**
	 * Somebody of a ward, or of the whole installation.
	 */
	public Actor(String username, String displayName, Role role, @Nullable WardCode ward, boolean allLeadUnits,
			Set<String> leadUnits) {
		this(username, displayName, role, ward, allLeadUnits, leadUnits, null);
	}

	/**
	 * The wards this person is bound to: one, those of a province, or {@code null} for
	 * all.
	 */
	public @Nullable Set<WardCode> wards() {
		if (this.ward != null) {
			return Set.of(this.ward);
		}
		return (this.territory != null) ? this.territory.wards() : null;
	}

	/** Code of the province this person is bound to, if it is one. */
	public @Nullable String province() {
		return (this.territory != null) ? this.territory.province() : null;
	}

	/**
	 * Administrators of the whole installation change everything; those of a province its
	 * wards; those of a ward their own ward.
	 */
	public boolean mayAdminister(WardCode of) {
		return this.role == Role.ADMIN && covers(of);
	}

	public boolean mayAdministerInstallation() {
		return this.role == Role.ADMIN && wards() == null;
	}

	/** Whether plans of more wards than one are this administrator's. */
	public boolean mayAdministerSeveralWards() {
		return this.role == Role.ADMIN && this.ward == null;
	}

	/**
	 * Whether those who belong to the province itself are this administrator's to look
	 * after.
	 */
	public boolean mayAdministerProvince(@Nullable String code) {
		return mayAdministerInstallation() || (this.role == Role.ADMIN && code != null && code.equals(province()));
	}

	/**
	 * Administrators and viewers of several wards read all of them at once.
	 */
	public boolean mayReadSeveralWards() {
		return (this.role == Role.ADMIN || this.role == Role.VIEWER) && this.ward == null;
	}

	/**
	 * Whether the wards of a province are among those.
	 */
	public boolean mayReadProvince(String code) {
		return mayReadSeveralWards() && (this.territory == null || code.equals(province()));
	}

	/**
	 * Whether this person may enter figures for one of these lead units of the ward.
	 */
	public boolean mayEnter(WardCode of, Collection<String> unitCodes) {
		return this.role == Role.OFFICIAL && of.equals(this.ward)
				&& (this.allLeadUnits || unitCodes.stream().anyMatch(this.leadUnits::contains));
	}

	/**
	 * Whether this person approves or returns the ward's figures. That nobody approves
	 * what they entered is decided by the submission, which knows who entered.
	 */
	public boolean mayReview(WardCode of) {
		return this.role == Role.REVIEWER && of.equals(this.ward);
	}

	/**
	 * Figures that are not yet approved are for the ward's own staff alone.
	 */
	public boolean maySeeDrafts(WardCode of) {
		return mayAdminister(of) || (isStaff() && of.equals(this.ward));
	}

	/**
	 * A delegate sees how the figures of the own ward came about, a viewer those of every
	 * ward of the province or the country.
	 */
	public boolean maySeeHistory(WardCode of) {
		return maySeeDrafts(of) || ((this.role == Role.DELEGATE || this.role == Role.VIEWER) && covers(of));
	}

	private boolean covers(WardCode of) {
		Set<WardCode> bound = wards();
		return bound == null || bound.contains(of);
	}

	private boolean isStaff() {
		return this.role == Role.OFFICIAL || this.role == Role.REVIEWER || this.role == Role.ADMIN;
	}

}
