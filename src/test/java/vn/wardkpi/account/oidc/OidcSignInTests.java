package vn.wardkpi.account.oidc;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.WardKpiApplication;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in at a real authorization server, on an instance that is configured so; and
 * that there is nothing of it where it is not.
 */
class OidcSignInTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static IdentityProvider provider;

	private static ConfigurableApplicationContext program;

	private static int port;

	@LocalServerPort
	private int plainPort;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	private Browser browser;

	@BeforeAll
	static void start() {
		provider = new IdentityProvider();
		String at = provider.address();
		program = SpringApplication.run(WardKpiApplication.class, "--server.port=0",
				"--spring.datasource.url=" + TestDatabase.url(), "--spring.datasource.username=" + TestDatabase.PROGRAM,
				"--spring.datasource.password=" + TestDatabase.PASSWORD, "--spring.flyway.enabled=false",
				"--spring.datasource.hikari.maximum-pool-size=4",
				"--spring.security.oauth2.client.registration.office.client-id=office",
				"--spring.security.oauth2.client.registration.office.client-secret=secret",
				"--spring.security.oauth2.client.registration.office.scope=openid",
				"--spring.security.oauth2.client.registration.office.client-name=Sở Nội vụ",
				"--spring.security.oauth2.client.provider.office.issuer-uri=" + at, "--ward-kpi.oidc.claim=office_mail",
				"--ward-kpi.oidc.domain=phuong.gov.vn");
		port = Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
		provider.admit(port);
	}

	@AfterAll
	static void stop() {
		program.close();
		provider.stop();
	}

	@BeforeEach
	void aPerson() {
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		provider.addPerson(this.username);
		this.browser = new Browser(port);
	}

	@Test
	void letsInWhomTheProviderSendsWithTheRoleThatIsKeptHere() {
		this.accounts.create(
				new NewAccount(this.username, PASSWORD, "Nguyễn Thị Sở", Role.DELEGATE, "00592", null, true, null),
				"test");
		assertThat(this.browser.page("/sign-in").select("a[href=/oauth2/authorization/office]").text())
			.contains("Sở Nội vụ");
		HttpResponse<String> start = this.browser.get("/oauth2/authorization/office");
		String before = this.browser.session();
		HttpResponse<String> back = signInAtProvider(start);
		assertThat(location(back)).isEqualTo("/");
		assertThat(this.browser.session()).as("another session than before").isNotEmpty().isNotEqualTo(before);
		HttpResponse<String> account = this.browser.get("/account");
		assertThat(account.statusCode()).isEqualTo(200);
		assertThat(account.body()).contains("Nguyễn Thị Sở", "Đại biểu HĐND");
		assertThat(this.browser.get("/users").statusCode()).isEqualTo(403);
		this.jdbc.sql("update user_account set version = version + 1 where username = ?").param(this.username).update();
		assertThat(this.browser.get("/account").statusCode()).as("ends as any other session").isEqualTo(302);
	}

	@Test
	void tellsWhoHasNoAccountAndCreatesNone() {
		HttpResponse<String> back = signInAtProvider(this.browser.get("/oauth2/authorization/office"));
		assertThat(location(back)).isEqualTo("/sign-in?no-account");
		assertThat(this.browser.get("/sign-in?no-account").body()).contains("chưa có tài khoản");
		assertThat(location(this.browser.get("/account"))).startsWith("/sign-in");
		assertThat(this.jdbc.sql("select count(*) from user_account where username = ?")
			.param(this.username)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void keepsLockedAccountsOut() {
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Khóa", Role.DELEGATE, "00592", null), "test");
		this.jdbc.sql("update user_account set enabled = false where username = ?").param(this.username).update();
		assertThat(location(signInAtProvider(this.browser.get("/oauth2/authorization/office"))))
			.isEqualTo("/sign-in?no-account");
	}

	@Test
	void believesNoAnswerThatWasNotAskedFor() {
		HttpResponse<String> answer = this.browser.get("/login/oauth2/code/office?code=x&state=y");
		assertThat(location(answer)).isEqualTo("/sign-in?provider-failed");
		assertThat(this.browser.get("/sign-in?provider-failed").body()).contains("không thành công");
	}

	@Test
	void signingInHereStays() {
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Tại chỗ", Role.DELEGATE, "00592", null), "test");
		assertThat(location(this.browser.signIn(this.username, PASSWORD))).isEqualTo("/");
		assertThat(this.browser.get("/account").statusCode()).isEqualTo(200);
	}

	@Test
	void isNotThereWhereItIsNotConfigured() {
		Browser plain = new Browser(this.plainPort);
		assertThat(plain.get("/sign-in").body()).doesNotContain("oauth2");
		assertThat(location(plain.get("/oauth2/authorization/office"))).startsWith("/sign-in");
		assertThat(location(plain.get("/login/oauth2/code/office?code=x&state=y"))).startsWith("/sign-in");
	}

	/** Through the provider's sign-in page and back into the program. */
	private HttpResponse<String> signInAtProvider(HttpResponse<String> start) {
		Browser elsewhere = new Browser(URI.create(provider.address()).getPort());
		String asked = location(start);
		assertThat(asked).startsWith(provider.address() + "/oauth2/authorize");
		assertThat(location(elsewhere.get(asked, "Accept", "text/html"))).endsWith("/login");
		elsewhere.submit("/login", "/login", Map.of("username", this.username, "password", IdentityProvider.PASSWORD));
		String answer = location(elsewhere.get(asked, "Accept", "text/html"));
		assertThat(answer).startsWith("http://localhost:" + port + "/login/oauth2/code/office?code=");
		return this.browser.get(answer);
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

}
