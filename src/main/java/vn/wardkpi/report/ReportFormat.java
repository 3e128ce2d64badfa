package vn.wardkpi.report;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The kinds of files a report is written to.
 */
public enum ReportFormat {

	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), PDF("application/pdf"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final String mediaType;

	ReportFormat(String mediaType) {
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
	 * @param text "docx", "pdf" or "xlsx"
	 * @throws RefusedException MALFORMED if it is none
	 */
	public static ReportFormat of(@Nullable String text) {
		String asked = (text != null) ? text.strip() : "";
		for (ReportFormat format : values()) {
			if (format.ending().equalsIgnoreCase(asked)) {
				return format;
			}
		}
		throw new RefusedException(Kind.MALFORMED, "report.format", List.of(asked),
				List.of(new FieldProblem("format", Problem.error("report-format", asked))));
	}

}
