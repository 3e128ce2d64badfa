package vn.wardkpi.plan.ended;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An indicator that ended, or is going to.
 *
 * @param endsOn the first day on which it is not there
 * @param aboveEnded whether the row above it ended on the same day, with which it comes
 * back
 */
public record EndedIndicator(String no, String name, @Nullable String unit, LocalDate endsOn, boolean aboveEnded) {
}
