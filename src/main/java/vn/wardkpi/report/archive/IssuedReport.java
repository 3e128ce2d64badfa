package vn.wardkpi.report.archive;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.mark.PaperCode;

/**
 * A report that was issued.
 *
 * @param code as it is stored
 * @param asOf the day as it was known on
 * @param issuedBy what the person is called
 * @param signed the document as it was signed, if it was sent back
 */
public record IssuedReport(long id, String code, long planId, int year, ReportKind kind, Issuer issuer, LocalDate asOf,
		String subject, @Nullable String number, @Nullable LocalDate date, Instant issuedAt, String issuedBy,
		@Nullable Signed signed) {

	/** As it stands on the paper. */
	public String printedCode() {
		return PaperCode.printed(this.code);
	}

	/** What made it, as it was known then. */
	ReportContent.Asked asked() {
		return new ReportContent.Asked(this.planId, this.year, this.kind, this.issuer, this.asOf);
	}

	/** What it would be made of today. */
	ReportContent.Asked askedNow() {
		return new ReportContent.Asked(this.planId, this.year, this.kind, this.issuer, null);
	}

	/**
	 * @param addedBy what the person is called
	 */
	public record Signed(String name, long bytes, String sha256, String addedBy, Instant addedAt) {
	}

}
