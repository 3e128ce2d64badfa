package vn.wardkpi.planimport.web.wizard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.planimport.ExpectedAnnex;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The wizard as a browser without scripts uses it: what is on the page is sent back.
 */
class WizardWebTests extends WizardTest {

	@Test
	void saysInOneSentenceWhatWillBeStored() {
		assertThat(look(upload("plan-tu-liem.xlsx")).select(".lede").text())
			.contains("22 chỉ tiêu (27 dòng), 124 mức giao 2026–2030 của HĐND phường, 10 của Thành phố");
	}

	/** A province is no city, a commune no ward. */
	@Test
	void columnsNameTheIssuersOfTheUnit() {
		String page = uploadText("00700", "TT;Chỉ tiêu;ĐVT;TH 2025;Tỉnh giao 2026;HĐND giao 2026\n1;Lúa;tấn;5;6;7\n");
		assertThat(look(page).select("thead option[selected]").eachText()).contains("Tỉnh giao 2026",
				"HĐND xã giao 2026");
		assertThat(look(page).select(".lede").text()).contains("1 mức giao 2026 của HĐND xã, 1 của Tỉnh");
	}

	@ParameterizedTest
	@ValueSource(strings = { "s01-six-months-before-estimate.xlsx", "s07-footer-in-first-column.xlsx",
			"s09-docx-continues-at-section.docx", "s11-docx-superscript-note.docx", "s20-csv-dot-three-decimals.csv",
			"s26-merged-total-over-years.xlsx", "s28-bracket-numbers.xlsx", "s34d-name-heading.xlsx",
			"s35-unit-heading-dv.xlsx", "s44-increase-decrease-column.xlsx", "t01-number-twice.xlsx",
			"t05-units-trieu-consistent.xlsx", "t07-unmarked-sections.xlsx", "t11-heading-merged-two-columns.xlsx",
			"t12-text-in-title-period.xlsx", "u04-space-groups.xlsx", "u15-five-years-and-until-2030.xlsx",
			"v01-docx-auto-number-small.docx", "v02-percent-fraction-mixed.xlsx", "v03-average-rate-per-year.xlsx",
			"v04-word-row-in-heading.xlsx" })
	void showsEveryTextOfTheFileAndIsStoredWhenAllIsAnswered(String file) throws IOException {
		String page = upload("annexes/" + file);
		Document shown = look(page);
		Proposal proposal = proposal(page);
		proposal.rows()
			.forEach((row) -> row.source()
				.source()
				.stream()
				.filter((text) -> !text.isBlank())
				.forEach((text) -> assertThat(shown.select("td").eachText())
					.anySatisfy((cell) -> assertThat(cell).contains(text.replaceAll("\\s+", " ").strip()))));
		assertThat(shown.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		shown.select(".import-question").forEach((question) -> assertAnswerable(question, shown));
		// Sent back as it is, it says nothing.
		send(page, shown, Map.of());
		assertThat(proposal(page)).isEqualTo(proposal);
		correct(page);
		answerAll(page);
		assertThat(ExpectedAnnex.of(file.substring(0, file.lastIndexOf('.'))).differences(proposal(page)))
			.noneMatch((difference) -> !difference.startsWith("asked about"));
		assertThat(store(page)).hasStatus(302).headers().hasValue("Location", storedPlan());
	}

	/** By a click or a value, and what it is about is found on the page. */
	private static void assertAnswerable(Element question, Document shown) {
		assertThat(question.select("button, input, select")).as(question.text()).isNotEmpty();
		question.select("a[href^=#]")
			.forEach((link) -> assertThat(shown.getElementById(link.attr("href").substring(1))).as(question.text())
				.isNotNull());
	}

	/** The errors of the annexes, put right as a person would. */
	private void correct(String page) {
		for (Document shown = look(page); !shown.select(".import-question.is-error").isEmpty(); shown = look(page)) {
			Element field = Objects.requireNonNull(shown.selectFirst(".import-question.is-error input"));
			String name = field.attr("name");
			String now = field.attr("value");
			send(page, shown, Map.of(name, name.startsWith("no:") ? "9" : now.replace('.', ',')));
		}
	}

	@Test
	void storesNothingAsLongAsAQuestionIsOpen() {
		String page = upload("annexes/s26-merged-total-over-years.xlsx");
		long before = plans();
		Document shown = look(page);
		assertThat(shown.select("button[value=store]")).isEmpty();
		int open = shown.select(".import-question").size();
		assertThat(shown.select("#questions-head").text()).isEqualTo(open + " câu hỏi");
		assertThat(store(page)).hasStatus(422).bodyText().contains("Còn " + open + " câu hỏi chưa trả lời");
		assertThat(plans()).isEqualTo(before);
		Element first = Objects.requireNonNull(shown.selectFirst("button[name=accept]:not([value^=all])"));
		click(page, first);
		assertThat(look(page).select(".import-question")).hasSize(open - 1);
	}

	@Test
	void aTotalMergedOverYearsIsPutIntoEachByAClick() {
		String page = upload("annexes/s26-merged-total-over-years.xlsx");
		int targets = proposal(page).targets();
		Element each = look(page).select("button[name=set]")
			.stream()
			.filter((button) -> button.text().contains("từng năm"))
			.findFirst()
			.orElseThrow();
		click(page, each);
		assertThat(proposal(page).targets()).isGreaterThan(targets);
		assertThat(look(page).select("td.is-corrected")).hasSizeGreaterThan(3);
	}

	/** Who writes what is shown agrees with it; who writes something else does not. */
	@Test
	void whatIsWrittenAsItIsShownIsAnswered() {
		String page = uploadText("TT;Chỉ tiêu;ĐVT;TH 2025;KH 2026\n1;Thu ngân sách;tỷ đồng;5 triệu đồng;6\n"
				+ "2;Tỷ lệ hộ dùng nước sạch;%;98;141\n");
		Document shown = look(page);
		Element write = Objects.requireNonNull(shown.selectFirst(".import-question button[name=write]"));
		int open = shown.select(".import-question").size();
		send(page, shown, Map.of("write", write.attr("value")));
		assertThat(look(page).select(".import-question")).hasSize(open - 1);
		Document next = look(page);
		Element other = Objects.requireNonNull(next.selectFirst(".import-question button[name=write]"));
		Element field = Objects
			.requireNonNull(Objects.requireNonNull(other.closest(".import-question")).selectFirst("input"));
		send(page, next, Map.of("write", other.attr("value"), field.attr("name"), "99"));
		assertThat(look(page).select(".import-question button[value=" + other.attr("value") + "]")).isEmpty();
		assertThat(look(page).select("td.is-corrected").eachText()).anyMatch((text) -> text.startsWith("99"));
	}

	@Test
	void aFigureWithTwoMeaningsIsTakenByAClickOrWrittenAnew() {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026;Năm 2027\n1;Hộ dùng nước sạch;%;86.6%;90%\n");
		Document shown = look(page);
		Element question = Objects.requireNonNull(shown.selectFirst(".import-question.is-error"));
		assertThat(question.select("button[name=accept]")).isEmpty();
		click(page, Objects.requireNonNull(question.selectFirst("button[name=set]")));
		assertThat(proposal(page).hasErrors()).isFalse();
		assertThat(proposal(page).rows().get(0).indicator().targets().get(0).text()).isEqualTo("86,6%");
		send(page, look(page), Map.of("cell:0.2:4", "87%"));
		assertThat(proposal(page).rows().get(0).indicator().targets().get(0).text()).isEqualTo("87%");
		Document corrected = look(page);
		assertThat(corrected.select("td.is-corrected del").text()).isEqualTo("86.6%");
	}

	@Test
	void aChangeOfARoleIsUnderstoodAtOnceAndOtherCorrectionsStay() {
		String page = uploadText("TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Năm 2027\n1;Thu;tỷ;4;5;6\n2;Chi;tỷ;4;5;6\n");
		send(page, look(page), Map.of("name:0.2", "Thu ngân sách", "direction:0.3", "LOWER_IS_BETTER"));
		send(page, look(page), Map.of("column:0:6", "CITY_YEAR:2027"));
		Proposal changed = proposal(page);
		assertThat(changed.rows().get(0).indicator().name()).isEqualTo("Thu ngân sách");
		assertThat(changed.rows().get(1).indicator().direction()).hasToString("LOWER_IS_BETTER");
		assertThat(changed.rows().get(0).indicator().targets())
			.extracting((target) -> target.issuer() + " " + target.year())
			.containsExactlyInAnyOrder("WARD_COUNCIL 2026", "CITY 2027");
		send(page, look(page), Map.of("row:0.3", "NOTE"));
		assertThat(proposal(page).rows()).singleElement()
			.satisfies((row) -> assertThat(row.indicator().name()).isEqualTo("Thu ngân sách"));
		send(page, look(page), Map.of("row:0.3", "INDICATOR", "column:0:6", "OTHER"));
		assertThat(proposal(page).rows().get(1).indicator().direction()).hasToString("LOWER_IS_BETTER");
		assertThat(proposal(page).targets()).isEqualTo(2);
	}

	@Test
	void aRowIsOpenedAndEverythingInItPutRight() {
		String page = uploadText("TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Đơn vị chủ trì\n"
				+ "1;Thu;tỷ;4;5;Phòng Kinh tế\n;Thu khác;tỷ;1;2;\n");
		Document open = look(page + "?edit=0.3");
		assertThat(open.select("#edit input, #edit select").eachAttr("name")).contains("no:0.3", "parentNo:0.3",
				"name:0.3", "unit:0.3", "field:0.3", "leadUnits:0.3", "direction:0.3", "cell:0.3:4", "cell:0.3:5");
		MvcTestResult sent = send(page, open,
				Map.of("no:0.3", "2", "parentNo:0.3", "", "unit:0.3", "triệu đồng", "field:0.3", "Kinh tế",
						"leadUnits:0.3", "Thuế cơ sở; Công an Phường", "cell:0.3:4", "7", "cell:0.3:5", "≥ 8"));
		assertThat(sent).hasStatus(302).headers().hasValue("Location", page + "?edit=0.3#edit");
		Proposal corrected = proposal(page);
		assertThat(corrected.rows().get(1)).satisfies((row) -> {
			assertThat(row.indicator().no()).isEqualTo("2");
			assertThat(row.indicator().parentNo()).isNull();
			assertThat(row.indicator().unit()).isEqualTo("triệu đồng");
			assertThat(row.indicator().field()).isEqualTo("Kinh tế");
			assertThat(row.source().leadUnits()).containsExactly("Thuế cơ sở", "Công an Phường");
			assertThat(Objects.requireNonNull(row.indicator().baseline()).text()).isEqualTo("7");
			assertThat(row.indicator().targets().get(0).text()).isEqualTo("≥ 8");
		});
		post(page, Map.of("reset", "0.3"));
		assertThat(proposal(page).rows().get(1).indicator().no()).isEqualTo("1.1");
	}

	@Test
	void aRowOfSeveralIndicatorsIsDivided() {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026;Năm 2027\n"
				+ "1;\"Tỷ lệ trẻ đến trường; tỷ lệ biết bơi\";%;\"95; 60\";\"96; 65\"\n");
		post(page, Map.of("divide", "0.2"));
		Proposal divided = proposal(page);
		assertThat(divided.rows())
			.extracting((row) -> row.indicator().name() + " " + row.indicator().targets().get(1).text())
			.containsExactly("Tỷ lệ trẻ đến trường 96", "tỷ lệ biết bơi 65");
		send(page, look(page + "?edit=0.2.2"),
				Map.of("no:0.2.2", "2", "name:0.2.2", "Tỷ lệ biết bơi", "cell:0.2.2:5", "66"));
		assertThat(proposal(page).rows().get(1).indicator()).satisfies((view) -> {
			assertThat(view.no()).isEqualTo("2");
			assertThat(view.name()).isEqualTo("Tỷ lệ biết bơi");
			assertThat(view.targets().get(1).text()).isEqualTo("66");
		});
		answerAll(page);
		assertThat(store(page)).hasStatus(302);
	}

	@Test
	void aTableWithoutAHeadingIsNamedColumnByColumn() {
		String page = uploadText("a;b;c;d\n1;Thu;tỷ;5\n2;Chi;tỷ;6\n");
		assertThat(look(page).select(".import-question.is-error")).isNotEmpty();
		send(page, look(page),
				Map.of("column:0:1", "NUMBER", "column:0:2", "NAME", "column:0:3", "UNIT", "column:0:4", "YEAR:2026"));
		send(page, look(page), Map.of("row:0.1", "HEADING"));
		assertThat(proposal(page).rows()).extracting((row) -> row.indicator().targets().get(0).text())
			.containsExactly("5", "6");
		answerAll(page);
		assertThat(store(page)).hasStatus(302);
	}

	@Test
	void whatAWardNamesItsColumnsIsOfferedTheNextTime() {
		String annex = "TT;Nội dung;ĐVT;Số giao 1;Năm %d\n1;Thu;tỷ;4;5\n";
		String first = uploadText(annex.formatted(2026));
		send(first, look(first), Map.of("column:0:4", "OTHER"));
		answerAll(first);
		assertThat(store(first)).hasStatus(302);
		String next = uploadText(annex.formatted(2027));
		Document offered = look(next);
		assertThat(offered.select(".notice li").text()).contains("“Số giao 1” là Bỏ qua");
		post(next, Map.of("action", "recall"));
		assertThat(look(next).select("select[name=column:0:4] option[selected]").attr("value")).isEqualTo("OTHER");
		assertThat(look(next).select(".notice li")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from import_mapping where ward_code = ?")
			.param(WARD)
			.query(Long.class)
			.single()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cell:0.2:4000       | 5
			cell:99.2:4         | 5
			cell:0.999:4        | 5
			column:9:9          | NAME
			column:0:99         | NAME
			column:0:4          | NOTHING
			row:0.2             | NOTHING
			table:7             | yes
			direction:0.2       | SIDEWAYS
			divide              | 0.99
			reset               | x
			accept              | q
			set                 | cell
			issuer              | NOBODY
			fromYear            | year
			edit                | 0.2" onclick=
			""")
	void whatIsNoPlaceOrValueSaysNothing(String name, String value) {
		String page = uploadText("TT;Nội dung;ĐVT;Năm 2026\n1;Thu;tỷ;5\n");
		Proposal before = proposal(page);
		assertThat(post(page, Map.of(name, value))).hasStatus(302);
		assertThat(proposal(page)).isEqualTo(before);
		assertThat(this.mvc.get().uri(page + "?edit=7.7").with(TestAccounts.admin())).hasStatus(200);
	}

	@Test
	void fourHundredRowsAreShownCorrectedAndStored() {
		StringBuilder annex = new StringBuilder("TT;Nội dung;ĐVT;Thực hiện 2025;Năm 2026;Năm 2027\n");
		for (int i = 1; i <= 401; i++) {
			annex.append(i).append(";Tỷ lệ hộ số ").append(i).append(" đạt chuẩn;%;50;60;70\n");
		}
		String page = uploadText(annex.toString());
		Document shown = look(page);
		assertThat(shown.select(".import-row")).hasSize(401);
		send(page, shown, Map.of("cell:0.402:6", "75"));
		assertThat(proposal(page).rows().get(400).indicator().targets().get(1).text()).isEqualTo("75");
		answerAll(page);
		assertThat(store(page)).hasStatus(302);
	}

	@Test
	void aPageRunsAConstantNumberOfStatements() throws Exception {
		String small = uploadText("TT;Nội dung;ĐVT;Năm 2026\n1;Thu;tỷ;5\n");
		String large = upload("plan-tu-liem.xlsx");
		assertThat(StatementCounter.during(() -> look(large))).hasSameSizeAs(StatementCounter.during(() -> look(small)))
			.hasSizeLessThanOrEqualTo(9);
	}

}
