package vn.wardkpi.plan.web.headline;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class HeadlinePagesTests extends DashboardTest {

	private long plan;

	@BeforeEach
	void aPublishedPlan() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2026-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96.9"));
	}

	@Test
	void recordsAndCorrectsWithAReasonAndKeepsWhatItWas() {
		assertThat(get("")).hasStatusOk().bodyText().contains("Chưa có kết quả nào", "/published-headlines/new");
		assertThat(post("", typed("21", "20/12/2026", ""))).hasStatus(HttpStatus.FOUND);
		assertThat(year()).contains("Báo cáo 12/BC-UBND", "21/22");
		String correct = edit();
		assertThat(post(correct, typed("20", "20/12/2026", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#reason\"");
		assertThat(post(correct, typed("20", "20/12/2026", "Báo cáo đã sửa"))).hasStatus(HttpStatus.FOUND);
		assertThat(get("")).bodyText().contains("20/22", "21/22", "Báo cáo đã sửa", "Đã đính chính 1 lần");
		assertThat(year()).contains("20/22").doesNotContain("21/22");
		assertThat(get(correct)).as("the one before").hasStatusOk().bodyText().contains("đã được đính chính hoặc rút");
		assertThat(post(correct, typed("19", "", "Người thứ hai"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Người khác vừa đính chính", "Người thứ hai");
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		assertThat(post("", typed("mười", "31/02/2026", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Hãy ghi một số nguyên", "Ngày chưa đúng", "value=\"mười\"", "31/02/2026");
		assertThat(post("", typed("23", "", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("không thể nhiều hơn 22");
	}

	@Test
	void takesBackWithAReason() {
		post("", typed("21", "", ""));
		String edit = edit();
		assertThat(post(edit + "/withdraw", "withdrawal", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(edit + "/withdraw", "withdrawal", "Của phường khác")).hasStatus(HttpStatus.FOUND);
		assertThat(get("")).bodyText().contains("Chưa có kết quả nào", "Đã rút lại", "Của phường khác");
		assertThat(year()).doesNotContain("21/22");
	}

	@Test
	void theNumberOfStatementsDoesNotGrow() throws Exception {
		post("", typed("21", "", ""));
		List<String> few = StatementCounter.during(() -> get(""));
		for (int attained = 20; attained > 17; attained--) {
			post(edit(), typed(String.valueOf(attained), "", "Đính chính"));
		}
		assertThat(StatementCounter.during(() -> get(""))).isNotEmpty().hasSameSizeAs(few);
	}

	private static String[] typed(String attained, String day, String reason) {
		return new String[] { "year", "2026", "issuer", "WARD_COUNCIL", "stage", "FINAL", "assigned", "22", "attained",
				attained, "source", "Báo cáo 12/BC-UBND", "reportedOn", day, "reason", reason };
	}

	/** Address of the form of the one that is valid. */
	private String edit() {
		return Pattern.compile("/published-headlines(/\\d+)\"")
			.matcher(text(get("")))
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
	}

	private String year() {
		return text(this.mvc.get()
			.uri("/wards/" + WARD + "/years/2026?plan=" + this.plan)
			.with(TestAccounts.delegate(WARD))
			.exchange());
	}

	private MvcTestResult get(String more) {
		return this.mvc.get()
			.uri("/plans/" + this.plan + "/published-headlines" + more)
			.with(TestAccounts.wardAdmin(WARD))
			.exchange();
	}

	private MvcTestResult post(String more, String... parameters) {
		var request = this.mvc.post()
			.uri("/plans/" + this.plan + "/published-headlines" + more)
			.with(TestAccounts.wardAdmin(WARD))
			.with(csrf());
		for (int at = 0; at < parameters.length; at += 2) {
			request = request.param(parameters[at], parameters[at + 1]);
		}
		return request.exchange();
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
