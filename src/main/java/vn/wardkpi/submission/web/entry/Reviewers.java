package vn.wardkpi.submission.web.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * Who looks at a ward's forms next, by name.
 */
@Component
class Reviewers {

	/** More names than a sentence takes. */
	private static final int MOST = 3;

	private final StaffDirectory staff;

	private final SubmissionWords words;

	Reviewers(StaffDirectory staff, SubmissionWords words) {
		this.staff = staff;
		this.words = words;
	}

	String of(WardCode ward, Locale locale) {
		List<String> names = this.staff.people(ward)
			.stream()
			.filter((member) -> member.actor().role() == Role.REVIEWER)
			.map((member) -> member.actor().displayName())
			.toList();
		if (names.isEmpty()) {
			return this.words.text("submission.reviewers.none", List.of(), locale);
		}
		String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
		return (names.size() > MOST) ? first + "…" : first;
	}

}
