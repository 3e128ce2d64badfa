package vn.wardkpi.planimport.mutation;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One change of an annex.
 *
 * @param harmless whether the same plan must come out without an error
 * @param apply whether it could be made
 */
record Change(String name, boolean harmless, Predicate<AnnexGrid> apply) {

	/** Layout, which changes nothing of what the annex says. */
	static Change harmless(String name, Consumer<AnnexGrid> apply) {
		return new Change(name, true, (grid) -> {
			apply.accept(grid);
			return true;
		});
	}

	/** What may be another plan, if somebody is asked. */
	static Change doubtful(String name, Consumer<AnnexGrid> apply) {
		return new Change(name, false, (grid) -> {
			apply.accept(grid);
			return true;
		});
	}

}
