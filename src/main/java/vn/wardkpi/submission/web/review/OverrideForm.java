package vn.wardkpi.submission.web.review;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;

/**
 * A reviewer's own verdict, or its taking back, as typed.
 *
 * @param no number of the indicator
 * @param revokeReason why an override is taken back
 */
record OverrideForm(String no, @Nullable Issuer issuer, @Nullable Verdict verdict, @Nullable String reason,
		@Nullable String reference, @Nullable String revokeReason) {

	static final OverrideForm NONE = new OverrideForm("", null, null, null, null, null);

	OverrideForm {
		no = Objects.requireNonNullElse(no, "");
	}

	public boolean isOf(String indicatorNo) {
		return this.no.equals(indicatorNo);
	}

	/** Whether it is about taking back this issuer's override. */
	public boolean revokes(Issuer of) {
		return this.revokeReason != null && of == this.issuer;
	}

}
