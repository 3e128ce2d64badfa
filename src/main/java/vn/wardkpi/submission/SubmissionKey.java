package vn.wardkpi.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * How a form is addressed.
 *
 * @param leadUnit code of the lead unit that answers for it
 */
public record SubmissionKey(long planId, int year, ReportingPeriod period, String leadUnit) {

	private static final Pattern WRITTEN = Pattern
		.compile("(\\d{4}) (M0[1-9]|M1[0-2]|ESTIMATE|FINAL) ([a-z0-9]+(?:-[a-z0-9]+)*)");

	/**
	 * The form that a change's key names: "2026 FINAL phong-kinh-te".
	 * @return empty if it names no form
	 */
	public static Optional<SubmissionKey> parse(long planId, String written) {
		Matcher matcher = WRITTEN.matcher(written);
		return matcher.matches() ? Optional.of(new SubmissionKey(planId, Integer.parseInt(matcher.group(1)),
				ReportingPeriod.valueOf(matcher.group(2)), matcher.group(3))) : Optional.empty();
	}

	/** As {@link #parse} reads it. */
	@Override
	public String toString() {
		return this.year + " " + this.period + " " + this.leadUnit;
	}

}
