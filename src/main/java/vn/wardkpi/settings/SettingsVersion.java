package vn.wardkpi.settings;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a ward, or the installation, has chosen; {@code null} is what it has not.
 *
 * @param version 0 where nothing was ever chosen
 * @param evidenceMegabytes largest file taken as evidence
 * @param adjustedFrom first day whose adjustments of targets are marked
 * @param logo id of the picture
 */
public record SettingsVersion(int version, @Nullable Integer evidenceMegabytes, @Nullable LocalDate adjustedFrom,
		@Nullable List<Signatory> signatories, @Nullable List<String> recipients, @Nullable Long logo) {

	static final SettingsVersion NONE = new SettingsVersion(0, null, null, null, null, null);

	public SettingsVersion {
		signatories = (signatories != null) ? List.copyOf(signatories) : null;
		recipients = (recipients != null) ? List.copyOf(recipients) : null;
	}

	public boolean chooses(Setting setting) {
		return value(setting) != null;
	}

	@Nullable Object value(Setting setting) {
		return switch (setting) {
			case EVIDENCE_MEGABYTES -> this.evidenceMegabytes;
			case ADJUSTED_FROM -> this.adjustedFrom;
			case SIGNATORIES -> this.signatories;
			case RECIPIENTS -> this.recipients;
			case LOGO -> this.logo;
		};
	}

	SettingsVersion withLogo(@Nullable Long id) {
		return new SettingsVersion(this.version, this.evidenceMegabytes, this.adjustedFrom, this.signatories,
				this.recipients, id);
	}

	SettingsVersion without(Setting setting) {
		return new SettingsVersion(this.version,
				(setting != Setting.EVIDENCE_MEGABYTES) ? this.evidenceMegabytes : null,
				(setting != Setting.ADJUSTED_FROM) ? this.adjustedFrom : null,
				(setting != Setting.SIGNATORIES) ? this.signatories : null,
				(setting != Setting.RECIPIENTS) ? this.recipients : null, (setting != Setting.LOGO) ? this.logo : null);
	}

}
