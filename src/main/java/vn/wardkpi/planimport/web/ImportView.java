package vn.wardkpi.planimport.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.Problem.Severity;

/**
 * What would be or was stored, as the API answers it.
 *
 * @param planId {@code null} where nothing was stored
 * @param status where the plan stands; {@code null} where nothing was stored
 * @param counted how many indicators enter the headline
 * @param targets yearly targets of all issuers
 * @param mapping what was used, to be changed and sent again
 * @param differences row by row from the plan that is replaced; {@code null} where none
 * is
 */
public record ImportView(@Nullable Long planId, @Nullable PlanStatus status, @Nullable Integer fromYear,
		@Nullable Integer toYear, int indicators, int counted, int targets, List<ProposedView> proposed,
		List<InferredView> inferred, List<ImportProblemView> problems, TableMapping mapping,
		@Nullable List<Replacement.Difference> differences) {

	static ImportView of(Proposal proposal, @Nullable Long planId, @Nullable List<Replacement.Difference> differences,
			ImportMessages messages) {
		PlanDraft draft = proposal.draft();
		return new ImportView(planId, null, (draft != null) ? draft.fromYear() : null,
				(draft != null) ? draft.toYear() : null, proposal.rows().size(), proposal.counted(), proposal.targets(),
				proposal.rows().stream().map(ProposedView::of).toList(),
				proposal.inferred()
					.stream()
					.map((inferred) -> new InferredView(inferred.no(), inferred.field(), inferred.value(),
							messages.why(inferred)))
					.toList(),
				proposal.problems().stream().map(messages::view).toList(), proposal.mapping(), differences);
	}

	ImportView as(PlanStatus stored) {
		return new ImportView(this.planId, stored, this.fromYear, this.toYear, this.indicators, this.counted,
				this.targets, this.proposed, this.inferred, this.problems, this.mapping, this.differences);
	}

	/**
	 * An indicator with the place it was read from.
	 */
	public record ProposedView(@JsonUnwrapped IndicatorView indicator, @Nullable String sheet, @Nullable Integer row) {

		static ProposedView of(Proposal.Row row) {
			return new ProposedView(row.indicator(), row.source().place().sheet(), row.source().place().row());
		}

	}

	public record InferredView(String no, String field, String value, String why) {
	}

	/**
	 * @param column from 1
	 * @param cell the same place in the manner of spreadsheets, "G7"
	 */
	public record ImportProblemView(Severity severity, String code, String message, @Nullable String no,
			@Nullable String sheet, @Nullable Integer row, @Nullable Integer column, @Nullable String cell) {

		public boolean isError() {
			return this.severity == Severity.ERROR;
		}

	}

}
