package vn.wardkpi.account.signin;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountChange;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.RealFormTokens;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountCatalog catalog;

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
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Người thử", Role.REVIEWER, "00592", null),
				"test");
		this.browser = new Browser(this.port);
	}

	@Test
	void signsInAndGoesWhereOneWantedToGo() {
		HttpResponse<String> asked = this.browser.get("/account?x=1");
		assertThat(asked.statusCode()).isEqualTo(302);
		String signIn = location(asked);
		assertThat(signIn).isEqualTo("/sign-in?continue=%2Faccount%3Fx%3D1");
		HttpResponse<String> signedIn = this.browser.submit(signIn, "/sign-in",
				Map.of("username", this.username.toUpperCase(Locale.ROOT), "password", PASSWORD));
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(location(signedIn)).isEqualTo("/account?x=1");
		assertThat(this.browser.get("/account").body()).contains("Người thử");
	}

	@Test
	void goesNowhereOutsideTheProgram() {
		for (String target : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x",
				"/\t/evil.example", "/sign-out")) {
			Browser fresh = new Browser(this.port);
			HttpResponse<String> signedIn = fresh.submit("/sign-in", "/sign-in",
					Map.of("username", this.username, "password", PASSWORD, "continue", target));
			assertThat(location(signedIn)).as(target).isEqualTo("/");
		}
	}

	@Test
	void givesTheSessionAnotherIdOnSigningIn() {
		this.browser.signIn(this.username, PASSWORD);
		String before = this.browser.session();
		assertThat(before).isNotEmpty();
		Browser victim = new Browser(this.port);
		victim.replaceSession(before);
		String form = victim.page("/account").select("input[name=_csrf]").first().attr("value");
		assertThat(session(
				victim.post("/sign-in", Map.of("username", this.username, "password", PASSWORD, "_csrf", form))))
			.isNotEmpty()
			.isNotEqualTo(before);
		Browser attacker = new Browser(this.port);
		attacker.replaceSession(before);
		assertThat(attacker.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void takesNoIdOfASessionFromTheCaller() {
		String planted = Base64.getEncoder()
			.encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
		this.browser.replaceSession(planted);
		assertThat(session(this.browser.signIn(this.username, PASSWORD))).isNotEmpty().isNotEqualTo(planted);
		Browser attacker = new Browser(this.port);
		attacker.replaceSession(planted);
		assertThat(attacker.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void keepsItsCookieFromScriptsAndOtherSites() {
		assertThat(this.browser.get("/sign-in").headers().allValues("Set-Cookie")).allSatisfy(
				(cookie) -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure"));
		assertThat(this.browser.signIn(this.username, PASSWORD).headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("SESSION=")
				.contains("HttpOnly")
				.contains("SameSite=Lax")
				.doesNotContain("Secure"));
		assertThat(new Browser(this.port).get("/sign-in?again", "X-Forwarded-Proto", "https")
			.headers()
			.allValues("Set-Cookie")).isNotEmpty().allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@Test
	void remembersSessionsInTheDatabaseUnderTheAccountsVersion() {
		this.browser.signIn(this.username, PASSWORD);
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = ?")
			.param(this.username + "@0")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void saysWhatToDoWhenSigningInFailsAndKeepsTheUsername() {
		HttpResponse<String> failed = this.browser.signIn(this.username, "wrong");
		assertThat(failed.statusCode()).isEqualTo(401);
		assertThat(failed.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng")
			.contains("value=\"" + this.username + "\"")
			.doesNotContain("wrong\"");
	}

	@Test
	void doesNotTellWhichAccountsExist() {
		String known = this.browser.signIn(this.username, "wrong").body().replace(this.username, "");
		String unknown = new Browser(this.port).signIn("nobody-here", "wrong").body().replace("nobody-here", "");
		assertThat(withoutToken(known)).isEqualTo(withoutToken(unknown));
	}

	@Test
	void slowsDownGuessing() {
		for (int i = 0; i < SignInFailures.PER_USERNAME_AND_ADDRESS; i++) {
			assertThat(new Browser(this.port).signIn(this.username, "guess " + i).statusCode()).isEqualTo(401);
		}
		HttpResponse<String> refused = this.browser.signIn(this.username, PASSWORD);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(refused.body()).contains("quá nhiều lần đăng nhập sai");
		HttpResponse<String> api = this.browser.get("/api/v1/wards?q=x", "Authorization",
				Browser.basic(this.username, PASSWORD));
		assertThat(api.statusCode()).isEqualTo(429);
		assertThat(api.headers().firstValue("Retry-After")).isPresent();
		assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		this.jdbc.sql("delete from sign_in_failure where username = ?").param(this.username).update();
		assertThat(location(this.browser.signIn(this.username, PASSWORD))).isEqualTo("/");
	}

	@Test
	void forgetsFailuresAfterSigningInAndAfterAWhile() {
		this.jdbc.sql("insert into sign_in_failure (username, address, at) values (?, '203.0.113.9', '2001-01-01')")
			.param(this.username)
			.update();
		this.browser.signIn(this.username, "wrong");
		assertThat(failures()).isEqualTo(1);
		this.browser.signIn(this.username, PASSWORD);
		assertThat(failures()).isZero();
	}

	@Test
	void refusesFormsWithoutTheirToken() {
		assertThat(location(
				new Browser(this.port).post("/sign-in", Map.of("username", this.username, "password", PASSWORD))))
			.startsWith("/sign-in");
		this.browser.signIn(this.username, PASSWORD);
		HttpResponse<String> forged = this.browser.post("/account/tokens", Map.of("name", "x", "days", "1"));
		assertThat(forged.statusCode()).isEqualTo(403);
		assertThat(this.jdbc
			.sql("select count(*) from personal_token t join user_account u on u.id = t.user_id where u.username = ?")
			.param(this.username)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void acceptsTheTokenInAHeaderOfHtmx() {
		this.browser.signIn(this.username, PASSWORD);
		String token = this.browser.page("/account").select("input[name=_csrf]").first().attr("value");
		assertThat(this.browser.post("/account/tokens", Map.of("name", "htmx", "days", "1"), "X-CSRF-TOKEN", token)
			.statusCode()).isEqualTo(200);
	}

	@Test
	void signsOutByPostAlone() {
		this.browser.signIn(this.username, PASSWORD);
		assertThat(this.browser.get("/sign-out").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
		assertThat(location(this.browser.submit("/account", "/sign-out", Map.of()))).isEqualTo("/sign-in?signed-out");
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void endsSessionsAtOnceWhenTheAccountIsDisabled() {
		this.browser.signIn(this.username, PASSWORD);
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
		change(Role.REVIEWER, false);
		assertThat(location(this.browser.get("/account"))).isEqualTo("/sign-in?ended&continue=%2Faccount");
		assertThat(this.browser.get("/api/v1/wards?q=x", "Authorization", Browser.basic(this.username, PASSWORD))
			.statusCode()).isEqualTo(401);
		assertThat(new Browser(this.port).signIn(this.username, PASSWORD).statusCode()).isEqualTo(401);
	}

	@Test
	void endsSessionsAtOnceWhenTheRoleChanges() {
		this.browser.signIn(this.username, PASSWORD);
		change(Role.DELEGATE, true);
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(302);
		this.browser.signIn(this.username, PASSWORD);
		assertThat(this.browser.get("/account").body()).contains("Đại biểu");
	}

	@Test
	void changesOnesPasswordAndStaysSignedInHereAlone() {
		Browser elsewhere = new Browser(this.port);
		elsewhere.signIn(this.username, PASSWORD);
		this.browser.signIn(this.username, PASSWORD);
		HttpResponse<String> wrong = this.browser.submit("/account", "/account/password",
				Map.of("present", "wrong", "password", "bốn-từ-xa-nhau-77"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("Mật khẩu hiện tại không đúng");
		HttpResponse<String> weak = this.browser.submit("/account", "/account/password",
				Map.of("present", PASSWORD, "password", "password123"));
		assertThat(weak.statusCode()).isEqualTo(422);
		assertThat(weak.body()).contains("dễ đoán");
		HttpResponse<String> changed = this.browser.submit("/account", "/account/password",
				Map.of("present", PASSWORD, "password", "bốn-từ-xa-nhau-77"));
		assertThat(location(changed)).isEqualTo("/account");
		assertThat(this.browser.get("/account").body()).contains("Đã đổi mật khẩu");
		assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
		assertThat(location(new Browser(this.port).signIn(this.username, "bốn-từ-xa-nhau-77"))).isEqualTo("/");
	}

	@Test
	void sendsHtmxToTheSignInPageAndBackToThePageItIsOn() {
		HttpResponse<String> refused = this.browser.post("/account/tokens", Map.of(), "HX-Request", "true",
				"HX-Current-URL", "http://localhost:" + this.port + "/plans/1/entry/2026/FINAL/x?a=b");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.headers().firstValue("HX-Redirect"))
			.hasValue("/sign-in?continue=%2Fplans%2F1%2Fentry%2F2026%2FFINAL%2Fx%3Fa%3Db");
	}

	@Test
	void protectsPagesByHeaders() {
		this.browser.signIn(this.username, PASSWORD);
		HttpResponse<String> page = this.browser.get("/account");
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValue("default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; "
					+ "form-action 'self'; object-src 'none'");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
		assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
		assertThat(this.browser.get("/sign-in", "X-Forwarded-Proto", "https")
			.headers()
			.firstValue("Strict-Transport-Security")).isPresent();
	}

	@Test
	void letsStaticFilesBeKept() {
		HttpResponse<String> css = this.browser.get("/assets/css/components.css");
		assertThat(css.statusCode()).isEqualTo(200);
		assertThat(css.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
		assertThat(css.headers().firstValue("Set-Cookie")).isEmpty();
	}

	private void change(Role role, boolean enabled) {
		AccountRow row = this.catalog.find(this.username).orElseThrow();
		this.accounts.change(this.username,
				new AccountChange(row.displayName(), role, "00592", null, enabled, row.version()),
				TestAccounts.adminActor());
	}

	private int failures() {
		return this.jdbc.sql("select count(*) from sign_in_failure where username = ?")
			.param(this.username)
			.query(Integer.class)
			.single();
	}

	private static String session(HttpResponse<String> response) {
		return response.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("SESSION="))
			.map((cookie) -> cookie.replaceFirst("SESSION=", "").replaceFirst(";.*", ""))
			.findFirst()
			.orElse("");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none").replaceFirst("^http://localhost:\\d+", "");
	}

	private static String withoutToken(String page) {
		return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

}
