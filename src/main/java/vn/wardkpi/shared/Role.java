package vn.wardkpi.shared;

/**
 * What an account may do; see {@link Actor} for the rules.
 */
public enum Role {

	ADMIN, OFFICIAL, REVIEWER, DELEGATE

}
