package vn.wardkpi.dashboard.web.api;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer as it is sent: written once, however often it is asked for.
 *
 * @param <T> what was written
 */
final class Written<T> {

	private final Class<T> type;

	private final byte[] json;

	Written(Class<T> type, byte[] json) {
		this.type = type;
		this.json = json;
	}

	/** Bytes. */
	int length() {
		return this.json.length;
	}

	void writeTo(OutputStream out) throws IOException {
		out.write(this.json);
	}

	<A> Written<A> of(Class<A> asked) {
		if (!asked.equals(this.type)) {
			throw new IllegalStateException(this.type + " instead of " + asked);
		}
		return new Written<>(asked, this.json);
	}

}
