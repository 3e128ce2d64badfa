package vn.wardkpi.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the pictures of the README. They go to {@code target/screenshots}; with
 * {@code -Dscreenshots=update} to {@code docs/screenshots}.
 */
class ScreenshotTests extends BrowserTest {

	private static final Path FOLDER = "update".equals(System.getProperty("screenshots"))
			? Path.of("docs", "screenshots") : Path.of("target", "screenshots");

	@Test
	void takesThePicturesOfTheReadme() throws IOException {
		Files.createDirectories(FOLDER);
		long mau = plan("99001", 2026, 2030);
		Page delegate = signedIn("mau-delegate", 1280, 1100);
		picture(delegate, "/wards/99001/years/2027", "year");
		picture(delegate, "/plans/" + mau + "/indicators/4", "indicator");
		Page phone = signedIn("mau-delegate", 360, 780);
		picture(phone, "/wards/99001/years/2027", "year-phone");
		Page official = signedIn("mau-official", 1280, 1000);
		picture(official, "/plans/" + mau + "/entry/2029/M06/phong-van-hoa-xa-hoi", "sheet");
		Page reviewer = signedIn("mau-reviewer", 1280, 1000);
		picture(reviewer, "/plans/" + mau + "/review/2028/FINAL/phong-van-hoa-xa-hoi", "review");
		Page admin = signedIn("admin", 1280, 1000);
		admin.navigate("/wards/00340/plans/import");
		admin.locator("#file").setInputFiles(Path.of("src/test/resources/domain/plan-tu-liem.xlsx"));
		admin.locator("form.import-upload button[type=submit]").click();
		take(admin, "import");
	}

	@Test
	void everyPictureOfTheReadmeExists() throws IOException {
		for (String readme : new String[] { "README.md", "README.vi.md" }) {
			Files.readString(Path.of(readme))
				.lines()
				.flatMap((line) -> java.util.regex.Pattern.compile("\\]\\((docs/screenshots/[^)]+)\\)")
					.matcher(line)
					.results())
				.forEach((match) -> assertThat(Path.of(match.group(1))).exists());
		}
	}

	private static void picture(Page page, String address, String name) {
		page.navigate(address);
		take(page, name);
	}

	private static void take(Page page, String name) {
		page.evaluate("() => document.fonts.ready.then(() => true)");
		page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
		assertThat(FOLDER.resolve(name + ".png")).isNotEmptyFile();
	}

}
