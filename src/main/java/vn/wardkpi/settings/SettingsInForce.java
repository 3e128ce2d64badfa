package vn.wardkpi.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What applies: the ward's own value, else the installation's, else the program's.
 *
 * @param own what was chosen here, by the ward or by the installation
 * @param above what holds where nothing is chosen here, of the installation; empty on the
 * installation's own page
 * @param ceiling the program's limit of a file, in megabytes
 */
public record SettingsInForce(SettingsVersion own, SettingsVersion above, int ceiling) {

	/** Who signs where nobody is named. */
	static final List<Signatory> SIGNATORIES = List.of(new Signatory("TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH", ""));

	/** To whom a report goes where nobody is named. */
	static final List<String> RECIPIENTS = List.of("Như trên", "Lưu: VT");

	/**
	 * Largest file taken as evidence; never above the installation's limit, nor above the
	 * program's.
	 */
	public int evidenceMegabytes() {
		return (this.own.evidenceMegabytes() != null) ? Math.min(this.own.evidenceMegabytes(), mostMegabytes())
				: mostMegabytes();
	}

	/** The most that can be chosen here. */
	public int mostMegabytes() {
		Integer most = this.above.evidenceMegabytes();
		return (most != null) ? Math.min(most, this.ceiling) : this.ceiling;
	}

	/** Null where adjustments are always marked. */
	public @Nullable LocalDate adjustedFrom() {
		return (this.own.adjustedFrom() != null) ? this.own.adjustedFrom() : this.above.adjustedFrom();
	}

	public List<Signatory> signatories() {
		return (this.own.signatories() != null) ? this.own.signatories()
				: Objects.requireNonNullElse(this.above.signatories(), SIGNATORIES);
	}

	public List<String> recipients() {
		return (this.own.recipients() != null) ? this.own.recipients()
				: Objects.requireNonNullElse(this.above.recipients(), RECIPIENTS);
	}

	/** Id of the picture, if there is one. */
	public @Nullable Long logo() {
		return (this.own.logo() != null) ? this.own.logo() : this.above.logo();
	}

	/** What holds as soon as nothing is chosen here any more. */
	public SettingsInForce defaults() {
		return new SettingsInForce(SettingsVersion.NONE, this.above, this.ceiling);
	}

	/**
	 * Whose value applies.
	 * @param ward whether this is of a ward
	 */
	public Source source(Setting setting, boolean ward) {
		if (this.own.chooses(setting)) {
			return ward ? Source.WARD : Source.INSTALLATION;
		}
		return this.above.chooses(setting) ? Source.INSTALLATION : Source.PROGRAM;
	}

	/**
	 * Who has chosen a value.
	 */
	public enum Source {

		WARD, INSTALLATION, PROGRAM

	}

}
