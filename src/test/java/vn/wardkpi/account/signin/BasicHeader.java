package vn.wardkpi.account.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The header by which programs send a password.
 */
final class BasicHeader {

	private BasicHeader() {
	}

	static String of(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
