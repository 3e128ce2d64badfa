package vn.wardkpi.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorPageTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	@Test
	void putsTheRequiredPaceBesideThePaceSoFar() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z", actual("4", ReportingPeriod.FINAL, "49.1"));
		Document page = page(plan, "4", DELEGATE);
		assertThat(page.select("#course").text()).contains("Chậm so với lộ trình");
		assertThat(page.text()).contains("Cần tăng 3,63 điểm %/năm trong 3 năm còn lại", "lần tốc độ hiện nay",
				"70% phần đến hạn năm 2027");
		assertThat(page.select("svg.chart text").eachText()).contains("giao 60,0%", "49,1%", "2030");
		assertThat(page.select("svg.chart").attr("aria-label")).startsWith("Biểu đồ lộ trình và thực hiện");
	}

	@Test
	void aGroupShowsItsParts() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(page(plan, "2", DELEGATE).select("#parts ~ div tbody tr").eachText()).hasSize(3)
			.first()
			.asString()
			.contains("66,7%", "Đạt");
	}

	@Test
	void historyIsForTheWardsOwn() {
		long plan = aPlan(1);
		assertThat(page(plan, "4", DELEGATE).select("#history")).isNotEmpty();
		assertThat(page(plan, "4", TestAccounts.delegate("00613")).select("#history")).isEmpty();
		assertThat(api(plan, "4", DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("\"subject\":\"TARGET\"", "\"to\":\"60%\"");
		assertThat(api(plan, "4", TestAccounts.delegate("00613"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(plan, "99", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void everyIndicatorHasAPage() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		for (int no = 1; no <= 22; no++) {
			assertThat(get(plan, String.valueOf(no), DELEGATE)).hasStatusOk();
		}
		assertThat(get(plan, "99", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		long plan = aPlan(9);
		approveYear(plan, 9);
		List<String> statements = StatementCounter.during(() -> get(plan, "4", DELEGATE));
		assertThat(statements).as("with session").hasSizeLessThanOrEqualTo(8);
	}

	private Document page(long plan, String no, RequestPostProcessor by) {
		MvcTestResult result = get(plan, no, by);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(long plan, String no, RequestPostProcessor by) {
		return this.mvc.get().uri("/plans/" + plan + "/indicators/" + no).with(by).exchange();
	}

	private MvcTestResult api(long plan, String no, RequestPostProcessor by) {
		return this.mvc.get().uri("/api/v1/plans/" + plan + "/history/" + no).with(by).exchange();
	}

}
