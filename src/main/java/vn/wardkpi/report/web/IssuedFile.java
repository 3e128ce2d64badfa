package vn.wardkpi.report.web;

import org.jspecify.annotations.Nullable;
import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.archive.IssuedReport;
import vn.wardkpi.report.archive.ReportArchive;

/**
 * Sends files of issued reports, the same from pages and through the API: to be saved,
 * never shown in the program's own pages.
 */
@Component
class IssuedFile {

	private static final String FOR_FILES = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; "
			+ "base-uri 'none'; sandbox";

	private final ReportArchive archive;

	IssuedFile(ReportArchive archive) {
		this.archive = archive;
	}

	/**
	 * @param format "docx", "pdf" or "xlsx"
	 */
	ResponseEntity<byte[]> asIssued(IssuedReport report, @Nullable String format) {
		ReportFormat of = ReportFormat.of(format);
		return send(this.archive.file(report, of), "bao-cao-" + report.printedCode() + "." + of.ending(),
				of.mediaType());
	}

	ResponseEntity<byte[]> signed(IssuedReport report) {
		byte[] content = this.archive.signedFile(report);
		return send(content, "bao-cao-" + report.printedCode() + "-da-ky.pdf", ReportFormat.PDF.mediaType());
	}

	private static ResponseEntity<byte[]> send(byte[] content, String name, String mediaType) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(mediaType))
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header("Content-Security-Policy", FOR_FILES)
			.header("X-Content-Type-Options", "nosniff")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.body(content);
	}

}
