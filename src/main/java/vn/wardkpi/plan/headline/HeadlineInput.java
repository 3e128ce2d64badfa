package vn.wardkpi.plan.headline;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A headline as an administrator writes it down from a report.
 *
 * @param attained met and exceeded together; their sum where only they are given
 * @param met without those exceeded
 * @param corrects id of the one whose place it takes; where only a reason is given, the
 * valid one of the same year, issuer and stage
 * @param reason why it takes that place
 */
public record HeadlineInput(@Nullable Issuer issuer, @Nullable Integer year, @Nullable HeadlineStage stage,
		@Nullable Integer assigned, @Nullable Integer attained, @Nullable Integer met, @Nullable Integer exceeded,
		@Nullable Integer notMet, @Nullable String decision, @Nullable LocalDate reportedOn, @Nullable String note,
		@Nullable String source, @Nullable String sourceUrl, @Nullable Long corrects, @Nullable String reason) {

	boolean hasReason() {
		return this.reason != null && !this.reason.isBlank();
	}

}
