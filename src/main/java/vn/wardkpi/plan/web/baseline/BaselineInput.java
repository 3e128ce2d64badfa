package vn.wardkpi.plan.web.baseline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.plan.baseline.BaselineOrigin.Part;
import vn.wardkpi.plan.baseline.PredecessorBaseline;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.AttributeCorrection.BaselineText;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A baseline to be made of predecessors' figures, with why and from when.
 *
 * @param source where the figures stand
 */
record BaselineInput(@Nullable Integer year, @Nullable Method method, @Nullable List<PartInput> parts,
		@Nullable String source, @Nullable String reason, @Nullable LocalDate effectiveDate) {

	private static final int MOST_PARTS = 40;

	/** What stands where nothing else was published and the figures make none. */
	private static final String NOT_COMPARABLE = "không so sánh được";

	/**
	 * As a change of the indicator.
	 * @throws RefusedException INVALID with the fields that are wrong
	 */
	PlanEdit toEdit(IndicatorRow row) {
		List<FieldProblem> problems = new ArrayList<>();
		BaselineOrigin origin = origin(row, problems);
		if (this.year == null) {
			problems.add(new FieldProblem("baselineYear", Problem.error("required")));
		}
		if (origin != null && problems.isEmpty()) {
			PredecessorBaseline.problems(origin, row.rule())
				.forEach((problem) -> problems.add(new FieldProblem("parts", problem)));
		}
		if (origin == null || !problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		BaselineText baseline = new BaselineText(this.year, text(origin, row), origin.method() != Method.NOT_COMPARABLE,
				origin.written());
		return new PlanEdit(
				List.of(new PlanEdit.Correct(row.no(), AttributeCorrection.NONE.describedBy(null, null, null, baseline),
						PlanEdit.Placement.STAYS, null)),
				(this.reason != null && !this.reason.isBlank()) ? this.reason : null, this.effectiveDate);
	}

	private String text(BaselineOrigin origin, IndicatorRow row) {
		BigDecimal value = PredecessorBaseline.value(origin, row.decimals());
		if (value != null) {
			return VietnameseNumber.writeShort(value) + ("%".equals(row.unit()) ? "%" : "");
		}
		Baseline stands = row.baseline();
		return (stands != null && stands.year().equals(this.year)) ? stands.text() : NOT_COMPARABLE;
	}

	private @Nullable BaselineOrigin origin(IndicatorRow row, List<FieldProblem> problems) {
		List<PartInput> given = Objects.requireNonNullElse(this.parts, List.<PartInput>of())
			.stream()
			.filter(Objects::nonNull)
			.toList();
		if (this.method == null) {
			problems.add(new FieldProblem("method", Problem.error("required")));
		}
		if (given.size() > MOST_PARTS) {
			problems.add(new FieldProblem("parts", Problem.error("baseline-parts", String.valueOf(MOST_PARTS))));
			return null;
		}
		FreeText.WORDS.problemAt("source", this.source).ifPresent(problems::add);
		List<Part> read = given.stream().map((part) -> part.read(row.unit(), this.method, problems)).toList();
		return (this.method != null) ? new BaselineOrigin(this.method, read,
				(this.source != null && !this.source.isBlank()) ? this.source.strip() : null) : null;
	}

	/**
	 * @param ward code of the unit, where it has one here
	 * @param value a number, or
	 * @param text the figure as published, "9.923,5"
	 * @param weight a number, or
	 * @param weightText as it was written
	 */
	record PartInput(@Nullable String ward, @Nullable String name, @Nullable BigDecimal value, @Nullable String text,
			@Nullable BigDecimal weight, @Nullable String weightText) {

		private Part read(@Nullable String unit, @Nullable Method method, List<FieldProblem> problems) {
			String called = (this.name != null) ? this.name.strip() : "";
			String figure = (this.value != null) ? VietnameseNumber.write(this.value)
					: (this.text != null) ? this.text.strip() : "";
			String weighs = (this.weight != null) ? VietnameseNumber.write(this.weight)
					: (this.weightText != null) ? this.weightText.strip() : "";
			if (called.isEmpty()) {
				problems.add(new FieldProblem("parts", Problem.error("baseline-part-name")));
			}
			FreeText.NAME.problemAt("parts", called).ifPresent(problems::add);
			FreeText.NAME.problemAt("parts", figure).ifPresent(problems::add);
			FreeText.NAME.problemAt("parts", this.ward).ifPresent(problems::add);
			BigDecimal understood = null;
			Reading reading = TargetGrammar.read(figure, unit);
			if (reading instanceof Reading.Understood one && one.target().upper() == null) {
				understood = one.target().value();
			}
			else if (reading instanceof Reading.Ambiguous unclear) {
				problems.add(new FieldProblem("parts", EditProblems.unclear(unclear)));
			}
			boolean weighted = method == Method.WEIGHTED && !weighs.isEmpty();
			BigDecimal weight = weighted ? weight(called, weighs, problems) : null;
			return new Part((this.ward != null && !this.ward.isBlank()) ? this.ward : null, called, figure, understood,
					weight, weighted ? weighs : null);
		}

		private static @Nullable BigDecimal weight(String called, String weighs, List<FieldProblem> problems) {
			if (VietnameseNumber.read(weighs) instanceof VietnameseNumber.Reading.Parsed number) {
				return number.value();
			}
			problems.add(new FieldProblem("parts", Problem.error("baseline-part-weight", called)));
			return null;
		}

	}

}
