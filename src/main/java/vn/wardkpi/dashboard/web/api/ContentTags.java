package vn.wardkpi.dashboard.web.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Gives answers an ETag that changes exactly when their content does.
 */
@Component
class ContentTags {

	private final JsonMapper json;

	ContentTags(JsonMapper json) {
		this.json = json;
	}

	/**
	 * A weak tag: the same content may be sent compressed or not.
	 */
	<T> ResponseEntity<T> tagged(T body) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.json.writeValueAsBytes(body));
			return ResponseEntity.ok().eTag("W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"").body(body);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
