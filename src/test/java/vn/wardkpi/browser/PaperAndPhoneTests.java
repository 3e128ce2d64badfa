package vn.wardkpi.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a delegate's pages look like on paper, on a phone, enlarged and in the hall.
 */
class PaperAndPhoneTests extends BrowserTest {

	private static final String YEAR = "/wards/99001/years/2028";

	private static final String PERIOD = "/wards/99001/period";

	private static final String FAULTS_IN_THE_HALL = """
			() => {
			  const whole = document.documentElement;
			  const found = [];
			  if (whole.scrollHeight > innerHeight) found.push('higher by ' + (whole.scrollHeight - innerHeight));
			  if (whole.scrollWidth > innerWidth) found.push('wider by ' + (whole.scrollWidth - innerWidth));
			  const letters = [...document.querySelectorAll('.chart text')]
			    .filter(text => text.checkVisibility() && !text.closest('.chart-says'));
			  const chart = letters[0]?.ownerSVGElement.getBoundingClientRect();
			  for (const text of letters) {
			    const size = text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize);
			    const box = text.getBoundingClientRect();
			    if (size < 14) found.push(text.textContent + ' is ' + size + ' high');
			    if (box.right > chart.right + 1 || box.left < chart.left - 1) found.push(text.textContent + ' is cut');
			  }
			  const below = document.querySelector('.hall-figures + .hall-words')?.getBoundingClientRect();
			  if (chart && below && below.top < chart.bottom) found.push('words over the chart');
			  return found;
			}
			""";

	/** A window of 1280 × 900 at 200 %. */
	@Test
	void enlargedTheHeadlineStandsOnTheFirstScreen() {
		Page page = signedIn("mau-delegate", 640, 450);
		for (String address : List.of(YEAR, PERIOD)) {
			page.navigate(address);
			assertThat(page.locator("#headline").boundingBox()).as(address)
				.satisfies((box) -> assertThat(box.y + box.height).isLessThan(450));
			assertNoOverflow(page);
		}
	}

	@Test
	void onAPhoneASignAndItsWordStandOnOneLine() {
		Page page = signedInOnAPhone("mau-delegate");
		for (String address : List.of(YEAR, PERIOD + "?group=unit", YEAR + "/issuers", YEAR + "/stages")) {
			page.navigate(address);
			assertThat(page.evaluate("""
					() => [...document.querySelectorAll('.verdict, .course, .turn')]
					  .filter((one) => one.checkVisibility() && one.querySelector('i') && one.querySelector('span'))
					  .filter((one) => {
					    const sign = one.querySelector('i').getBoundingClientRect();
					    const word = one.querySelector('span:not(.visually-hidden)');
					    const box = word && word.getBoundingClientRect();
					    return box && (box.left < sign.right - 1 || box.top > sign.bottom || box.bottom < sign.top);
					  })
					  .map((one) => one.textContent)
					""")).as(address).isEqualTo(List.of());
		}
	}

	/** A province has 126 wards and more. */
	@Test
	void onAPhoneAWardOfTheOverviewIsALine() {
		Page page = signedInOnAPhone("mau-delegate");
		page.navigate("/overview?province=01&year=2028&illustrative=true");
		Locator row = page.locator(".shared tbody tr:has-text('Phường Mẫu')");
		assertThat(row.boundingBox().height).isBetween(44.0, 80.0);
		assertThat(row.locator("th a").boundingBox().height).isGreaterThanOrEqualTo(44);
		assertThat(row.innerText()).matches("(?s)Phường Mẫu.*\\d+/\\d+\\s+\\d+\\s*");
		assertThat(page.locator(".shared thead").innerText()).contains("Đạt và vượt", "Chậm lộ trình");
		assertNoOverflow(page);
		page.getByLabel("Hiện kết quả từng chỉ tiêu chung").check();
		assertThat(row.locator("td.cell a").first().isVisible()).isTrue();
		assertThat(row.boundingBox().height).isGreaterThan(80);
		assertNoOverflow(page);
		page.setViewportSize(1280, 800);
		assertThat(page.getByLabel("Hiện kết quả từng chỉ tiêu chung").isVisible()).isFalse();
		assertThat(row.locator("td.cell a").first().isVisible()).isTrue();
		page.setViewportSize(360, 740);
		page.navigate("/overview?province=01&year=2025");
		Locator reported = page.locator(".shared tbody tr:has-text('theo báo cáo')").first();
		assertThat(reported.locator("td.num span:not(:has(*)), td.num small").all()).hasSizeGreaterThan(1)
			.allMatch((words) -> words.boundingBox().height < 30);
		assertThat(reported.boundingBox().height).isLessThan(80);
		assertNoOverflow(page);
		page.navigate("/overview?province=01&year=2028&illustrative=true&indicator=3");
		assertThat(row.boundingBox().height).isLessThan(160);
		assertThat(row.innerText()).contains("96,0%", "95,8%", "Không đạt", "Chậm").doesNotContain("/22");
		assertThat(row.locator("td:nth-child(3)").evaluate("cell => getComputedStyle(cell, '::before').content"))
			.isEqualTo("\"Giao\"");
		assertNoOverflow(page);
	}

	/**
	 * A hall's screen is not scrolled: each picture of a year fits it whole, with letters
	 * in the chart that are read from the benches.
	 */
	@ParameterizedTest
	@CsvSource({ "2026, vi", "2027, en", "2028, vi" })
	void inTheHallEveryPictureFitsTheScreen(int year, String language) {
		long session = this.jdbc.sql("""
				insert into council_session (ward_code, title, held_on, as_of, created_at, created_by)
				values ('99001', 'Kỳ họp giữa năm', '2029-07-25', '2029-06-30', now(), 'admin') returning id
				""").query(Long.class).single();
		try {
			Page page = signedIn("mau-delegate", 1280, 720);
			page.navigate("/account?lang=" + language);
			int charts = 0;
			for (int at = 0; at < 24; at++) {
				page.navigate("/wards/99001/council-sessions/" + session + "/screen?year=" + year + "&at=" + at);
				charts += page.locator(".chart-figure").count();
				for (int[] screen : new int[][] { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 } }) {
					page.setViewportSize(screen[0], screen[1]);
					assertThat(page.evaluate(FAULTS_IN_THE_HALL)).as("%s at %s", page.url(), screen[0])
						.isEqualTo(List.of());
				}
			}
			assertThat(page.locator("a[rel=next]").count()).as("pictures after the last").isZero();
			assertThat(charts).isGreaterThan(15);
		}
		finally {
			this.jdbc.sql("delete from council_session where id = ?").param(session).update();
		}
	}

	@Test
	void paperSaysWhoseTargetsAndWhenAndHowACourseIsReckoned() {
		Page page = signedIn("mau-delegate");
		long plan = plan("99001", 2026, 2030);
		for (String address : List.of(YEAR, PERIOD, "/plans/" + plan + "/indicators/4",
				"/overview?province=01&year=2028&illustrative=true")) {
			page.navigate(address);
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(page.locator("body").innerText()).as(address)
				.contains("Chỉ tiêu của: ", "Tính đến ngày ", "in ngày ", "quãng đường đến hạn");
			assertThat(page.locator(".hero p").allInnerTexts()).noneMatch((line) -> line.strip().endsWith("·"));
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
		}
	}

	@Test
	void onPaperWhatIsFoldedIsReadAndPartsAreNotLargerThanTheirWhole() {
		Page page = signedIn("mau-delegate");
		page.navigate(PERIOD);
		assertThat(page.locator(".period-rows tbody tr").first().isVisible()).isFalse();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".period-rows tbody tr").all()).isNotEmpty()
			.allMatch((row) -> row.boundingBox().height > 0);
		assertThat(page.evaluate("""
				() => {
				  const size = (row) => parseFloat(getComputedStyle(row.querySelector('th')).fontSize);
				  const tops = [...document.querySelectorAll('.period-rows tbody tr:not(.sub, .row-note)')].map(size);
				  const subs = [...document.querySelectorAll('.period-rows tbody tr.sub')].map(size);
				  return subs.length > 0 && Math.max(...subs) <= Math.min(...tops);
				}
				""")).isEqualTo(true);
	}

	/**
	 * An A4 sheet is 186 mm wide within its margins; what stands there in one line is
	 * read at a glance, and the years of all indicators leave room for what comes before
	 * them.
	 */
	@Test
	void onPaperVerdictsStandInOneLineAndTheYearsOfAllFitBelowOthers() {
		Page page = signedIn("mau-delegate", 703, 1017);
		page.navigate(PERIOD);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.evaluate("""
				() => [...document.querySelectorAll('.period-rows .verdict')].map(verdict => {
				  const words = document.createRange();
				  words.selectNodeContents(verdict);
				  const column = verdict.closest('td').getBoundingClientRect();
				  return verdict.getClientRects()[0].height < 20 && words.getBoundingClientRect().right <= column.right;
				})
				""")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSizeGreaterThan(20).containsOnly(true);
		assertThat(page.locator(".years-of-all").boundingBox().height).as("pixels of 1017").isLessThan(650);
	}

}
