package vn.wardkpi.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.audit.AuditEntry;

/**
 * A change as people read it.
 *
 * @param parts of its key, such as "2026 FINAL", names of the program as messages
 */
record HistoryRow(AuditEntry entry, List<Part> parts) {

	private static final Set<String> ISSUERS = Arrays.stream(Issuer.values())
		.map(Issuer::name)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> PERIODS = Arrays.stream(ReportingPeriod.values())
		.map(ReportingPeriod::name)
		.collect(Collectors.toUnmodifiableSet());

	HistoryRow {
		parts = List.copyOf(parts);
	}

	static HistoryRow of(AuditEntry entry) {
		return new HistoryRow(entry, Arrays.stream(entry.key().split(" ")).map(Part::of).toList());
	}

	/**
	 * A word, or the message that says it.
	 */
	record Part(@Nullable String message, String text) {

		static Part of(String word) {
			if (ISSUERS.contains(word)) {
				return new Part("enum.issuer." + word, word);
			}
			if (PERIODS.contains(word)) {
				return new Part("enum.period." + word, word);
			}
			return new Part(word.equals("period") ? "dashboard.history.period" : null, word);
		}

	}

}
