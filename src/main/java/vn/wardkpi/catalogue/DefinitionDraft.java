package vn.wardkpi.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A definition as it shall be.
 */
public record DefinitionDraft(@Nullable String name, @Nullable String unit, @Nullable Direction direction,
		@Nullable ValueType valueType, @Nullable String measured, @Nullable String source, @Nullable String formula) {

	/**
	 * The same without blanks around its texts.
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	DefinitionDraft checked() {
		List<FieldProblem> problems = new ArrayList<>();
		DefinitionDraft bare = new DefinitionDraft(text(this.name), text(this.unit), this.direction, this.valueType,
				text(this.measured), text(this.source), text(this.formula));
		if (bare.name == null) {
			problems.add(new FieldProblem("name", Problem.error("required")));
		}
		if (this.direction == null) {
			problems.add(new FieldProblem("direction", Problem.error("required")));
		}
		if (this.valueType == null) {
			problems.add(new FieldProblem("valueType", Problem.error("required")));
		}
		FreeText.NAME.problemAt("name", bare.name).ifPresent(problems::add);
		FreeText.NAME.problemAt("unit", bare.unit).ifPresent(problems::add);
		FreeText.WORDS.problemAt("measured", bare.measured).ifPresent(problems::add);
		FreeText.WORDS.problemAt("source", bare.source).ifPresent(problems::add);
		FreeText.WORDS.problemAt("formula", bare.formula).ifPresent(problems::add);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return bare;
	}

	private static @Nullable String text(@Nullable String typed) {
		return (typed != null && !typed.isBlank()) ? typed.strip() : null;
	}

}
