package vn.wardkpi.submission.web.workbook;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.submission.SubmissionKey;

/**
 * What stands hidden in a workbook, by which the program knows its form and rows. It
 * gives nobody a right: whoever uploads a file may enter what they may enter by hand. The
 * sum at its end only tells that a key was changed.
 *
 * @param form the form; {@code null} for a key that was changed
 * @param no of the row's indicator, empty for the form as a whole
 * @param version of the row's figure when the file was written, 0 for none
 * @param content sum of what stood in the row then
 */
record FormKey(@Nullable SubmissionKey form, String no, int version, String content) {

	private static final String START = "ward-kpi:1:";

	private static final Pattern WRITTEN = Pattern
		.compile("ward-kpi:1:(\\d{1,18}):(\\d{1,6}):(\\w+):([^:]+):([^:]*):(\\d{1,9}):(\\w*):(\\w+)");

	private static final int SUM = 8;

	private static final FormKey CHANGED = new FormKey(null, "", 0, "");

	static String of(SubmissionKey form) {
		return row(form, "", 0, "");
	}

	static String row(SubmissionKey form, String no, int version, String content) {
		String key = START + String.join(":", String.valueOf(form.planId()), String.valueOf(form.year()),
				form.period().name(), form.leadUnit(), no, String.valueOf(version), content);
		return key + ":" + sum(key);
	}

	/**
	 * @return empty if the text is no key at all
	 */
	static Optional<FormKey> read(String text) {
		if (!text.startsWith("ward-kpi:")) {
			return Optional.empty();
		}
		Matcher key = WRITTEN.matcher(text);
		if (!key.matches() || !sum(text.substring(0, text.lastIndexOf(':'))).equals(key.group(8))) {
			return Optional.of(CHANGED);
		}
		return Stream.of(ReportingPeriod.values())
			.filter((period) -> period.name().equals(key.group(3)))
			.findFirst()
			.map((period) -> new SubmissionKey(Long.parseLong(key.group(1)), Integer.parseInt(key.group(2)), period,
					key.group(4)))
			.map((form) -> new FormKey(form, key.group(5), Integer.parseInt(key.group(6)), key.group(7)))
			.or(() -> Optional.of(CHANGED));
	}

	boolean isChanged() {
		return this.form == null;
	}

	boolean isOfForm() {
		return this.form != null && this.no.isEmpty();
	}

	static String sum(String... texts) {
		return HexFormat.of().formatHex(DigestUtils.sha256(String.join("\n", texts)), 0, SUM);
	}

}
