package vn.wardkpi.dashboard.web.year;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a reader chooses on a year's page.
 */
class YearPageTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	@Test
	void leavesOutColumnsThatNobodyWantsAndRemembersThemInTheAddress() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR).select(".columns nav a").eachAttr("aria-current")).containsExactly("true", "true", "true",
				"true");
		Document page = page(YEAR + "?hide=unit&hide=path&hide=nonsense");
		assertThat(page.select("table.indicators").get(0).classNames()).contains("without-unit", "without-path");
		assertThat(page.select(".columns nav a[aria-current]").eachText()).containsExactly("Năm trước", "So với giao");
		assertThat(page.select(".columns nav a").first().attr("href")).contains("hide=path")
			.doesNotContain("hide=unit");
		assertThat(page.select("nav.segmented a[href*=2027]").attr("href")).contains("hide=unit", "hide=path");
		assertThat(page.select("input[name=hide]").eachAttr("value")).contains("unit", "path");
	}

	@Test
	void groupsByTheLeaderWhoAnswers() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		lead(plan, "5", "Trần Thị Bình");
		assertThat(page(YEAR + "?group=leader").select("tr.group").eachText()).contains("Trần Thị Bình 1 chỉ tiêu",
				"– 21 chỉ tiêu");
		assertThat(numbers(YEAR + "?q=tran thi binh")).containsExactly("5");
	}

	private void lead(long plan, String no, String leader) {
		assertThat(this.mvc.patch()
			.uri("/api/v1/plans/" + plan + "/indicators/" + no)
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"leaderInCharge": "%s", "reason": "Phân công lại", "effectiveDate": "2026-01-01"}"""
				.formatted(leader))
			.with(TestAccounts.admin())).hasStatusOk();
	}

	private List<String> numbers(String address) {
		return page(address).select(".indicators tbody td.no").eachText();
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(DELEGATE).exchange();
	}

}
