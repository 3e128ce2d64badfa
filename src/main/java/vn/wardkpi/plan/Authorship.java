package vn.wardkpi.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who changed something, and when.
 *
 * @param file name of the file it was read from, if it was
 */
record Authorship(String by, Instant at, @Nullable String file) {

	Authorship(String by, Instant at) {
		this(by, at, null);
	}

	Authorship from(@Nullable String file) {
		return new Authorship(this.by, this.at, file);
	}

}
