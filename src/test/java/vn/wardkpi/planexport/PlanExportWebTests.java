package vn.wardkpi.planexport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorView;
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

	private Proposal original;

	private long planId;

	@BeforeEach
	void theRealPlan() throws IOException {
		this.original = propose(WARD, resource());
		this.planId = this.imports.store(this.original, TestAccounts.adminActor());
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
		return this.imports.propose(ward, content, ImportOptions.NONE, Map.of(), TestAccounts.adminActor());
	}

	private static List<IndicatorView> indicators(Proposal proposal) {
		return proposal.rows().stream().map(Proposal.Row::indicator).toList();
	}

	private byte[] resource() throws IOException {
		try (InputStream content = Objects
			.requireNonNull(getClass().getResourceAsStream("/domain/plan-tu-liem.csv"))) {
			return content.readAllBytes();
		}
	}

}
