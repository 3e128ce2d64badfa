package vn.wardkpi.report.web;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.archive.IssuedReport;
import vn.wardkpi.report.content.ReportKind;

/**
 * An issued report as the API shows it.
 *
 * @param code as it stands on the paper
 * @param asOf the day as it was known on
 * @param number of the document, and its day; {@code null} where they are written by hand
 * @param signed the document as it was signed; {@code null} as long as none was sent
 */
record IssuedReportAnswer(String code, long planId, int year, ReportKind kind, Issuer issuer, LocalDate asOf,
		String subject, @Nullable String number, @Nullable LocalDate date, Instant issuedAt, String issuedBy,
		@Nullable SignedDocument signed) {

	static IssuedReportAnswer of(IssuedReport report) {
		return new IssuedReportAnswer(report.printedCode(), report.planId(), report.year(), report.kind(),
				report.issuer(), report.asOf(), report.subject(), report.number(), report.date(), report.issuedAt(),
				report.issuedBy(), SignedDocument.of(report.signed()));
	}

	/**
	 * @param size in bytes
	 */
	record SignedDocument(String name, long size, String sha256, String addedBy, Instant addedAt) {

		static @Nullable SignedDocument of(IssuedReport.@Nullable Signed signed) {
			return (signed != null) ? new SignedDocument(signed.name(), signed.bytes(), signed.sha256(),
					signed.addedBy(), signed.addedAt()) : null;
		}

	}

}
