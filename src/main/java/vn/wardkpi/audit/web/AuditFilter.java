package vn.wardkpi.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriUtils;

import vn.wardkpi.audit.AuditQuery;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.TypedDay;

/**
 * The search form as it was sent, right or wrong.
 */
record AuditFilter(@Nullable String who, @Nullable String subject, @Nullable String action, @Nullable String ward,
		@Nullable String plan, @Nullable String no, @Nullable String from, @Nullable String to, @Nullable String q,
		@Nullable String act, @Nullable String before) {

	/**
	 * What is wrong is reported at its field and not asked about.
	 */
	AuditQuery toQuery(BindingResult errors) {
		LocalDate first = day("from", this.from, errors);
		LocalDate last = day("to", this.to, errors);
		if (first != null && last != null && last.isBefore(first)) {
			errors.rejectValue("to", "audit.filter.to-before-from");
		}
		return new AuditQuery(text(this.who), subjectOf(this.subject), text(this.action), text(this.ward),
				number(this.plan), text(this.no), first, last, text(this.q), number(this.act), number(this.before));
	}

	public boolean isBlank() {
		return parameters().isEmpty();
	}

	/**
	 * The same search at another address: the rows before this one, the export.
	 */
	String address(String path, @Nullable Long older) {
		List<String> all = new ArrayList<>(parameters());
		if (older != null) {
			all.add("before=" + older);
		}
		return all.isEmpty() ? path : path + "?" + String.join("&", all);
	}

	private List<String> parameters() {
		List<String> all = new ArrayList<>();
		add(all, "who", this.who);
		add(all, "subject", this.subject);
		add(all, "action", this.action);
		add(all, "ward", this.ward);
		add(all, "plan", this.plan);
		add(all, "no", this.no);
		add(all, "from", this.from);
		add(all, "to", this.to);
		add(all, "q", this.q);
		add(all, "act", this.act);
		return all;
	}

	private static void add(List<String> all, String name, @Nullable String typed) {
		String text = text(typed);
		if (text != null) {
			all.add(name + "=" + UriUtils.encode(text, StandardCharsets.UTF_8));
		}
	}

	private static @Nullable LocalDate day(String field, @Nullable String typed, BindingResult errors) {
		String text = text(typed);
		if (text == null) {
			return null;
		}
		LocalDate day = TypedDay.read(text).orElse(null);
		if (day == null) {
			errors.rejectValue(field, "audit.filter.day");
		}
		return day;
	}

	private static @Nullable Subject subjectOf(@Nullable String name) {
		return Arrays.stream(Subject.values())
			.filter((subject) -> subject.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Long number(@Nullable String typed) {
		String text = text(typed);
		return (text != null && text.matches("\\d{1,18}")) ? Long.valueOf(text) : null;
	}

	private static @Nullable String text(@Nullable String typed) {
		return StringUtils.hasText(typed) ? typed.strip() : null;
	}

}
