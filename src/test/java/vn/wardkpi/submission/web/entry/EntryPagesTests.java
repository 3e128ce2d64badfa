package vn.wardkpi.submission.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.review.ReturnedRows;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class EntryPagesTests extends SubmissionTest {

	private static final int MOST_STATEMENTS = 12;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void theListShowsTheFormsOfOnesLeadUnits() throws Exception {
		Document all = page("/entry?year=2026&period=FINAL", TestAccounts.as(this.official));
		assertThat(all.select("table.data tbody th").eachText()).containsExactly("Phòng Kinh tế", "Phòng Văn hóa");

		Actor health = this.plan.official("c", "y-te");
		Document own = page("/entry?year=2026&period=FINAL", TestAccounts.as(health));
		assertThat(own.select("table.data tbody th").eachText()).containsExactly("Phòng Văn hóa");
	}

	@Test
	void theListSaysWhatCameBackAndWhy() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100"), "submit-anyway");
		review("kinh-te", "return", Map.of("comment", "Xem lại số hộ."));

		Document list = page("/entry", TestAccounts.as(this.official));
		assertThat(list.select(".card-note.is-bad").text()).contains("Phòng Kinh tế", "Trả lại", "Xem lại số hộ.");
	}

	@Test
	void theSheetShowsTargetsAsPublishedAndTheYearBefore() throws Exception {
		Document sheet = sheet("van-hoa");

		assertThat(sheet.select("#c-2-1 .num").eachText()).containsExactly("66,7%", "66,7%");
		assertThat(sheet.select("#c-17 .num").eachText()).containsExactly("6,2%", "6,1%");
		assertThat(sheet.select("#c-2 .group-name").text()).isEqualTo("2 Số trường đạt chuẩn");
		assertThat(sheet.select("#c-2 input")).isEmpty();
		assertThat(sheet.select("#progress").text()).isEqualTo("0/4 ô đã nhập");
	}

	@Test
	void goodCellsAreStoredAndBadOnesKeepWhatWasTyped() throws Exception {
		MvcTestResult result = save("kinh-te", Map.of("cells[1].value", "9.923,5", "cells[7].value", "101",
				"cells[13].numerator", "3", "cells[13].denominator", "3", "cells[1.1].value", "86.6"), "save");

		assertThat(result).hasStatus(422);
		Document sheet = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(sheet.select("#c-1 .saved")).isNotEmpty();
		assertThat(sheet.select("#c-13 .verdict").text()).contains("Đạt");
		assertThat(sheet.select("#c-7-value").val()).isEqualTo("101");
		assertThat(sheet.select("#c-7 .field-error").text()).startsWith("Tỷ lệ này nằm trong khoảng 0 đến 100%");
		assertThat(sheet.select("#c-1-1-value").val()).isEqualTo("86.6");
		assertThat(sheet.select("#c-1-1 .suggestion").text()).isEqualTo("86,6");
		assertThat(sheet.select(".error-summary a").eachAttr("href")).containsExactly("#c-1-1-value", "#c-7-value");
		assertThat(sheet("kinh-te").select("#progress").text()).isEqualTo("2/4 ô đã nhập");
	}

	@Test
	void aSuggestionIsTakenWithOneClick() throws Exception {
		MvcTestResult result = save("van-hoa", Map.of("cells[17].value", "6.0", "use", "17|value|6,0"), "save");

		assertThat(result).hasStatus3xxRedirection();
		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-17-value").val()).isEqualTo("6,0");
		assertThat(sheet.select("#c-17 .verdict").text()).contains("Vượt");
	}

	@Test
	void aShareMayBeTypedAsPartsIntoOneCell() throws Exception {
		save("van-hoa", Map.of("cells[2.1].value", "12/18 trường"), "save");

		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-2-1-numerator").val()).isEqualTo("12");
		assertThat(sheet.select("#c-2-1-denominator").val()).isEqualTo("18");
		assertThat(sheet.select("#c-2-1 .verdict").text()).contains("Đạt");
	}

	@Test
	void oneCellIsSavedAsItIsLeft() throws Exception {
		MvcTestResult result = cell("van-hoa", "17", Map.of("cells[17].value", "6,2", "cells[2.2].value", "abc"),
				this.official);

		assertThat(result).hasStatusOk();
		Document fragment = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(fragment.select(".outcome .verdict").text()).contains("Không đạt");
		assertThat(fragment.select(".outcome").hasClass("needs-explanation")).isTrue();
		assertThat(fragment.select(".outcome .saved").text()).isEqualTo("Đã lưu");
		assertThat(fragment.select(".outcome").attr("data-version")).isEqualTo("1");
		assertThat(fragment.select(".outcome").attr("data-value")).isEqualTo("6,2");
		assertThat(fragment.select(".form-progress").attr("data-answered")).isEqualTo("1");
		assertThat(fragment.select("form, nav")).isEmpty();
	}

	@Test
	void oneCellCostsThreeStatements() throws Exception {
		for (String value : new String[] { "6,2", "6,0", "5,9" }) {
			String version = value.equals("6,2") ? "0" : "1";
			List<String> statements = StatementCounter.during(() -> cell("van-hoa", "17",
					Map.of("cells[17].value", value, "cells[17].version", version), this.official));

			assertThat(statements.stream().filter((sql) -> !sql.contains("insert into audit_entry")))
				.as(String.join("\n", statements))
				.hasSizeBetween(1, 3);
		}
	}

	@Test
	void aWholeSheetIsStoredInAsManyStatementsAsOneCell() throws Exception {
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 60);
		SubmissionKey key = new SubmissionKey(large.planId(), 2026, ReportingPeriod.FINAL, "van-hoa");
		List<TypedCell> cells = new ArrayList<>();
		for (int no = 100; no < 160; no++) {
			cells.add(new TypedCell(String.valueOf(no), ActualInput.typed("60,5", null, null, null), 0));
		}
		List<String> one = StatementCounter
			.during(() -> this.figures.enterAll(key, cells.subList(0, 1), large.official("an")));
		List<String> all = StatementCounter.during(() -> this.figures.enterAll(key, cells, large.official("an")));

		assertThat(withoutAudit(all)).as(String.join("\n", all)).hasSameSizeAs(withoutAudit(one)).hasSizeBetween(1, 9);
		assertThat(this.figures.enterAll(key, cells, large.official("an"))).isEmpty();
	}

	private static List<String> withoutAudit(List<String> statements) {
		return statements.stream().filter((sql) -> !sql.contains("insert into audit_entry")).toList();
	}

	@Test
	void twoClerksWhoChangeTheSameCellSeeBothValuesAndChoose() throws Exception {
		Actor other = this.plan.official("dung");
		cell("van-hoa", "17", Map.of("cells[17].value", "6,0", "cells[17].version", "0"), this.official);

		MvcTestResult collided = save("van-hoa", Map.of("cells[17].value", "5,9", "cells[17].version", "0"), "save",
				other);
		assertThat(collided).hasStatus(409);
		Document page = Jsoup.parse(collided.getResponse().getContentAsString());
		assertThat(page.select("#c-17 .collision p").text()).contains("an đã nhập 6,0", "bạn nhập 5,9");
		assertThat(page.select("#c-17-value").val()).isEqualTo("5,9");
		assertThat(sheet("van-hoa").select("#c-17-value").val()).isEqualTo("6,0");

		MvcTestResult kept = save("van-hoa", Map.of("cells[17].value", "5,9", "cells[17].version", "0",
				"cells[17].theirs", page.select("#c-17 .collision input").val(), "keep", "17"), "save", other);
		assertThat(kept).hasStatus3xxRedirection();
		assertThat(sheet("van-hoa").select("#c-17-value").val()).isEqualTo("5,9");
	}

	@Test
	void whoeverCollidesWithThemselvesIsToldSo() throws Exception {
		cell("van-hoa", "17", Map.of("cells[17].value", "6,0", "cells[17].version", "0"), this.official);
		MvcTestResult collided = cell("van-hoa", "17", Map.of("cells[17].value", "5,9", "cells[17].version", "0"),
				this.official);
		assertThat(Jsoup.parse(collided.getResponse().getContentAsString()).select(".collision p").text())
			.startsWith("Bạn (ở cửa sổ khác) đã nhập 6,0");

		MvcTestResult sheet = save("van-hoa",
				Map.of("cells[17].value", "6,0", "cells[17].note", "Báo cáo 12", "cells[17].version", "0"), "save");
		Document page = Jsoup.parse(sheet.getResponse().getContentAsString());
		assertThat(page.select(".error-summary a").text())
			.isEqualTo("Chỉ tiêu 17: bạn (ở cửa sổ khác) vừa nhập số khác. Hãy chọn một số.");
		assertThat(page.select("#c-17 [name=take]").text()).isEqualTo("Lấy bản của bạn (ở cửa sổ khác)");
	}

	@Test
	void aStepThatComesTooLateIsSaidOnTheFormAsItStandsNow() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100"), "submit-anyway");
		MvcTestResult late = save("kinh-te", Map.of("cells[7].value", "99", "cells[7].version", "1"), "submit");
		assertThat(late).hasStatus(409);
		Document page = Jsoup.parse(late.getResponse().getContentAsString());
		assertThat(page.select("main [role=alert]").text()).contains("đang chờ duyệt");
		assertThat(page.select("#c-7-value").val()).isEqualTo("100");

		review("kinh-te", "approve", Map.of());
		page = Jsoup.parse(takeBack("kinh-te", this.official).getResponse().getContentAsString());
		assertThat(page.select("main [role=alert]").text()).startsWith("Phiếu đã được " + this.reviewer.username());
		assertThat(page.select(".status-APPROVED")).isNotEmpty();
		assertThat(get(uri("entry", "kinh-te") + "/take-back", TestAccounts.as(this.official)).getResponse()
			.getRedirectedUrl()).isEqualTo(uri("entry", "kinh-te"));
	}

	@Test
	void noCodeAndNoCapitalStandsInASentence() throws Exception {
		assertThat(preview("kinh-te", "1", "9.923.500 triệu").text()).contains("là 9.923,5 tỷ đồng.");
		assertThat(get("/plans/" + this.plan.planId() + "/entry/2026/M13/kinh-te", TestAccounts.as(this.official)))
			.hasStatus(404)
			.bodyText()
			.contains("Không có kỳ báo cáo “M13”.")
			.doesNotContain("M01", "ESTIMATE", "FINAL");
	}

	@Test
	void theOthersValueMayBeTaken() throws Exception {
		cell("van-hoa", "17", Map.of("cells[17].value", "6,0"), this.official);

		assertThat(save("van-hoa", Map.of("cells[17].value", "5,9", "take", "17"), "save")).hasStatus3xxRedirection();
		assertThat(sheet("van-hoa").select("#c-17-value").val()).isEqualTo("6,0");
	}

	@Test
	void submissionListsEmptyCellsAndGoesThroughOnRequest() throws Exception {
		MvcTestResult asked = save("van-hoa", Map.of("cells[17].value", "6,0"), "submit");
		assertThat(asked).hasStatusOk();
		Document page = Jsoup.parse(asked.getResponse().getContentAsString());
		assertThat(page.select(".still-open a").eachAttr("href")).containsExactly("#c-2-1", "#c-2-2", "#c-23");

		assertThat(save("van-hoa", Map.of("cells[17].value", "6,0", "cells[17].version", "1"), "submit-anyway"))
			.hasStatus3xxRedirection();
		Document sheet = sheet("van-hoa");
		assertThat(sheet.select(".status-SUBMITTED")).isNotEmpty();
		assertThat(sheet.select("#c-17-value").hasAttr("readonly")).isTrue();
	}

	@Test
	void aBadCellOfAnotherUnitKeepsNobodyFromHandingIn() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100"), "save");
		MvcTestResult submitted = saveAll(Map.of("cells[17].value", "abc"), "submit-anyway:kinh-te");
		assertThat(submitted).hasStatus(422);
		Document page = Jsoup.parse(submitted.getResponse().getContentAsString());
		assertThat(page.select("#unit-kinh-te .status-SUBMITTED")).hasSize(1);
		assertThat(page.select("#c-17-value").val()).isEqualTo("abc");
		assertThat(page.select(".notice-success").text()).startsWith("Đã gửi duyệt");

		assertThat(saveAll(Map.of("cells[17].value", "abc"), "submit-anyway:van-hoa")).hasStatus(422);
		assertThat(sheet("van-hoa").select(".status-SUBMITTED")).isEmpty();
	}

	@Test
	void allCompleteFormsAreHandedInTogetherAndTakenBack() throws Exception {
		String check = "/plans/" + this.plan.planId() + "/hand-in/2026/FINAL";
		save("kinh-te", Map.of("cells[1].value", "9.923,5", "cells[1.1].value", "7.082,5", "cells[7].value", "100",
				"cells[13].numerator", "3", "cells[13].denominator", "3"), "save");
		save("van-hoa", Map.of("cells[17].value", "6,5"), "save");
		Document page = page(check, TestAccounts.as(this.official));
		assertThat(page.select(".site-head [aria-current]").text()).isEqualTo("Nhập số liệu");
		assertThat(page.select("form.panel li a").eachText()).containsExactly("Phòng Kinh tế");
		assertThat(page.select("section.panel li a").eachAttr("href")).hasSize(4)
			.first()
			.asString()
			.endsWith("/2026/FINAL/van-hoa#c-17-cause");

		MvcTestResult sent = this.mvc.post()
			.uri(check)
			.param("form", page.select("[name=form]").val())
			.param("form", "van-hoa:0")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(sent).hasStatus3xxRedirection();
		assertThat(String.valueOf(sent.getMvcResult().getFlashMap().get("leftOut"))).contains("Phòng Văn hóa: ");
		Document sheet = sheet("kinh-te");
		assertThat(sheet.select(".status-SUBMITTED")).isNotEmpty();
		assertThat(sheet.select("button[formaction$=take-back]")).hasSize(1);

		assertThat(takeBack("kinh-te", this.reviewer)).hasStatus(403);
		assertThat(takeBack("kinh-te", this.official)).hasStatus3xxRedirection();
		assertThat(sheet("kinh-te").select(".status-DRAFT")).isNotEmpty();
		assertThat(takeBack("kinh-te", this.official)).hasStatus(409);
		save("kinh-te", Map.of(), "submit-anyway");
		review("kinh-te", "approve", Map.of());
		assertThat(takeBack("kinh-te", this.official)).hasStatus(409);
	}

	private MvcTestResult takeBack(String unit, Actor actor) {
		return this.mvc.post()
			.uri(uri("entry", unit) + "/take-back")
			.with(TestAccounts.as(actor))
			.with(csrf())
			.exchange();
	}

	@Test
	void theEstimateIsTakenOverAndTheDifferenceShown() throws Exception {
		String estimate = "/plans/" + this.plan.planId() + "/entry/2026/ESTIMATE/van-hoa";
		this.mvc.post()
			.uri(estimate)
			.param("cells[17].value", "6,0")
			.param("cells[2.1].value", "12/18")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(sheet("van-hoa").select("#c-17 .estimate").attr("data-value")).isEqualTo("6,0");
		assertThat(save("van-hoa", Map.of("estimate", "*", "cells[17].value", "5,9"), "save"))
			.hasStatus3xxRedirection();

		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-17-value").val()).isEqualTo("5,9");
		assertThat(sheet.select("#c-17 .difference").text()).isEqualTo("Chênh −0,1 so với số ước");
		assertThat(sheet.select("#c-2-1-numerator").val()).isEqualTo("12");
		save("van-hoa", Map.of(), "submit-anyway");
		this.mvc.post()
			.uri(estimate)
			.param("action", "submit-anyway")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(page(uri("review", "van-hoa"), TestAccounts.as(this.reviewer)).select("#c-17 .difference").text())
			.contains("−0,1");
	}

	@Test
	void aFigureHasANoteAndAReturnedRowAnAnswer() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100", "cells[7].note", "Báo cáo 12 của công ty nước sạch"),
				"submit-anyway");
		assertThat(page(uri("review", "kinh-te"), TestAccounts.as(this.reviewer)).select("#c-7 .explanation").text())
			.contains("Báo cáo 12");
		this.submissions.returnToUnit(new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, "kinh-te"),
				new ReturnedRows("", Map.of("7", "Xem lại"), false), null, this.reviewer);
		Document sheet = sheet("kinh-te");
		assertThat(sheet.select("#c-7 details.note summary").text()).isEqualTo("Trả lời ý kiến, ghi chú");
		assertThat(sheet.select("#c-7-note").text()).startsWith("Báo cáo 12");
	}

	@Test
	void theAddressOfARefusedStepShowsTheFormAgain() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100"), "submit-anyway");
		MvcTestResult refused = review("kinh-te", "return", Map.of("comment", " "));
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select(".error-summary[autofocus]"))
			.hasSize(1);
		for (String step : new String[] { "approve", "return", "reopen", "override", "revoke" }) {
			assertThat(get(uri("review", "kinh-te") + "/" + step, TestAccounts.as(this.reviewer)).getResponse()
				.getRedirectedUrl()).isEqualTo(uri("review", "kinh-te"));
		}
		assertThat(get("/review/approve", TestAccounts.as(this.reviewer)).getResponse().getRedirectedUrl())
			.isEqualTo("/review");
	}

	@Test
	void aPeriodThatIsNotOverIsConfirmedBeforeItIsHandedIn() throws Exception {
		String later = "/plans/" + this.plan.planId() + "/entry/2027/FINAL/kinh-te";
		for (String no : new String[] { "1", "1.1", "7" }) {
			this.mvc.post()
				.uri(later)
				.param("cells[" + no + "].value", "90")
				.with(TestAccounts.as(this.official))
				.with(csrf())
				.exchange();
		}
		MvcTestResult asked = this.mvc.post()
			.uri(later)
			.param("cells[13].numerator", "1")
			.param("cells[13].denominator", "2")
			.param("action", "submit")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(asked).hasStatusOk();
		Document page = Jsoup.parse(asked.getResponse().getContentAsString());
		assertThat(page.select("[role=alert]").text()).contains("Kỳ báo cáo chưa kết thúc", "31/12/2027");
		assertThat(page.select(".still-open")).isEmpty();

		assertThat(this.mvc.post()
			.uri(later)
			.param("action", "submit-anyway")
			.with(TestAccounts.as(this.official))
			.with(csrf())).hasStatus3xxRedirection();
		String review = later.replace("/entry/", "/review/");
		assertThat(page(review, TestAccounts.as(this.reviewer)).select(".notice-warning").text())
			.contains("31/12/2027");
		assertThat(page("/review", TestAccounts.as(this.reviewer)).select(".queue .tag").text())
			.contains("Kỳ chưa kết thúc");
	}

	@Test
	void anExplanationThatSaysNothingIsAskedForAgain() throws Exception {
		for (String words : new String[] { "x", ".", "mưa lũ" }) {
			save("van-hoa", Map.of("cells[17].value", "6,5", "cells[17].cause", words, "cells[17].remedy", words,
					"cells[17].version", "x".equals(words) ? "0" : (".".equals(words) ? "1" : "2")), "save");
			MvcTestResult refused = save("van-hoa", Map.of(), "submit-anyway");
			assertThat(refused).as(words).hasStatus(422);
			assertThat(
					Jsoup.parse(refused.getResponse().getContentAsString()).select(".error-summary a").eachAttr("href"))
				.containsExactly("#c-17-cause");
		}
	}

	@Test
	void aReviewerSeesNothingOfAnEarlierPeriodThatWasNotHandedIn() throws Exception {
		String halfYear = "/plans/" + this.plan.planId() + "/entry/2026/M06/van-hoa";
		this.mvc.post()
			.uri(halfYear)
			.param("cells[17].value", "5,9")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		save("van-hoa", Map.of("cells[17].value", "6,0"), "submit-anyway");
		String review = uri("review", "van-hoa");
		assertThat(page(review, TestAccounts.as(this.reviewer)).select("#c-17").text()).doesNotContain("5,9%");

		this.mvc.post()
			.uri(halfYear)
			.param("action", "submit-anyway")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(page(review, TestAccounts.as(this.reviewer)).select("#c-17 .num").eachText())
			.contains("5,9%6 tháng");
	}

	@Test
	void submissionNamesTheExplanationsThatAreMissing() throws Exception {
		MvcTestResult refused = save("van-hoa", Map.of("cells[17].value", "6,5"), "submit-anyway");

		assertThat(refused).hasStatus(422);
		Document page = Jsoup.parse(refused.getResponse().getContentAsString());
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#c-17-cause");
		assertThat(page.select("#c-17").hasClass("is-explained")).isTrue();
	}

	@Test
	void aReviewerSeesTheQueueAndDecides() throws Exception {
		assertThat(page("/review", TestAccounts.as(this.reviewer)).select(".empty").text()).contains("Không có phiếu");
		save("kinh-te", Map.of("cells[7].value", "100"), "submit-anyway");

		Document queue = page("/review?year=2026&period=FINAL", TestAccounts.as(this.reviewer));
		assertThat(queue.select("table.data tbody th a").first().text()).isEqualTo("Phòng Kinh tế");
		assertThat(queue.text()).contains("đã gửi 1/2 phiếu");

		assertThat(review("kinh-te", "return", Map.of("comment", " "))).hasStatus(422);
		assertThat(review("kinh-te", "approve", Map.of())).hasStatus3xxRedirection();
		assertThat(review("kinh-te", "approve", Map.of())).hasStatus(409);
		Document form = page(uri("review", "kinh-te"), TestAccounts.as(this.reviewer));
		assertThat(form.select(".status-APPROVED")).isNotEmpty();
		assertThat(form.select("#reason")).isNotEmpty();
	}

	@Test
	void whoeverEnteredSeesWhyTheyCannotApprove() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100"), "submit-anyway", this.plan.official("binh"));

		Document form = page(uri("review", "kinh-te"), TestAccounts.as(this.reviewer));
		assertThat(form.select("#review").text()).contains("không được tự duyệt");
		assertThat(form.select("#review button[formaction$=approve]")).isEmpty();
	}

	@Test
	void aReviewerOverridesAVerdictAndTakesItBack() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "99"), "save");
		assertThat(review("kinh-te", "override",
				Map.of("no", "7", "issuer", "WARD_COUNCIL", "verdict", "MET", "reason", "")))
			.hasStatus(422);
		assertThat(review("kinh-te", "override", Map.of("no", "7", "issuer", "WARD_COUNCIL", "verdict", "MET", "reason",
				"Một tổ chờ đấu nối", "reference", "BC 12")))
			.hasStatus3xxRedirection();

		Document form = page(uri("review", "kinh-te"), TestAccounts.as(this.reviewer));
		assertThat(form.select("#c-7 .override-note").text()).contains("Đạt", "Một tổ chờ đấu nối", "BC 12");
		assertThat(form.select("#c-7 .verdict").text()).contains("Không đạt");

		assertThat(review("kinh-te", "revoke", Map.of("no", "7", "issuer", "WARD_COUNCIL", "revokeReason", " ")))
			.hasStatus(422);
		review("kinh-te", "revoke", Map.of("no", "7", "issuer", "WARD_COUNCIL", "revokeReason", "Nhầm kỳ"));
		assertThat(page(uri("review", "kinh-te"), TestAccounts.as(this.reviewer)).select("#c-7 .override-note"))
			.isEmpty();
	}

	@Test
	void formsAreForTheWardsStaffAlone() {
		String ward = this.plan.ward().value();
		for (String path : new String[] { uri("entry", "kinh-te"), uri("review", "kinh-te") }) {
			assertThat(get(path, TestAccounts.delegate(ward))).hasStatus(403);
			assertThat(get(path, TestAccounts.official("00592"))).hasStatus(403);
			assertThat(get(path, TestAccounts.reviewer("00592"))).hasStatus(403);
			assertThat(get(path, TestAccounts.reviewer(ward))).hasStatusOk();
		}
		assertThat(get("/entry", TestAccounts.delegate(ward))).hasStatus(403);
		assertThat(get("/review", TestAccounts.delegate(ward))).hasStatus(403);
		assertThat(get(uri("entry", "khong-co"), TestAccounts.as(this.official))).hasStatus(404);
		assertThat(get("/plans/999999/entry/2026/FINAL/kinh-te", TestAccounts.as(this.official))).hasStatus(404);
	}

	@Test
	void readersOfASheetCannotChangeIt() throws Exception {
		Document sheet = page(uri("entry", "kinh-te"), TestAccounts.as(this.plan.official("c", "van-hoa")));
		assertThat(sheet.select("#c-7-value").hasAttr("readonly")).isTrue();
		assertThat(sheet.select("button[value=save], button[value=submit]")).isEmpty();
		assertThat(save("kinh-te", Map.of("cells[7].value", "1"), "save", this.plan.official("c", "van-hoa")))
			.hasStatus(403);
	}

	@Test
	void allFormsOfAnOfficialStandOnOnePage() throws Exception {
		Document page = page(all(), TestAccounts.as(this.official));
		assertThat(page.select(".sheet-form h2").eachText()).containsExactly("Phòng Kinh tế", "Phòng Văn hóa");
		assertThat(page.select(".sheet-row")).hasSize(9);
		assertThat(page.select("button[value=submit:van-hoa]")).hasSize(1);

		Document own = page(all(), TestAccounts.as(this.plan.official("c", "kinh-te")));
		assertThat(own.select(".sheet-form h2").eachText()).containsExactly("Phòng Kinh tế");
		assertThat(get(all(), TestAccounts.as(this.plan.official("d", "khong-co")))).hasStatus(403);
		assertThat(page(all(), TestAccounts.as(this.reviewer)).select("#sheet-state")).isEmpty();
	}

	@Test
	void cellsOfSeveralFormsAreSavedTogetherEachOnItsOwnForm() throws Exception {
		MvcTestResult saved = saveAll(Map.of("cells[7].value", "100", "cells[17].value", "6,0"), "save");
		assertThat(saved).hasStatus3xxRedirection();
		assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(all());
		assertThat(sheet("kinh-te").select("#progress").text()).isEqualTo("1/4 ô đã nhập");
		assertThat(sheet("van-hoa").select("#progress").text()).isEqualTo("1/4 ô đã nhập");

		assertThat(saveAll(Map.of("cells[7].value", "101", "cells[7].version", "1"), "save")).hasStatus(422);
		assertThat(saveAll(Map.of(), "submit-anyway:kinh-te")).hasStatus3xxRedirection();
		Document page = page(all(), TestAccounts.as(this.official));
		assertThat(page.select("#unit-kinh-te .status-SUBMITTED")).hasSize(1);
		assertThat(page.select("#unit-van-hoa .status-DRAFT")).hasSize(1);
		assertThat(saveAll(Map.of("cells[7].value", "99", "cells[2.2].value", "1"), "save")).hasStatus3xxRedirection();
		assertThat(sheet("kinh-te").select("#c-7-value").val()).isEqualTo("100");
		assertThat(sheet("van-hoa").select("#c-2-2-value").val()).isEqualTo("1");
	}

	@Test
	void aCellBeingTypedIsCheckedWithoutBeingStored() throws Exception {
		Document preview = preview("kinh-te", "7", "99");
		assertThat(preview.select(".verdict").text()).contains("Không đạt");
		assertThat(preview("kinh-te", "7", "101").select(".field-error").text()).contains("khoảng 0 đến 100%");
		assertThat(preview("kinh-te", "1", "9.923.500 triệu").text()).contains("9.923,5");
		assertThat(sheet("kinh-te").select("#progress").text()).isEqualTo("0/4 ô đã nhập");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12,", "-", "12/", "15 t", "9.92", "x" })
	void nothingIsSaidOfATextThatIsOnItsWay(String typed) throws Exception {
		assertThat(preview("kinh-te", "1", typed).text()).isEmpty();
	}

	@Test
	void aCellMayStayEmptyOnPurposeWithAReason() throws Exception {
		cell("van-hoa", "17", Map.of("cells[17].noDataReason", "Chưa đến kỳ thống kê"), this.official);

		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-17 .no-data-answer").text()).contains("Chưa đến kỳ thống kê");
		assertThat(sheet.select("#c-17 .saved")).isNotEmpty();
		assertThat(sheet.select("#c-2-2 .no-data-answer")).isEmpty();
	}

	@Test
	void whoeverChangedWordsAloneIsShownTheWordsThatDiffer() throws Exception {
		cell("van-hoa", "17", Map.of("cells[17].value", "6,5", "cells[17].cause", "Do hạn hán"), this.official);

		MvcTestResult collided = cell("van-hoa", "17",
				Map.of("cells[17].value", "6,5", "cells[17].cause", "Do dịch bệnh", "cells[17].version", "0"),
				this.plan.official("dung"));
		Document fragment = Jsoup.parse(collided.getResponse().getContentAsString());
		assertThat(fragment.select(".outcome").attr("data-state")).isEqualTo("collided");
		assertThat(fragment.select(".difference").text()).contains("an", "Do hạn hán", "Do dịch bệnh");
		assertThat(fragment.select("[name=take]").text()).contains("bản của an");
	}

	@Test
	void anEarlierExplanationIsTakenOver() throws Exception {
		String halfYear = "/plans/" + this.plan.planId() + "/entry/2026/M06/van-hoa";
		assertThat(this.mvc.post()
			.uri(halfYear)
			.param("cells[17].value", "6,9")
			.param("cells[17].cause", "Do dịch bệnh")
			.param("cells[17].remedy", "Tiêm chủng trước tháng 9")
			.with(TestAccounts.as(this.official))
			.with(csrf())).hasStatus3xxRedirection();

		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-17 .carry").text()).isEqualTo("Lấy giải trình 6 tháng năm 2026");
		assertThat(sheet.select("#c-17 .col-earlier").text()).contains("6,9%", "6 tháng");
		save("van-hoa", Map.of("cells[17].value", "6,5", "cells[17].cause", "Do thiên tai", "carry", "17"), "save");
		assertThat(sheet("van-hoa").select("#c-17-cause").text()).isEqualTo("Do thiên tai");
		assertThat(sheet("van-hoa").select("#c-17-remedy").text()).isEqualTo("Tiêm chủng trước tháng 9");
	}

	@Test
	void aReturnedRowSaysWhyAndThatItWasCorrected() throws Exception {
		save("kinh-te", Map.of("cells[7].value", "100", "cells[13].numerator", "3", "cells[13].denominator", "3"),
				"submit-anyway");
		this.submissions.returnToUnit(new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.FINAL, "kinh-te"),
				new ReturnedRows("", Map.of("7", "Xem lại số hộ"), true), null, this.reviewer);

		Document sheet = sheet("kinh-te");
		assertThat(sheet.select(".returned-rows a").eachAttr("href")).containsExactly("#c-7");
		assertThat(sheet.select("#c-7 .returned-note").text()).contains("Xem lại số hộ");
		assertThat(sheet.select("#c-7 .is-corrected")).isEmpty();
		assertThat(sheet.select("#c-13 .row-lock").text()).contains("đã được duyệt riêng");

		cell("kinh-te", "7", Map.of("cells[7].value", "99", "cells[7].version", "1"), this.official);
		assertThat(sheet("kinh-te").select("#c-7 .is-corrected")).isNotEmpty();
	}

	@Test
	void allFormsTakeAsManyStatementsAsOne() throws Exception {
		String one = uri("entry", "van-hoa");
		assertThat(statements(all(), this.plan)).isEqualTo(statements(one, this.plan));
	}

	@Test
	void theSheetTakesAsManyStatementsForManyIndicatorsAsForFew() throws Exception {
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 100);
		int few = statements(this.plan);

		assertThat(statements(large)).isEqualTo(few).isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	private int statements(SamplePlan of) throws Exception {
		return statements("/plans/" + of.planId() + "/entry/2026/FINAL/van-hoa", of);
	}

	private int statements(String uri, SamplePlan of) throws Exception {
		return StatementCounter.during(() -> assertThat(get(uri, TestAccounts.as(of.official("an")))).hasStatusOk())
			.size();
	}

	private Document sheet(String unit) throws Exception {
		return page(uri("entry", unit), TestAccounts.as(this.official));
	}

	private Document page(String uri, RequestPostProcessor account) throws Exception {
		MvcTestResult result = get(uri, account);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult get(String uri, RequestPostProcessor account) {
		return this.mvc.get().uri(uri).with(account).exchange();
	}

	private MvcTestResult save(String unit, Map<String, String> cells, String action) {
		return save(unit, cells, action, this.official);
	}

	private MvcTestResult save(String unit, Map<String, String> cells, String action, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri("entry", unit));
		cells.forEach(request::param);
		return request.param("action", action).with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

	private MvcTestResult saveAll(Map<String, String> cells, String action) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(all());
		cells.forEach(request::param);
		return request.param("action", action).with(TestAccounts.as(this.official)).with(csrf()).exchange();
	}

	private Document preview(String unit, String no, String value) throws Exception {
		MvcTestResult result = this.mvc.post()
			.uri(uri("entry", unit) + "/cells/" + no + "/preview")
			.param("cells[" + no + "].value", value)
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private String all() {
		return "/plans/" + this.plan.planId() + "/entry/2026/FINAL";
	}

	private MvcTestResult cell(String unit, String no, Map<String, String> cells, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri("entry", unit) + "/cells/" + no);
		cells.forEach(request::param);
		return request.header("HX-Request", "true").with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

	private MvcTestResult review(String unit, String step, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri("review", unit) + "/" + step);
		fields.forEach(request::param);
		return request.with(TestAccounts.as(this.reviewer)).with(csrf()).exchange();
	}

	private String uri(String page, String unit) {
		return "/plans/" + this.plan.planId() + "/" + page + "/2026/FINAL/" + unit;
	}

}
