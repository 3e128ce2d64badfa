package vn.wardkpi.submission.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sends back.
 *
 * @param comment for the form as a whole; may be missing where rows have comments
 * @param rows what is to be corrected, by number of the indicator
 * @param approveRest whether the other answered rows come into force at once
 */
public record ReturnedRows(@Nullable String comment, Map<String, String> rows, boolean approveRest) {

	public ReturnedRows {
		comment = (comment == null || comment.isBlank()) ? null : comment.strip();
		Map<String, String> stripped = new LinkedHashMap<>();
		rows.forEach((no, why) -> stripped.put(no, Objects.requireNonNullElse(why, "").strip()));
		rows = Collections.unmodifiableMap(stripped);
	}

	static ReturnedRows whole(@Nullable String comment) {
		return new ReturnedRows(comment, Map.of(), false);
	}

}
