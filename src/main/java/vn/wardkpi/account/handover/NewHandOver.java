package vn.wardkpi.account.handover;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What shall be handed over, as somebody typed or sent it.
 *
 * @param to username of who does the work
 * @param lastDay none for good
 */
public record NewHandOver(@Nullable String to, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay,
		boolean forGood) {
}
