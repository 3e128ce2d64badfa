package vn.wardkpi.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * From an annex with questions to a stored draft, with the keyboard alone and without
 * scripts.
 */
class WizardJourneyTests extends BrowserTest {

	@Test
	void questionsAreAnsweredByKeyboard() {
		Page admin = uploaded(signedIn("admin"), "00622", "s26-merged-total-over-years.xlsx");
		Locator questions = admin.locator(".import-question");
		assertThat(questions).hasCount(2);
		admin.evaluate("window.scrollTo(0, document.querySelector('.import-table').offsetTop)");
		assertThat(questions.first().locator("button").first()).isInViewport();
		questions.first().locator("button").first().focus();
		admin.keyboard().press("Enter");
		assertThat(questions).hasCount(1);
		assertThat(admin.locator("td.is-corrected").first()).isVisible();
		assertThat(questions.first().locator("button").first()).isFocused();
		admin.keyboard().press("Enter");
		assertThat(admin.locator("#questions-head")).isFocused();
		admin.locator("#column-0-4").focus();
		admin.locator("#column-0-4").selectOption("OTHER");
		assertThat(admin.locator("thead .is-stated")).hasCount(1);
		assertThat(admin.locator("#column-0-4")).isFocused();
		assertThat(admin.locator("td.is-corrected").first()).isVisible();
	}

	@Test
	void aRowIsPutRightWithoutScripts() {
		Page admin = uploaded(signedInWithoutScript("admin"), "00619", "t01-number-twice.xlsx");
		assertThat(admin.locator("button[value=store]")).hasCount(0);
		admin.locator(".import-question.is-error input").fill("2");
		admin.locator(".import-question.is-error button", new Page.LocatorOptions().setHasText("Ghi")).click();
		assertThat(admin.locator(".import-question.is-error")).hasCount(0);
		admin.locator(".import-understood a").first().click();
		admin.locator("#edit input[name^=name]").fill("Thu ngân sách trên địa bàn");
		admin.locator("#edit button[value=done]").click();
		assertThat(admin.locator(".import-row .import-understood").first()).containsText("Thu ngân sách trên địa bàn");
		for (int open = admin.locator("button[name=accept]").count(); open > 0; open--) {
			admin.locator("button[name=accept]").first().click();
		}
		admin.locator("#confirmed").check();
		admin.locator("button[value=store]").click();
		assertThat(admin.locator("main")).containsText("Dự thảo");
		assertThat(admin.locator("main")).containsText("Thu ngân sách trên địa bàn");
	}

	/** Answers, a column's role, a name and a target, and what will be stored. */
	@Test
	void anAnnexIsPutRightAndStoredByKeyboardOnAPhone() {
		Page admin = uploaded(signedIn("admin", 360, 740), "00004", "t05-units-trieu-consistent.xlsx");
		assertThat(admin.locator("button[value=store]")).hasCount(0);
		for (int open = admin.locator(".import-question").count(); open > 0; open--) {
			admin.locator(".import-question").first().locator("button").last().focus();
			admin.keyboard().press("Enter");
			assertThat(admin.locator(".import-question")).hasCount(open - 1);
		}
		admin.locator("#column-0-9").focus();
		admin.locator("#column-0-9").selectOption("OTHER");
		assertThat(admin.locator("thead .is-stated")).hasCount(1);
		admin.locator(".import-understood a").first().focus();
		admin.keyboard().press("Enter");
		assertThat(admin.locator("#edit-head")).isVisible();
		retype(admin, "#edit input[name^=name]", "Thu ngân sách trên địa bàn");
		retype(admin, "#edit input[name^=cell] >> nth=0", "1.500");
		admin.locator("#edit button[value=done]").focus();
		admin.keyboard().press("Enter");
		assertThat(admin.locator(".import-row .import-understood").first()).containsText("Thu ngân sách trên địa bàn");
		assertThat(admin.locator("td.is-corrected").first()).containsText("1.500");
		admin.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
	}

	private static void retype(Page page, String field, String text) {
		page.locator(field).focus();
		page.keyboard().press("Control+A");
		page.keyboard().type(text);
	}

	private static Page uploaded(Page admin, String ward, String annex) {
		admin.navigate("/wards/" + ward + "/plans/import");
		admin.locator("#file").setInputFiles(Path.of("src/test/resources/domain/annexes/" + annex));
		admin.locator("form.import-upload button[type=submit]").click();
		assertThat(admin.locator("#questions-head")).isVisible();
		return admin;
	}

}
