package vn.wardkpi.shared;

/**
 * What an account may do; see {@link Actor} for the rules.
 */
public enum Role {

	ADMIN, OFFICIAL, REVIEWER, DELEGATE, VIEWER;

	/**
	 * Whether it may be held in a province or the whole installation.
	 */
	public boolean mayBeOfMoreThanAWard() {
		return this == ADMIN || this == VIEWER;
	}

}
