package vn.wardkpi.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * What an administrator looks for; what is {@code null} is not asked about.
 *
 * @param who username
 * @param ward code or part of the name of a ward, or {@link ChainReport#INSTALLATION}
 * @param indicatorNo number in the plan
 * @param from first day
 * @param to last day, that day included
 * @param text somewhere in what was changed, from what, to what or why; case does not
 * matter
 * @param act only the rows of the act that this row stands for
 * @param before only rows older than the one with this number
 */
public record AuditQuery(@Nullable String who, @Nullable Subject subject, @Nullable String action,
		@Nullable String ward, @Nullable Long planId, @Nullable String indicatorNo, @Nullable LocalDate from,
		@Nullable LocalDate to, @Nullable String text, @Nullable Long act, @Nullable Long before) {

	/**
	 * Whether acts are looked for, not single changes.
	 */
	boolean isOfActs() {
		return this.subject == null && this.action == null && this.indicatorNo == null && this.text == null
				&& this.act == null;
	}

}
