package vn.wardkpi.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer's day, with the clerk and the delegate beside.
 */
class ReviewJourneyTests extends SamplePlanJourney {

	@Test
	void oneRowIsReturnedMendedAndApprovedAndADelegateNeverSeesADraft() {
		Page clerk = signedIn("an" + this.suffix);
		Page delegate = signedIn("dai-bieu" + this.suffix);
		clerk.navigate(form("entry", "kinh-te"));
		type(clerk, "c-7-value", "97,3");
		assertThat(clerk.locator("#c-7-outcome")).containsText("Không đạt");
		clerk.locator("#c-7-cause").fill("Đường ống vỡ hai tháng.");
		clerk.locator("#c-7-remedy").fill("Thay đường ống trong quý I.");
		clerk.locator("#c-7-remedy").blur();
		type(clerk, "c-1-value", "9.923,5");
		assertThat(clerk.locator("#c-1-outcome")).containsText("Đạt");
		unseen(delegate, "97,3");
		submit(clerk);
		unseen(delegate, "97,3");

		Page reviewer = signedIn("binh" + this.suffix);
		reviewer.navigate("/review?year=2026&period=FINAL");
		assertAccessible(reviewer);
		reviewer.locator(".queue a").first().click();
		assertThat(reviewer.locator("#c-7 .review-mark")).containsText("Không đạt chỉ tiêu");
		assertThat(reviewer.locator("#c-7-comment")).isHidden();
		reviewer.keyboard().press("j");
		String marked = reviewer.locator(".review tbody.is-here").getAttribute("id");
		reviewer.keyboard().press("r");
		assertThat(reviewer.locator("#" + marked + "-comment")).isFocused();
		reviewer.keyboard().type("jar");
		assertThat(reviewer.locator("#" + marked + "-comment")).hasValue("jar");
		reviewer.locator("#" + marked + "-comment").fill("");
		reviewer.locator("#" + marked + "-returned").uncheck();
		reviewer.locator("#c-7-returned").check();
		reviewer.locator("#c-7-comment").fill("Đối chiếu số hộ với công ty nước sạch.");
		reviewer.locator("#approveRest").check();
		assertAccessible(reviewer);
		reviewer.locator("#decide .btn-danger").click();
		assertThat(reviewer.locator(".status-RETURNED").first()).isVisible();
		unseen(delegate, "97,3");
		delegate.navigate("/plans/" + this.plan.planId() + "/indicators/1");
		assertThat(delegate.locator("main")).containsText("9.923,5");

		clerk.navigate(form("entry", "kinh-te"));
		assertThat(clerk.locator("#c-7")).containsText("Đối chiếu số hộ với công ty nước sạch.");
		assertThat(clerk.locator("#c-1-value")).not().isEditable();
		type(clerk, "c-7-value", "100");
		assertThat(clerk.locator("#c-7-outcome")).containsText("Đạt");
		unseen(delegate, "97,3");
		submit(clerk);

		reviewer.navigate(form("review", "kinh-te"));
		assertThat(reviewer.locator("#c-7 .review-mark").first()).containsText("Đã sửa sau khi trả lại");
		assertThat(reviewer.locator("#c-7 .review-mark").first()).containsText("97,3");
		assertThat(reviewer.locator("#c-1 .row-approved")).isVisible();
		reviewer.locator("#decide .btn-primary").click();
		assertThat(reviewer.locator(".status-APPROVED").first()).isVisible();
		delegate.navigate("/plans/" + this.plan.planId() + "/indicators/7");
		assertThat(delegate.locator("main")).containsText("100");
		unseen(delegate, "97,3");
	}

	@Test
	void theSecondOfTwoReviewersIsToldWhatTheFirstDid() {
		Page clerk = signedIn("an" + this.suffix);
		clerk.navigate(form("entry", "kinh-te"));
		type(clerk, "c-7-value", "100");
		assertThat(clerk.locator("#c-7-outcome")).containsText("Đạt");
		submit(clerk);

		Page first = signedIn("binh" + this.suffix);
		Page second = signedIn("chi" + this.suffix);
		first.navigate(form("review", "kinh-te"));
		second.navigate(form("review", "kinh-te"));
		first.locator("#decide .btn-primary").click();
		assertThat(first.locator(".status-APPROVED").first()).isVisible();
		second.locator("#comment").fill("Xem lại số hộ");
		second.locator("#decide .btn-danger").click();
		assertThat(second.locator(".error-summary")).containsText("đã được binh duyệt");
		assertThat(second.locator(".error-summary")).containsText("Bây giờ: Đã duyệt");
		assertAccessible(second);
	}

	@Test
	void formsAboutWhichNothingIsUnusualAreApprovedTogether() {
		Page clerk = signedIn("an" + this.suffix);
		clerk.navigate(form("entry", "kinh-te"));
		type(clerk, "c-1-value", "9.923,5");
		type(clerk, "c-1-1-value", "7.082,5");
		type(clerk, "c-7-value", "100");
		type(clerk, "c-13-numerator", "3");
		type(clerk, "c-13-denominator", "3");
		assertThat(clerk.locator("#c-13-outcome")).containsText("Đạt");
		submit(clerk);

		Page reviewer = signedIn("binh" + this.suffix, 360, 800);
		reviewer.navigate("/review?year=2026&period=FINAL");
		reviewer.locator(".queue input[name=form]").check();
		reviewer.locator("main form .btn-primary").click();
		assertThat(reviewer.locator("main form li")).containsText("Phòng Kinh tế");
		assertNoOverflow(reviewer);
		assertAccessible(reviewer);
		reviewer.locator("main form .btn-primary").click();
		assertThat(reviewer.locator(".notice-success")).containsText("Đã duyệt 1 phiếu");
		assertThat(reviewer.locator(".empty")).isVisible();
	}

	@Test
	void aTargetInWordsLeavesNamesAndVerdictsTheirRoom() {
		Page clerk = signedIn("an" + this.suffix);
		clerk.navigate(form("entry", "van-hoa"));
		clerk.locator("#c-23-achieved").selectOption("MET");
		clerk.locator("#c-23-note").fill("Quyết định 12/QĐ-UBND");
		clerk.locator("#c-23-note").blur();
		assertThat(clerk.locator("#progress")).containsText("1/4");
		submit(clerk);

		Page reviewer = signedIn("binh" + this.suffix);
		reviewer.navigate(form("review", "van-hoa"));
		assertNoOverflow(reviewer);
		assertThat(reviewer.locator("#c-23 tr > th").boundingBox().width).isGreaterThan(190);
		assertThat(reviewer.locator("#c-23 .remarks").boundingBox().width).isGreaterThan(280);
		reviewer.setViewportSize(703, 900);
		reviewer.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(reviewer.locator(".signatures")).containsText("Người duyệt");
		assertThat(reviewer.locator("#c-23 tr > th").boundingBox().width).isGreaterThan(100);
		assertNoOverflow(reviewer);
	}

	@Test
	void pagesFitAPhone() {
		Page clerk = signedIn("an" + this.suffix);
		clerk.navigate(form("entry", "kinh-te"));
		type(clerk, "c-7-value", "100");
		assertThat(clerk.locator("#c-7-outcome")).containsText("Đạt");
		submit(clerk);

		Page phone = signedIn("binh" + this.suffix, 360, 800);
		for (String address : new String[] { "/review?year=2026&period=FINAL", form("review", "kinh-te"),
				form("review", "kinh-te") + "?order=annex" }) {
			phone.navigate(address);
			assertThat(phone.locator("body").innerText()).doesNotContain("??");
			assertNoOverflow(phone);
			assertAccessible(phone);
		}
		phone.locator("#c-7-returned").check();
		Locator override = phone.locator("#override-7 summary");
		override.click();
		assertNoOverflow(phone);
		assertAccessible(phone);
	}

	/** Neither on the pages of a delegate nor in what the API answers them. */
	private void unseen(Page delegate, String draft) {
		for (String address : new String[] { "/wards/" + this.plan.ward() + "/years/2026",
				"/plans/" + this.plan.planId() + "/indicators/7" }) {
			delegate.navigate(address);
			assertThat(delegate.locator("main")).not().containsText(draft);
			assertThat(delegate.locator("main")).not().containsText("Đối chiếu số hộ");
		}
		String plan = "/api/v1/plans/" + this.plan.planId();
		for (String call : new String[] { "/submissions/2026/FINAL/kinh-te", "/indicators/7/actuals/2026/FINAL",
				"/attainment?year=2026", "/history/7" }) {
			APIResponse answer = delegate.context()
				.request()
				.get(plan + call, RequestOptions.create().setHeader("Authorization", basic("dai-bieu" + this.suffix)));
			assertThat(answer.status()).isIn(200, 403, 404);
			assertThat(answer.text()).as(call).doesNotContain(draft.replace(',', '.')).doesNotContain("Đối chiếu");
		}
	}

	private static String basic(String username) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
	}

	private static void submit(Page clerk) {
		clerk.locator("main .page-head button[value=submit]").first().click();
		clerk.locator("button[value=submit-anyway], .status-SUBMITTED").first().waitFor();
		if (clerk.locator("button[value=submit-anyway]").isVisible()) {
			clerk.locator("button[value=submit-anyway]").click();
		}
		assertThat(clerk.locator(".status-SUBMITTED").first()).isVisible();
	}

	private String form(String page, String unit) {
		return "/plans/" + this.plan.planId() + "/" + page + "/2026/FINAL/" + unit;
	}

}
