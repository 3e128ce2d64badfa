package vn.wardkpi.dashboard.web.indicator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import javax.imageio.ImageIO;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.decision.NewDecision.NewTarget;
import vn.wardkpi.support.TestAccounts;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an indicator's chart says, on its page and in files.
 */
class IndicatorChartTests extends DashboardTest {

	@Test
	void tellsEstimateFinalAndPartOfAYearApart() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.ESTIMATE, "2026-12-15T03:00:00Z",
				actual("4", ReportingPeriod.ESTIMATE, "47.0"));
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actual("4", ReportingPeriod.FINAL, "47.6"));
		approve(plan, 2027, ReportingPeriod.M06, "2027-07-10T03:00:00Z", actual("4", ReportingPeriod.M06, "48.2"));
		Element chart = chart(plan, "4");
		assertThat(chart.select(".chart-year").eachAttr("aria-label"))
			.contains("2026. HĐND phường giao 47,5%. Thành phố giao 47,5%. Ước cả năm: 47,0%. Chính thức cả năm: 47,6%")
			.anySatisfy((year) -> assertThat(year).startsWith("2027.").contains("6 tháng: 48,2%"));
		assertThat(chart(plan, "3").select(".chart-year").eachAttr("aria-label"))
			.anySatisfy((year) -> assertThat(year).startsWith("2030.").contains("Đại hội Đảng bộ giao 97%"));
		assertThat(chart.select("text").eachText()).contains("Lộ trình: HĐND phường", "Lộ trình: Thành phố",
				"Chính thức cả năm", "Ước cả năm", "Số trong năm", "Mức nền");
	}

	@Test
	void showsWhatAnAdjustedTargetWasBefore() {
		long plan = aPlan(1);
		decide(plan, new NewDecision(Issuer.WARD_COUNCIL, "20/NQ-HĐND", null, LocalDate.parse("2026-03-01"),
				List.of(new NewTarget("4", 2026, "45%"))));
		Element chart = chart(plan, "4");
		assertThat(chart.select(".chart-year").eachAttr("aria-label"))
			.anySatisfy((year) -> assertThat(year).contains("HĐND phường giao 45%. điều chỉnh từ 47,5%"));
		assertThat(chart.select("text").eachText()).contains("Mức giao trước điều chỉnh");
	}

	@Test
	void leadsOnFromTheLatestValueAtThePaceSoFar() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actual("1", ReportingPeriod.FINAL, "9000"));
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z", actual("1", ReportingPeriod.FINAL, "9100"));
		assertThat(chart(plan, "1").select(".chart-year").eachAttr("aria-label"))
			.anySatisfy((year) -> assertThat(year).startsWith("2028.").contains("Nếu giữ tốc độ hiện nay: 9.050,00"));
	}

	@Test
	void hundredPerCentLiesAtTheTop() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Element chart = chart(plan, "7");
		assertThat(chart.select("text[text-anchor=end]").eachText()).startsWith("0", "25", "50", "75", "100")
			.doesNotContain("150");
	}

	@Test
	void isDrawnForAPhoneWithLettersAsLarge() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Document page = page(plan, "4");
		Element narrow = page.selectFirst("svg.chart-narrow");
		assertThat(narrow.attr("viewBox")).startsWith("0 0 320 ");
		assertThat(Integer.parseInt(narrow.attr("font-size"))).isGreaterThanOrEqualTo(13);
		assertThat(narrow.select(".chart-year").eachAttr("aria-label"))
			.isEqualTo(page.select("svg.chart-wide .chart-year").eachAttr("aria-label"));
		assertThat(page.select("svg.chart .chart-year[tabindex=0]")).hasSize(12);
	}

	@Test
	void isSavedAsSvgAndAsPicture() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Document page = page(plan, "2.1");
		List<String> files = page.select(".chart-figure figcaption a").eachAttr("href");
		MvcTestResult svg = get(files.get(0));
		assertThat(svg).hasStatusOk().hasContentType("image/svg+xml");
		assertThat(svg.getResponse().getHeader("Content-Disposition")).startsWith("attachment").endsWith(".svg\"");
		assertThat(new String(svg.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
			.startsWith("<svg xmlns")
			.contains("tính đến ngày", "Đơn vị tính: %", "<title>Tỷ lệ");
		MvcTestResult png = get(files.get(1));
		assertThat(png).hasStatusOk().hasContentType("image/png");
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.getResponse().getContentAsByteArray()));
		assertThat(picture.getWidth()).isEqualTo(1920);
	}

	@Test
	void thereIsNoFileWithoutNumbers() {
		long plan = aPlan(1);
		assertThat(get("/plans/" + plan + "/indicators/2/chart.svg")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("chưa đủ số để vẽ biểu đồ");
		assertThat(get("/plans/" + plan + "/indicators/99/chart.png")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/plans/999999/indicators/1/chart.png")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private Element chart(long plan, String no) {
		return page(plan, no).selectFirst("svg.chart-wide");
	}

	private Document page(long plan, String no) {
		MvcTestResult result = get("/plans/" + plan + "/indicators/" + no);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

}
