package vn.wardkpi.plan.web;

import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.PlanDrafts;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class IndicatorEditPagesTests extends DashboardTest {

	@Autowired
	private PlanLifecycle lifecycle;

	private long plan;

	@BeforeEach
	void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("17", ReportingPeriod.FINAL, "6.0"));
	}

	@Test
	void showsWhichResultsChangeThenChangesThemFromTheDayOn() {
		assertThat(this.mvc.get().uri(edit("17")).with(TestAccounts.admin()).exchange()).hasStatusOk()
			.bodyText()
			.contains("value=\"LOWER_IS_BETTER\" selected", "name=\"effectiveDate\"", "name=\"cooperating\"")
			.doesNotContain("value=\"store\"");

		assertThat(higher("check", "Ghi nhầm chiều", "1/6/2027")).hasStatusOk()
			.bodyText()
			.contains("Kết quả thay đổi từ ngày 01/06/2027", "Không đạt", "value=\"store\"", "Ghi nhầm chiều");
		assertThat(verdict("2027-06-01")).bodyText().contains("EXCEEDED");

		assertThat(higher("store", "Ghi nhầm chiều", "1/6/2027")).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/plans/" + this.plan + "#indicator-17");
		assertThat(verdict("2027-05-31")).bodyText().contains("\"verdict\":\"EXCEEDED\"");
		assertThat(verdict("2027-06-01")).bodyText().contains("\"verdict\":\"NOT_MET\"").doesNotContain("EXCEEDED\"");
	}

	@Test
	void whoComesSecondSeesWhatTheFirstOneStored() {
		String seen = seen();
		assertThat(post("17", "action", "store", "name", "Tên mới", "unit", "%", "role", "COUNTED", "direction",
				"LOWER_IS_BETTER", "valueType", "PERCENT", "accumulation", "LAST", "bounded", "true", "answering",
				"phong-van-hoa-xa-hoi", "reason", "Đổi tên", "effectiveDate", "1/1/2026", "seen", seen))
			.hasStatus(HttpStatus.FOUND);
		MvcTestResult second = higherHavingSeen(seen);
		assertThat(second).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Người khác vừa sửa", "Tên mới", "Càng thấp càng tốt", "Ghi nhầm chiều")
			.doesNotContain("value=\"store\"");
		assertThat(verdict("2027-06-01")).bodyText().contains("EXCEEDED");
		assertThat(higherHavingSeen(seen())).hasStatus(HttpStatus.FOUND);
	}

	private MvcTestResult higherHavingSeen(String seen) {
		return post("17", "action", "store", "name", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "unit",
				"%", "role", "COUNTED", "direction", "HIGHER_IS_BETTER", "valueType", "PERCENT", "accumulation", "LAST",
				"bounded", "true", "answering", "phong-van-hoa-xa-hoi", "reason", "Ghi nhầm chiều", "effectiveDate",
				"1/6/2027", "seen", seen);
	}

	private String seen() {
		MvcTestResult page = this.mvc.get().uri(edit("17")).with(TestAccounts.admin()).exchange();
		return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
			.select("input[name=seen]")
			.val();
	}

	@Test
	void anAdoptedPlanAsksWhyAndFromWhen() {
		assertThat(higher("store", "", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#reason\"", "href=\"#effectiveDate\"");
		assertThat(higher("check", "Ghi nhầm", "31/02/2027")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Ngày chưa đúng", "31/02/2027");
	}

	@Test
	void aDraftIsCorrectedAsIfItHadAlwaysBeenSo() {
		long draft = this.lifecycle.store(
				PlanDrafts.aPlanOf("00611").amount("1", "Thu ngân sách", "phong-kinh-te", "9.923,5").build(),
				TestAccounts.adminActor());
		this.plan = draft;
		assertThat(this.mvc.get().uri("/plans/" + draft).with(TestAccounts.admin()).exchange()).bodyText()
			.contains(edit("1"));
		assertThat(post("1", "action", "store", "name", "Thu ngân sách nhà nước", "unit", "Tỷ đồng", "role", "COUNTED",
				"direction", "HIGHER_IS_BETTER", "valueType", "AMOUNT", "accumulation", "SUM", "answering", ""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#answering\"");
		assertThat(post("1", "action", "store", "name", "Thu ngân sách nhà nước", "unit", "Tỷ đồng", "role", "COUNTED",
				"direction", "HIGHER_IS_BETTER", "valueType", "AMOUNT", "accumulation", "SUM", "answering",
				"phong-kinh-te"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.mvc.get().uri("/plans/" + draft).with(TestAccounts.admin()).exchange()).bodyText()
			.contains("Thu ngân sách nhà nước");
	}

	@Test
	void aClosedPlanStaysAsItIs() {
		this.lifecycle.close(this.plan, TestAccounts.adminActor());
		assertThat(higher("store", "Ghi nhầm chiều", "1/6/2027")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("đã khóa sổ");
		assertThat(this.mvc.get().uri("/plans/" + this.plan).with(TestAccounts.admin()).exchange()).bodyText()
			.doesNotContain("/edit\"");
	}

	private MvcTestResult higher(String action, String reason, String day) {
		return post("17", "action", action, "name", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "unit", "%",
				"role", "COUNTED", "direction", "HIGHER_IS_BETTER", "valueType", "PERCENT", "accumulation", "LAST",
				"bounded", "true", "answering", "phong-van-hoa-xa-hoi", "reason", reason, "effectiveDate", day);
	}

	private MvcTestResult post(String no, String... fields) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri(edit(no))
			.with(TestAccounts.admin())
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			post.param(fields[i], fields[i + 1]);
		}
		return post.exchange();
	}

	private String edit(String no) {
		return "/plans/" + this.plan + "/indicators/" + no + "/edit";
	}

	private MvcTestResult verdict(String asOf) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/attainment?year=2026&issuer=WARD_COUNCIL&asOf=" + asOf)
			.with(TestAccounts.delegate(WARD))
			.exchange();
	}

}
