package vn.wardkpi.intake.content;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is taken in.
 */
public enum AcceptedKind {

	PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg"), PNG("image/png", "png"), WEBP("image/webp", "webp"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"), DOC("application/msword", "doc"),
	XLS("application/vnd.ms-excel", "xls");

	private final String mediaType;

	private final String ending;

	AcceptedKind(String mediaType, String ending) {
		this.mediaType = mediaType;
		this.ending = ending;
	}

	static Optional<AcceptedKind> ofEnding(String ending) {
		String usual = ending.equals("jpeg") ? "jpg" : ending;
		return Stream.of(values()).filter((kind) -> kind.ending.equals(usual)).findFirst();
	}

	public String mediaType() {
		return this.mediaType;
	}

	public String ending() {
		return this.ending;
	}

	/**
	 * Whether browsers show it by themselves.
	 */
	public boolean isShownByBrowsers() {
		return this == PDF || isPicture();
	}

	public boolean isPicture() {
		return this == JPEG || this == PNG || this == WEBP;
	}

	/**
	 * As a file chooser takes it: ".pdf,.jpg,…".
	 */
	public static String accepted() {
		return ".jpeg," + Stream.of(values()).map((kind) -> "." + kind.ending).collect(Collectors.joining(","));
	}

}
