package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.Problem;

/**
 * What an annex would become. Nothing of it is stored.
 *
 * @param draft the plan; {@code null} where the annex could not be read
 * @param rows each row beside what was understood of it
 * @param mapping what tables, columns and rows were taken for
 * @param existing the ward's plan for the same years, if it already has one
 */
public record Proposal(@Nullable PlanDraft draft, List<Row> rows, List<Inferred> inferred, List<ImportProblem> problems,
		TableMapping mapping, @Nullable PlanSummary existing) {

	public Proposal {
		rows = List.copyOf(rows);
		inferred = List.copyOf(inferred);
		problems = List.copyOf(problems);
	}

	/**
	 * Of an annex in which no plan was found.
	 */
	static Proposal unreadable(List<ImportProblem> problems, TableMapping mapping) {
		return new Proposal(null, List.of(), List.of(), problems, mapping, null);
	}

	/**
	 * The same for a ward that already has a plan for these years, which is named before
	 * all else.
	 */
	public Proposal beside(PlanSummary existing) {
		List<ImportProblem> all = new ArrayList<>();
		all.add(new ImportProblem(Problem.warning("plan-exists", existing.title(), String.valueOf(existing.id()),
				String.valueOf(existing.fromYear()), String.valueOf(existing.toYear())), null, Place.FILE));
		all.addAll(this.problems);
		return new Proposal(this.draft, this.rows, this.inferred, all, this.mapping, existing);
	}

	/** What a person must put right or say, the worst first. */
	public List<OpenPoint> open() {
		return OpenPoints.of(this);
	}

	public boolean hasErrors() {
		return this.draft == null || this.problems.stream().anyMatch(ImportProblem::isError);
	}

	/**
	 * Indicators that enter the headline.
	 */
	public int counted() {
		return (int) this.rows.stream().filter(Row::isCounted).count();
	}

	/**
	 * Yearly targets of all issuers.
	 */
	public int targets() {
		return this.rows.stream().mapToInt((row) -> row.indicator().targets().size()).sum();
	}

	/**
	 * A row of the annex and the indicator it states.
	 */
	public record Row(AnnexRow source, IndicatorView indicator) {

		boolean isCounted() {
			return this.indicator.role().isCounted();
		}

	}

}
