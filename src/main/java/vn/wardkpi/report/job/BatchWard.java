package vn.wardkpi.report.job;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;

/**
 * The report of one ward of a batch.
 *
 * @param wardName "phường Từ Liêm, Hà Nội"
 * @param fileName {@code null} as long as there is none
 * @param bytes its size
 * @param reason why there is none
 */
public record BatchWard(long id, String wardCode, String wardName, WardState state, @Nullable String fileName,
		long bytes, @Nullable RefusedException reason) {
}
