package vn.wardkpi.actual;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.LeadUnitRow;
import vn.wardkpi.plan.PlanSummary;

/**
 * A lead unit's form with all that is shown beside its cells.
 */
public record Sheet(PlanSummary plan, FormKey key, LeadUnitRow unit, SubmissionView submission, List<Row> rows) {

	public Sheet {
		rows = List.copyOf(rows);
	}

	/**
	 * Cells that take a figure.
	 */
	public long cells() {
		return this.rows.stream().filter((row) -> !row.isGroup()).count();
	}

	public long filled() {
		return this.rows.stream().filter(Row::isFilled).count();
	}

	/** Cells still empty: allowed, but said before submission. */
	public List<Row> empty() {
		return this.rows.stream().filter((row) -> !row.isGroup() && !row.isFilled()).toList();
	}

	/** Rows whose explanation must be given before submission. */
	public List<Row> unexplained() {
		return this.rows.stream().filter(Row::lacksExplanation).toList();
	}

	public boolean mayEnter() {
		return this.rows.stream().anyMatch(Row::mayEnter);
	}

	/**
	 * @param targets of the year by issuer, in force today
	 * @param before the approved full-year figure of the year before, if any
	 * @param earlier the latest figure of an earlier reporting period of the same year
	 * @param stored what is entered, if anything
	 * @param checked what came of it
	 * @param mayEnter whether the one who asks may change it now
	 */
	public record Row(IndicatorRow indicator, Map<Issuer, ParsedTarget> targets, @Nullable Figure before,
			@Nullable Figure earlier, @Nullable StoredFigure stored, @Nullable Checked checked,
			Map<Issuer, OverrideRow> overrides, boolean mayEnter) {

		public String no() {
			return this.indicator.no();
		}

		public boolean isGroup() {
			return PlanYear.isGroup(this.indicator);
		}

		public boolean takesShare() {
			return FigureReader.takesShare(this.indicator);
		}

		public boolean isFilled() {
			return this.stored != null && !this.stored.entry().isEmpty();
		}

		public boolean lacksExplanation() {
			return this.stored != null && this.checked != null && this.checked.explanationRequired()
					&& !this.stored.entry().isExplained();
		}

	}

}
