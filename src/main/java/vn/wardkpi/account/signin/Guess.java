package vn.wardkpi.account.signin;

/**
 * A password that is about to be tried.
 *
 * @param address from where, as far as configured proxies can be believed
 */
record Guess(String username, String address) {

	/** Stands where the address would in a session that is open already. */
	private static final String IN_SESSION = "/account";

	/**
	 * The present password, asked for within the account's own session.
	 */
	static Guess inSession(String username) {
		return new Guess(username, IN_SESSION);
	}

	boolean isInSession() {
		return this.address.equals(IN_SESSION);
	}

}
