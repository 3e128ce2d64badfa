package vn.wardkpi.planimport;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
		long id = this.imports.store(proposal, "phụ lục.xlsx", TestAccounts.adminActor());
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

	/** One entry that names the file and opens its rows. */
	@Test
	void isOnRecordWithItsFile() {
		long id = this.imports.store(propose("plan-tu-liem.docx"), "phụ lục I.docx", TestAccounts.adminActor());
		assertThat(this.jdbc.sql("""
				select e.reason || ' ' || (select count(*) from audit_entry m where m.act = e.id) from audit_entry e
				where e.plan_id = ? and e.subject = 'PLAN' and e.action = 'CREATED' and e.act is null
				""").param(id).query(String.class).list()).singleElement().asString().startsWith("phụ lục I.docx 27");
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
		long id = this.imports.store(propose("plan-tu-liem.xlsx"), "phụ lục.xlsx", TestAccounts.adminActor());
		Proposal second = propose("plan-tu-liem.docx");
		assertThat(second.problems()).anySatisfy((problem) -> {
			assertThat(problem.problem().code()).isEqualTo("plan-exists");
			assertThat(problem.problem().severity()).isEqualTo(Severity.WARNING);
			assertThat(problem.problem().arguments()).contains(String.valueOf(id));
		});
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.imports.store(second, "phụ lục.xlsx", TestAccounts.adminActor()))
			.satisfies((refused) -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT));
	}

	@ParameterizedTest
	@CsvSource({ "Triệu đồng,16 tỷ 434 triệu,16434", "Tỷ đồng,500 triệu đồng,0.5", "Tỷ đồng,950 triệu đồng,0.95",
			"ha,5.000 m²,0.5", "Triệu đồng,-16 tỷ 434 triệu,-16434", "Triệu đồng,16.434 triệu đồng,16434",
			"Tỷ đồng,500 - 800 triệu đồng,0.5" })
	void turnsEveryTextIntoTheUnitOfItsIndicator(String unit, String text, BigDecimal value) {
		Proposal proposal = propose(canonical(unit, text));
		IndicatorView view = indicators(proposal).get(0);
		assertThat(view.targets()).singleElement()
			.satisfies((target) -> assertThat(target.value()).isEqualByComparingTo(value))
			.satisfies((target) -> assertThat(target.text()).isEqualTo(text));
		assertThat(view.periodTargets()).allSatisfy((target) -> assertThat(target.value()).isEqualByComparingTo(value));
		assertThat(Objects.requireNonNull(view.baseline()).value()).isEqualByComparingTo(value);
		boolean converted = !text.contains("16.434");
		assertThat(proposal.problems().stream().map((problem) -> problem.problem().code()).toList())
			.filteredOn("target-converted"::equals)
			.hasSize(converted ? 4 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "Tỷ đồng,8–10%,target-unit", "ha,20 tỷ đồng,target-unit", "%,01/2026,target-unclear",
			"%,x,target-unclear", "%,…,target-unclear" })
	void asksWhatItCannotTurn(String unit, String text, String code) {
		assertThat(propose(canonical(unit, text)).problems()).filteredOn(ImportProblem::isError)
			.isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.problem().code()).isEqualTo(code));
	}

	@Test
	void readsTheWordsForNoTarget() {
		Proposal proposal = propose(canonical("%", "Không giao"));
		assertThat(indicators(proposal).get(0).targets()).isEmpty();
		assertThat(indicators(proposal).get(0).periodTargets()).isEmpty();
	}

	@Test
	void infersNoDecisiveRowWhereTheFileLeavesItBlank() {
		Proposal proposal = propose(
				"""
						no,parent,name,unit,role,decisive,direction,valueType,accumulation,bounded,baseline2025,baselineComparable,partyCongress,period,t2026,leadUnits,note
						1,,Trường đạt chuẩn,,GROUP,,HIGHER_IS_BETTER,PERCENT,LAST,,,,,,,Phòng A,
						1.1,1,Số trường,Trường,BREAKDOWN,,HIGHER_IS_BETTER,COUNT,LAST,,,,,,12,Phòng A,
						1.2,1,Tỷ lệ trường,%,BREAKDOWN,,HIGHER_IS_BETTER,PERCENT,LAST,yes,,,,,66%,Phòng A,
						"""
					.getBytes(StandardCharsets.UTF_8));
		assertThat(indicators(proposal)).noneMatch(IndicatorView::decisive);
		assertThat(proposal.inferred()).noneMatch((found) -> found.field().equals("decisive"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					1,,Nhóm,,GROUP,,5,Phòng A;1.1,1,Phần,ha,BREAKDOWN,yes,5,Phòng A                         | ERROR   | 1   | group-with-target
					1,,Nhóm,,GROUP,,,Phòng A                                                                | ERROR   | 1   | group-empty
					1,,Diện tích,ha,COUNTED,,5,Phòng A;1.1,1,Phần,ha,BREAKDOWN,yes,5,Phòng A                | ERROR   | 1.1 | decisive-outside-group
					1,,Diện tích,ha,BREAKDOWN,,5,Phòng A                                                    | ERROR   | 1   | breakdown-without-parent
					1,,Diện tích,ha,COUNTED,,5,Phòng A;2,,Sản lượng,tấn,COUNTED,,7,                         | WARNING | 2   | lead-unit-missing
					1,,Diện tích,ha,COUNTED,,5,Phòng A;1,,Sản lượng,tấn,COUNTED,,7,Phòng A                  | ERROR   | 1   | import-number-twice
					1,,Diện tích,ha,COUNTED,,5,Phòng A;2.1,2,Phần,ha,BREAKDOWN,,5,Phòng A                   | ERROR   | 2.1 | import-parent-missing
					1,,Tỷ lệ hộ,%,COUNTED,,"0,955",Phòng A                                                  | WARNING | 1   | target-fraction
					1,,Tỷ lệ hộ,%,COUNTED,,141,Phòng A                                                      | WARNING | 1   | target-above-whole
					""")
	void holdsARowToWhatMustHoldInAPlan(String rows, Severity severity, String no, String code) {
		String file = "no,parent,name,unit,role,decisive,t2026,leadUnits,direction,accumulation,valueType,bounded\n"
				+ rows.replace(";", ",HIGHER_IS_BETTER,LAST,,\n") + ",HIGHER_IS_BETTER,LAST,,"
				+ (rows.contains("%") ? "yes" : "") + "\n";
		assertThat(propose(file.getBytes(StandardCharsets.UTF_8)).problems())
			.filteredOn((problem) -> problem.problem().severity() == severity)
			.singleElement()
			.satisfies((problem) -> assertThat(problem.problem().code()).isEqualTo(code))
			.satisfies((problem) -> assertThat(problem.no()).isEqualTo(no))
			.satisfies((problem) -> assertThat(problem.place().row()).isNotNull());
	}

	private static byte[] canonical(String unit, String text) {
		return """
				no,parent,name,unit,role,decisive,direction,valueType,accumulation,bounded,baseline2025,baselineComparable,partyCongress,period,t2026,leadUnits,note
				1,,Chỉ tiêu,%1$s,COUNTED,,HIGHER_IS_BETTER,,LAST,,"%2$s",yes,"%2$s","%2$s","%2$s",Phòng A,
				"""
			.formatted(unit, text)
			.getBytes(StandardCharsets.UTF_8);
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

	private Proposal propose(byte[] content) {
		return this.imports.propose(WARD, content, ImportOptions.NONE, TestAccounts.adminActor());
	}

	private Proposal propose(String file) {
		try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("/domain/" + file))) {
			return propose(content.readAllBytes());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
