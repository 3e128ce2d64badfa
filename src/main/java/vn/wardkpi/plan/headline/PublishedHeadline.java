package vn.wardkpi.plan.headline;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A headline as a report published it, "theo báo cáo": not computed here, and never mixed
 * with one that is.
 *
 * @param stage ESTIMATE or FINAL
 * @param attained met and exceeded together
 * @param exceeded if the report says
 * @param notMet if the report says
 * @param decision the document that assigned the targets, if the report says
 * @param reportedOn the day it was reported, if known
 * @param source the report, for people
 * @param sourceUrl where it can be read, if anywhere
 */
public record PublishedHeadline(int year, Issuer issuer, String stage, int assigned, int attained,
		@Nullable Integer exceeded, @Nullable Integer notMet, @Nullable String decision, @Nullable LocalDate reportedOn,
		@Nullable String note, String source, @Nullable String sourceUrl) {
}
