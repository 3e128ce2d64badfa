package vn.wardkpi.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.actual.SamplePlan;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clerks and a reviewer at their sheets.
 */
class SheetJourneyTests extends BrowserTest {

	private static final AtomicInteger WARDS = new AtomicInteger();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private Accounts accounts;

	private SamplePlan plan;

	private String suffix;

	@BeforeEach
	void storePlanAndPeople() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.suffix = "-sheet" + WARDS.incrementAndGet();
		person("an", Role.OFFICIAL);
		person("dung", Role.OFFICIAL);
		person("binh", Role.REVIEWER);
	}

	@Test
	void aClerkFillsTheSheetByKeyboardAndAReviewerApprovesIt() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/entry?year=2026&period=FINAL");
		assertAccessible(page);
		page.click("table.data a:has-text('Phòng Kinh tế')");

		page.focus("#c-1-value");
		page.keyboard().type("9.923,5");
		page.keyboard().press("Enter");
		assertThat(page.locator("#c-1-outcome .saved")).isVisible();
		assertThat(page.locator("#c-1-1-value")).isFocused();
		page.keyboard().type("7082.5");
		page.keyboard().press("ArrowDown");
		page.keyboard().type("101");
		page.keyboard().press("Enter");
		page.keyboard().type("3");
		page.keyboard().press("Enter");
		assertThat(page.locator("#c-13-denominator")).isFocused();
		page.keyboard().type("3");
		page.keyboard().press("Enter");

		assertThat(page.locator("#c-13-outcome .verdict")).containsText("Đạt");
		assertThat(page.locator("#c-7-outcome .field-error")).containsText("khoảng 0 đến 100%");
		assertThat(page.locator("#c-7-value")).hasAttribute("aria-invalid", "true");
		assertThat(page.locator("#progress")).containsText("2/4");
		assertAccessible(page);

		page.click("#c-1-1 .suggestion");
		assertThat(page.locator("#c-1-1-value")).hasValue("7.082,5");
		assertThat(page.locator("#c-1-1-outcome .saved")).isVisible();
		page.fill("#c-7-value", "99");
		page.keyboard().press("Tab");
		assertThat(page.locator("#c-7-cause")).isVisible();
		page.click("main .page-head button");
		assertThat(page.locator(".error-summary a")).hasAttribute("href", "#c-7-cause");
		page.fill("#c-7-cause", "Một tổ dân phố chưa đấu nối.");
		page.fill("#c-7-remedy", "Đấu nối xong trong quý I.");
		page.click("main .page-head button");
		assertThat(page.locator(".status-SUBMITTED")).isVisible();
		assertAccessible(page);

		Page review = signedIn("binh" + this.suffix);
		review.navigate("/review?year=2026&period=FINAL");
		assertAccessible(review);
		review.locator("table.data a").first().click();
		assertThat(review.locator("#c-7 .explanation")).containsText("Một tổ dân phố chưa đấu nối.");
		assertAccessible(review);
		review.click("form[action$='/approve'] button");
		assertThat(review.locator(".status-APPROVED")).isVisible();
	}

	@Test
	void twoClerksWhoCollideSeeBothValuesAndOneIsChosen() {
		String sheet = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa";
		Page one = signedIn("an" + this.suffix);
		Page other = signedIn("dung" + this.suffix);
		one.navigate(sheet);
		other.navigate(sheet);

		enter(one, "6,0");
		assertThat(one.locator("#c-17-outcome .saved")).isVisible();
		enter(other, "5,9");
		Locator collision = other.locator("#c-17-outcome .collision");
		assertThat(collision).containsText("an" + this.suffix + " đã nhập 6,0");
		assertThat(other.locator("#c-17-value")).hasValue("5,9");
		assertAccessible(other);
		collision.locator("button[name=keep]").click();

		assertThat(other.locator("#c-17-outcome .saved")).isVisible();
		one.reload();
		assertThat(one.locator("#c-17-value")).hasValue("5,9");
	}

	@Test
	void nothingSticksOutOnAPhone() {
		Page page = signedIn("an" + this.suffix, 360, 740);
		for (String path : List.of("/entry?year=2026&period=FINAL",
				"/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa",
				"/plans/" + this.plan.planId() + "/review/2026/FINAL/van-hoa")) {
			page.navigate(path);
			assertNoOverflow(page);
		}
		Page review = signedIn("binh" + this.suffix, 360, 740);
		review.navigate("/review?year=2026&period=FINAL");
		assertNoOverflow(review);
		assertThat(review.title()).contains("Rà soát");
	}

	private static void enter(Page page, String value) {
		page.fill("#c-17-value", value);
		page.keyboard().press("Tab");
	}

	private void person(String name, Role role) {
		this.accounts.createWithoutPasswordRules(new NewAccount(name + this.suffix, PASSWORD, name, role,
				this.plan.ward().value(), (role == Role.OFFICIAL) ? List.of(NewAccount.ALL_LEAD_UNITS) : List.of()),
				"test");
	}

}
