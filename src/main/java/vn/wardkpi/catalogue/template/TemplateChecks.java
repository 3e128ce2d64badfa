package vn.wardkpi.catalogue.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Completes a template by what the catalogue says, and finds what is wrong in it: what a
 * plan could not begin with.
 */
final class TemplateChecks {

	private static final int MOST_ROWS = 300;

	private static final int MOST_YEARS = 10;

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	/** Characters of a number such as "12.3". */
	private static final int LONGEST_NO = 15;

	private final Map<Long, Definition> definitions;

	private final List<FieldProblem> problems = new ArrayList<>();

	private final Map<String, Integer> places = new HashMap<>();

	private TemplateChecks(List<Definition> definitions) {
		this.definitions = definitions.stream().collect(Collectors.toMap(Definition::id, Function.identity()));
	}

	/**
	 * The rows of a draft, complete.
	 * @throws RefusedException INVALID with every field that is wrong: "title",
	 * "rows[3].name"
	 */
	static List<TemplateRow> complete(TemplateDraft draft, List<Definition> definitions) {
		TemplateChecks checks = new TemplateChecks(definitions);
		checks.head(draft);
		List<TemplateRow> rows = new ArrayList<>();
		for (int i = 0; i < draft.rows().size(); i++) {
			TemplateRow row = checks.row(i, draft.rows().get(i));
			checks.places.putIfAbsent(row.no(), i);
			rows.add(row);
		}
		checks.tree(rows);
		if (!checks.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), checks.problems);
		}
		return rows;
	}

	private void head(TemplateDraft draft) {
		required("title", bare(draft.title()));
		FreeText.NAME.problemAt("title", draft.title()).ifPresent(this.problems::add);
		Integer from = draft.fromYear();
		Integer to = draft.toYear();
		required("fromYear", from);
		required("toYear", to);
		if (from != null && to != null
				&& (from < FIRST_YEAR || to > LAST_YEAR || to < from || to >= from + MOST_YEARS)) {
			problem("toYear", Problem.error("template-years"));
		}
		if (draft.rows().isEmpty()) {
			problem("rows", Problem.error("template-empty"));
		}
		if (draft.rows().size() > MOST_ROWS) {
			problem("rows", Problem.error("template-too-long", String.valueOf(MOST_ROWS)));
		}
	}

	private TemplateRow row(int i, TemplateDraft.Row given) {
		String at = "rows[" + i + "].";
		Definition definition = (given.definitionId() != null) ? this.definitions.get(given.definitionId()) : null;
		if (given.definitionId() != null && definition == null) {
			problem(at + "definitionId", Problem.error("catalogue-unknown", String.valueOf(given.definitionId())));
		}
		String no = bare(given.no());
		String name = first(bare(given.name()), (definition != null) ? definition.name() : null);
		ValueType type = first(given.valueType(), (definition != null) ? definition.valueType() : null);
		Direction direction = first(given.direction(), (definition != null) ? definition.direction() : null);
		required(at + "no", no);
		required(at + "name", name);
		required(at + "direction", direction);
		required(at + "valueType", type);
		if (no != null && no.length() > LONGEST_NO) {
			problem(at + "no", Problem.error("too-long", String.valueOf(LONGEST_NO)));
		}
		FreeText.NAME.problemAt(at + "name", name).ifPresent(this.problems::add);
		FreeText.NAME.problemAt(at + "unit", given.unit()).ifPresent(this.problems::add);
		FreeText.NAME.problemAt(at + "field", given.field()).ifPresent(this.problems::add);
		FreeText.WORDS.problemAt(at + "note", given.note()).ifPresent(this.problems::add);
		return new TemplateRow(Objects.requireNonNullElse(no, ""), bare(given.parentNo()),
				Objects.requireNonNullElse(name, ""),
				first(bare(given.unit()), (definition != null) ? definition.unit() : null), bare(given.field()),
				Objects.requireNonNullElse(given.role(), IndicatorRole.COUNTED), Boolean.TRUE.equals(given.decisive()),
				Objects.requireNonNullElse(direction, Direction.HIGHER_IS_BETTER),
				Objects.requireNonNullElse(type, ValueType.AMOUNT),
				Objects.requireNonNullElse(given.accumulation(), Accumulation.LAST),
				Boolean.TRUE.equals(given.bounded()), bare(given.note()), given.definitionId());
	}

	/** Which units answer is said by each ward. */
	private void tree(List<TemplateRow> rows) {
		Set<String> said = new HashSet<>();
		IndicatorTree
			.check(rows.stream()
				.filter((row) -> !row.no().isEmpty())
				.map((row) -> new IndicatorTree.Node(row.indicator().rule(), List.of(), false))
				.toList())
			.stream()
			.filter((finding) -> !finding.problem().code().equals(IndicatorTree.LEAD_UNIT_MISSING))
			.filter((finding) -> said.add(finding.no() + finding.field() + finding.problem().code()))
			.forEach((finding) -> problem("rows[" + this.places.getOrDefault(finding.no(), 0) + "]." + finding.field(),
					finding.problem()));
	}

	private void required(String field, @Nullable Object value) {
		if (value == null) {
			problem(field, Problem.error("required"));
		}
	}

	private void problem(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

	private static <T> @Nullable T first(@Nullable T given, @Nullable T otherwise) {
		return (given != null) ? given : otherwise;
	}

	private static @Nullable String bare(@Nullable String typed) {
		return (typed != null && !typed.isBlank()) ? typed.strip() : null;
	}

}
