package vn.wardkpi.report.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A report that is to be issued, as it was typed or sent.
 *
 * @param kind the report of the year where it is left out
 * @param issuer the ward's council where it is left out
 * @param asOf the day as it is known on; {@code null} for the latest there is
 * @param number of the document, such as "125"; {@code null} where it is written by hand
 * @param date likewise
 */
public record NewReport(@Nullable Integer year, @Nullable ReportKind kind, @Nullable Issuer issuer,
		@Nullable LocalDate asOf, @Nullable String number, @Nullable LocalDate date) {

	private static final int LONGEST_NUMBER = 50;

	/**
	 * @return this without blanks, complete
	 * @throws RefusedException INVALID with everything that is wrong, each at its field
	 */
	NewReport checked() {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.year == null) {
			problems.add(new FieldProblem("year", Problem.error("required")));
		}
		if (this.kind == ReportKind.AD_HOC) {
			problems.add(new FieldProblem("kind", Problem.error("report-not-issued")));
		}
		String written = (this.number != null && !this.number.isBlank()) ? this.number.strip() : null;
		if (written != null && written.length() > LONGEST_NUMBER) {
			problems.add(new FieldProblem("number", Problem.error("too-long", String.valueOf(LONGEST_NUMBER))));
		}
		else if (written != null && written.chars().anyMatch((one) -> one < ' ' || one == '/')) {
			problems.add(new FieldProblem("number", Problem.error("report-number")));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new NewReport(this.year, Objects.requireNonNullElse(this.kind, ReportKind.YEAR),
				Objects.requireNonNullElse(this.issuer, Issuer.WARD_COUNCIL), this.asOf,
				(written != null && written.matches("\\d")) ? "0" + written : written, this.date);
	}

	/** Of a checked one. */
	ReportContent.Asked asked(long planId) {
		return new ReportContent.Asked(planId, Objects.requireNonNull(this.year), Objects.requireNonNull(this.kind),
				Objects.requireNonNull(this.issuer), this.asOf);
	}

}
