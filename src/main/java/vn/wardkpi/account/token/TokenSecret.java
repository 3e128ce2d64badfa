package vn.wardkpi.account.token;

import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret of a personal token: 256 random bits behind a prefix by which scanners of
 * leaked secrets can know it.
 */
final class TokenSecret {

	private static final String PREFIX = "wkpi_";

	private static final SecureRandom RANDOM = new SecureRandom();

	private TokenSecret() {
	}

	static String create() {
		byte[] bits = new byte[32];
		RANDOM.nextBytes(bits);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	/**
	 * SHA-256, the only form in which a token is kept.
	 */
	static String hash(String token) {
		return DigestUtils.sha256Hex(token);
	}

}
