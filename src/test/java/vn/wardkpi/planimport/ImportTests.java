package vn.wardkpi.planimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
class ImportTests extends IntegrationTest {

	/** A ward without any plan of its own. */
	private static final WardCode WARD = new WardCode("00613");

	@Autowired
	private PlanImport imports;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "plan-tu-liem.xlsx", "plan-tu-liem.docx", "plan-tu-liem.verbatim.tsv" })
	void infersAllAttributesOfTheRealAnnex(String file) {
		List<IndicatorView> stated = indicators(propose("plan-tu-liem.csv"));
		List<IndicatorView> inferred = indicators(propose(file));
		assertThat(inferred.stream().map(ImportTests::attributes))
			.containsExactlyElementsOf(stated.stream().map(ImportTests::attributes).toList());
		assertThat(inferred.stream().map(IndicatorView::targets))
			.containsExactlyElementsOf(stated.stream().map(IndicatorView::targets).toList());
		assertThat(inferred.stream().map(IndicatorView::periodTargets))
			.containsExactlyElementsOf(stated.stream().map(IndicatorView::periodTargets).toList());
		assertThat(inferred.stream().map(IndicatorView::baseline).map(Objects::toString))
			.containsExactlyElementsOf(stated.stream().map(IndicatorView::baseline).map(Objects::toString).toList());
		assertThat(inferred.stream().map(IndicatorView::leadUnits))
			.containsExactlyElementsOf(stated.stream().map(IndicatorView::leadUnits).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan-tu-liem.xlsx", "plan-tu-liem.docx", "plan-tu-liem.csv" })
	void storesWhatItProposed(String file) {
		Proposal proposal = propose(file);
		assertThat(proposal.rows()).hasSize(27);
		assertThat(proposal.counted()).isEqualTo(22);
		long id = this.imports.store(proposal, TestAccounts.adminActor());
		Map<String, List<vn.wardkpi.plan.TargetRow>> targets = this.catalog
			.targets(id, java.time.LocalDate.of(2030, 12, 31))
			.stream()
			.collect(java.util.stream.Collectors.groupingBy(vn.wardkpi.plan.TargetRow::no));
		List<IndicatorView> stored = this.catalog.indicators(id)
			.stream()
			.map((row) -> IndicatorView.of(row, targets.getOrDefault(row.no(), List.of())))
			.toList();
		assertThat(stored).usingRecursiveComparison()
			.withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
			.isEqualTo(indicators(proposal));
	}

	@Test
	void givesReasonsForWhatIsNotStated() {
		assertThat(propose("plan-tu-liem.xlsx").inferred())
			.anySatisfy((found) -> assertThat(found).extracting(Inferred::no, Inferred::field, Inferred::value)
				.containsExactly("17", "direction", "LOWER_IS_BETTER"))
			.anySatisfy((found) -> assertThat(found).extracting(Inferred::no, Inferred::field, Inferred::value)
				.containsExactly("1", "baselineComparable", "false"));
		assertThat(propose("plan-tu-liem.csv").inferred()).isEmpty();
	}

	@Test
	void pointsOutSlipsOfThePen() {
		assertThat(propose("plan-tu-liem.docx").problems()).noneMatch(ImportProblem::isError)
			.filteredOn((problem) -> problem.problem().code().equals("import-spelling"))
			.extracting(ImportProblem::no)
			.containsExactly("19", "21");
	}

	@Test
	void namesThePlanThatIsAlreadyThere() {
		long id = this.imports.store(propose("plan-tu-liem.xlsx"), TestAccounts.adminActor());
		Proposal second = propose("plan-tu-liem.docx");
		assertThat(second.problems()).anySatisfy((problem) -> {
			assertThat(problem.problem().code()).isEqualTo("plan-exists");
			assertThat(problem.problem().severity()).isEqualTo(Severity.WARNING);
			assertThat(problem.problem().arguments()).contains(String.valueOf(id));
		});
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.imports.store(second, TestAccounts.adminActor()))
			.satisfies((refused) -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT));
	}

	@Test
	void storesNothingWhenReadingAlone() {
		long before = plans();
		propose("plan-tu-liem.xlsx");
		assertThat(plans()).isEqualTo(before);
	}

	private long plans() {
		return this.jdbc.sql("select count(*) from plan").query(Long.class).single();
	}

	private static String attributes(IndicatorView view) {
		return String.join(" ", view.no(), String.valueOf(view.parentNo()), view.role().name(),
				String.valueOf(view.decisive()), view.direction().name(), view.valueType().name(),
				view.accumulation().name(), String.valueOf(view.bounded()), String.valueOf(view.decimals()),
				String.valueOf(view.unit()));
	}

	private static List<IndicatorView> indicators(Proposal proposal) {
		return proposal.rows().stream().map(Proposal.Row::indicator).toList();
	}

	private Proposal propose(String file) {
		try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("/domain/" + file))) {
			return this.imports.propose(WARD, content.readAllBytes(), ImportOptions.NONE, Map.of(),
					TestAccounts.adminActor());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
