package vn.wardkpi.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * Settings were changed: one entry, of what differs.
 *
 * @param ward {@code null} for the installation's
 */
public record SettingsEvent(String actor, @Nullable WardCode ward, SettingsVersion before,
		SettingsVersion after) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.SETTING, "settings", Action.CHANGED)
			.in(this.ward)
			.from(summary(this.before, this.after))
			.to(summary(this.after, this.before)));
	}

	private static String summary(SettingsVersion version, SettingsVersion other) {
		return Stream.of(Setting.values())
			.filter((setting) -> !same(version.value(setting), other.value(setting)))
			.map((setting) -> setting + " = " + text(setting, version))
			.collect(Collectors.joining(" · "));
	}

	private static boolean same(@Nullable Object one, @Nullable Object other) {
		return (one != null) ? one.equals(other) : other == null;
	}

	private static String text(Setting setting, SettingsVersion version) {
		if (!version.chooses(setting)) {
			return "DEFAULT";
		}
		return switch (setting) {
			case EVIDENCE_MEGABYTES -> version.evidenceMegabytes() + " MB";
			case ADJUSTED_FROM -> (version.adjustedFrom() != null) ? VietnameseDay.write(version.adjustedFrom()) : "";
			case SIGNATORIES -> joined(version.signatories());
			case RECIPIENTS -> joined(version.recipients());
			case LOGO -> "№ " + version.logo();
		};
	}

	private static String joined(@Nullable List<?> values) {
		return (values != null) ? values.stream().map(String::valueOf).collect(Collectors.joining(", ")) : "";
	}

}
