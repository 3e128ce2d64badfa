package vn.wardkpi.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.DemoInstallation;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The report of Từ Liêm for 2025 beside the published one, number by number; why they
 * differ stands in docs/tu-liem-2025.md.
 */
class TuLiemReportTests extends DemoInstallation {

	private static final String WARD = "00592";

	@Autowired
	private ReportMaker maker;

	@Autowired
	private PlanCatalog plans;

	private long plan;

	@BeforeEach
	void thePlanOf2025() {
		this.plan = this.plans.ofWard(new WardCode(WARD))
			.stream()
			.filter((one) -> one.fromYear() == 2025)
			.findFirst()
			.orElseThrow()
			.id();
	}

	@Test
	void theHeadlinesStandBesideThosePublished() {
		assertThat(text(Issuer.WARD_COUNCIL)).contains(
				"Hội đồng nhân dân phường Từ Liêm giao 4 chỉ tiêu. Đạt và vượt 3/4"
						+ " chỉ tiêu (vượt 3, đạt 0), không đạt 1; chưa có số liệu 0.",
				"giao: đạt và vượt 9/10 chỉ tiêu", "giao: đạt và vượt 12/13 chỉ tiêu, trong đó vượt 3, không đạt 1.",
				"giao: dự kiến đạt và vượt 12/13 chỉ tiêu",
				"thực hiện 94,34%, cao hơn 6,34 điểm % so với chỉ tiêu giao (88%)",
				"thực hiện 89,5%, cao hơn 14,5 điểm % so với chỉ tiêu giao (75%)",
				"thực hiện 12/18 (66,7%), được đánh giá không đạt");
		assertThat(text(Issuer.CITY))
			.contains("thực hiện 112.500 triệu đồng, bằng 101,78% chỉ tiêu giao" + " (110.530 triệu đồng)");
	}

	@Test
	void theAnnexSaysRowByRowWhatWasPublishedAndNothingMore() {
		assertThat(rows(Issuer.WARD_COUNCIL)).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("1", "112.500||Vượt"), Map.entry("2", "439.674||"),
						Map.entry("3", "140.034/146.575 (95,5%)||"), Map.entry("4", "94,34%|+6,34 điểm %|Vượt"),
						Map.entry("5", "89,5%|+14,5 điểm %|Vượt"), Map.entry("6", "12/18 (66,7%)||Không đạt"),
						Map.entry("7", "96%||"), Map.entry("8", "47%||"), Map.entry("9", "3%||"),
						Map.entry("10", "45%||"), Map.entry("11", "6,2%||"), Map.entry("12", "97,1%||")));
		assertThat(rows(Issuer.CITY)).containsEntry("1", "112.500|101,78%|Vượt");
	}

	private Map<String, String> rows(Issuer issuer) {
		ReportContent content = content(issuer);
		List<AnnexColumn> columns = content.annex().columns();
		List<Integer> shown = IntStream.range(0, columns.size())
			.filter((at) -> List.of(Part.RESULT, Part.COMPARISON, Part.VERDICT).contains(columns.get(at).part()))
			.boxed()
			.toList();
		return content.annex()
			.lines()
			.stream()
			.filter((line) -> line.no().isPresent())
			.collect(Collectors.toMap((line) -> line.no().orElseThrow(),
					(line) -> shown.stream().map((at) -> line.cells().get(at)).collect(Collectors.joining("|"))));
	}

	private String text(Issuer issuer) {
		return content(issuer).body().stream().map(Block::text).collect(Collectors.joining("\n"));
	}

	private ReportContent content(Issuer issuer) {
		return this.maker.make(new ReportContent.Asked(this.plan, 2025, ReportKind.YEAR, issuer, null),
				TestAccounts.delegateActor(WARD));
	}

}
