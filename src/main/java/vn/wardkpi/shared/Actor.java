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
 * @param ward the ward the account belongs to, or {@code null} for an administrator of
 * the whole installation
 * @param allLeadUnits whether an official answers for every lead unit of the ward
 * @param leadUnits codes of the lead units an official enters figures for
 */
public record Actor(String username, String displayName, Role role, @Nullable WardCode ward, boolean allLeadUnits,
		Set<String> leadUnits) {

	public Actor {
		leadUnits = Set.copyOf(leadUnits);
	}

	/**
	 * Administrators of the whole installation change everything; those of a ward their
	 * own ward.
	 */
	public boolean mayAdminister(WardCode of) {
		return this.role == Role.ADMIN && (this.ward == null || this.ward.equals(of));
	}

	public boolean mayAdministerInstallation() {
		return this.role == Role.ADMIN && this.ward == null;
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

	public boolean maySeeHistory(WardCode of) {
		return maySeeDrafts(of) || (this.role == Role.DELEGATE && of.equals(this.ward));
	}

	private boolean isStaff() {
		return this.role == Role.OFFICIAL || this.role == Role.REVIEWER || this.role == Role.ADMIN;
	}

}
