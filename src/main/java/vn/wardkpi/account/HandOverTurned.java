package vn.wardkpi.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * Somebody's work went over to another, or came back.
 *
 * @param from username of whose work it is
 * @param to username of who does it for a time
 * @param lastDay {@code null} for good
 * @param begun whether it began; else it is over
 * @param by username of who ended it; {@code null} for the day itself
 */
public record HandOverTurned(WardCode ward, String from, String fromName, String to, String toName, LocalDate firstDay,
		@Nullable LocalDate lastDay, boolean begun, @Nullable String by) {
}
