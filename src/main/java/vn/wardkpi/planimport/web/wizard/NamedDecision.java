package vn.wardkpi.planimport.web.wizard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document that the texts above an annex name: "Kèm theo Nghị quyết số 15/NQ-HĐND
 * ngày 22 tháng 12 năm 2025". It is offered, for the text may name another one.
 */
record NamedDecision(String number, LocalDate date) {

	private static final Pattern WRITTEN = Pattern.compile(
			"(?:nghị quyết|quyết định|kế hoạch)\\s+(?:số\\s*)?:?\\s*(\\d{1,5}[a-z]?\\s?/[\\p{L}\\d][\\p{L}\\d./-]*)"
					+ "[^\\d]{0,20}?ngày\\s+(\\d{1,2})(?:\\s+tháng\\s+|[/.-])(\\d{1,2})(?:\\s+năm\\s+|[/.-])(20\\d\\d)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	static Optional<NamedDecision> in(Collection<String> texts) {
		for (String text : texts) {
			Matcher written = WRITTEN.matcher(text.replace('–', '-').replaceAll("\\s+", " "));
			if (written.find()) {
				try {
					return Optional.of(new NamedDecision(written.group(1).replace(" ", ""),
							LocalDate.of(Integer.parseInt(written.group(4)), Integer.parseInt(written.group(3)),
									Integer.parseInt(written.group(2)))));
				}
				catch (DateTimeException ex) {
					return Optional.empty();
				}
			}
		}
		return Optional.empty();
	}

}
