package vn.wardkpi.planimport.web.wizard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockMultipartFile;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.proposal.Proposal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the wizard asks and how it is answered.
 */
class WizardQuestionsTests extends WizardTest {

	private static final String UNIT = "Phòng Kinh tế, Hạ tầng và Đô thị";

	private static final String SHORTENED = "TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Năm 2027;Đơn vị chủ trì\n"
			+ "1;Tỷ lệ hộ dùng nước sạch;%;80;85;90;Phòng Kinh tế\n"
			+ "2;Tỷ lệ rác được thu gom;%;80;85;90;Phòng Kinh tế\n"
			+ "3;Tỷ lệ hộ có hố xí;%;80;85;90;Trạm Y tế phường\n";

	@Test
	void aUnitOfTheWardIsOfferedByName() {
		unitOfTheWard();
		String page = uploadText(SHORTENED);
		Element question = Objects.requireNonNull(look(page).select(".import-question")
			.stream()
			.filter((one) -> one.text().contains("“Phòng Kinh tế” gần giống"))
			.findFirst()
			.orElse(null));
		assertThat(question.select("button[name=set]").eachText()).containsExactly("Là “" + UNIT + "”");
		assertThat(question.select("button[name=accept]").text()).isEqualTo("Là đơn vị mới");
		click(page, Objects.requireNonNull(question.selectFirst("button[name=set]")));
		Proposal proposal = proposal(page);
		assertThat(proposal.rows()).extracting((row) -> row.source().leadUnits())
			.containsExactly(List.of(UNIT), List.of(UNIT), List.of("Trạm Y tế phường"));
		assertThat(Objects.requireNonNull(proposal.draft()).leadUnits()).extracting(PlanDraft.LeadUnitDraft::code)
			.containsExactly("phong-kinh-te-ha-tang-va-do-thi", "tram-y-te-phuong");
		assertThat(look(page).select(".import-question").text()).doesNotContain("gần giống");
		assertThat(look(page).select(".tag.is-corrected").eachText()).anyMatch((tag) -> tag.startsWith(UNIT));
	}

	@Test
	void aUnitCanAlsoBeANewOne() {
		unitOfTheWard();
		String page = uploadText(SHORTENED);
		answerAll(page);
		assertThat(store(page)).hasStatus(302);
		assertThat(this.jdbc.sql("select name from lead_unit where ward_code = ? order by id")
			.param(WARD)
			.query(String.class)
			.list()).containsExactly(UNIT, "Phòng Kinh tế", "Trạm Y tế phường");
	}

	private void unitOfTheWard() {
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values (?, 'phong-kinh-te-ha-tang-va-do-thi', ?)")
			.params(WARD, UNIT)
			.update();
	}

	@Test
	void thePlansNameYearsIssuerAndDecisionAreSeenAndChanged() {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026;Năm 2027\n1;Thu;tỷ;5;6\n2;Chi;tỷ;5;6\n");
		Document shown = look(page);
		assertThat(shown.select("#settings summary").text())
			.contains("2026–2027 · HĐND phường · chưa ghi văn bản giao");
		assertThat(Objects.requireNonNull(shown.getElementById("title")).val()).contains("2026 - 2027");
		send(page, shown, Map.of("name:0.2", "Thu ngân sách"));
		send(page, look(page), Map.of("title", "Kế hoạch năm năm", "decisionNumber", "15/NQ-HĐND", "decisionDate",
				"22/12/2025", "issuer", "PARTY_CONGRESS"));
		PlanDraft draft = Objects.requireNonNull(proposal(page).draft());
		assertThat(draft.title()).isEqualTo("Kế hoạch năm năm");
		assertThat(draft.indicators().get(0).name()).as("other corrections stay").isEqualTo("Thu ngân sách");
		assertThat(draft.decisions().get(0)).satisfies((decision) -> {
			assertThat(decision.issuer()).isEqualTo(Issuer.PARTY_CONGRESS);
			assertThat(decision.number()).isEqualTo("15/NQ-HĐND");
			assertThat(decision.date()).isEqualTo(LocalDate.of(2025, 12, 22));
			assertThat(decision.effectiveDate()).isEqualTo(LocalDate.of(2025, 12, 22));
		});
		Document changed = look(page);
		assertThat(changed.select("#settings summary").text()).contains("15/NQ-HĐND ngày 22/12/2025");
		assertThat(changed.select("h1").text()).isEqualTo("Kế hoạch năm năm");
		send(page, changed, Map.of("toYear", "2030"));
		assertThat(Objects.requireNonNull(proposal(page).draft()).title()).isEqualTo("Kế hoạch năm năm");
		send(page, look(page), Map.of("title", "", "decisionNumber", "", "decisionDate", ""));
		assertThat(Objects.requireNonNull(proposal(page).draft()).decisions().get(0).number()).isNull();
	}

	@Test
	void theLeaderInChargeIsReadAndChanged() {
		String page = uploadText("TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Năm 2027;Lãnh đạo phụ trách\n"
				+ "1;Tỷ lệ hộ dùng nước sạch;%;80;85;90;Nguyễn Văn An\n2;Tỷ lệ rác được thu gom;%;80;85;90;\n");
		assertThat(proposal(page).rows()).extracting((row) -> row.indicator().leaderInCharge())
			.containsExactly("Nguyễn Văn An", null);
		send(page, look(page + "?edit=0.3"), Map.of("leaderInCharge:0.3", "Trần Thị Bình"));
		send(page, look(page + "?edit=0.2"), Map.of("leaderInCharge:0.2", ""));
		assertThat(proposal(page).rows()).extracting((row) -> row.indicator().leaderInCharge())
			.containsExactly(null, "Trần Thị Bình");
		answerAll(page);
		assertThat(store(page)).hasStatus(302);
		assertThat(this.jdbc.sql("select leader_in_charge from indicator where no = '2' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("Trần Thị Bình");
	}

	@Test
	void aDateThatIsNoneIsRefusedInWords() {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026\n1;Thu;tỷ;5\n");
		assertThat(post(page, Map.of("decisionDate", "31/2/2025", "name:0.2", "Thu ngân sách"))).hasStatus(422)
			.bodyText()
			.contains("“31/2/2025” không phải là ngày", "Thu ngân sách");
		assertThat(post(page, Map.of("title", "x".repeat(301)))).hasStatus(422);
	}

	@Test
	void theDecisionThatTheFileNamesIsTakenByAClick() {
		String page = uploadText("Kèm theo Nghị quyết số 15/NQ-HĐND ngày 22 tháng 12 năm 2025;;;\n"
				+ "TT;Nội dung;ĐVT;Năm 2026\n1;Thu;tỷ;5\n");
		assertThat(Objects.requireNonNull(proposal(page).draft()).decisions().get(0).number()).isNull();
		Element named = Objects.requireNonNull(look(page).selectFirst("#settings button[name=set]"));
		assertThat(named.text()).isEqualTo("Lấy theo tệp: 15/NQ-HĐND ngày 22/12/2025");
		click(page, named);
		assertThat(Objects.requireNonNull(proposal(page).draft()).decisions().get(0).number()).isEqualTo("15/NQ-HĐND");
		assertThat(look(page).select("#settings button[name=set]")).isEmpty();
	}

	@Test
	void aCellOfSeveralIndicatorsIsDividedByTheNamesThatWereFound() {
		String page = uploadText("TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Năm 2027\n"
				+ "1;\"a) Tỷ lệ trẻ đến trường, lớp; đúng tuổi\nb) Tỷ lệ trẻ biết bơi\";%;\"94\n55\";\"95\n60\";\"96\n65\"\n");
		Element question = Objects.requireNonNull(look(page).select(".import-question")
			.stream()
			.filter((one) -> one.text().contains("Một ô ghi 2 chỉ tiêu"))
			.findFirst()
			.orElse(null));
		assertThat(question.select("button[name=accept]").text()).isEqualTo("Là một chỉ tiêu");
		click(page, Objects.requireNonNull(question.selectFirst("button[name=set]")));
		assertThat(proposal(page).rows())
			.extracting((row) -> row.indicator().name() + " " + row.indicator().targets().get(1).text())
			.containsExactly("Tỷ lệ trẻ đến trường, lớp; đúng tuổi 96", "Tỷ lệ trẻ biết bơi 65");
		assertThat(look(page).select(".import-question").text()).doesNotContain("Một ô ghi");
	}

	@Test
	void theWorstQuestionComesFirstAndTheCountIsThatOfTheProposal() {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026;Năm 2027\n1;Vốn đầu tư thu hút;tỷ đồng;5;7\n"
				+ "2;Tỷ lệ hộ nghèo;%;1;\n3;Hộ dùng nước sạch;%;86.6%;90%\n4;Thu gom rác;tấn;;\n");
		Document shown = look(page);
		List<Boolean> errors = shown.select(".import-question")
			.stream()
			.map((question) -> question.hasClass("is-error"))
			.toList();
		assertThat(errors).contains(true, false).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
		assertThat(shown.select("#questions-head").text()).isEqualTo(errors.size() + " câu hỏi");
		assertThat(proposal(page).open()).hasSameSizeAs(errors);
		assertThat(shown.select("#rail[open]")).hasSize(1);
	}

	@Test
	void whatIsLeftOutIsThereWhole() throws IOException {
		String page = upload(new MockMultipartFile("file", "a.xlsx", null, withTaskList()));
		Document shown = look(page);
		assertThat(proposal(page).rows()).hasSize(2);
		assertThat(shown.select(".import-remarks[open] li").text()).contains("Nhiệm vụ");
		assertThat(shown.select(".import-table").last().select("tbody tr")).hasSize(41);
		assertThat(shown.select(".import-table").last().text()).contains("Việc thứ 40");
		assertThat(shown.select(".import-table details")).isEmpty();
	}

	private static byte[] withTaskList() throws IOException {
		try (Workbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet annex = workbook.createSheet("Phụ lục");
			row(annex, "TT", "Nội dung", "ĐVT", "Năm 2026", "Năm 2027");
			row(annex, "1", "Tỷ lệ hộ dùng nước sạch", "%", "80", "90");
			row(annex, "2", "Tỷ lệ rác được thu gom", "%", "80", "90");
			Sheet tasks = workbook.createSheet("Nhiệm vụ");
			row(tasks, "TT", "Nhiệm vụ", "Đơn vị", "Thời hạn");
			for (int i = 1; i <= 40; i++) {
				row(tasks, String.valueOf(i), "Việc thứ " + i, "Văn phòng", "Quý I");
			}
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void row(Sheet sheet, String... texts) {
		Row row = sheet.createRow((sheet.getPhysicalNumberOfRows() == 0) ? 0 : sheet.getLastRowNum() + 1);
		for (String text : texts) {
			row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(text);
		}
	}

}
