package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualFormat;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.check.PlanChecks;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.sheet.ReviewFlag.Code;

/**
 * Marks what is unusual about the rows of a form, by the checks on entry and by what
 * stood there before. A row without any mark can be approved with a glance.
 */
public final class ReviewFlags {

	private static final String NONE = "–";

	private ReviewFlags() {
	}

	/**
	 * @param form where the form of the row stands
	 * @return the most pressing first; none for groups and for rows in force already
	 */
	static List<ReviewFlag> of(Sheet.Row row, SubmissionStatus form) {
		if (row.isGroup() || row.isApprovedAlready()) {
			return List.of();
		}
		List<ReviewFlag> marks = new ArrayList<>();
		round(row, form, marks);
		if (!row.isAnswered() && !row.targets().isEmpty()) {
			marks.add(ReviewFlag.of(Code.EMPTY));
		}
		StoredActual stored = row.stored();
		CheckResult checked = row.checked();
		if (stored != null && checked != null) {
			checked.problems()
				.stream()
				.map((field) -> field.problem())
				.filter((problem) -> problem.severity() != Severity.INFO)
				.forEach((problem) -> marks.add(of(problem)));
			against(row.indicator(), stored.entry().figure(), row.earlier(), marks);
		}
		marks.sort(Comparator.comparing(ReviewFlag::code));
		return List.copyOf(marks);
	}

	/** What became of the row since somebody decided on it. */
	private static void round(Sheet.Row row, SubmissionStatus form, List<ReviewFlag> marks) {
		RowDecision decision = row.decision();
		StoredActual stored = row.stored();
		if (decision != null && decision.isCorrectedBy(stored)) {
			marks.add(ReviewFlag.of(Code.CORRECTED, written(decision.entry())));
		}
		else if (decision != null && decision.isReturned() && form == SubmissionStatus.SUBMITTED) {
			marks.add(ReviewFlag.of(Code.NOT_CORRECTED));
		}
		Sheet.Approved approved = row.approved();
		if (approved != null && (stored == null || !stored.entry().sameAs(approved.entry()))) {
			marks.add(ReviewFlag.of(Code.CHANGED, written(approved.entry())));
		}
	}

	private static ReviewFlag of(Problem problem) {
		return switch (problem.code()) {
			case "explanation-not-met" -> ReviewFlag.of(Code.NOT_MET);
			case "explanation-not-met-annual" -> ReviewFlag.of(Code.NOT_MET, problem);
			case "explanation-far-annual" -> ReviewFlag.of(Code.FAR, problem);
			case "explanation-far" -> ReviewFlag.of(Code.FAR);
			case "figure-scale", "share-fraction" -> ReviewFlag.of(Code.SCALE, problem);
			case "figure-jump", "share-jump" -> ReviewFlag.of(Code.JUMP_YEAR, problem);
			case "share-jump-period" -> ReviewFlag.of(Code.JUMP_PERIOD, problem);
			case "share-does-not-follow" -> ReviewFlag.of(Code.SHARE, problem);
			case "breakdown-sum" -> ReviewFlag.of(Code.BREAKDOWN, problem);
			default -> ReviewFlag.of(Code.OTHER, problem);
		};
	}

	/**
	 * Shares are held against the period before when they are entered.
	 */
	private static void against(IndicatorRow indicator, Figure figure, @Nullable Figure earlier,
			List<ReviewFlag> marks) {
		ValueType type = indicator.rule().valueType();
		BigDecimal value = figure.value();
		BigDecimal before = (earlier != null) ? earlier.value() : null;
		if (earlier == null || value == null || before == null || type == ValueType.PERCENT
				|| type == ValueType.RATIO) {
			return;
		}
		if (!PlanChecks.isComparable(before, value)) {
			marks.add(ReviewFlag.of(Code.JUMP_PERIOD, written(figure), written(earlier)));
		}
		else if (indicator.rule().accumulation() == Accumulation.SUM && !earlier.period().isFullYear()
				&& value.compareTo(before) < 0) {
			marks.add(ReviewFlag.of(Code.FALLEN, written(figure), written(earlier)));
		}
	}

	private static String written(ActualEntry entry) {
		String reason = entry.noDataReason();
		return (entry.isEmpty() && reason != null) ? reason : written(entry.figure());
	}

	private static String written(Figure figure) {
		String text = Objects.requireNonNullElse(ActualFormat.write(figure), NONE);
		return text.equals("-") ? NONE : text;
	}

}
