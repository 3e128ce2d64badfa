package vn.wardkpi.audit;

import org.jspecify.annotations.Nullable;

/**
 * A change in words, in the reader's language.
 *
 * @param entry as it is on record
 * @param subject "Số liệu"
 * @param what which one: "2026 Chính thức cả năm"
 * @param action "Sửa"
 * @param from the state before; of what has many attributes, those that changed
 * @param to the state after
 * @param why as it was typed
 * @param origin "203.0.113.7", "203.0.113.7 (API)", "chương trình"
 */
public record ReadableChange(AuditEntry entry, String subject, String what, String action, @Nullable String from,
		@Nullable String to, @Nullable String why, @Nullable String origin) {
}
