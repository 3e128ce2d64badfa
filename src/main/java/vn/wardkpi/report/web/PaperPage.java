package vn.wardkpi.report.web;

import org.jspecify.annotations.Nullable;
import java.util.List;
import java.util.Objects;

import vn.wardkpi.report.archive.Agreement;
import vn.wardkpi.report.archive.Agreement.What;
import vn.wardkpi.report.archive.IssuedReport;

/**
 * What the page of a paper's code shows.
 *
 * @param detailed whether the reader has an account, and sees which figures changed
 */
record PaperPage(Agreement agreement, IssuedReport report, boolean detailed, List<Line> lines) {

	PaperPage {
		lines = List.copyOf(lines);
	}

	static PaperPage of(Agreement agreement, boolean detailed) {
		return new PaperPage(agreement, agreement.report(), detailed,
				detailed ? agreement.changes().stream().map(Line::of).toList() : List.of());
	}

	/** Where the present figures stand. */
	public String figures() {
		String ward = "/wards/" + this.agreement.plan().wardCode() + "/years/" + this.report.year();
		return (this.detailed ? "" : "/public") + ward + "?plan=" + this.report.planId();
	}

	/**
	 * @param label empty where the whole indicator is concerned
	 */
	record Line(String no, String name, What what, String label, String paper, String record) {

		static Line of(Agreement.Change change) {
			return new Line(change.no(), change.name(), change.what(), Objects.requireNonNullElse(change.label(), ""),
					shown(change.paper()), shown(change.record()));
		}

		private static String shown(@Nullable String text) {
			return (text == null || text.isEmpty()) ? "–" : text;
		}

	}

}
