package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.Mark.Code;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.PlanChecks;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;

/**
 * Marks what is unusual about the rows of a form, by the checks on entry and by what
 * stood there before. A row without any mark can be approved with a glance.
 */
public final class ReviewMarks {

	private static final String NONE = "–";

	private ReviewMarks() {
	}

	/**
	 * @return the most pressing first; none for groups and for rows in force already
	 */
	public static List<Mark> of(Sheet.Row row) {
		if (row.isGroup() || row.isApprovedAlready()) {
			return List.of();
		}
		List<Mark> marks = new ArrayList<>();
		round(row, marks);
		if (!row.isAnswered() && !row.targets().isEmpty()) {
			marks.add(Mark.of(Code.EMPTY));
		}
		StoredFigure stored = row.stored();
		Checked checked = row.checked();
		if (stored != null && checked != null) {
			checked.problems()
				.stream()
				.map((field) -> field.problem())
				.filter((problem) -> problem.severity() != Severity.INFO)
				.forEach((problem) -> marks.add(of(problem)));
			against(row.indicator(), stored.entry().figure(), row.earlier(), marks);
		}
		marks.sort(Comparator.comparing(Mark::code));
		return List.copyOf(marks);
	}

	/** What became of the row since somebody decided on it. */
	private static void round(Sheet.Row row, List<Mark> marks) {
		RowDecision decision = row.decision();
		StoredFigure stored = row.stored();
		if (decision != null && decision.isReturned()) {
			marks.add(decision.isMendedBy(stored) ? Mark.of(Code.MENDED, written(decision.entry()))
					: Mark.of(Code.NOT_MENDED));
		}
		Sheet.Approved approved = row.approved();
		if (approved != null && (stored == null || !stored.entry().sameAs(approved.entry()))) {
			marks.add(Mark.of(Code.CHANGED, written(approved.entry())));
		}
	}

	private static Mark of(Problem problem) {
		return switch (problem.code()) {
			case "explanation-not-met" -> Mark.of(Code.NOT_MET);
			case "explanation-far" -> Mark.of(Code.FAR);
			case "figure-scale" -> Mark.of(Code.SCALE, problem);
			case "figure-jump" -> Mark.of(Code.JUMP_YEAR, problem);
			case "share-does-not-follow" -> Mark.of(Code.SHARE, problem);
			case "breakdown-sum" -> Mark.of(Code.BREAKDOWN, problem);
			default -> Mark.of(Code.OTHER, problem);
		};
	}

	/**
	 * As against the year before, shares may well grow fivefold from little.
	 */
	private static void against(IndicatorRow indicator, Figure figure, @Nullable Figure earlier, List<Mark> marks) {
		ValueType type = indicator.rule().valueType();
		BigDecimal value = figure.value();
		BigDecimal before = (earlier != null) ? earlier.value() : null;
		if (earlier == null || value == null || before == null || type == ValueType.PERCENT
				|| type == ValueType.RATIO) {
			return;
		}
		if (!PlanChecks.isComparable(before, value)) {
			marks.add(Mark.of(Code.JUMP_PERIOD, written(figure), written(earlier)));
		}
		else if (indicator.rule().accumulation() == Accumulation.SUM && !earlier.period().isFullYear()
				&& value.compareTo(before) < 0) {
			marks.add(Mark.of(Code.FALLEN, written(figure), written(earlier)));
		}
	}

	private static String written(Entry entry) {
		String reason = entry.noDataReason();
		return (entry.isEmpty() && reason != null) ? reason : written(entry.figure());
	}

	private static String written(Figure figure) {
		String text = Objects.requireNonNullElse(FigureNotation.write(figure), NONE);
		return text.equals("-") ? NONE : text;
	}

}
