package vn.wardkpi.report.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reports that are asked for, as they were typed or sent.
 *
 * @param province code of the province whose wards they are of; that of whoever asks
 * where it is left out
 * @param kind the report of the year where it is left out
 * @param issuer the ward's council where it is left out
 * @param format "docx" where it is left out, "pdf" or "xlsx"
 */
public record NewBatch(@Nullable String province, @Nullable Integer year, @Nullable ReportKind kind,
		@Nullable Issuer issuer, @Nullable LocalDate asOf, @Nullable String format) {

	private static final int EARLIEST = 2000;

	private static final int LATEST = 2100;

	/**
	 * @return this, complete
	 * @throws RefusedException INVALID with everything that is wrong, each at its field;
	 * MALFORMED if there is no such format
	 */
	Checked checked() {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.province == null || this.province.isBlank()) {
			problems.add(new FieldProblem("province", Problem.error("required")));
		}
		if (this.year == null) {
			problems.add(new FieldProblem("year", Problem.error("required")));
		}
		else if (this.year < EARLIEST || this.year > LATEST) {
			problems.add(new FieldProblem("year", Problem.error("year-outside-plan", String.valueOf(this.year),
					String.valueOf(EARLIEST), String.valueOf(LATEST))));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		boolean usual = this.format == null || this.format.isBlank();
		return new Checked(Objects.requireNonNull(this.province).strip(), Objects.requireNonNull(this.year),
				Objects.requireNonNullElse(this.kind, ReportKind.YEAR),
				Objects.requireNonNullElse(this.issuer, Issuer.WARD_COUNCIL), this.asOf,
				usual ? ReportFormat.DOCX : ReportFormat.of(this.format));
	}

	NewBatch of(@Nullable String own) {
		return (own != null) ? new NewBatch(own, this.year, this.kind, this.issuer, this.asOf, this.format) : this;
	}

	/**
	 * What is complete.
	 */
	record Checked(String province, int year, ReportKind kind, Issuer issuer, @Nullable LocalDate asOf,
			ReportFormat format) {
	}

}
