package vn.wardkpi.planexport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
class PlanExportWebTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00613");

	private static final WardCode OTHER = new WardCode("00611");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PlanImport imports;

	@Autowired
	private PlanService plans;

	private Proposal original;

	private long planId;

	@BeforeEach
	void theRealPlan() throws IOException {
		this.original = propose(WARD, resource());
		this.planId = this.imports.store(this.original, "phụ lục.xlsx", TestAccounts.adminActor());
	}

	@ParameterizedTest
	@EnumSource
	void theRealPlanComesBackAsItWas(ExportFormat format) {
		MvcTestResult file = get("/api/v1/plans/", format.ending());
		assertThat(file).hasStatus(200);
		assertThat(file.getResponse().getContentType()).isEqualTo(format.mediaType());
		assertThat(file.getResponse().getHeader("Content-Disposition"))
			.contains("ke-hoach-00613-2026-2030." + format.ending());
		Proposal again = propose(OTHER, file.getResponse().getContentAsByteArray());
		assertThat(indicators(again)).usingRecursiveComparison()
			.withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
			.isEqualTo(indicators(this.original));
		assertThat(again.inferred()).isEmpty();
	}

	@Test
	void theCanonicalFileHasTheHeaderOfTheContract() throws IOException {
		String written = new String(get("/plans/", "csv").getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		String published = new String(resource(), StandardCharsets.UTF_8);
		assertThat(written.lines().findFirst()).isEqualTo(published.lines().findFirst());
		assertThat(written.lines().count()).isEqualTo(published.lines().count());
	}

	@Test
	void thePagesOfAPlanOfferItsFiles() throws IOException {
		long adopted = this.plans.adopt(Objects.requireNonNull(propose(OTHER, resource()).draft()),
				TestAccounts.adminActor());
		for (String page : List.of("/wards/00611/years/2026", "/wards/00611/period", "/plans/" + adopted)) {
			assertThat(this.mvc.get().uri(page).with(TestAccounts.admin())).hasStatus(200)
				.bodyText()
				.contains("/plans/" + adopted + "/export?format=xlsx", "/plans/" + adopted + "/export?format=docx",
						"/plans/" + adopted + "/export?format=csv");
		}
	}

	/** What somebody changes in the file afterwards is read, or asked about. */
	@Test
	void aChangedFileIsReadAsItStandsNow() throws IOException {
		Proposal shorter = propose(OTHER, changed((sheet) -> sheet.removeRow(row(sheet, "3"))));
		assertThat(asked(shorter)).contains("import-written-missing 3");
		Proposal renamed = propose(OTHER,
				changed((sheet) -> row(sheet, "3").createCell(1).setCellValue("Số cây xanh")));
		assertThat(asked(renamed)).contains("import-written-other 3");
		Proposal blank = propose(OTHER, changed((sheet) -> row(sheet, "3").removeCell(last(row(sheet, "3")))));
		assertThat(asked(blank)).contains("import-written-fewer 3");
		Proposal other = propose(OTHER, changed(
				(sheet) -> row(sheet, "3").createCell(last(row(sheet, "3")).getColumnIndex()).setCellValue("123")));
		assertThat(other.rows()).anySatisfy((row) -> {
			assertThat(row.indicator().no()).isEqualTo("3");
			assertThat(row.indicator().targets()).anySatisfy((target) -> {
				assertThat(target.year()).isEqualTo(2030);
				assertThat(target.text()).isEqualTo("123");
			});
		});
	}

	private byte[] changed(Consumer<Sheet> change) throws IOException {
		byte[] file = get("/api/v1/plans/", "xlsx").getResponse().getContentAsByteArray();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			change.accept(workbook.getSheetAt(0));
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static Row row(Sheet sheet, String no) {
		return StreamSupport.stream(sheet.spliterator(), false)
			.filter((row) -> row.getCell(0) != null && new DataFormatter().formatCellValue(row.getCell(0)).equals(no))
			.findFirst()
			.orElseThrow();
	}

	/** The target of the last year. */
	private static Cell last(Row row) {
		return row.getCell(row.getLastCellNum() - 3);
	}

	private static List<String> asked(Proposal proposal) {
		return proposal.problems().stream().map((problem) -> problem.problem().code() + " " + problem.no()).toList();
	}

	@Test
	void refusesOtherKindsOfFilesAndUnknownPlans() {
		assertThat(get("/api/v1/plans/", "pdf")).hasStatus(400).bodyText().contains("csv, xlsx");
		assertThat(this.mvc.get().uri("/api/v1/plans/999999/export?format=csv").with(TestAccounts.admin()))
			.hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.planId + "/export").with(TestAccounts.admin()))
			.hasStatus(400);
	}

	private MvcTestResult get(String path, String format) {
		return this.mvc.get()
			.uri(path + this.planId + "/export?format=" + format)
			.with(TestAccounts.admin())
			.exchange();
	}

	private Proposal propose(WardCode ward, byte[] content) {
		return this.imports.propose(ward, content, ImportOptions.NONE, TestAccounts.adminActor());
	}

	private static List<IndicatorView> indicators(Proposal proposal) {
		return proposal.rows().stream().map(Proposal.Row::indicator).toList();
	}

	private byte[] resource() throws IOException {
		try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("/domain/plan-tu-liem.csv"))) {
			return content.readAllBytes();
		}
	}

}
