package vn.wardkpi.report.web;

import java.time.Instant;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.archive.Agreement;
import vn.wardkpi.report.archive.PaperCheck;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

@RestController
class PaperResource {

	private final PaperCheck papers;

	PaperResource(PaperCheck papers) {
		this.papers = papers;
	}

	/**
	 * Whether the paper with this code agrees with the record; 404 unless the plan's
	 * public page is on.
	 */
	@GetMapping("/api/v1/public/reports/{report}")
	PublicPaper paper(@PathVariable String report) {
		return this.papers.check(report, null)
			.map(PublicPaper::of)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "report.unknown", report));
	}

	/**
	 * What everybody is told: no figure, and no person.
	 */
	record PublicPaper(String code, String wardCode, String subject, int year, ReportKind kind, Issuer issuer,
			Instant issuedAt, boolean agrees) {

		static PublicPaper of(Agreement agreement) {
			return new PublicPaper(agreement.report().printedCode(), agreement.plan().wardCode().value(),
					agreement.report().subject(), agreement.report().year(), agreement.report().kind(),
					agreement.report().issuer(), agreement.report().issuedAt(), agreement.agrees());
		}

	}

}
