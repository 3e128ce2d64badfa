package vn.wardkpi.report.job;

import java.util.UUID;

/**
 * The last report of a batch was made, or could not be.
 *
 * @param owner username of who asked for them
 * @param province what it is called
 */
public record ReportsReady(UUID batch, String owner, String province, int year) {
}
