package vn.wardkpi.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Settings as they shall be; {@code null} is what shall not be chosen.
 *
 * @param version the version that was changed
 * @param logo id of the picture that stays
 */
public record SettingsDraft(int version, @Nullable Integer evidenceMegabytes, @Nullable LocalDate adjustedFrom,
		@Nullable List<Signatory> signatories, @Nullable List<String> recipients, @Nullable Long logo) {

	/** The most that sign one report. */
	public static final int MOST_SIGNATORIES = 3;

	/** The most recipients of one report. */
	public static final int MOST_RECIPIENTS = 20;

	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

	/**
	 * @param most megabytes that may be chosen here
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	SettingsVersion checked(int most) {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.evidenceMegabytes != null && (this.evidenceMegabytes < 1 || this.evidenceMegabytes > most)) {
			problems.add(new FieldProblem("evidenceMegabytes", Problem.error("settings-number", String.valueOf(most))));
		}
		if (this.adjustedFrom != null && (this.adjustedFrom.isBefore(EARLIEST) || this.adjustedFrom.isAfter(LATEST))) {
			problems.add(new FieldProblem("adjustedFrom", Problem.error("settings-date")));
		}
		List<Signatory> signing = signatories(problems);
		List<String> receiving = recipients(problems);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new SettingsVersion(this.version, this.evidenceMegabytes, this.adjustedFrom, signing, receiving,
				this.logo);
	}

	private @Nullable List<Signatory> signatories(List<FieldProblem> problems) {
		List<Signatory> given = Objects.requireNonNullElse(this.signatories, List.of());
		List<Signatory> signing = new ArrayList<>();
		for (int i = 0; i < given.size(); i++) {
			String function = text(given.get(i).function());
			String name = text(given.get(i).name());
			if (function.isEmpty() && !name.isEmpty()) {
				problems.add(new FieldProblem("signatories[" + i + "].function", Problem.error("required")));
			}
			FreeText.NAME.problemAt("signatories[" + i + "].function", function).ifPresent(problems::add);
			FreeText.NAME.problemAt("signatories[" + i + "].name", name).ifPresent(problems::add);
			if (!function.isEmpty()) {
				signing.add(new Signatory(function, name));
			}
		}
		if (signing.size() > MOST_SIGNATORIES) {
			problems.add(new FieldProblem("signatories",
					Problem.error("settings-too-many", String.valueOf(MOST_SIGNATORIES))));
		}
		return signing.isEmpty() ? null : signing;
	}

	private @Nullable List<String> recipients(List<FieldProblem> problems) {
		List<String> receiving = Objects.requireNonNullElse(this.recipients, List.<String>of())
			.stream()
			.map(SettingsDraft::text)
			.filter((one) -> !one.isEmpty())
			.toList();
		if (receiving.size() > MOST_RECIPIENTS) {
			problems.add(new FieldProblem("recipients",
					Problem.error("settings-too-many", String.valueOf(MOST_RECIPIENTS))));
		}
		receiving.stream()
			.flatMap((one) -> FreeText.NAME.problemAt("recipients", one).stream())
			.findFirst()
			.ifPresent(problems::add);
		return receiving.isEmpty() ? null : receiving;
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
