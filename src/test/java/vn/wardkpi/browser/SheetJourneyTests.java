package vn.wardkpi.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.entry.EntryService;
import vn.wardkpi.submission.entry.TypedCell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clerks and a reviewer at their sheets.
 */
class SheetJourneyTests extends SamplePlanJourney {

	@Autowired
	private EntryService figures;

	@Test
	void aClerkFillsTheSheetByKeyboardAndAReviewerApprovesIt() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/entry?year=2026&period=FINAL");
		assertAccessible(page);
		page.click("table.data a:has-text('Phòng Kinh tế')");
		assertThat(page.locator("#sheet-state")).isVisible();

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
		submit(page);
		assertThat(page.locator(".status-SUBMITTED")).isVisible();
		assertAccessible(page);

		Page review = signedIn("binh" + this.suffix);
		review.navigate("/review?year=2026&period=FINAL");
		assertAccessible(review);
		review.locator("table.data a").first().click();
		assertThat(review.locator("#c-7 .explanation")).containsText("Một tổ dân phố chưa đấu nối.");
		assertAccessible(review);
		review.click("button[formaction$='/approve']");
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
		assertThat(collision).containsText("an đã nhập 6,0");
		assertThat(collision).not().containsText(this.suffix);
		assertThat(other.locator("#c-17-value")).hasValue("5,9");
		assertAccessible(other);
		collision.locator("button[name=keep]").click();

		assertThat(other.locator("#c-17-outcome .saved")).isVisible();
		one.reload();
		assertThat(one.locator("#c-17-value")).hasValue("5,9");
	}

	@Test
	void twentySevenCellsByKeyboardAloneWithTheSessionLostInTheMiddle() {
		storePlanAndPeople(21);
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL");
		assertAccessible(page);

		tabTo(page, "#c-1-value");
		for (String typed : List.of("9923,5", "7.082,5", "100", "3", "3", "66,7", "1", "6,0")) {
			page.keyboard().type(typed);
			page.keyboard().press("Enter");
		}
		assertThat(page.locator("#c-23-achieved")).isFocused();
		page.keyboard().press("ArrowDown");
		page.keyboard().press("Enter");
		for (int no = 100; no < 104; no++) {
			page.keyboard().type("50," + (no - 99));
			page.keyboard().press("Enter");
		}
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		endSession("an");
		for (int no = 104; no < 119; no++) {
			page.keyboard().type(String.valueOf(no - 50));
			page.keyboard().press("Enter");
		}
		page.keyboard().type("7");
		assertThat(page.locator("#session-ended")).isVisible();
		assertThat(page.locator("#c-105-state")).containsText("chờ đăng nhập");
		assertAccessible(page);
		assertThat(stored()).isEqualTo(12);

		tabTo(page, "#session-ended a");
		page.keyboard().press("Enter");
		assertThat(page.locator("input[name=username]")).isVisible();
		fillIn(page, "an" + this.suffix);
		assertThat(page).hasURL(Pattern.compile(".*/plans/\\d+/entry/2026/FINAL$"));
		assertThat(page.locator("#restored")).containsText("16 ô");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-119-value")).hasValue("7");
		assertThat(stored()).isEqualTo(28);
		assertThat(this.jdbc.sql("""
				select a.value::text from actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and i.no in ('1', '103', '104', '118', '119') order by i.position
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("9923.5", "50.4", "54", "68",
				"7");
		assertThat((String) page.evaluate("Object.keys(localStorage).filter(k => k.includes('draft')).join()"))
			.isEmpty();
	}

	@Test
	void aBlockIsPastedLookedAtAndTakenBack() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		enter(page, "#c-1-1-value", "7.000");
		assertThat(page.locator("#c-1-1-outcome .saved")).isVisible();

		paste(page, "#c-1-value", "Thực hiện 2026\n15,8 tỷ\n-\n 97.5 \n3/3\n12\n");
		assertThat(page.locator("#paste-summary")).containsText("3 ô");
		assertThat(page.locator("#paste tbody tr")).hasCount(3);
		assertThat(page.locator("#paste-notes")).containsText("giữ nguyên số đang có: 1.1");
		assertThat(page.locator("#paste-notes")).containsText("Bỏ qua 1 dòng tiêu đề");
		assertThat(page.locator("#paste-notes")).containsText("Còn 1 dòng");
		assertAccessible(page);
		page.keyboard().press("Enter");

		assertThat(page.locator("#c-1-value")).isFocused();
		assertThat(page.locator("#c-1-value")).hasValue("15,8");
		assertThat(page.locator("#c-13-outcome .verdict")).containsText("Đạt");
		assertThat(page.locator("#c-7-outcome .field-error")).containsText("97,5");
		assertThat(page.locator("#c-1-1-value")).hasValue("7.000");
		assertThat(page.locator("#sheet-state")).containsText("1 ô cần bạn xem lại");

		page.click("#paste-undo");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-1-value")).hasValue("");
		assertThat(page.locator("#c-13-numerator")).hasValue("");
		assertThat(page.locator("#progress")).containsText("1/4");

		paste(page, "#c-1-value", "15.8\n-\n97.5\n3/3\n");
		page.keyboard().press("Enter");
		page.click("#suggest-all");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-1-value")).hasValue("15,8");
		assertThat(page.locator("#c-7-value")).hasValue("97,5");
		page.keyboard().press("Control+z");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-7-value")).hasValue("");
		assertThat(page.locator("#progress")).containsText("1/4");
	}

	/** What changed since the estimate is typed, and nothing else. */
	@Test
	void sixFormsGoFromTheEstimateToTheReviewerWithTwoClicksAfterTheLastFigure() {
		storePlanWithSixFormsAndPeople(18);
		Map<String, String> estimate = estimate();
		Page page = signedIn("an" + this.suffix);
		page.navigate("/entry?year=2026&period=FINAL");
		page.locator("main a").getByText("Nhập tất cả trên một trang").click();
		page.click("#estimate-all");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		int typed = 0;
		for (Map.Entry<String, String> one : Map.of("#c-17-value", "5,9", "#c-23-note", "QĐ 12").entrySet()) {
			enter(page, one.getKey(), one.getValue());
			typed += one.getValue().length();
		}
		assertThat(page.locator("#c-17-outcome .difference")).hasText("Chênh −0,1 so với số ước");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("[data-progress-of]").allInnerTexts()).hasSize(6)
			.allMatch((progress) -> progress.matches("(\\d+)/\\1"));

		page.click(".sheet-foot a.btn-primary");
		assertAccessible(page);
		page.click("main form .btn-primary");
		assertThat(page.locator("main .notice-success, .notice-success").first()).containsText("Đã gửi duyệt 6 phiếu");
		assertThat(page.locator("table .status-SUBMITTED")).hasCount(6);
		assertThat(stored()).isEqualTo(2 * 26);
		assertThat(estimate.values().stream().mapToInt(String::length).sum() - typed).isGreaterThanOrEqualTo(60);
	}

	/** Figures of all 26 cells, as they were typed for the estimate. */
	private Map<String, String> estimate() {
		Map<String, String> typed = new LinkedHashMap<>(Map.of("1", "9.923,5", "1.1", "7.082,5", "7", "100", "13",
				"3/3", "2.1", "66,7", "2.2", "1", "17", "6,0", "23", ""));
		IntStream.range(100, 118).forEach((no) -> typed.put(String.valueOf(no), "60,5"));
		for (String unit : List.of("kinh-te", "van-hoa", "to-1", "to-2", "to-3", "to-4")) {
			List<TypedCell> cells = typed.entrySet()
				.stream()
				.map((one) -> new TypedCell(one.getKey(),
						ActualInput.typed(one.getValue(), null, null, one.getKey().equals("23") ? Verdict.MET : null),
						0))
				.toList();
			this.figures.enterAll(new SubmissionKey(this.plan.planId(), 2026, ReportingPeriod.ESTIMATE, unit), cells,
					this.plan.official("an" + this.suffix));
		}
		return typed;
	}

	@Test
	void aPrintedFormSaysOnEveryPageWhoseItIs() {
		storePlanAndPeople(22);
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa");
		String cause = "Một tổ dân phố chưa đấu nối. ".repeat(12);
		enter(page, "6,5");
		page.fill("#c-17-cause", cause);
		page.locator("#c-17-cause").blur();
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".signatures")).containsText("Người lập biểu");
		assertThat(page.locator(".signatures")).containsText("Thủ trưởng đơn vị");
		assertThat(page.locator(".signatures")).isVisible();
		for (String onScreen : List.of(".site-head", ".sheet-foot", ".sheet-help", "#c-100 .note summary")) {
			assertThat(page.locator(onScreen)).isHidden();
		}
		assertThat(page.evaluate("getComputedStyle(document.querySelector('#c-17-remedy'), '::placeholder').color"))
			.isEqualTo("rgba(0, 0, 0, 0)");
		assertThat(
				page.evaluate("(text => text.scrollHeight - text.clientHeight)(document.querySelector('#c-17-cause'))"))
			.as("lines of the cause that are cut off")
			.isIn(0, 1);

		assertThat(page.locator("thead .form-name")).hasText("Phòng Văn hóa · chính thức năm 2026");
		assertThat(page.evaluate("getComputedStyle(document.querySelector('.sheet thead')).display"))
			.as("on every page")
			.isEqualTo("table-header-group");
	}

	@Test
	void aTableWithNumbersGoesToTheIndicatorsItNames() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL");
		paste(page, "#c-1-value", "TT\tChỉ tiêu\tKết quả\n17\tSuy dinh dưỡng\t6,0%\n2\tTrường\t\n7\tNước sạch\t100%\n");
		assertThat(page.locator("#paste tbody")).containsText("17Tỷ lệ trẻ em suy dinh dưỡng");
		page.keyboard().press("Enter");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-17-value")).hasValue("6,0");
		assertThat(page.locator("#c-7-value")).hasValue("100");
		assertThat(page.locator("#c-1-value")).hasValue("");

		paste(page, "#c-13-numerator", "2\t3\n", "");
		assertThat(page.locator("#paste tbody")).containsText("2/3");
		page.keyboard().press("Enter");
		assertThat(page.locator("#c-13-denominator")).hasValue("3");
		paste(page, "#c-2-1-value", "Số trường 12/18",
				"<table><tr><td><p>Kết quả</p></td></tr>" + "<tr><td>12/18</td></tr><tr><td>1</td></tr></table>");
		assertThat(page.locator("#paste tbody tr")).hasCount(2);
		page.keyboard().press("Escape");
		paste(page, "#c-17-value", "-", "");
		assertThat(page.locator("#paste-summary")).containsText("Không có số nào");
		page.keyboard().press("Enter");
		assertThat(page.locator("#c-17-value")).hasValue("6,0");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
	}

	@Test
	void twentySixCellsOnASlowConnectionAreStoredInAFewSeconds() {
		storePlanAndPeople(22);
		Page page = signedIn("an" + this.suffix);
		page.addInitScript("""
				const quick = window.fetch;
				window.sent = [];
				window.fetch = (address, options) => {
				  window.sent.push(String(address));
				  return new Promise((then) => setTimeout(then, 2000)).then(() => quick(address, options));
				};
				""");
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa");
		String column = IntStream.range(0, 22).mapToObj((i) -> "60,5").collect(Collectors.joining("\n"));
		paste(page, "#c-100-value", column);
		long start = System.nanoTime();
		page.locator("[data-paste=do]").click();
		enter(page, "#c-17-value", "6,0");
		enter(page, "#c-2-2-value", "1");
		enter(page, "#c-2-1-value", "66,7");
		page.locator("#c-23-achieved").selectOption("MET");
		assertThat(page.locator("#progress b")).hasText("26/26 ô đã nhập");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
		assertThat(page.evaluate("() => window.sent.filter((one) => !one.endsWith('/preview')).length")).isIn(2, 3);
		page.reload();
		assertThat(page.locator("#c-121-value")).hasValue("60,5");
	}

	@Test
	void aLostConnectionLosesNothing() {
		expectComplaint("net::ERR_INTERNET_DISCONNECTED");
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa");
		page.context().setOffline(true);
		enter(page, "#c-17-value", "6,0");
		assertThat(page.locator("#c-17-state")).containsText("đang thử lại");
		assertThat(page.locator("#sheet-state")).containsText("1 ô chưa lưu được");
		assertThat(page.locator("#sheet-retry")).isVisible();
		enter(page, "#c-2-1-value", "70");

		page.context().setOffline(false);
		assertThat(page.locator("#c-17-outcome .saved")).isVisible();
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(stored()).isEqualTo(2);
	}

	@Test
	void nothingIsSavedUnderTheNameOfWhoeverSignsInInstead() {
		String sheet = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa";
		Page page = signedIn("an" + this.suffix);
		page.navigate(sheet);
		page.context().clearCookies();
		signIn(newPage(page.context()), "dung" + this.suffix);
		enter(page, "6,0");
		assertThat(page.locator("#other-person")).isVisible();
		assertThat(page.locator("#c-17-state")).containsText("chờ đăng nhập");
		assertThat(stored()).isZero();

		page.context().clearCookies();
		signIn(newPage(page.context()), "an" + this.suffix);
		page.bringToFront();
		page.click("#sheet-retry");
		assertThat(page.locator("#c-17-outcome .saved")).isVisible();
		assertThat(page.locator("#other-person")).isHidden();
		assertThat(this.jdbc.sql("""
				select a.entered_by from actual a join indicator i on i.id = a.indicator_id where i.plan_id = ?
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("an" + this.suffix);
	}

	@Test
	void aClosedTabLosesNothingAndShowsItToNobodyElse() {
		expectComplaint("net::ERR_INTERNET_DISCONNECTED");
		String sheet = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa";
		Page page = signedIn("an" + this.suffix);
		BrowserContext browser = page.context();
		page.navigate(sheet);
		browser.setOffline(true);
		page.fill("#c-17-value", "6,0");
		page.fill("#c-2-2-value", "");
		page.close();
		browser.setOffline(false);
		browser.clearCookies();

		Page other = signIn(newPage(browser), "dung" + this.suffix);
		other.navigate(sheet);
		assertThat(other.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(other.locator("#c-17-value")).hasValue("");
		assertThat(other.locator("#restored")).isHidden();
		enter(other, "#c-17-value", "5,9");
		assertThat(other.locator("#c-17-outcome .saved")).isVisible();
		browser.clearCookies();

		Page again = signIn(newPage(browser), "an" + this.suffix);
		again.navigate(sheet);
		Locator collision = again.locator("#c-17-outcome .collision");
		assertThat(collision).containsText("dung đã nhập 5,9");
		assertThat(collision).not().containsText(this.suffix);
		assertThat(again.locator("#c-17-value")).hasValue("6,0");
		assertAccessible(again);
		collision.locator("button[name=take]").click();
		assertThat(again.locator("#c-17-outcome .saved")).isVisible();
		assertThat(again.locator("#c-17-value")).hasValue("5,9");
	}

	@Test
	void whatIsTypedIsCheckedBeforeItIsStoredAndEscPutsBackWhatIs() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		enter(page, "#c-7-value", "100");
		assertThat(page.locator("#c-7-outcome .saved")).isVisible();
		page.focus("#c-7-value");
		page.keyboard().press("End");
		page.keyboard().type("1");
		assertThat(page.locator("#c-7-outcome .field-error")).containsText("khoảng 0 đến 100%");
		assertThat(stored()).isEqualTo(1);
		page.keyboard().press("Escape");
		assertThat(page.locator("#c-7-value")).hasValue("100");
		assertThat(page.locator("#c-7-outcome .saved")).isVisible();
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#c-7-value")).isFocused();

		page.focus("#c-13-numerator");
		page.keyboard().type("3");
		page.keyboard().press("ArrowRight");
		assertThat(page.locator("#c-13-denominator")).isFocused();
		page.keyboard().press("ArrowUp");
		assertThat(page.locator("#c-7-value")).isFocused();
	}

	@Test
	void whatIsTypedBeforeTheScriptsHaveComeIsSavedToo() {
		Page page = signedIn("an" + this.suffix);
		List<Route> held = new ArrayList<>();
		page.route("**/js/*/sheet/sheet.js", held::add);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa",
				new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
		enter(page, "6,0");
		page.waitForCondition(() -> !held.isEmpty());
		held.get(0).resume();
		assertThat(page.locator("#c-17-outcome .saved")).isVisible();
		assertThat(stored()).isEqualTo(1);
	}

	@Test
	void aNumberThatIsHalfTypedIsNoErrorUntilItsCellIsLeft() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		page.focus("#c-1-value");
		for (String typed : List.of("12,", "15 t")) {
			page.waitForResponse("**/preview", () -> page.locator("#c-1-value").fill(typed));
			page.waitForResponse("**/preview", () -> page.locator("#c-1-value").fill(typed + " "));
			assertThat(page.locator("#c-1-outcome .field-error")).hasCount(0);
			assertThat(page.locator("#c-1-value")).not().hasAttribute("aria-invalid", "true");
		}
		page.locator("#c-1-value").fill("12,");
		page.locator("#c-1-value").blur();
		assertThat(page.locator("#c-1-outcome .field-error")).containsText("“12,” không phải là số");
		assertThat(page.locator("#c-1-value")).hasAttribute("aria-invalid", "true");
	}

	@Test
	void whatNoLongerCanBeStoredIsSaidAndShownUntilItIsDropped() {
		String sheet = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa";
		Page page = signedIn("an" + this.suffix);
		page.navigate(sheet);
		Page other = signedIn("dung" + this.suffix);
		other.navigate(sheet);
		enter(other, "6,0");
		assertThat(other.locator("#c-17-outcome .saved")).isVisible();
		submit(other);
		assertThat(other.locator(".status-SUBMITTED")).isVisible();

		enter(page, "#c-2-1-value", "70");
		assertThat(page.locator("#c-2-1-outcome")).containsText("đang chờ duyệt");
		assertThat(page.locator("#c-2-1-state")).containsText("số bạn gõ vẫn còn ở đây");
		page.navigate(sheet);
		assertThat(page.locator("#restored li")).containsText("bạn đã gõ “70”");
		page.click("#restored li button");
		page.navigate(sheet);
		assertThat(page.locator("#restored")).isHidden();
	}

	@Test
	void aDraftOfOneUnitIsNeitherShownNorLostOnAnothersForm() {
		String forms = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/";
		Page page = signedIn("an" + this.suffix);
		expectComplaint("ERR_");
		page.route("**/cells/**", Route::abort);
		page.navigate(forms + "kinh-te");
		enter(page, "#c-7-value", "97,5");
		assertThat(page.locator("#c-7-state")).isVisible();
		page.unroute("**/cells/**");

		page.navigate(forms + "van-hoa");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#restored")).isHidden();

		page.navigate(forms + "kinh-te");
		assertThat(page.locator("#c-7-value")).hasValue("97,5");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		page.reload();
		assertThat(page.locator("#c-7-value")).hasValue("97,5");
	}

	@Test
	void whatIsTypedWhileAnAnswerIsOnItsWayIsSavedToo() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		List<Route> held = new ArrayList<>();
		page.route("**/cells/13", (route) -> {
			if (held.isEmpty()) {
				held.add(route);
			}
			else {
				route.resume();
			}
		});
		page.fill("#c-13-numerator", "3");
		page.locator("#c-13-numerator").blur();
		page.waitForCondition(() -> !held.isEmpty());
		page.fill("#c-13-denominator", "3");
		held.get(0).resume();
		assertThat(page.locator("#c-13-outcome.is-preview .verdict")).containsText("Đạt");
		page.locator("#c-13-denominator").blur();
		assertThat(page.locator("#c-13-outcome .saved")).isVisible();
		assertThat(page.locator("#c-13-outcome .verdict")).containsText("Đạt");
	}

	@Test
	void aCellIsLeftEmptyOnPurpose() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa");
		page.click("#c-17 .no-data summary");
		page.fill("#c-17-noDataReason", "Chưa đến kỳ thống kê");
		page.keyboard().press("Enter");
		assertThat(page.locator("#c-17-outcome .no-data-answer")).containsText("Chưa đến kỳ thống kê");
		assertThat(page.locator("#progress")).containsText("1/4");
	}

	@Test
	void whatIsTypedIsShownAsItIsKeptAndSlipsAreAskedBack() {
		storePlanWithTwoPartsAndPeople();
		String forms = "/plans/" + this.plan.planId() + "/entry/";
		Page page = signedIn("an" + this.suffix);
		page.navigate(forms + "2026/FINAL/van-hoa");
		enter(page, "#c-2-1-value", "12/18");
		assertThat(page.locator("#c-2-1-outcome .share")).hasText("12/18 = 66,7%");
		assertThat(page.locator("#c-2-1-outcome .saved")).isVisible();
		assertThat(page.locator("#c-2-1-value")).hasValue("12/18");
		page.reload();
		assertThat(page.locator("#c-2-1-numerator")).hasValue("12");

		enter(page, "6.265");
		assertThat(page.locator("#c-17-outcome .field-error")).containsText("Bạn muốn ghi 6,265?");
		page.click("#c-17-outcome .suggestion");
		assertThat(page.locator("#c-17-cause")).isVisible();
		assertThat(page.locator("#c-17")).hasClass(Pattern.compile("is-explained"));
		enter(page, "6,0");
		assertThat(page.locator("#c-17-outcome .verdict")).containsText("Vượt");
		assertThat(page.locator("#c-17-cause")).isHidden();
		enter(page, "khoảng 1,5");
		page.click("#c-17-outcome .suggestion");
		assertThat(page.locator("#c-17-value")).hasValue("1,5");
		assertThat(page.locator("#c-17-outcome .saved")).isVisible();

		page.navigate(forms + "2026/FINAL/kinh-te");
		enter(page, "#c-1-value", "9.923.500.000.000 đồng");
		assertThat(page.locator("#c-1-value")).hasValue("9.923,5");
		enter(page, "#c-1-1-value", "7.082,5");
		enter(page, "#c-1-2-value", "=2.000+840");
		assertThat(page.locator("#c-1-2-value")).hasValue("2.840");
		for (String row : List.of("#c-1-outcome", "#c-1-1-outcome", "#c-1-2-outcome")) {
			assertThat(page.locator(row + " [data-code=breakdown-sum]")).containsText("9.922,5");
		}
		enter(page, "#c-1-2-value", "2.841");
		assertThat(page.locator("#sheet-state")).hasAttribute("data-state", "saved");
		assertThat(page.locator("#sheet [data-code=breakdown-sum]")).hasCount(0);

		page.navigate(forms + "2027/FINAL/van-hoa");
		assertThat(page.locator("#c-17 .col-before")).hasText("–");
		assertThat(page.locator("p.notice-warning")).containsText("31/12/2027");
	}

	@Test
	void nothingSticksOutOnAPhone() {
		Page page = signedIn("an" + this.suffix, 360, 740);
		for (String path : List.of("/entry?year=2026&period=FINAL",
				"/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa",
				"/plans/" + this.plan.planId() + "/entry/2026/FINAL",
				"/plans/" + this.plan.planId() + "/review/2026/FINAL/van-hoa")) {
			page.navigate(path);
			assertNoOverflow(page);
		}
		Page review = signedIn("binh" + this.suffix, 360, 740);
		review.navigate("/review?year=2026&period=FINAL");
		assertNoOverflow(review);
		assertThat(review.title()).contains("Rà soát");
	}

	@Test
	void withoutScriptsALostSessionKeepsWhatWasSent() {
		Page page = signedInWithoutScript("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/van-hoa");
		page.fill("#c-17-value", "5,9");
		page.fill("#c-2-2-value", "12.5");
		endSession("an");
		page.click(".sheet-foot [value=save]");
		assertThat(page.locator("main .notice")).containsText("chưa được lưu nhưng vẫn còn");
		for (String password : List.of("sai-mat-khau", PASSWORD)) {
			page.fill("[name=username]", "an" + this.suffix);
			page.fill("[name=password]", password);
			page.click("main form button");
		}
		assertThat(page.locator("#c-17-value")).hasValue("5,9");
		assertThat(page.locator("#c-17-outcome")).containsText("gõ trước khi hết phiên");
		assertThat(page.locator("#c-2-2-value")).hasValue("12.5");
		assertThat(page.locator("#c-2-1-outcome")).not().containsText("gõ trước khi hết phiên");
		assertThat(stored()).isZero();
		page.fill("#c-2-2-value", "1");
		page.click(".sheet-foot [value=save]");
		assertThat(page.locator("#c-17-value")).hasValue("5,9");
		assertThat(stored()).isEqualTo(2);
		page.reload();
		assertThat(page.locator("#c-17-outcome")).not().containsText("gõ trước khi hết phiên");
	}

	@Test
	void aFormIsFilledAndSubmittedOnAPhoneByTouch() {
		Page phone = signedInOnAPhone("an" + this.suffix);
		phone.navigate("/entry?year=2026&period=FINAL");
		phone.locator("table.data a").filter(new Locator.FilterOptions().setHasText("Phòng Văn hóa")).tap();
		assertRoomForWork(phone);
		touch(phone, "#c-2-1-value", "66,7");
		touch(phone, "#c-2-2-value", "1");
		touch(phone, "#c-17-value", "6,1");
		assertRoomForWork(phone);
		phone.locator("#c-23-achieved").selectOption("MET");
		phone.locator("#c-23-note").fill("Quyết định 12/QĐ-UBND");
		phone.locator("#c-23-note").blur();
		assertThat(phone.locator("#progress b")).hasText("4/4 ô đã nhập");
		assertNoOverflow(phone);
		phone.locator(".sheet-foot [value=submit]").tap();
		phone.locator("button[value=submit-anyway], .status-SUBMITTED").first().waitFor();
		if (phone.locator("button[value=submit-anyway]").isVisible()) {
			phone.locator("button[value=submit-anyway]").tap();
		}
		assertThat(phone.locator(".status-SUBMITTED")).isVisible();
		assertThat(phone.locator(".notice-success").first()).containsText("phiếu của Phòng Văn hóa");
		assertThat(phone.locator(".notice-success").first()).containsText("binh");
		phone.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL");
		assertRoomForWork(phone);

		Page reviewer = signedIn("binh" + this.suffix);
		reviewer.navigate("/plans/" + this.plan.planId() + "/review/2026/FINAL/van-hoa");
		reviewer.locator("#comment").fill("Xem lại tỷ lệ");
		reviewer.locator("#decide .btn-danger").click();
		assertThat(reviewer.locator(".status-RETURNED").first()).isVisible();
		Page desk = signedIn("an" + this.suffix);
		assertThat(desk.locator(".count-badge")).isVisible();
		assertThat(height(desk, ".site-head")).isLessThan(70);
		assertThat(height(reviewer, ".site-head")).isLessThan(70);
	}

	private static void touch(Page phone, String cell, String value) {
		phone.locator(cell).tap();
		phone.keyboard().type(value);
		phone.keyboard().press("Enter");
	}

	/** Of 640 px of a phone, header and bar leave at least 480. */
	private static void assertRoomForWork(Page phone) {
		assertThat(height(phone, ".site-head") + height(phone, ".sheet-foot")).isLessThanOrEqualTo(160);
	}

	private static double height(Page page, String element) {
		return page.locator(element).first().boundingBox().height;
	}

	/** Empty cells and a period that is not over are confirmed. */
	private static void submit(Page page) {
		page.click("main .page-head button");
		page.locator("button[value=submit-anyway], .status-SUBMITTED").first().waitFor();
		if (page.locator("button[value=submit-anyway]").isVisible()) {
			page.click("button[value=submit-anyway]");
		}
	}

	private static void enter(Page page, String value) {
		enter(page, "#c-17-value", value);
	}

	private static void enter(Page page, String cell, String value) {
		page.fill(cell, value);
		page.keyboard().press("Tab");
	}

	private static void tabTo(Page page, String element) {
		for (int i = 0; i < 400 && !page.locator(element + ":focus").isVisible(); i++) {
			page.keyboard().press("Tab");
		}
		assertThat(page.locator(element)).isFocused();
	}

	/**
	 * As Ctrl+V after a copy in Excel.
	 */
	private static void paste(Page page, String cell, String text) {
		paste(page, cell, text, "");
	}

	private static void paste(Page page, String cell, String text, String html) {
		page.focus(cell);
		page.evaluate("""
				([text, html]) => {
				  const data = new DataTransfer();
				  data.setData('text/plain', text);
				  data.setData('text/html', html);
				  document.activeElement.dispatchEvent(
				    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
				}
				""", List.of(text, html));
	}

	private void endSession(String name) {
		assertThat(this.jdbc.sql("delete from spring_session where principal_name like ?")
			.param(name + this.suffix + "@%")
			.update()).isPositive();
	}

	/** Figures of the plan that have arrived. */
	private int stored() {
		return this.jdbc.sql("""
				select count(*) from actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and (a.value is not null or a.numerator is not null or a.achieved is not null)
				""").param(this.plan.planId()).query(Integer.class).single();
	}

}
