package vn.wardkpi.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.ReportFiles;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.content.Selection;
import vn.wardkpi.shared.Actor;

/**
 * Sends a report as a file, the same from pages and through the API.
 */
@Component
class ReportDownload {

	private final ReportMaker maker;

	private final ReportFiles files;

	ReportDownload(ReportMaker maker, ReportFiles files) {
		this.maker = maker;
		this.files = files;
	}

	ResponseEntity<byte[]> send(long plan, int year, Asked asked, Actor actor) throws IOException {
		ReportFormat format = ReportFormat.of(asked.format());
		ReportContent content = this.maker.make(asked.of(plan, year), actor);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.files.write(content, format, out);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(format.mediaType()))
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(ReportFiles.name(content, format)).build().toString())
			.body(out.toByteArray());
	}

	/**
	 * Which report, and as what file.
	 *
	 * @param indicators numbers of those that a report of the kind AD_HOC is of; all
	 * without any
	 * @param years of such a report; without any that of the address
	 * @param issuers of such a report; without any the one issuer
	 */
	record Asked(@Nullable String format, @Schema(defaultValue = "YEAR") ReportKind kind,
			@Schema(defaultValue = "WARD_COUNCIL") Issuer issuer, @Nullable LocalDate asOf, List<String> indicators,
			List<Integer> years, List<Issuer> issuers) {

		Asked(@Nullable String format, @Nullable ReportKind kind, @Nullable Issuer issuer, @Nullable LocalDate asOf,
				@Nullable List<String> indicators, @Nullable List<Integer> years, @Nullable List<Issuer> issuers) {
			this.format = format;
			this.kind = Objects.requireNonNullElse(kind, ReportKind.YEAR);
			this.issuer = Objects.requireNonNullElse(issuer, Issuer.WARD_COUNCIL);
			this.asOf = asOf;
			this.indicators = Objects.requireNonNullElse(indicators, List.of());
			this.years = Objects.requireNonNullElse(years, List.of());
			this.issuers = Objects.requireNonNullElse(issuers, List.of());
		}

		ReportContent.Asked of(long plan, int year) {
			return new ReportContent.Asked(plan, year, this.kind, this.issuer, this.asOf,
					new Selection(this.indicators, this.years, this.issuers));
		}

	}

}
