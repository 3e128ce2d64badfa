package vn.wardkpi.bulkimport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Inferred;
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

	public Reason {
		arguments = List.copyOf(arguments);
	}

	static Reason of(String key, String... arguments) {
		return new Reason(key, List.of(arguments), null, null, null, null);
	}

	static Reason of(ImportProblem problem) {
		Place place = problem.place();
		return new Reason(problem.problem().messageKey(), problem.problem().arguments(), problem.no(), place.sheet(),
				place.row(), place.cell());
	}

	/** What was inferred without certainty, by why it was. */
	static Reason of(Inferred inferred) {
		return new Reason(inferred.messageKey(), inferred.arguments(), inferred.no(), null, null, null);
	}

	static Reason of(RefusedException refused) {
		return new Reason("refused." + refused.code(), refused.arguments(), null, null, null, null);
	}

	/** What kind of reason it is, as the API names it. */
	public String code() {
		return this.key.substring(this.key.indexOf('.') + 1);
	}

}
