package vn.wardkpi.account.handover;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's work that another does.
 *
 * @param lastDay {@code null} for good
 * @param begun whether its first day has come
 */
public record HandOver(long id, String from, String fromName, String to, String toName, LocalDate firstDay,
		@Nullable LocalDate lastDay, boolean begun) {
}
