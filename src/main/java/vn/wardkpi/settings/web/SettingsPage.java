package vn.wardkpi.settings.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.settings.Setting;
import vn.wardkpi.settings.SettingsInForce;
import vn.wardkpi.settings.SettingsInForce.Source;

/**
 * The settings as their page shows them: beside each field what holds where it is left
 * empty, and whose value applies.
 */
record SettingsPage(SettingsInForce present, boolean ward) {

	static SettingsPage of(SettingsInForce present, boolean ward) {
		return new SettingsPage(present, ward);
	}

	/** Whether it can be returned to the default. */
	public boolean chosen(String setting) {
		return this.present.own().chooses(Setting.valueOf(setting));
	}

	public Source source(String setting) {
		return this.present.source(Setting.valueOf(setting), this.ward);
	}

	/** Whose value holds where nothing is chosen here. */
	public Source sourceOfDefault(String setting) {
		return this.present.defaults().source(Setting.valueOf(setting), this.ward);
	}

	public int most() {
		return this.present.mostMegabytes();
	}

	public int megabytes() {
		return this.present.evidenceMegabytes();
	}

	public @Nullable LocalDate defaultAdjustedFrom() {
		return this.present.defaults().adjustedFrom();
	}

	public List<String> defaultSignatories() {
		return this.present.defaults().signatories().stream().map(String::valueOf).toList();
	}

	public List<String> defaultRecipients() {
		return this.present.defaults().recipients();
	}

	public boolean hasLogo() {
		return this.present.logo() != null;
	}

}
