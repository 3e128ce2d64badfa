package vn.wardkpi.audit;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	/** As codes of lead units are written. */
	private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)+");

	/**
	 * With the names of lead units where there stood their codes.
	 * @param units names by codes
	 */
	ReadableChange naming(Map<String, String> units) {
		return units.isEmpty() ? this
				: new ReadableChange(this.entry, this.subject, Objects.requireNonNull(named(this.what, units)),
						this.action, named(this.from, units), named(this.to, units), this.why, this.origin);
	}

	private static @Nullable String named(@Nullable String text, Map<String, String> units) {
		return (text != null)
				? CODE.matcher(text)
					.replaceAll((code) -> Matcher.quoteReplacement(units.getOrDefault(code.group(), code.group())))
				: null;
	}

}
