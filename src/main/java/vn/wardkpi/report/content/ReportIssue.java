package vn.wardkpi.report.content;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What makes an issued report of a draft.
 *
 * @param code by which the paper is looked up, as it is printed
 * @param address of the page that does so; {@code null} where nobody said where the
 * program is reached
 * @param number of the document, and its day; {@code null} where they are left open
 */
public record ReportIssue(String code, @Nullable String address, @Nullable String number, @Nullable LocalDate date) {
}
