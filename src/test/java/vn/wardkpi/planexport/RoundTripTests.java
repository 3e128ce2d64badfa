package vn.wardkpi.planexport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.ward.LeadUnitRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan that is written and read again is the same plan, or is asked about: never
 * another one that nobody is told of. Every plan is drawn from a seed, which a failure
 * names.
 */
@Transactional
class RoundTripTests extends IntegrationTest {

	private static final Logger log = LoggerFactory.getLogger(RoundTripTests.class);

	/** A ward without any plan of its own. */
	private static final WardCode WARD = new WardCode("00613");

	private static final int PLANS_PER_SEED = 10;

	/** What is asked of a plan whoever wrote it: a row without targets and the like. */
	private static final Set<String> OF_SENSE = Set.of("import-no-target", "import-unit-of-all",
			"import-baseline-unclear", "import-words-among-numbers");

	@Autowired
	private PlanExport export;

	@Autowired
	private PlanImport imports;

	static Stream<Arguments> files() {
		return LongStream.rangeClosed(1, 5)
			.boxed()
			.flatMap((seed) -> Stream.of(ExportFormat.values()).map((format) -> Arguments.of(seed, format)));
	}

	@ParameterizedTest(name = "seed {0} as {1}")
	@MethodSource("files")
	void isTheSamePlanOrIsAskedAbout(long seed, ExportFormat format) throws IOException {
		int rows = 0;
		List<String> questions = new ArrayList<>();
		List<String> asked = new ArrayList<>();
		List<String> silent = new ArrayList<>();
		for (int i = 0; i < PLANS_PER_SEED; i++) {
			long of = seed * 1000 + i;
			PlanDraft draft = new GeneratedPlan(of).draft(WARD);
			Proposal read = this.imports.propose(WARD, written(draft, format), ImportOptions.NONE,
					TestAccounts.adminActor());
			List<Difference> differences = differences(draft, read);
			rows += draft.indicators().size();
			for (Difference difference : differences) {
				(isAsked(read, difference.no()) ? asked : silent).add("plan " + of + ": " + difference);
			}
			read.problems()
				.stream()
				.filter(RoundTripTests::isOfReading)
				.forEach((problem) -> questions.add("plan " + of + ": " + problem.problem()));
		}
		log.info("{} rows as {}: {} differences silent, {} asked about, {} questions about the reading", rows, format,
				silent.size(), asked.size(), questions.size());
		assertThat(silent).as("silent differences").isEmpty();
		assertThat(asked).as("differences asked about").isEmpty();
		assertThat(questions).as("questions about what the program wrote itself").isEmpty();
	}

	/** Whether it asks how a cell is meant, not whether a plan makes sense. */
	private static boolean isOfReading(ImportProblem problem) {
		String code = problem.problem().code();
		return problem.isError() || (problem.problem().severity() == Severity.WARNING && code.startsWith("import-")
				&& !OF_SENSE.contains(code));
	}

	private byte[] written(PlanDraft draft, ExportFormat format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.export.write(sheet(draft), format, out);
		return out.toByteArray();
	}

	private static PlanSheet sheet(PlanDraft draft) {
		PlanSummary summary = new PlanSummary(1, WARD, "Phường Tây Tựu", "PHUONG", "Thành phố Hà Nội", draft.title(),
				draft.fromYear(), draft.toYear(), PlanStatus.ADOPTED, null, false);
		Map<String, LeadUnitRow> units = new HashMap<>();
		draft.leadUnits().forEach((unit) -> units.put(unit.code(), new LeadUnitRow(1, unit.code(), unit.name())));
		List<IndicatorRow> rows = draft.indicators()
			.stream()
			.map((row) -> new IndicatorRow(1, row.name(), row.unit(), row.field(), row.rule(), row.decimals(),
					row.baseline(), row.note(), row.leaderInCharge(), row.leadUnits().stream().map(units::get).toList(),
					false, 0, null, new TreeMap<>()))
			.toList();
		List<TargetRow> targets = draft.decisions()
			.stream()
			.flatMap((decision) -> decision.targets().stream().map((target) -> TargetRow.of(decision, target)))
			.toList();
		return new PlanSheet(summary, rows, targets);
	}

	private static boolean isAsked(Proposal read, String no) {
		return read.hasErrors() || read.problems()
			.stream()
			.filter((problem) -> problem.problem().severity() != Severity.INFO)
			.map(ImportProblem::no)
			.anyMatch((of) -> no.equals(of));
	}

	private static List<Difference> differences(PlanDraft draft, Proposal read) {
		Map<String, IndicatorView> found = new HashMap<>();
		read.rows().forEach((row) -> found.put(row.indicator().no(), row.indicator()));
		List<Difference> differences = new ArrayList<>();
		for (PlanDraft.IndicatorDraft row : draft.indicators()) {
			IndicatorView wanted = IndicatorView.of(row, row.leadUnits(), draft.decisions());
			IndicatorView got = found.remove(row.no());
			List<String> lines = describe(wanted, row.leadUnits().isEmpty());
			List<String> others = (got != null) ? describe(got, row.leadUnits().isEmpty()) : List.of("missing");
			for (int i = 0; i < Math.max(lines.size(), others.size()); i++) {
				String line = (i < lines.size()) ? lines.get(i) : null;
				String other = (i < others.size()) ? others.get(i) : null;
				if (!Objects.equals(line, other)) {
					differences.add(new Difference(row.no(), line, other));
					break;
				}
			}
		}
		found.forEach((no, view) -> differences.add(new Difference(no, null, view.name())));
		PlanDraft again = read.draft();
		if (again != null && (again.fromYear() != draft.fromYear() || again.toYear() != draft.toYear())) {
			differences.add(new Difference("", draft.fromYear() + "-" + draft.toYear(),
					again.fromYear() + "-" + again.toYear()));
		}
		return differences;
	}

	private static List<String> describe(IndicatorView view, boolean inherits) {
		List<String> lines = new ArrayList<>();
		lines.add(view.name());
		lines.add(String.join(" ", String.valueOf(view.parentNo()), view.role().name(), "" + view.decisive(),
				view.direction().name(), view.valueType().name(), view.accumulation().name(), "" + view.bounded(),
				"" + view.decimals()));
		lines.add("unit " + view.unit());
		lines.add("field " + view.field());
		lines.add("note " + view.note());
		lines.add("leader " + view.leaderInCharge());
		lines.add("units " + (inherits ? "" : view.leadUnits()));
		IndicatorView.BaselineView baseline = view.baseline();
		lines.add("baseline " + ((baseline != null)
				? baseline.year() + " " + baseline.text() + " " + plain(baseline.value()) + " " + baseline.comparable()
				: ""));
		List<String> targets = new ArrayList<>();
		view.targets()
			.forEach((target) -> targets
				.add(target.year() + " " + target.issuer() + " " + target.text() + " " + target.comparator() + " "
						+ plain(target.value()) + " " + plain(target.upper()) + " " + target.decimals()));
		view.periodTargets()
			.forEach((target) -> targets.add("period " + target.issuer() + " " + target.text() + " "
					+ target.comparator() + " " + plain(target.value()) + " " + plain(target.upper())));
		targets.stream().sorted().forEach(lines::add);
		return lines;
	}

	private static String plain(java.math.@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "";
	}

	/**
	 * @param wanted what was written, {@code null} where there is a row too many
	 */
	record Difference(String no, @Nullable String wanted, @Nullable String got) {
	}

}
