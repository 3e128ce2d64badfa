package vn.wardkpi.dashboard.web.api;

import java.time.Duration;
import java.util.HexFormat;

import org.apache.commons.codec.digest.DigestUtils;
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

	<T> Tagged<T> tagged(Class<T> type, T body) {
		byte[] written = this.json.writeValueAsBytes(body);
		return new Tagged<>(new Written<>(type, written), tag(written));
	}

	private static String tag(byte[] written) {
		return "W/\"" + HexFormat.of().formatHex(DigestUtils.sha256(written), 0, 16) + "\"";
	}

	/**
	 * @param tag a weak one: the same content may be sent compressed or not
	 */
	record Tagged<T>(Written<T> body, String tag) {

		ResponseEntity<Written<T>> answer() {
			return ResponseEntity.ok().eTag(this.tag).body(this.body);
		}

		/** For what everybody may have, and proxies may keep for a minute. */
		ResponseEntity<Written<T>> open() {
			return ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
				.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
				.eTag(this.tag)
				.body(this.body);
		}

	}

}
