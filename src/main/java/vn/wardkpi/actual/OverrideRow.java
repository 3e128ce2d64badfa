package vn.wardkpi.actual;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;

/**
 * A reviewer's verdict in place of the computed one.
 *
 * @param no number of the indicator
 * @param reference the document it rests on, if any
 * @param createdBy what the person is called who set it; the username where it is about
 * to be stored
 */
public record OverrideRow(String no, int year, Issuer issuer, Verdict verdict, String reason,
		@Nullable String reference, String createdBy, Instant createdAt) {
}
