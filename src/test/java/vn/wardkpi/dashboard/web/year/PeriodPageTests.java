package vn.wardkpi.dashboard.web.year;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole period: what endangers it first, the rest folded.
 */
class PeriodPageTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final String PERIOD = "/wards/" + WARD + "/period";

	@Test
	void saysFirstHowManyAreInDangerAndThenWhichTheWorstFirst() {
		long plan = aPlan(1);
		assertThat(page(PERIOD).select("#headline").text()).startsWith("Chưa có số liệu cả năm nào");
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-20T03:00:00Z", actual("22", ReportingPeriod.FINAL, "0"));
		assertThat(page(PERIOD).select("#headline").text())
			.isEqualTo("Không chỉ tiêu nào có nguy cơ không đạt năm 2030");
		approveYear(plan, 1);
		Document page = page(PERIOD);
		List<String> dangers = page.select(".dangers .no").eachText();
		assertThat(page.select("#headline").text())
			.isEqualTo(dangers.size() + "/22 chỉ tiêu có nguy cơ không đạt năm 2030");
		assertThat(dangers).isNotEmpty().doesNotHaveDuplicates();
		List<String> folded = page.select(".fold .indicators tbody tr:not(.sub) td.no").eachText();
		assertThat(folded).hasSize(22);
		assertThat(folded.subList(0, 3)).isEqualTo(dangers.subList(0, 3));
	}

	@Test
	void drawsValueTargetsAndTheEndOnOneScaleAndSaysThem() {
		approveYear(aPlan(1), 1);
		Element card = page(PERIOD).select(".dangers .card-note:has(.no:matchesOwn(^5$))").first();
		assertThat(card).isNotNull();
		assertThat(card.select(".danger-bar").attr("aria-label"))
			.matches("Thực hiện đến nay .+; giao đến nay .+; cuối kỳ nếu giữ tốc độ hiện nay .+; mục tiêu cả kỳ .+\\.");
		assertThat(card.select(".danger-bar rect.value, .danger-bar .asked, .danger-bar .target")).hasSize(3);
		for (String place : card.select(".danger-bar line[x1]").eachAttr("x1")) {
			assertThat(Integer.parseInt(place)).isBetween(6, 294);
		}
		assertThat(card.select(".danger-figures").text()).contains("3,0%", "/ giao đến nay", "/ mục tiêu");
	}

	@Test
	void whatIsFoldedByCourseStandsOpenWhereSomeWasAskedFor() {
		approveYear(aPlan(1), 1);
		assertThat(page(PERIOD).select(".fold")).isNotEmpty().noneMatch((fold) -> fold.hasAttr("open"));
		Document found = page(PERIOD + "?q=bhyt");
		assertThat(found.select(".fold[open] tbody td.no").eachText()).containsExactly("3");
		assertThat(page(PERIOD + "?q=khong+co+gi").select(".empty").text()).contains("Hãy bỏ lọc");
		Document units = page(PERIOD + "?group=unit");
		assertThat(units.select(".fold[open] summary").eachText())
			.anyMatch((name) -> name.startsWith("Công an Phường"));
		assertThat(units.select(".segmented [aria-current=true]").eachText()).contains("Theo đơn vị chủ trì",
				"Nguy cơ trước");
		assertThat(page(PERIOD + "?group=verdict").select(".fold summary").eachText()).isNotEmpty();
		assertThat(page(PERIOD + "?group=leader&sort=number").select(".fold tbody tr:not(.sub) td.no").eachText())
			.startsWith("1", "2", "3")
			.hasSize(22);
		assertThat(page(PERIOD + "?group=leader&sort=name").select(".fold tbody tr:not(.sub) td.no").eachText())
			.hasSize(22)
			.doesNotHaveDuplicates()
			.isNotEqualTo(page(PERIOD + "?group=leader").select(".fold tbody tr:not(.sub) td.no").eachText());
	}

	@Test
	void whatWasChosenIsKeptAndWhatIsUsualIsNotNamed() {
		approveYear(aPlan(1), 1);
		Document page = page(PERIOD + "?group=unit&sort=number&q=b");
		assertThat(page.select("form[role=search] input[type=hidden]").eachAttr("name")).contains("group", "sort");
		assertThat(page.select(".segmented a:contains(Theo tiến độ)").attr("href")).contains("sort=number", "q=b")
			.doesNotContain("group=");
		assertThat(page.select(".switches a:contains(2027)").attr("href")).contains("group=unit");
		assertThat(page(PERIOD).select(".switches a:contains(2027)").attr("href")).doesNotContain("group=");
		assertThat(page("/wards/" + WARD + "/years/2026").select(".switches a:contains(Cả kỳ)").attr("href"))
			.doesNotContain("group=");
	}

	@Test
	void everyIndicatorHasItsRow() {
		approveYear(aPlan(1), 1);
		assertThat(page(PERIOD).select(".indicators tbody tr")).hasSize(27)
			.anySatisfy((row) -> assertThat(row.text()).contains("Cần tăng"));
	}

	@Test
	void thePeriodOpensTheRowsOfACourseAndShowsEveryYear() {
		approveYear(aPlan(1), 1);
		Document page = page(PERIOD);
		assertThat(page.select(".matrix tbody tr")).hasSize(22);
		assertThat(page.select(".matrix thead .year").eachText()).containsExactly("2026", "2027", "2028", "2029",
				"2030");
		assertThat(page.select(".matrix tbody tr").get(4).select(".year").eachText()).startsWith("✕Không đạt",
				"○Chưa có số liệu");
		String count = page.select(".course-counts a:contains(Chệch lộ trình) b").text();
		Document filtered = page(
				page.select(".course-counts a:contains(Chệch lộ trình)").attr("href").replaceFirst("#.*", ""));
		assertThat(filtered.select(".indicators tbody tr:not(.sub)")).hasSize(Integer.parseInt(count));
		assertThat(filtered.select(".chip").text()).contains("Chệch lộ trình");
	}

	private Document page(String address) {
		MvcTestResult result = this.mvc.get().uri(address).with(DELEGATE).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
