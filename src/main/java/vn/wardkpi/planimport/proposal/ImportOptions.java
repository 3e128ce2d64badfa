package vn.wardkpi.planimport.proposal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * What the sender of an annex says about it; what is {@code null} is taken from the file
 * or has a default.
 *
 * @param issuer who set the annex's targets; the ward's council by default
 * @param decisionNumber such as "15/NQ-HĐND"
 * @param decisionDate also the day from which the targets hold
 */
public record ImportOptions(@Nullable String title, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Issuer issuer, @Nullable String decisionNumber, @Nullable LocalDate decisionDate) {

	public static final ImportOptions NONE = new ImportOptions(null, null, null, null, null, null);

}
