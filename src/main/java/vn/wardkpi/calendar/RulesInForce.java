package vn.wardkpi.calendar;

/**
 * The rules that apply, and who chose them.
 *
 * @param settings with the version of what was chosen here, also where nothing is chosen
 * any more
 */
public record RulesInForce(CalendarSettings settings, Source source) {

	static final RulesInForce PROGRAM = new RulesInForce(CalendarSettings.DEFAULTS, Source.PROGRAM);

	/** What somebody has to send with a change. */
	public int version() {
		return this.settings.version();
	}

	/**
	 * The same for one who has chosen nothing, or nothing any more.
	 * @param version of what was chosen there last
	 */
	RulesInForce followedAt(int version) {
		return new RulesInForce(this.settings.withVersion(version), this.source);
	}

	/**
	 * Who has chosen the rules.
	 */
	public enum Source {

		WARD, INSTALLATION, PROGRAM

	}

}
