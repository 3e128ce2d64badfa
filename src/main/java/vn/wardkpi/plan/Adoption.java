package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * The document by which a plan is adopted, as an administrator names it.
 *
 * @param effectiveDate from when its targets hold; its date where not given
 */
public record Adoption(@Nullable Issuer issuer, @Nullable String number, @Nullable LocalDate date,
		@Nullable LocalDate effectiveDate) {

	private static final int LONGEST_NUMBER = 300;

	public Adoption {
		number = (number == null || number.isBlank()) ? null : number.strip();
	}

	/**
	 * What is missing or too long, each at its field.
	 */
	List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.issuer == null) {
			problems.add(new FieldProblem("issuer", Problem.error("required")));
		}
		if (this.number == null) {
			problems.add(new FieldProblem("number", Problem.error("required")));
		}
		else if (this.number.length() > LONGEST_NUMBER) {
			problems.add(new FieldProblem("number", Problem.error("too-long", String.valueOf(LONGEST_NUMBER))));
		}
		if (this.date == null) {
			problems.add(new FieldProblem("date", Problem.error("required")));
		}
		return problems;
	}

	Issuer decidedBy() {
		return Objects.requireNonNull(this.issuer);
	}

	LocalDate holdsFrom() {
		return (this.effectiveDate != null) ? this.effectiveDate : Objects.requireNonNull(this.date);
	}

	/**
	 * The document without any targets, for an issuer that set none in the annex.
	 */
	PlanDraft.DecisionDraft withoutTargets() {
		return new PlanDraft.DecisionDraft(decidedBy(), this.number, null, this.date, holdsFrom(), null, List.of());
	}

}
