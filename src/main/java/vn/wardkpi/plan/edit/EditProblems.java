package vn.wardkpi.plan.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.edit.PlanEdit.Add;
import vn.wardkpi.plan.edit.PlanEdit.Aim;
import vn.wardkpi.plan.edit.PlanEdit.Correct;
import vn.wardkpi.plan.edit.PlanEdit.Placement;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What is missing, too long or unknown in an edit, whatever the plan is like.
 */
public final class EditProblems {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}");

	private static final int FIRST_BASELINE = 1950;

	private static final int LAST_BASELINE = 2100;

	private final boolean dated;

	private final Set<String> units;

	private final List<FieldProblem> problems = new ArrayList<>();

	private EditProblems(boolean dated, Set<String> units) {
		this.dated = dated;
		this.units = units;
	}

	/**
	 * Each at "no.field", but for reason and day.
	 * @param dated whether the edit needs a reason and a day
	 * @param units codes of the ward's lead units
	 */
	public static List<FieldProblem> of(PlanEdit edit, boolean dated, Set<String> units) {
		EditProblems found = new EditProblems(dated, units);
		edit.all(Correct.class).forEach((step) -> found.correct(step));
		edit.all(Add.class).forEach((step) -> found.add(step));
		edit.all(Aim.class).forEach((step) -> found.aim(step));
		found.why(edit);
		return found.problems;
	}

	/**
	 * The same of an edit of a single indicator, each at the field alone.
	 */
	public static RefusedException ofOneStep(RefusedException refused, String no) {
		RefusedException plain = new RefusedException(refused.kind(), refused.code(), refused.arguments(),
				refused.fields().stream().map((at) -> new FieldProblem(plain(at.field(), no), at.problem())).toList());
		plain.initCause(refused);
		return plain;
	}

	/**
	 * What a text that can be read in two ways is asked back with.
	 */
	public static Problem unclear(TargetGrammar.Reading.Ambiguous ambiguous) {
		return Problem.error(ambiguous.code(), ambiguous.text(),
				Objects.requireNonNullElse(ambiguous.suggestion(), ""));
	}

	/**
	 * What the baseline's text says in the unit that the indicator will have.
	 * @param problems takes what is unclear of it
	 */
	public static AttributeCorrection understood(AttributeCorrection given, @Nullable String unit,
			Consumer<Problem> problems) {
		String text = given.baselineText();
		if (text == null || text.isEmpty()) {
			return given;
		}
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		boolean aside = given.baselineOrigin() != null && Boolean.FALSE.equals(given.baselineComparable());
		if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous && !aside) {
			problems.accept(unclear(ambiguous));
		}
		return (reading instanceof TargetGrammar.Reading.Understood understood)
				? given.understood(understood.target().value()) : given;
	}

	private static @Nullable String plain(@Nullable String field, String no) {
		return (field != null) ? field.substring(field.lastIndexOf('.') + 1) : null;
	}

	private void correct(Correct step) {
		attributes(step.no(), step.attributes(), step.placement());
		units(step.no(), step.leadUnits());
	}

	private void add(Add step) {
		String no = step.no();
		AttributeCorrection given = step.attributes();
		if (!NUMBER.matcher(no).matches()) {
			problem(no, "no", Problem.error("number-wrong", no));
		}
		required(no, "name", given.name());
		required(no, "direction", given.direction());
		required(no, "valueType", given.valueType());
		required(no, "accumulation", given.accumulation());
		attributes(no, given, step.placement());
		units(no, step.leadUnits());
	}

	private void aim(Aim step) {
		if (this.dated) {
			problem(step.no(), step.field(), Problem.error("targets-by-decision"));
		}
		FreeText.WORDS.problem(step.text()).ifPresent((problem) -> problem(step.no(), step.field(), problem));
	}

	private void attributes(String no, AttributeCorrection given, Placement placement) {
		if (given.name() != null && given.name().isBlank()) {
			problem(no, "name", Problem.error("required"));
		}
		limit(no, "name", given.name(), FreeText.NAME);
		limit(no, "unit", given.unit(), FreeText.NAME);
		limit(no, "field", given.field(), FreeText.NAME);
		limit(no, "note", given.note(), FreeText.WORDS);
		limit(no, "leaderInCharge", given.leaderInCharge(), FreeText.NAME);
		limit(no, "baseline", given.baselineText(), FreeText.WORDS);
		Integer year = given.baselineYear();
		boolean text = given.baselineText() != null && !given.baselineText().isEmpty();
		if (text && (year == null || year < FIRST_BASELINE || year > LAST_BASELINE)) {
			problem(no, "baselineYear",
					Problem.error("baseline-year", String.valueOf(FIRST_BASELINE), String.valueOf(LAST_BASELINE)));
		}
		if (placement.no() != null && !NUMBER.matcher(placement.no()).matches()) {
			problem(no, "no", Problem.error("number-wrong", placement.no()));
		}
		if (placement.order() != null && placement.order() < 1) {
			problem(no, "order", Problem.error("order-wrong"));
		}
	}

	private void units(String no, @Nullable List<String> codes) {
		Set<String> unknown = new TreeSet<>((codes != null) ? codes : List.of());
		unknown.removeAll(this.units);
		if (!unknown.isEmpty()) {
			problem(no, "leadUnits", Problem.error("lead-unit-unknown", String.join(", ", unknown)));
		}
	}

	private void why(PlanEdit edit) {
		FreeText.WORDS.problemAt("reason", edit.reason()).ifPresent(this.problems::add);
		if (this.dated && (edit.reason() == null || edit.reason().isBlank())) {
			this.problems.add(new FieldProblem("reason", Problem.error("required")));
		}
		if (this.dated && edit.effectiveDate() == null) {
			this.problems.add(new FieldProblem("effectiveDate", Problem.error("required")));
		}
	}

	private void limit(String no, String field, @Nullable String text, FreeText longest) {
		longest.problem(text).ifPresent((problem) -> problem(no, field, problem));
	}

	private void required(String no, String field, @Nullable Object given) {
		if (given == null) {
			problem(no, field, Problem.error("required"));
		}
	}

	private void problem(String no, String field, Problem problem) {
		this.problems.add(new FieldProblem(no + "." + field, problem));
	}

}
