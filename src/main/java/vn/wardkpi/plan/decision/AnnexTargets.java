package vn.wardkpi.plan.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;

/**
 * Reads the annex of a decision. Done by those who read offices' files, which plans do
 * not.
 */
public interface AnnexTargets {

	/**
	 * What the file states for one issuer, as printed.
	 * @throws RefusedException TOO_LARGE, UNSUPPORTED or INVALID if it cannot be read at
	 * all
	 */
	Reading read(byte[] content, Issuer issuer);

	record Reading(List<Stated> targets, List<Finding> problems) {

		public Reading {
			targets = List.copyOf(targets);
			problems = List.copyOf(problems);
		}

	}

	/**
	 * @param no number of the row in the file
	 * @param year {@code null} for the period's own target
	 */
	record Stated(String no, String name, @Nullable Integer year, String text, Where where) {
	}

	record Finding(Problem problem, Where where) {
	}

	/**
	 * @param row from 1
	 * @param cell in the manner of spreadsheets, "G7"
	 */
	record Where(@Nullable String sheet, @Nullable Integer row, @Nullable String cell) {
	}

}
