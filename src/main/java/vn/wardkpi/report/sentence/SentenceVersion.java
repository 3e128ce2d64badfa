package vn.wardkpi.report.sentence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A text that a ward gave a sentence.
 *
 * @param text {@code null} where it went back to the program's own
 * @param by the person's name
 */
public record SentenceVersion(String key, int version, @Nullable String text, String by, Instant at) {
}
