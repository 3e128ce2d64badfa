package vn.wardkpi.settings.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.settings.SettingsDraft;
import vn.wardkpi.settings.SettingsVersion;
import vn.wardkpi.settings.Signatory;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.shared.VietnameseDay;

/**
 * What is typed on the page of settings, right or wrong. A field left empty chooses
 * nothing.
 *
 * @param signatory1 function of the first to sign
 * @param name1 name of the first to sign
 * @param recipients a line each
 * @param picture a new logo, if one was chosen
 * @param reset name of the setting that returns to its default
 */
record SettingsForm(@Nullable String version, @Nullable String evidenceMegabytes, @Nullable String adjustedFrom,
		@Nullable String signatory1, @Nullable String name1, @Nullable String signatory2, @Nullable String name2,
		@Nullable String signatory3, @Nullable String name3, @Nullable String recipients,
		@Nullable MultipartFile picture, @Nullable String reset) {

	static SettingsForm of(SettingsVersion own) {
		List<Signatory> signing = Objects.requireNonNullElse(own.signatories(), List.of());
		LocalDate from = own.adjustedFrom();
		return new SettingsForm(String.valueOf(own.version()),
				(own.evidenceMegabytes() != null) ? String.valueOf(own.evidenceMegabytes()) : "",
				(from != null) ? VietnameseDay.write(from, LocaleContextHolder.getLocale()) : "", function(signing, 0),
				name(signing, 0), function(signing, 1), name(signing, 1), function(signing, 2), name(signing, 2),
				(own.recipients() != null) ? String.join("\n", own.recipients()) : "", null, null);
	}

	int seen() {
		Integer seen = whole(this.version);
		return (seen != null) ? seen : -1;
	}

	/**
	 * @throws RefusedException INVALID where a number or a day cannot be read
	 */
	SettingsDraft draft(@Nullable Long logo) {
		List<FieldProblem> problems = new ArrayList<>();
		Integer megabytes = whole(this.evidenceMegabytes);
		if (megabytes == null && isTyped(this.evidenceMegabytes)) {
			problems.add(new FieldProblem("evidenceMegabytes", Problem.error("settings-whole")));
		}
		LocalDate from = TypedDay.read(text(this.adjustedFrom)).orElse(null);
		if (from == null && isTyped(this.adjustedFrom)) {
			problems.add(new FieldProblem("adjustedFrom", Problem.error("settings-date")));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new SettingsDraft(seen(), megabytes, from,
				List.of(new Signatory(text(this.signatory1), text(this.name1)),
						new Signatory(text(this.signatory2), text(this.name2)),
						new Signatory(text(this.signatory3), text(this.name3))),
				Arrays.asList(text(this.recipients).split("\\R")), logo);
	}

	public List<Signing> signing() {
		return List.of(new Signing(1, text(this.signatory1), text(this.name1)),
				new Signing(2, text(this.signatory2), text(this.name2)),
				new Signing(3, text(this.signatory3), text(this.name3)));
	}

	/** Each recipient on a line, as "- Như trên; - Lưu: VT". */
	static String joined(List<?> values) {
		return values.stream().map(String::valueOf).collect(Collectors.joining("; "));
	}

	private static @Nullable Integer whole(@Nullable String typed) {
		String text = text(typed).strip();
		return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
	}

	private static boolean isTyped(@Nullable String typed) {
		return !text(typed).isBlank();
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	private static String function(List<Signatory> signing, int at) {
		return (at < signing.size()) ? signing.get(at).function() : "";
	}

	private static String name(List<Signatory> signing, int at) {
		return (at < signing.size()) ? signing.get(at).name() : "";
	}

	/**
	 * The fields of one who signs.
	 */
	record Signing(int place, String function, String name) {
	}

}
