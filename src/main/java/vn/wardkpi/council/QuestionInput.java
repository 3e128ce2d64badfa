package vn.wardkpi.council;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A question as it was typed or sent.
 *
 * @param session in which it is asked, if in any
 * @param due the last day for an answer, where the asker names one
 */
public record QuestionInput(@Nullable String text, @Nullable Long session, @Nullable LocalDate due) {
}
