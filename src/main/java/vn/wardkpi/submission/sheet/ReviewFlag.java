package vn.wardkpi.submission.sheet;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;

/**
 * Something about a row that a reviewer should look at.
 *
 * @param arguments of its explanation
 * @param problem what the checks on entry say of it, where they say it better
 */
public record ReviewFlag(Code code, List<String> arguments, @Nullable Problem problem) {

	public ReviewFlag {
		arguments = List.copyOf(arguments);
	}

	static ReviewFlag of(Code code, String... arguments) {
		return new ReviewFlag(code, List.of(arguments), null);
	}

	static ReviewFlag of(Code code, Problem problem) {
		return new ReviewFlag(code, List.of(), problem);
	}

	/**
	 * What is unusual, the most pressing first.
	 */
	public enum Code {

		/** A reviewer sent it back, and it came again as it was. */
		NOT_CORRECTED,

		/** It was changed after a reviewer sent it back. */
		CORRECTED,

		/** It differs from what was approved before. */
		CHANGED,

		/** A target, but neither a figure nor a reason why there is none. */
		EMPTY,

		/** Hundreds of times off: another unit. */
		SCALE,

		/** A percentage that does not follow from its own x/y. */
		SHARE,

		/** Parts that do not add up to their whole. */
		BREAKDOWN,

		/** Five times the year before, or a fifth of it. */
		JUMP_YEAR,

		/** Five times the period before, or a fifth of it. */
		JUMP_PERIOD,

		/** A sum over the months that got smaller. */
		FALLEN,

		NOT_MET,

		/** Above 150 % or below 50 % of the year's target. */
		FAR,

		/** Whatever else the checks on entry warn of. */
		OTHER

	}

}
