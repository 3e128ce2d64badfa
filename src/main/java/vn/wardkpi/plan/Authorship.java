package vn.wardkpi.plan;

import java.time.Instant;

/**
 * Who changed something, and when.
 */
record Authorship(String by, Instant at) {
}
