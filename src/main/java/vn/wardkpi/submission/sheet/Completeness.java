package vn.wardkpi.submission.sheet;

import java.util.ArrayList;
import java.util.List;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What a form lacks before it is handed in.
 */
public final class Completeness {

	private Completeness() {
	}

	/**
	 * What must be corrected before submission; {@code 2.1.explanation} names the
	 * explanation of indicator 2.1.
	 */
	public static List<FieldProblem> stillOpen(Sheet sheet) {
		List<FieldProblem> open = new ArrayList<>();
		if (sheet.rows().stream().noneMatch(Sheet.Row::isAnswered)) {
			open.add(new FieldProblem(null, Problem.error("submission-empty")));
		}
		for (Sheet.Row row : sheet.rows()) {
			StoredActual stored = row.stored();
			CheckResult checked = row.checked();
			if (stored != null && checked != null) {
				stillOpen(row, stored.entry(), checked, open);
			}
		}
		return open;
	}

	private static void stillOpen(Sheet.Row row, ActualEntry entry, CheckResult checked, List<FieldProblem> open) {
		String name = row.indicator().name();
		checked.problems()
			.stream()
			.filter((field) -> field.problem().isError())
			.forEach((field) -> open.add(new FieldProblem(row.no() + "." + field.field(), field.problem())));
		if (row.lacksExplanation()) {
			open.add(new FieldProblem(row.no() + ".explanation", Problem.error("explanation-missing", row.no(), name)));
		}
		if (row.indicator().rule().valueType() == ValueType.QUALITATIVE && entry.note() == null
				&& !entry.isExplained()) {
			open.add(new FieldProblem(row.no() + ".note", Problem.error("word-without-reason", row.no(), name)));
		}
	}

}
