package vn.wardkpi.bulkimport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.OpenPoint;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.RefusedException;

/**
 * Why a file is not simply stored, to be said in the reader's language.
 *
 * @param key of the message
 * @param no number of the indicator it concerns, if any
 * @param cell address in the file, "G7"
 */
public record Reason(String key, List<String> arguments, @Nullable String no, @Nullable String sheet,
		@Nullable Integer row, @Nullable String cell) {

	private static final String EXISTS = "problem.plan-exists";

	public Reason {
		arguments = List.copyOf(arguments);
	}

	static Reason of(String key, String... arguments) {
		return new Reason(key, List.of(arguments), null, null, null, null);
	}

	/** That the ward has a plan for the same years. */
	static Reason of(PlanSummary existing) {
		return of(EXISTS, existing.title(), String.valueOf(existing.id()), String.valueOf(existing.fromYear()),
				String.valueOf(existing.toYear()));
	}

	static Reason of(OpenPoint open) {
		if (open instanceof OpenPoint.Unsure unsure) {
			return of(unsure.inferred());
		}
		return of(((OpenPoint.Told) open).problem());
	}

	private static Reason of(ImportProblem problem) {
		Place place = problem.place();
		return new Reason(problem.problem().messageKey(), problem.problem().arguments(), problem.no(), place.sheet(),
				place.row(), place.cell());
	}

	/** What was inferred without certainty, by why it was. */
	private static Reason of(Inferred inferred) {
		return new Reason(inferred.messageKey(), inferred.arguments(), inferred.no(), null, null, null);
	}

	static Reason of(RefusedException refused) {
		return new Reason("refused." + refused.code(), refused.arguments(), null, null, null, null);
	}

	/** Whether it is answered in the file's own wizard. */
	public boolean isQuestion() {
		return !this.key.equals(EXISTS);
	}

	/** What kind of reason it is, as the API names it. */
	public String code() {
		return this.key.substring(this.key.indexOf('.') + 1);
	}

}
