package vn.wardkpi.browser;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The main job, done by the four people who do it.
 */
class JourneyTests extends BrowserTest {

	private static final String UNIT = "phong-van-hoa-xa-hoi";

	@Test
	void figureGoesFromTheClerkThroughTheReviewerToTheDelegate() {
		long plan = plan("00592", 2026, 2030);
		String form = "/" + "2026/FINAL/" + UNIT;

		Page clerk = signedIn("official");
		clerk.navigate("/plans/" + plan + "/entry" + form);
		type(clerk, "c-2-1-numerator", "12");
		type(clerk, "c-2-1-denominator", "18");
		assertThat(outcome(clerk, "2-1")).containsText("Đạt");
		type(clerk, "c-3-value", "95,6");
		assertThat(outcome(clerk, "3")).containsText("Không đạt");
		type(clerk, "c-16-value", "86.6");
		assertThat(outcome(clerk, "16")).containsText("86,6");
		clerk.locator("#c-16-outcome .suggestion").click();
		assertThat(clerk.locator("#c-16-value")).hasValue("86,6");
		type(clerk, "c-4-value", "101");
		assertThat(outcome(clerk, "4")).containsText("101");
		assertThat(clerk.locator("#c-3-value")).hasValue("95,6");
		type(clerk, "c-4-value", "47,5");
		assertThat(outcome(clerk, "4")).containsText("Đạt");
		clerk.locator("#c-3-cause").fill("Mức hỗ trợ đóng mới áp dụng từ tháng 7.");
		clerk.locator("#c-3-remedy").fill("Giao chỉ tiêu tới từng tổ dân phố.");
		clerk.locator("#c-16-cause").fill("Hai tổ dân phố chia tách.");
		clerk.locator("#c-16-remedy").fill("Công nhận lại trong quý I.");
		clerk.locator("#c-16-remedy").blur();
		clerk.locator("main .page-head button[value=submit]").click();
		clerk.locator("button[value=submit-anyway]").click();
		assertThat(clerk.locator(".status-SUBMITTED").first()).isVisible();

		Page delegate = signedIn("delegate");
		delegate.navigate("/wards/00592/years/2026");
		assertThat(delegate.locator("main")).not().containsText("95,6");

		Page reviewer = signedIn("reviewer");
		reviewer.navigate("/review");
		reviewer.locator("main table a")
			.filter(new Locator.FilterOptions().setHasText("Phòng Văn hóa"))
			.first()
			.click();
		reviewer.locator("#comment").fill("Chỉ tiêu 3: đối chiếu với Bảo hiểm xã hội.");
		reviewer.locator("#decide .btn-danger").click();
		clerk.navigate("/plans/" + plan + "/entry" + form);
		assertThat(clerk.locator("main")).containsText("đối chiếu với Bảo hiểm xã hội");
		type(clerk, "c-3-value", "96,9");
		assertThat(outcome(clerk, "3")).containsText("Vượt");
		clerk.locator("main .page-head button[value=submit]").click();
		clerk.locator("button[value=submit-anyway]").click();
		reviewer.navigate("/plans/" + plan + "/review" + form);
		reviewer.locator("#decide .btn-primary").click();
		assertThat(reviewer.locator(".status-APPROVED").first()).isVisible();

		delegate.reload();
		assertThat(delegate.locator("#headline")).containsText("Đạt và vượt");
		assertThat(delegate.locator("main")).containsText("96,9");
	}

	@Test
	void whatAClerkTypesIsKeptWithoutAnyScript() {
		long plan = plan("00592", 2026, 2030);
		Page clerk = signedInWithoutScript("official");
		clerk.navigate("/plans/" + plan + "/entry/2027/ESTIMATE/phong-kinh-te-ha-tang-va-do-thi");
		clerk.locator("#c-1-value").fill("112.500");
		clerk.locator("#c-7-value").fill("101");
		clerk.locator("#c-10-value").fill("12.25");
		clerk.locator("main .sheet-foot button[value=save]").click();
		assertThat(clerk.locator(".error-summary")).isVisible();
		assertThat(clerk.locator("#c-7-value")).hasValue("101");
		assertThat(clerk.locator("#c-10-value")).hasValue("12.25");
		assertThat(clerk.locator("#c-1-value")).hasValue("112.500");
		assertThat(clerk.locator("#progress")).containsText(Pattern.compile("1/"));
	}

	@Test
	void keyboardAloneFillsTheSheet() {
		long plan = plan("00592", 2026, 2030);
		Page clerk = signedIn("official");
		clerk.navigate("/plans/" + plan + "/entry/2028/FINAL/" + UNIT);
		clerk.locator("#c-2-1-numerator").focus();
		for (String text : new String[] { "13", "18", "3", "1", "98,1" }) {
			clerk.keyboard().type(text);
			clerk.keyboard().press("Enter");
		}
		assertThat(outcome(clerk, "2-1")).containsText("Đạt");
		assertThat(outcome(clerk, "2-2")).containsText("Đạt");
		assertThat(outcome(clerk, "3")).containsText("Vượt");
	}

	@Test
	void administratorLoadsTheAnnexOfAnotherWardFromItsExcelFile() {
		Page admin = signedIn("admin");
		admin.navigate("/wards/00611/plans/import");
		admin.locator("#file").setInputFiles(Path.of("src/test/resources/domain/plan-tu-liem.xlsx"));
		admin.locator("form.import-upload button[type=submit]").click();
		assertThat(admin.locator(".lede")).containsText("27");
		assertThat(admin.locator(".lede")).containsText("22");
		assertThat(admin.locator(".import-row")).hasCount(27);
		while (admin.locator("button[name=accept]").count() > 0) {
			int before = admin.locator("button[name=accept]").count();
			admin.locator("button[name=accept]").first().click();
			assertThat(admin.locator("button[name=accept]")).not().hasCount(before);
		}
		admin.locator("#confirmed").check();
		admin.locator("button[value=store]").click();
		assertThat(admin.locator("main")).containsText("Dự thảo");
		assertThat(admin.locator("main")).containsText("66,7%");
		admin.locator("#number").fill("15/NQ-HĐND");
		admin.locator("#date").fill("22/12/2025");
		admin.locator("form[action$=adopt] button").click();
		assertThat(admin.locator("main")).containsText("Đã ban hành");
		admin.navigate("/wards/00611/years/2026");
		assertThat(admin.locator("main")).containsText("22 chỉ tiêu");
		assertThat(admin.locator("main")).containsText("66,7%");
	}

	@Test
	void delegateReadsAYearAndAnIndicator() {
		Page delegate = signedIn("delegate");
		delegate.navigate("/wards?q=tu+liem");
		assertThat(delegate.locator("main")).containsText("Từ Liêm");
		delegate.navigate("/wards/99001/years/2027");
		assertThat(delegate.locator(".illustrative")).isVisible();
		assertThat(delegate.locator("#headline")).containsText(Pattern.compile("Đạt và vượt \\d+/\\d+ chỉ tiêu"));
		delegate.locator(".bar .bar-NOT_MET").click();
		assertThat(delegate.locator("table.indicators .verdict-NOT_MET").first()).isVisible();
		assertThat(delegate.locator("table.indicators .verdict-MET")).hasCount(0);
		delegate.locator("table.indicators tbody th a").first().click();
		assertThat(delegate.locator("main svg").first()).isVisible();
		delegate.navigate("/wards/99001/years/2027?lang=en");
		assertThat(delegate.locator("html")).hasAttribute("lang", "en");
	}

	private static Locator outcome(Page page, String row) {
		return page.locator("#c-" + row + "-outcome");
	}

}
