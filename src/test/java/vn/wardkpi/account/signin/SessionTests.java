package vn.wardkpi.account.signin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.RealFormTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When sessions begin and end, and what browsers are told to keep of them.
 */
class SessionTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static final String[] ENCRYPTED = { "X-Forwarded-Proto", "https" };

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	private Browser browser;

	@Autowired
	private RealFormTokens formTokens;

	@BeforeEach
	void anAccount() {
		this.formTokens.restore();
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Người thử", Role.ADMIN, "00592", null), "test");
		this.browser = new Browser(this.port);
	}

	@Test
	void whoOnlyLooksLeavesNoSessionBehind() {
		int before = sessions();
		HttpResponse<String> page = this.browser.get("/sign-in");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("SESSION"));
		this.browser.signIn("nobody-here", "wrong");
		this.browser.get("/account");
		this.browser.get("/nowhere");
		assertThat(sessions()).isEqualTo(before);
		this.browser.signIn(this.username, PASSWORD);
		assertThat(sessions()).isEqualTo(before + 1);
	}

	@Test
	void aRequestThatChangesNothingWritesNothing() {
		this.browser.signIn(this.username, PASSWORD);
		List<Map<String, Object>> signedIn = rows();
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
		assertThat(rows()).hasSize(1).isEqualTo(signedIn);
		this.jdbc
			.sql("update spring_session set last_access_time = last_access_time - 60000 where principal_name like ?")
			.param(this.username + "@%")
			.update();
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
		assertThat(rows()).isNotEqualTo(signedIn).hasSize(1);
	}

	private List<Map<String, Object>> rows() {
		return this.jdbc
			.sql("select xmin::text as written, last_access_time from spring_session where principal_name like ?")
			.param(this.username + "@%")
			.query()
			.listOfRows();
	}

	@Test
	void aFormOfTheSignInPageNeedsItsCookie() {
		String token = token(this.browser.get("/sign-in"));
		Browser elsewhere = new Browser(this.port);
		elsewhere.get("/sign-in");
		assertThat(location(elsewhere.post("/sign-in", credentials(token)))).startsWith("/sign-in");
		assertThat(location(this.browser.post("/sign-in", credentials(token)))).isEqualTo("/");
	}

	@Test
	void aSessionsFormsAreNotBelievedBecauseOfACookie() {
		HttpResponse<String> page = new Browser(this.port).get("/sign-in");
		String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
		this.browser.signIn(this.username, PASSWORD);
		HttpResponse<String> forged = new Browser(this.port).post("/account/tokens",
				Map.of("name", "x", "days", "1", "_csrf", token(page)), "Cookie",
				cookie + "; SESSION=" + this.browser.session());
		assertThat(forged.statusCode()).isEqualTo(403);
	}

	@Test
	void endsTwelveHoursAfterSigningInHoweverBusy() {
		this.browser.signIn(this.username, PASSWORD);
		begin("11 hours 55 minutes");
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
		begin("12 hours 5 minutes");
		assertThat(location(this.browser.get("/account"))).isEqualTo("/sign-in?ended&continue=%2Faccount");
	}

	@Test
	void namesItsCookiesForThisHostAloneWhereTheWayIsEncrypted() {
		HttpResponse<String> page = new Browser(this.port).get("/sign-in", ENCRYPTED);
		String form = page.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(form).startsWith("__Host-CSRF=");
		HttpResponse<String> signedIn = new Browser(this.port).post("/sign-in", credentials(token(page)),
				"X-Forwarded-Proto", "https", "Cookie", form.replaceFirst(";.*", ""));
		List<String> cookies = signedIn.headers().allValues("Set-Cookie");
		assertThat(cookies).anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-SESSION=")
			.containsPattern("Path=/(;|$)")
			.contains("Secure", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Domain"));
		String session = cookies.stream()
			.filter((cookie) -> cookie.startsWith("__Host-SESSION="))
			.findFirst()
			.orElseThrow()
			.replaceFirst(";.*", "");
		assertThat(encrypted(session).statusCode()).isEqualTo(200);
		assertThat(encrypted(session.replace("__Host-", "")).statusCode()).isEqualTo(302);
	}

	@Test
	void theStateOfTheProgramIsNotForEverybody() {
		assertThat(this.browser.get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		for (String address : List.of("/actuator", "/actuator/", "/actuator/env", "/actuator/info")) {
			assertThat(location(this.browser.get(address))).as(address).startsWith("/sign-in");
		}
		this.browser.signIn(this.username, PASSWORD);
		for (String address : List.of("/actuator", "/actuator/env", "/actuator/info", "/actuator/metrics")) {
			assertThat(this.browser.get(address).statusCode()).as(address).isEqualTo(403);
		}
		assertThat(this.browser.get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/actuator/health").body()).doesNotContain("postgres", "components");
	}

	private HttpResponse<String> encrypted(String cookie) {
		return new Browser(this.port).get("/account", "X-Forwarded-Proto", "https", "Cookie", cookie);
	}

	private void begin(String ago) {
		this.jdbc.sql("""
				update spring_session set creation_time = extract(epoch from now() - cast(? as interval)) * 1000
				where principal_name like ?
				""").params(ago, this.username + "@%").update();
	}

	private int sessions() {
		return this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
	}

	private Map<String, String> credentials(String token) {
		return Map.of("username", this.username, "password", PASSWORD, "_csrf", token);
	}

	private static String token(HttpResponse<String> page) {
		return Jsoup.parse(page.body()).select("form[action=/sign-in] input[name=_csrf]").first().attr("value");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

}
