package vn.wardkpi.report.content;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planexport.annex.AnnexLayout;

/**
 * All that a report says.
 *
 * @param asOf the day as it was known on
 * @param body in its order
 * @param annex the plan's own, with results beside the targets
 * @param supplementary the same of targets that stand in the plan's text alone;
 * {@code null} where there is none
 * @param charts courses of the headline and of what endangers the period
 * @param chartsTitle what stands above them
 * @param sources where each figure comes from
 * @param explanations causes, remedies and notes of the figures
 * @param mark of an issued report; {@code null} for a draft
 */
public record ReportContent(long planId, String wardCode, ReportKind kind, int year, Issuer issuer, LocalDate asOf,
		Frame frame, List<Block> body, AnnexLayout annex, @Nullable AnnexLayout supplementary, List<Chart> charts,
		String chartsTitle, List<Source> sources, List<Explanation> explanations, @Nullable PaperMark mark) {

	public ReportContent {
		body = List.copyOf(body);
		charts = List.copyOf(charts);
		sources = List.copyOf(sources);
		explanations = List.copyOf(explanations);
	}

	/** The annex, and the supplementary one if there is one. */
	public List<AnnexLayout> annexes() {
		return (this.supplementary != null) ? List.of(this.annex, this.supplementary) : List.of(this.annex);
	}

	/** What the annexes do not print, of every row. */
	public List<WrittenAttributes> attributes() {
		return annexes().stream().flatMap((one) -> one.attributes().stream()).toList();
	}

	/**
	 * @param decision by which the target holds
	 * @param figure as the annex shows it
	 * @param approvedOn empty without a figure
	 */
	public record Source(String no, String name, String decision, String figure, String period, String approvedBy,
			String approvedOn) {
	}

	/**
	 * @param note empty for none, as the others
	 */
	public record Explanation(String no, String name, String verdict, String cause, String remedy, String note) {
	}

	/**
	 * What is asked for: one report of a plan.
	 *
	 * @param asOf the day as it was known on; {@code null} for the latest there is
	 * @param selection for a report of somebody's choice
	 */
	public record Asked(long planId, int year, ReportKind kind, Issuer issuer, @Nullable LocalDate asOf,
			Selection selection) {

		public Asked(long planId, int year, ReportKind kind, Issuer issuer, @Nullable LocalDate asOf) {
			this(planId, year, kind, issuer, asOf, Selection.NONE);
		}

	}

}
