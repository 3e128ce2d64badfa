package vn.wardkpi.account;

import java.io.Serial;

/**
 * The configured first administrator cannot be created, and without one nobody could sign
 * in.
 */
class FirstAdministratorRefusedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	FirstAdministratorRefusedException(String reasons) {
		super("The first administrator cannot be created (" + reasons + ")");
	}

}
