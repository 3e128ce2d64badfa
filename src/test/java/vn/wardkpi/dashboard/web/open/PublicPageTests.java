package vn.wardkpi.dashboard.web.open;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What everybody sees without an account: nothing, until an administrator says so; then
 * what is approved.
 */
class PublicPageTests extends DashboardTest {

	private static final String API = "/api/v1/public/wards/" + WARD;

	private static final String PAGE = "/public/wards/" + WARD;

	private static final List<String> CALLS = List.of(API + "/plans", API + "/attainment?year=2026", API + "/period",
			API + "/data?format=csv", API + "/datapackage.json", PAGE, PAGE + "/years/2026", PAGE + "/period");

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isOffAndLooksAsIfThereWereNoneUntilItIsTurnedOn() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		for (String call : CALLS) {
			MvcTestResult off = get(call);
			assertThat(off).as(call).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(off.getResponse().getContentAsString()).as(call)
				.isEqualTo(get(call.replace(WARD, "00331")).getResponse().getContentAsString().replace("00331", WARD));
		}
		turn(plan, true, TestAccounts.wardAdmin(WARD));
		CALLS.forEach((call) -> assertThat(get(call)).as(call).hasStatusOk());
		turn(plan, false, TestAccounts.wardAdmin(WARD));
		CALLS.forEach((call) -> assertThat(get(call)).as(call).hasStatus(HttpStatus.NOT_FOUND));
		assertThat(this.jdbc.sql("""
				select key || ' ' || from_state || ' ' || to_state from audit_entry
				where subject = 'SETTING' and plan_id = ? order by id
				""").param(plan).query(String.class).list()).containsExactly("public-page OFF ON",
				"public-page ON OFF");
	}

	@Test
	void saysWhatThoseWhoSignInAreTold() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		turn(plan, true, TestAccounts.admin());
		RequestPostProcessor delegate = TestAccounts.delegate(WARD);
		for (String[] pair : new String[][] { { "/plans", "/api/v1/wards/" + WARD + "/plans" },
				{ "/attainment?year=2026&issuer=WARD_COUNCIL",
						"/api/v1/plans/" + plan + "/attainment?year=2026&issuer=WARD_COUNCIL" },
				{ "/attainment?plan=" + plan, "/api/v1/plans/" + plan + "/attainment" },
				{ "/attainment?year=2026&asOf=2027-01-01",
						"/api/v1/plans/" + plan + "/attainment?year=2026&asOf=2027-01-01" },
				{ "/period?issuer=PARTY_CONGRESS", "/api/v1/plans/" + plan + "/period?issuer=PARTY_CONGRESS" },
				{ "/data?format=json", "/api/v1/plans/" + plan + "/data?format=json" } }) {
			MvcTestResult open = get(API + pair[0]);
			assertThat(open).as(pair[0]).hasStatusOk();
			MvcTestResult inside = this.mvc.get().uri(pair[1]).with(delegate).exchange();
			assertThat(json(open)).as(pair[0]).isEqualTo(json(inside));
		}
		assertThat(get(PAGE + "/years/2026").getResponse().getContentAsString()).contains("đạt 11), không đạt 3",
				"12/18");
	}

	@Test
	void whatIsNotApprovedStaysInside() throws Exception {
		long plan = aPlan(1);
		turn(plan, true, TestAccounts.admin());
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", explained("5", ReportingPeriod.FINAL, "3.0",
				"Nguyên nhân chỉ nói trong nhà", "Giải pháp chỉ nói trong nhà"));
		this.jdbc.sql("update actual set value = 77.77 where value = 3.0").update();
		assertThat(get(API + "/attainment?year=2026&include=DRAFT")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(API + "/period?include=DRAFT")).hasStatus(HttpStatus.FORBIDDEN);
		for (String call : CALLS) {
			assertThat(get(call).getResponse().getContentAsString()).as(call)
				.doesNotContain("77.77", "77,77", "trong nhà", "clerk", "reviewer");
		}
	}

	@Test
	void leadsNowhereElse() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		turn(plan, true, TestAccounts.admin());
		for (String call : List.of(PAGE, PAGE + "/years/2026", PAGE + "/period")) {
			String page = get(call).getResponse().getContentAsString();
			assertThat(
					Pattern.compile("<a [^>]*href=\"([^\"]*)\"").matcher(page).results().map((link) -> link.group(1)))
				.isNotEmpty()
				.allMatch((link) -> link.startsWith(PAGE) || link.startsWith(API) || link.equals("/sign-in")
						|| link.startsWith("#"));
			assertThat(page).contains("<meta name=\"description\"", "<meta name=\"robots\" content=\"index, follow\">");
			String signedIn = this.mvc.get()
				.uri(call)
				.with(TestAccounts.admin())
				.exchange()
				.getResponse()
				.getContentAsString();
			assertThat(signedIn).as("the same for whoever is signed in").isEqualTo(page);
		}
		assertThat(get("/robots.txt")).hasStatusOk().bodyText().contains("Allow: /public/", "Disallow: /\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { PAGE, PAGE + "/years/2026", PAGE + "/period", API + "/plans",
			API + "/attainment?year=2026", API + "/period", API + "/data?format=json" })
	void mayBeKeptByProxies(String call) throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		turn(plan, true, TestAccounts.admin());
		MvcTestResult first = get(call);
		assertThat(first.getResponse().getHeaders(HttpHeaders.CACHE_CONTROL)).containsExactly("max-age=60, public");
		assertThat(first.getResponse().getHeader(HttpHeaders.SET_COOKIE)).isNull();
		String tag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
		assertThat(again(call, tag)).hasStatus(HttpStatus.NOT_MODIFIED);
		this.jdbc.sql("update plan set title = 'Kế hoạch đổi tên' where id = ?").param(plan).update();
		this.jdbc.sql("update indicator set name = 'Chỉ tiêu đổi tên' where plan_id = ? and no = '3'")
			.param(plan)
			.update();
		assertThat(again(call, tag)).hasStatusOk();
	}

	@Test
	void isReadOnceForAVersion() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		turn(plan, true, TestAccounts.admin());
		List<String> first = StatementCounter.during(() -> get(PAGE + "/years/2026"));
		List<String> second = StatementCounter.during(() -> get(PAGE + "/years/2026?other=1"));
		assertThat(second).hasSize(3).hasSizeLessThan(first.size());
		assertThat(first).hasSize(8);
	}

	@Test
	void anotherPlanOrYearIsRefusedLikeInside() {
		long plan = aPlan(1);
		turn(plan, true, TestAccounts.admin());
		assertThat(get(API + "/attainment?plan=999999")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(API + "/attainment?year=2099")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("year");
		assertThat(get(PAGE + "/years/2099")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(API + "/attainment?year=x")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void anAdministratorTurnsItOnAfterSayingYes() {
		long plan = aPlan(1);
		String page = "/plans/" + plan + "/public-page";
		assertThat(this.mvc.get().uri("/plans/" + plan).with(TestAccounts.admin())).bodyText().contains(page);
		assertThat(this.mvc.get().uri("/plans/" + plan).with(TestAccounts.delegate(WARD))).bodyText()
			.doesNotContain(page);
		assertThat(this.mvc.get().uri(page).with(TestAccounts.admin())).hasStatusOk();
		assertThat(post(page, "on", "true")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("#confirmed");
		assertThat(get(PAGE)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(page, "on", "true", "confirmed", "true")).hasStatus3xxRedirection();
		assertThat(get(PAGE)).hasStatusOk();
		assertThat(post(page, "on", "false")).hasStatus3xxRedirection();
		assertThat(get(PAGE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theApiTurnsItOnAndSaysSo() {
		long plan = aPlan(1);
		String call = "/api/v1/plans/" + plan + "/public-page";
		assertThat(put(call, "{}", TestAccounts.admin())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("on");
		assertThat(put(call, "{\"on\": true}", TestAccounts.admin())).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"planId\": %d, \"on\": true, \"address\": \"%s\"}".formatted(plan, PAGE));
		this.jdbc.sql("update plan set status = 'DRAFT' where id = ?").param(plan).update();
		assertThat(get(PAGE)).as("a draft").hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(call, "{\"on\": true}", TestAccounts.admin())).hasStatus(HttpStatus.CONFLICT);
		assertThat(put(call, "{\"on\": false}", TestAccounts.admin())).hasStatusOk();
	}

	private void turn(long plan, boolean on, RequestPostProcessor who) {
		assertThat(put("/api/v1/plans/" + plan + "/public-page", "{\"on\": " + on + "}", who)).hasStatusOk();
	}

	private MvcTestResult put(String call, String body, RequestPostProcessor who) {
		return this.mvc.put().uri(call).with(who).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	private MvcTestResult post(String page, String... parameters) {
		var request = this.mvc.post().uri(page).with(TestAccounts.admin()).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult get(String call) {
		return this.mvc.get().uri(call).exchange();
	}

	private MvcTestResult again(String call, String tag) {
		return this.mvc.get().uri(call).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
	}

	private static JsonNode json(MvcTestResult result) throws Exception {
		return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
	}

}
