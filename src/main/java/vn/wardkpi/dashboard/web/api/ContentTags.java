package vn.wardkpi.dashboard.web.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
		return ResponseEntity.ok().eTag(tag(body)).body(body);
	}

	/**
	 * The same for an answer that everybody may have, and proxies may keep for a minute.
	 */
	<T> ResponseEntity<T> open(T body) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.eTag(tag(body))
			.body(body);
	}

	private String tag(Object body) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.json.writeValueAsBytes(body));
			return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
