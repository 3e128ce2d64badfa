package vn.wardkpi.plan.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.decision.AnnexTargets.Finding;
import vn.wardkpi.plan.decision.AnnexTargets.Stated;
import vn.wardkpi.shared.Problem;

/**
 * The annex of a decision beside the plan: what it would change. Nothing of it is stored.
 *
 * @param unchanged how many of its targets are in force already
 * @param unmatched targets of rows that are no indicator of the plan
 * @param problems what was found in reading the file
 */
public record ReadAnnex(List<Row> rows, int unchanged, List<Stated> unmatched, List<Finding> problems) {

	public ReadAnnex {
		rows = List.copyOf(rows);
		unmatched = List.copyOf(unmatched);
		problems = List.copyOf(problems);
	}

	/**
	 * @param no number of the plan's indicator
	 * @param name of the plan's indicator
	 * @param current what the issuer asks for until then
	 * @param remark where number and name do not both agree
	 */
	public record Row(String no, String name, Stated stated, @Nullable String current, @Nullable Problem remark) {
	}

}
