package vn.wardkpi.settings;

/**
 * What can be set. The names are those of the API.
 */
public enum Setting {

	/** Largest file that is taken as evidence, in megabytes. */
	EVIDENCE_MEGABYTES,

	/** First day whose adjustments of targets are marked as such. */
	ADJUSTED_FROM,

	/** Who signs reports. */
	SIGNATORIES,

	/** To whom reports are sent. */
	RECIPIENTS,

	/** The picture at the head of reports. */
	LOGO

}
