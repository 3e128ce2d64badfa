package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualChecker;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualParser;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.SubmissionView;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * A lead unit's form with all that is shown beside its cells.
 *
 * @param window when its figures are entered and handed in
 * @param early whether nobody can know its figures yet
 */
public record Sheet(PlanSummary plan, SubmissionKey key, LeadUnitRow unit, SubmissionView submission,
		EntryWindow window, boolean early, List<Row> rows) {

	public Sheet {
		rows = List.copyOf(rows);
	}

	/**
	 * Cells in which a figure is expected: those of the plan's annex.
	 */
	public long cells() {
		return this.rows.stream().filter(Row::isExpected).count();
	}

	/** Expected cells that have a figure or say why they have none. */
	public long filled() {
		return this.rows.stream().filter((row) -> row.isExpected() && row.isAnswered()).count();
	}

	/** Expected cells that were forgotten: allowed, but said before submission. */
	public List<Row> empty() {
		return this.rows.stream().filter((row) -> row.isExpected() && !row.isAnswered()).toList();
	}

	/** Rows whose explanation must be given before submission. */
	public List<Row> unexplained() {
		return this.rows.stream().filter(Row::lacksExplanation).toList();
	}

	/** Rows that the reviewer sent back in the present round. */
	public List<Row> returned() {
		return this.rows.stream().filter(Row::isReturned).toList();
	}

	/** Rows about which something is unusual. */
	public List<Row> marked() {
		return this.rows.stream().filter((row) -> !flags(row).isEmpty()).toList();
	}

	/** What is unusual about one of its rows, the most pressing first. */
	public List<ReviewFlag> flags(Row row) {
		return ReviewFlags.of(row, this.submission.status());
	}

	/**
	 * What is to be looked at before the form as a whole is handed in or approved.
	 */
	public List<Problem> questions() {
		LocalDate known = this.key.period().knownFrom(this.key.year());
		String code = (this.key.period() == ReportingPeriod.ESTIMATE) ? "period-not-begun" : "period-not-over";
		return this.early ? List.of(Problem.warning(code, VietnameseDay.write(known))) : List.of();
	}

	/** Rows whose explanation is given, but says next to nothing. */
	public List<Row> shortlyExplained() {
		return this.rows.stream().filter(Row::isShortlyExplained).toList();
	}

	public boolean mayEnter() {
		return this.rows.stream().anyMatch(Row::mayEnter);
	}

	/**
	 * Codes of all lead units with an indicator on the form.
	 */
	public Set<String> unitCodes() {
		return unitCodes(this.rows.stream().map(Row::indicator).toList());
	}

	public static Set<String> unitCodes(Collection<IndicatorRow> indicators) {
		Set<String> codes = new TreeSet<>();
		indicators.forEach((indicator) -> codes.addAll(indicator.leadUnitCodes()));
		return codes;
	}

	/**
	 * @param year of its form
	 * @param targets of the year by issuer, in force today
	 * @param annual what the year's annual plan asks of the same figure otherwise
	 * @param before the approved full-year figure of the year before, if any
	 * @param earlier the latest figure of an earlier reporting period of the same year
	 * @param stored what is entered, if anything
	 * @param checked what came of it; for a group, what comes of its sub-indicators
	 * @param approved what was approved last of this figure, in force until the next
	 * approval
	 * @param decision what the reviewer decided on the row in the present round
	 * @param explanation the indicator's latest earlier explanation
	 * @param may what the one who asks may do with the row now
	 * @param locked why the one who asks cannot enter it; {@code null} if they can, and
	 * for groups
	 */
	public record Row(IndicatorRow indicator, int year, Map<Issuer, ParsedTarget> targets,
			Map<Issuer, ParsedTarget> annual, @Nullable Figure before, @Nullable Figure earlier,
			@Nullable StoredActual stored, @Nullable CheckResult checked, Map<Issuer, OverrideRow> overrides,
			@Nullable Approved approved, @Nullable RowDecision decision, @Nullable Explanation explanation,
			List<SubmissionStep> may, @Nullable EntryLock locked) {

		public Row {
			may = List.copyOf(may);
		}

		/**
		 * The annual plan's own targets, each with the verdict it gives to the figure.
		 */
		public List<AnnualTarget> annualTargets() {
			Map<Issuer, Judgement> judged = (this.stored != null && isFilled() && this.checked != null
					&& !this.checked.hasErrors())
							? ActualChecker.judge(this.indicator, this.annual, this.stored.entry().figure()) : Map.of();
			return this.annual.entrySet().stream().sorted(Map.Entry.comparingByKey()).map((target) -> {
				Judgement verdict = judged.get(target.getKey());
				return new AnnualTarget(target.getKey(), target.getValue().text(),
						(verdict != null) ? verdict.verdict() : null, verdict != null && verdict.provisional());
			}).toList();
		}

		public String no() {
			return this.indicator.no();
		}

		public boolean isGroup() {
			return PlanYear.isGroup(this.indicator);
		}

		/** Whether it stands in the plan's text alone. */
		public boolean isSupplementary() {
			return this.indicator.rule().role() == IndicatorRole.SUPPLEMENTARY;
		}

		/** Whether the form is not whole without a figure here. */
		boolean isExpected() {
			return !isGroup() && !isSupplementary();
		}

		public boolean takesShare() {
			return ActualParser.takesShare(this.indicator);
		}

		/** The baseline, where it is what the year before is known by. */
		public @Nullable Baseline baselineBefore() {
			Baseline baseline = this.indicator.baseline();
			return (this.before == null && baseline != null && baseline.year() == this.year - 1) ? baseline : null;
		}

		/** Whether it has a figure. */
		public boolean isFilled() {
			return this.stored != null && !this.stored.entry().isEmpty();
		}

		/** Whether it has a figure or says why it has none. */
		public boolean isAnswered() {
			return this.stored != null && this.stored.entry().isAnswered();
		}

		/** The year's estimate, where this is the form of its official figures. */
		public @Nullable Figure estimated() {
			return (this.earlier != null && this.earlier.period() == ReportingPeriod.ESTIMATE) ? this.earlier : null;
		}

		/** By how much the official figure differs from it; empty where it does not. */
		public Optional<BigDecimal> difference() {
			Figure estimated = estimated();
			BigDecimal before = (estimated != null) ? estimated.value() : null;
			BigDecimal now = (this.stored != null) ? this.stored.entry().figure().value() : null;
			return (before == null || now == null || before.compareTo(now) == 0) ? Optional.empty()
					: Optional.of(now.subtract(before));
		}

		public boolean mayEnter() {
			return this.may.contains(SubmissionStep.ENTER);
		}

		public boolean lacksExplanation() {
			return this.stored != null && this.checked != null && this.checked.explanationRequired()
					&& !this.stored.entry().isExplained();
		}

		boolean isShortlyExplained() {
			return this.stored != null && this.checked != null && this.checked.explanationRequired()
					&& this.stored.entry().isExplained() && !this.stored.entry().isExplainedAtLength();
		}

		/** Whether the reviewer sent it back in the present round. */
		public boolean isReturned() {
			return this.decision != null && this.decision.isReturned();
		}

		/** Whether it went back and was changed since. */
		public boolean isCorrected() {
			return this.decision != null && this.decision.isCorrectedBy(this.stored);
		}

		/** Whether it was approved in the present round while other rows went back. */
		public boolean isApprovedAlready() {
			return this.decision != null && this.decision.isApproved();
		}

	}

	/**
	 * What an annual plan asks of a figure, and what becomes of it there.
	 *
	 * @param verdict {@code null} without a figure
	 */
	public record AnnualTarget(Issuer issuer, String text, @Nullable Verdict verdict, boolean provisional) {
	}

	/**
	 * What was approved of a figure.
	 */
	public record Approved(ActualEntry entry, String approvedBy, Instant approvedAt) {
	}

	/**
	 * Why an indicator missed its target in an earlier period.
	 */
	public record Explanation(int year, ReportingPeriod period, @Nullable String cause, @Nullable String remedy) {
	}

}
