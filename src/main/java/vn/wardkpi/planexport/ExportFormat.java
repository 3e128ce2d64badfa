package vn.wardkpi.planexport;

import java.util.Locale;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The kinds of files a plan is written to.
 */
public enum ExportFormat {

	CSV("text/csv;charset=UTF-8"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private final String mediaType;

	ExportFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

	/** The ending of its files' names. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param text "csv", "xlsx" or "docx"
	 * @throws RefusedException MALFORMED if it is none
	 */
	public static ExportFormat of(String text) {
		for (ExportFormat format : values()) {
			if (format.ending().equalsIgnoreCase(text.strip())) {
				return format;
			}
		}
		throw new RefusedException(Kind.MALFORMED, "planexport.format", text);
	}

}
