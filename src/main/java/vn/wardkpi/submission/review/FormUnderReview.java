package vn.wardkpi.submission.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.Submission;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * A form on which somebody decides, locked until the transaction ends.
 */
record FormUnderReview(PlanYear of, Submission submission, Sheet sheet) {

	WardCode ward() {
		return this.sheet.plan().wardCode();
	}

	/** Rows in which something was entered, be it that it was taken back. */
	List<Sheet.Row> entered() {
		return this.sheet.rows().stream().filter((row) -> row.stored() != null).toList();
	}

	Set<String> enteredBy() {
		return entered().stream()
			.map(Sheet.Row::stored)
			.filter(Objects::nonNull)
			.map(StoredActual::enteredBy)
			.collect(Collectors.toSet());
	}

	Sheet.Row row(String no) {
		return this.sheet.rows().stream().filter((row) -> row.no().equals(no)).findFirst().orElseThrow();
	}

	/**
	 * The comments by indicator. {@code 2.1.comment} names the comment on indicator 2.1.
	 */
	Map<Long, String> comments(ReturnedRows returned) {
		List<FieldProblem> problems = new ArrayList<>();
		Map<Long, String> comments = new HashMap<>();
		returned.rows().forEach((no, comment) -> {
			Sheet.Row row = this.sheet.rows()
				.stream()
				.filter((candidate) -> candidate.no().equals(no) && !candidate.isGroup())
				.findFirst()
				.orElse(null);
			if (row == null) {
				problems.add(new FieldProblem(no, Problem.error("indicator-not-on-form", no)));
			}
			else if (comment.isEmpty()) {
				problems.add(new FieldProblem(no + ".comment", Problem.error("row-comment-missing", no)));
			}
			else {
				FreeText.WORDS.problemAt(no + ".comment", comment).ifPresent(problems::add);
				comments.put(row.indicator().id(), comment);
			}
		});
		FreeText.WORDS.problemAt("comment", returned.comment()).ifPresent(problems::add);
		if (returned.rows().isEmpty() && returned.approveRest()) {
			problems.add(new FieldProblem("approveRest", Problem.error("return-nothing-marked")));
		}
		else if (returned.rows().isEmpty() && returned.comment() == null) {
			problems.add(new FieldProblem("comment", Problem.error("required")));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return comments;
	}

}
