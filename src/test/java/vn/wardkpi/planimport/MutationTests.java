package vn.wardkpi.planimport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.layout.PlanText;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each annex with one change at a time comes out as the same plan, or somebody is asked.
 * A difference that nobody is asked about is the worst that an import can do.
 */
@Transactional
class MutationTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00613");

	private static final List<String> FILES = List.of("annexes/s01-six-months-before-estimate.xlsx",
			"annexes/s07-footer-in-first-column.xlsx", "annexes/s26-merged-total-over-years.xlsx",
			"annexes/s28-bracket-numbers.xlsx", "annexes/s34d-name-heading.xlsx", "annexes/s35-unit-heading-dv.xlsx",
			"annexes/s44-increase-decrease-column.xlsx", "annexes/t05-units-trieu-consistent.xlsx",
			"annexes/t07-unmarked-sections.xlsx", "annexes/t11-heading-merged-two-columns.xlsx",
			"annexes/t12-text-in-title-period.xlsx", "annexes/u04-space-groups.xlsx",
			"annexes/u15-five-years-and-until-2030.xlsx", "annexes/v02-percent-fraction-mixed.xlsx",
			"annexes/v03-average-rate-per-year.xlsx", "annexes/v04-word-row-in-heading.xlsx", "plan-tu-liem.xlsx");

	@Autowired
	private PlanImport imports;

	@Test
	void oneChangeMakesNoDifferenceThatNobodyIsAskedAbout() throws IOException {
		List<String> silent = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		int tried = 0;
		for (String file : FILES) {
			byte[] content = content(file);
			Proposal original = propose(content);
			for (Map.Entry<String, Consumer<XSSFWorkbook>> change : SheetChanges.all().entrySet()) {
				tried++;
				String name = file + ", " + change.getKey();
				try {
					Proposal changed = propose(changed(content, change.getValue()));
					if (!PlanText.of(changed).equals(PlanText.of(original))
							&& PlanText.askedMore(changed, original).isEmpty()) {
						silent.add(name + ": " + PlanText.difference(PlanText.of(original), PlanText.of(changed)));
					}
				}
				catch (RefusedException ex) {
					refused.add(name + ": " + ex.code());
				}
			}
		}
		assertThat(tried).isGreaterThan(500);
		assertThat(refused).isEmpty();
		assertThat(silent).isEmpty();
	}

	private static byte[] changed(byte[] content, Consumer<XSSFWorkbook> change) throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			change.accept(book);
			book.write(out);
			return out.toByteArray();
		}
	}

	private Proposal propose(byte[] content) {
		return this.imports.propose(WARD, content, ImportOptions.NONE, TestAccounts.adminActor());
	}

	private static byte[] content(String file) throws IOException {
		try (InputStream content = Objects.requireNonNull(MutationTests.class.getResourceAsStream("/domain/" + file))) {
			return content.readAllBytes();
		}
	}

}
