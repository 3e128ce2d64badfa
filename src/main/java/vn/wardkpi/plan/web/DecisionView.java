package vn.wardkpi.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.plan.DecisionRow;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.decision.DecisionCheck;
import vn.wardkpi.shared.Problem.Severity;

/**
 * A decision as the API answers it.
 *
 * @param superseded whether a later decision took the place of all of its targets
 */
record DecisionView(long id, Issuer issuer, @Nullable String number, @Nullable String title, @Nullable LocalDate date,
		LocalDate effectiveDate, @Nullable String source, boolean superseded, List<TargetOfDecision> targets) {

	/**
	 * @param apart numbers of indicators whose targets are left out
	 */
	static DecisionView of(DecisionRow row, Set<String> apart) {
		return new DecisionView(row.id(), row.issuer(), row.number(), row.title(), row.date(), row.effectiveDate(),
				row.source(), row.isSuperseded(),
				row.targets()
					.stream()
					.filter((target) -> !apart.contains(target.no()))
					.map(TargetOfDecision::of)
					.toList());
	}

	/**
	 * @param comparator what the text itself states; {@code null} where the direction
	 * decides
	 */
	record TargetOfDecision(String no, @Nullable Integer year, String text, @Nullable Comparator comparator,
			@Nullable BigDecimal value, @Nullable BigDecimal upper, int decimals, boolean superseded) {

		static TargetOfDecision of(DecisionRow.TargetOfDecision row) {
			ParsedTarget target = row.target();
			return new TargetOfDecision(row.no(), row.year(), target.text(), target.comparator(), target.value(),
					target.upper(), target.decimals(), row.superseded());
		}

	}

	/**
	 * What a decision comes to.
	 *
	 * @param id {@code null} in a dry run
	 */
	record DecisionAnswer(@Nullable Long id, long planId, @Nullable Issuer issuer, @Nullable String number,
			@Nullable LocalDate date, @Nullable LocalDate effectiveDate, int targets, List<ProblemAt> problems,
			List<AttainmentChange> changes) {

		static DecisionAnswer of(@Nullable Long id, long planId, DecisionCheck check, List<ProblemAt> problems,
				List<AttainmentChange> changes) {
			PlanDraft.DecisionDraft draft = check.draft();
			return (draft != null)
					? new DecisionAnswer(id, planId, draft.issuer(), draft.number(), draft.date(),
							draft.effectiveDate(), draft.targets().size(), problems, changes)
					: new DecisionAnswer(id, planId, null, null, null, null, 0, problems, changes);
		}

	}

	/**
	 * @param field of the request; {@code null} where it concerns another row of the plan
	 */
	record ProblemAt(Severity severity, String code, String message, @Nullable String field, @Nullable String no,
			@Nullable Integer year) {
	}

	record FieldError(@Nullable String field, String code, String message) {
	}

}
