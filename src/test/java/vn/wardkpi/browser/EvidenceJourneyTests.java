package vn.wardkpi.browser;

import java.util.List;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import vn.wardkpi.evidence.SampleFiles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clerks attach files; a reviewer looks at them.
 */
class EvidenceJourneyTests extends SamplePlanJourney {

	private static final String DROP = """
			([row, names]) => {
			  const files = new DataTransfer();
			  names.forEach((name, i) => files.items.add(new File(
			      [name.endsWith('.pdf') ? `%PDF-1.4\\n${i}\\n%%EOF` : 'MZ program'], name)));
			  for (const type of ['dragover', 'drop']) {
			    row.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
			    if (type === 'dragover' && !row.closest('.is-over')) throw new Error('not shown as a place to drop');
			  }
			}
			""";

	@Test
	void filesAreDroppedOnTheirRow() {
		Page page = signedIn("an" + this.suffix);
		page.navigate("/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te");
		JSHandle row = page.querySelector("#c-7 th");
		page.evaluate(DROP, List.of(row, List.of("bien-ban.pdf", "chuong-trinh.pdf.exe", "bang-ke.pdf")));

		assertThat(page.locator("#c-7 .evidence-more a")).hasText("Minh chứng (2)");
		assertThat(page.locator("#c-7 .evidence-links a")).hasText(new String[] { "bien-ban.pdf", "bang-ke.pdf" });
		assertThat(page.locator("#c-7 .field-error")).containsText("Loại tệp này không được nhận");
		assertThat(page.locator("#c-1 .evidence-links a")).hasCount(0);
		assertThat(page.locator(".is-over")).hasCount(0);
		assertAccessible(page);
		assertNoOverflow(page);
	}

	@Test
	void filesAreChosenDeletedAndBroughtBackByKeyboard() {
		for (int width : new int[] { 1280, 360 }) {
			Page page = signedIn("an" + this.suffix, width, 900);
			page.navigate(address("7", (width == 360) ? "M09" : "M06"));
			page.setInputFiles("#files",
					new FilePayload[] { payload("Ảnh hiện trường.jpg", SampleFiles.jpeg(900, 600)),
							payload("rất-dài-".repeat(14) + width + ".pdf", SampleFiles.pdf("x" + width)),
							payload("hong.xlsx", new byte[] { 'P', 'K', 3, 4, 0 }) });
			assertThat(page.locator(".evidence-sending .field-error")).containsText("Hãy gửi PDF");
			assertThat(page.locator(".evidence-file")).hasCount(2);
			assertThat(page.locator(".evidence-file img")).hasCount(1);
			assertThat((Integer) page.evaluate("document.querySelector('.evidence-file img').naturalWidth"))
				.isEqualTo(320);
			assertAccessible(page);
			assertNoOverflow(page);

			page.focus(".evidence-file:nth-child(1) summary");
			page.keyboard().press("Enter");
			page.focus(".evidence-file:nth-child(1) input[name=reason]");
			page.keyboard().type("Nhầm ảnh");
			assertAccessible(page);
			assertNoOverflow(page);
			page.keyboard().press("Enter");
			assertThat(page.locator(".evidence-deleted")).containsText("Nhầm ảnh");
			assertAccessible(page);
			assertNoOverflow(page);
			page.focus(".evidence-deleted button");
			page.keyboard().press("Enter");
			assertThat(page.locator(".evidence-deleted")).hasCount(0);
		}
	}

	@Test
	void withoutScriptSeveralFilesGoInOneForm() {
		Page page = signedInWithoutScript("an" + this.suffix);
		page.navigate(address("7", "FINAL"));
		page.setInputFiles("#files", new FilePayload[] { payload("a.pdf", SampleFiles.pdf("a")),
				payload("b.exe", SampleFiles.pdf("b")), payload("c.docx", SampleFiles.docx()) });
		page.click(".evidence-upload button");
		assertThat(page.locator(".error-summary")).containsText("b.exe");
		assertThat(page.locator(".evidence-file h3")).hasText(new String[] { "a.pdf", "c.docx" });
	}

	@Test
	void aReviewerSeesTheFilesAndALostSessionIsSaid() {
		Page clerk = signedIn("an" + this.suffix);
		clerk.navigate(address("7", "FINAL"));
		clerk.setInputFiles("#files", payload("a.pdf", SampleFiles.pdf("a")));
		assertThat(clerk.locator(".evidence-file")).hasCount(1);
		clerk.context().clearCookies();
		clerk.setInputFiles("#files", payload("b.pdf", SampleFiles.pdf("b")));
		assertThat(clerk.locator(".evidence-sending .field-error")).containsText("Hãy đăng nhập lại");

		Page reviewer = signedIn("binh" + this.suffix);
		reviewer.navigate("/plans/" + this.plan.planId() + "/review/2026/FINAL/kinh-te");
		assertThat(reviewer.locator("#c-7 .evidence-links a")).hasText("a.pdf");
		reviewer.click("#c-7 .evidence-more a");
		assertThat(reviewer.locator(".evidence-file")).hasCount(1);
		assertThat(reviewer.locator(".evidence-upload")).hasCount(0);
		assertAccessible(reviewer);
	}

	private String address(String no, String period) {
		return "/plans/" + this.plan.planId() + "/indicators/" + no + "/evidence/2026/" + period;
	}

	private static FilePayload payload(String name, byte[] content) {
		return new FilePayload(name, "application/octet-stream", content);
	}

}
