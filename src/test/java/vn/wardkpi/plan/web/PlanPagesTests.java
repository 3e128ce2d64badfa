package vn.wardkpi.plan.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanDrafts;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class PlanPagesTests extends IntegrationTest {

	private static final String WARD = "00611";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PlanLifecycle lifecycle;

	@Test
	void showsADraftToItsAdministratorsWithWhatWillBePublic() {
		long plan = aDraft(1);
		assertThat(get("/plans/" + plan, TestAccounts.wardAdmin(WARD))).hasStatusOk()
			.bodyText()
			.contains("Dự thảo", "9.923,5", "được công khai", "name=\"effectiveDate\"");
		assertThat(get("/plans/" + plan, TestAccounts.delegate(WARD))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/wards/" + WARD + "/plans", TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyText()
			.contains("chưa có kế hoạch")
			.doesNotContain("plans/import");
		assertThat(get("/wards/" + WARD + "/plans", TestAccounts.admin())).bodyText()
			.contains("/plans/" + plan, "plans/import");
		assertThat(get("/wards/" + WARD, TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyText()
			.doesNotContain("/plans/" + plan);
		assertThat(get("/wards/" + WARD, TestAccounts.wardAdmin(WARD))).bodyText()
			.contains("/plans/" + plan, "Dự thảo");
		assertThat(get("/plans/" + plan, TestAccounts.wardAdmin(WARD))).bodyText()
			.contains("/wards/" + WARD + "/plans/import");
	}

	@Test
	void takesEachStepAndSaysWhatIsInTheWay() {
		long plan = aDraft(1);
		MvcTestResult wrong = post(plan, "adopt", "number", "", "date", "31/02/2026");
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Ngày chưa đúng", "31/02/2026");
		assertThat(post(plan, "adopt", "issuer", "WARD_COUNCIL", "date", "2/3/2026"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#number\"");
		assertThat(post(plan, "adopt", "issuer", "WARD_COUNCIL", "number", "15/NQ-HĐND", "date", "2/3/2026"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(get("/plans/" + plan, TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyText()
			.contains("Đã ban hành")
			.doesNotContain("test-admin", "/withdraw");
		assertThat(post(plan, "delete")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("đã được ban hành");
		assertThat(post(plan, "withdraw", "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(plan, "close")).hasStatus(HttpStatus.FOUND);
		assertThat(post(plan, "withdraw", "reason", "Nhập nhầm")).hasStatus(HttpStatus.FOUND);
		assertThat(get("/plans/" + plan, TestAccounts.admin())).bodyText().contains("Đã rút lại", "Nhập nhầm");
		assertThat(get("/plans/" + plan, TestAccounts.delegate(WARD))).hasStatus(HttpStatus.NOT_FOUND);
		long draft = aDraft(1);
		assertThat(post(draft, "delete")).hasStatus(HttpStatus.FOUND);
		assertThat(get("/plans/" + draft, TestAccounts.admin())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void adoptsOnlyWhatWasSeen() {
		long plan = aDraft(1);
		String seen = seen(plan);
		this.lifecycle.replace(plan, rows(2).build(), false, null, TestAccounts.adminActor());
		MvcTestResult late = post(plan, "adopt", "issuer", "WARD_COUNCIL", "number", "15/NQ-HĐND", "date", "2/3/2026",
				"seen", seen);
		assertThat(late).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("người khác thay đổi", "value=\"15/NQ-HĐND\"", "Thu ngân sách 2", "Dự thảo");
		assertThat(post(plan, "adopt", "issuer", "WARD_COUNCIL", "number", "15/NQ-HĐND", "date", "2/3/2026", "seen",
				seen(plan)))
			.hasStatus(HttpStatus.FOUND);
	}

	private String seen(long plan) {
		return Jsoup.parse(body(get("/plans/" + plan, TestAccounts.admin()))).select("input[name=seen]").val();
	}

	private static String body(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void readsAsManyStatementsWhateverTheSizeOfThePlan() throws Exception {
		long small = aDraft(1);
		List<String> few = statements(small);
		this.lifecycle.delete(small, TestAccounts.adminActor());
		assertThat(statements(aDraft(30))).isNotEmpty().hasSameSizeAs(few);
	}

	private List<String> statements(long plan) throws Exception {
		return StatementCounter.during(() -> get("/plans/" + plan, TestAccounts.admin()));
	}

	private long aDraft(int rows) {
		return this.lifecycle.store(rows(rows).build(), TestAccounts.adminActor());
	}

	private static PlanDrafts rows(int rows) {
		PlanDrafts draft = PlanDrafts.aPlanOf(WARD);
		for (int no = 1; no <= rows; no++) {
			draft.amount(String.valueOf(no), "Thu ngân sách " + no, "phong-kinh-te", "9.923,5");
		}
		return draft;
	}

	private MvcTestResult get(String address, RequestPostProcessor who) {
		return this.mvc.get().uri(address).with(who).exchange();
	}

	private MvcTestResult post(long plan, String step, String... fields) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri("/plans/" + plan + "/" + step)
			.with(TestAccounts.admin())
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			post.param(fields[i], fields[i + 1]);
		}
		return post.exchange();
	}

}
