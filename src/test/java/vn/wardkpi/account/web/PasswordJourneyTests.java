package vn.wardkpi.account.web;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.token.PersonalTokens;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Passwords and tokens over HTTP, as people and programs meet them.
 */
class PasswordJourneyTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static final String OWN = "bốn-từ-xa-nhau-77";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PersonalTokens tokens;

	private String admin;

	private String username;

	private Browser browser;

	@BeforeEach
	void anAdministratorAndAName() {
		this.admin = name();
		this.username = name();
		this.accounts.create(new NewAccount(this.admin, PASSWORD, "Quản trị", Role.ADMIN, null, null), "test");
		this.browser = signedIn(this.admin, PASSWORD);
	}

	@Test
	void theFirstSignInAfterAnAdministratorSetAPasswordAsksForAnother() {
		createOnPage(Map.of());
		Browser person = new Browser(this.port);
		HttpResponse<String> signedIn = person.submit("/sign-in?continue=%2Faccount", "/sign-in",
				Map.of("username", this.username, "password", PASSWORD));
		assertThat(location(person.get(location(signedIn)))).isEqualTo("/account/password?continue=%2Faccount");
		for (String page : List.of("/", "/users", "/wards?q=x", "/plans/1/indicators/1", "/nowhere")) {
			assertThat(location(person.get(page))).as(page).startsWith("/account/password");
		}
		Document asked = person.page("/account/password?continue=%2Faccount");
		assertThat(asked.text()).contains("do người khác đặt");
		assertThat(asked.select("form[action=/account/tokens]")).isEmpty();
		assertThat(change(person, PASSWORD, PASSWORD).body()).contains("Mật khẩu mới phải khác");
		assertThat(change(person, PASSWORD, "password123").statusCode()).isEqualTo(422);
		assertThat(location(person.get("/account"))).startsWith("/account/password");
		HttpResponse<String> changed = change(person, PASSWORD, OWN);
		assertThat(location(changed)).isEqualTo("/account");
		assertThat(person.get("/account").statusCode()).isEqualTo(200);
		assertThat(signedIn(this.username, OWN).get("/account").statusCode()).isEqualTo(200);
	}

	@Test
	void nothingElseIsDoneBeforeThat() {
		createOnPage(Map.of());
		Browser person = signedIn(this.username, PASSWORD);
		String token = person.page("/account/password").select("input[name=_csrf]").first().attr("value");
		assertThat(location(person.post("/account/tokens", Map.of("name", "x", "days", "1", "_csrf", token))))
			.startsWith("/account/password");
		HttpResponse<String> htmx = person.get("/account", "HX-Request", "true");
		assertThat(htmx.statusCode()).isEqualTo(401);
		assertThat(htmx.headers().firstValue("HX-Redirect")).hasValue("/account/password?continue=%2Faccount");
		HttpResponse<String> api = basic(this.username, PASSWORD);
		assertThat(api.statusCode()).isEqualTo(403);
		assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(api.body()).contains("Phải đổi mật khẩu");
		assertThat(location(person.submit("/account/password", "/sign-out", Map.of())))
			.isEqualTo("/sign-in?signed-out");
	}

	@Test
	void anAdministratorMaySayOtherwise() {
		createOnPage(Map.of("mustChangePassword", "false"));
		assertThat(signedIn(this.username, PASSWORD).get("/account").statusCode()).isEqualTo(200);
		assertThat(this.browser.page("/users/new?ward=00592")
			.select("input[name=mustChangePassword][value=true]")
			.hasAttr("checked")).isTrue();
	}

	@Test
	void aProgramAsksForItByItself() {
		assertThat(create("").statusCode()).isEqualTo(201);
		assertThat(basic(this.username, PASSWORD).statusCode()).isEqualTo(200);
		this.username = name();
		assertThat(create(", \"mustChangePassword\": true").statusCode()).isEqualTo(201);
		assertThat(basic(this.username, PASSWORD).statusCode()).isEqualTo(403);
		assertThat(location(signedIn(this.username, PASSWORD).get("/account"))).startsWith("/account/password");
	}

	@Test
	void aResetAsksForAnotherPasswordToo() {
		createOnPage(Map.of("mustChangePassword", "false"));
		assertThat(this.browser.page("/users/" + this.username)
			.select("form[action$=/password] input[name=mustChangePassword][value=true]")
			.hasAttr("checked")).isTrue();
		reset(this.username, OWN, Map.of());
		assertThat(location(signedIn(this.username, OWN).get("/account"))).startsWith("/account/password");
		reset(this.username, PASSWORD, Map.of("mustChangePassword", "false"));
		assertThat(signedIn(this.username, PASSWORD).get("/account").statusCode()).isEqualTo(200);
	}

	@Test
	void administratorsChangeTheirOwnPasswordOnlyWithThePresentOne() {
		assertThat(this.browser.page("/users/" + this.admin).select("form[action$=/password]")).isEmpty();
		HttpResponse<String> refused = reset(this.admin, OWN, Map.of());
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("hỏi mật khẩu hiện tại");
		assertThat(basic(this.admin, OWN).statusCode()).isEqualTo(401);
		assertThat(location(change(this.browser, PASSWORD, OWN))).isEqualTo("/account");
		assertThat(basic(this.admin, OWN).statusCode()).isEqualTo(200);
	}

	@Test
	void aChangedPasswordTakesTheTokensWithItUnlessTheyAreKept() {
		String token = this.tokens.create("báo cáo", 30, owner());
		change(this.browser, PASSWORD, OWN, Map.of("revokeTokens", "false"));
		assertThat(bearer(token).statusCode()).isEqualTo(200);
		assertThat(this.browser.page("/account").select("input[name=revokeTokens][value=true]").hasAttr("checked"))
			.isTrue();
		change(this.browser, OWN, PASSWORD, Map.of("revokeTokens", "true"));
		assertThat(bearer(token).statusCode()).isEqualTo(401);
		String another = this.tokens.create("báo cáo", 30, owner());
		change(this.browser, PASSWORD, OWN);
		assertThat(bearer(another).statusCode()).isEqualTo(401);
	}

	@Test
	void anAccountHasTwentyTokensAtTheMostHoweverManyAreAskedForAtOnce() throws Exception {
		String csrf = this.browser.page("/account").select("input[name=_csrf]").first().attr("value");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<Integer>> answers = IntStream.range(0, 24)
				.mapToObj((i) -> threads.submit(() -> this.browser
					.post("/account/tokens", Map.of("name", "mã " + i, "days", "1", "_csrf", csrf))
					.statusCode()))
				.toList();
			int refused = 0;
			for (Future<Integer> answer : answers) {
				refused += (answer.get() == 422) ? 1 : 0;
			}
			assertThat(refused).isEqualTo(4);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.tokens.list(owner())).hasSize(PersonalTokens.MOST);
		HttpResponse<String> more = this.browser.submit("/account", "/account/tokens",
				Map.of("name", "thêm", "days", "1"));
		assertThat(more.statusCode()).isEqualTo(422);
		assertThat(more.body()).contains("Đã có 20 mã");
		this.tokens.revoke(this.tokens.list(owner()).get(0).id(), owner());
		assertThat(this.browser.submit("/account", "/account/tokens", Map.of("name", "thêm", "days", "1")).statusCode())
			.isEqualTo(200);
	}

	private void createOnPage(Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(more);
		fields.putAll(Map.of("username", this.username, "password", PASSWORD, "displayName", "Lê Văn Mới", "role",
				"REVIEWER", "wardCode", "00592"));
		assertThat(location(this.browser.submit("/users/new?ward=00592", "/users", fields))).isEqualTo("/users");
	}

	private HttpResponse<String> create(String more) {
		return new Browser(this.port).send("POST", "/api/v1/users", """
				{"username": "%s", "password": "%s", "displayName": "Lê Văn Mới", "role": "REVIEWER",
				 "wardCode": "00592", "leadUnits": []%s}""".formatted(this.username, PASSWORD, more), "Authorization",
				Browser.basic(this.admin, PASSWORD), "Content-Type", "application/json");
	}

	private HttpResponse<String> reset(String name, String password, Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(more);
		fields.put("password", password);
		fields.put("_csrf", this.browser.page("/account").select("input[name=_csrf]").first().attr("value"));
		return this.browser.post("/users/" + name + "/password", fields);
	}

	private HttpResponse<String> change(Browser who, String present, String password) {
		return change(who, present, password, Map.of());
	}

	private HttpResponse<String> change(Browser who, String present, String password, Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(more);
		fields.put("present", present);
		fields.put("password", password);
		String page = (who == this.browser) ? "/account" : "/account/password?continue=%2Faccount";
		return who.submit(page, "/account/password", fields);
	}

	private HttpResponse<String> basic(String name, String password) {
		return new Browser(this.port).get("/api/v1/wards?q=x", "Authorization", Browser.basic(name, password));
	}

	private HttpResponse<String> bearer(String token) {
		return new Browser(this.port).get("/api/v1/wards?q=x", "Authorization", "Bearer " + token);
	}

	private Browser signedIn(String name, String password) {
		Browser person = new Browser(this.port);
		assertThat(person.signIn(name, password).statusCode()).isEqualTo(302);
		return person;
	}

	private Actor owner() {
		return new Actor(this.admin, "Quản trị", Role.ADMIN, null, false, Set.of());
	}

	private static String name() {
		return "u" + UUID.randomUUID().toString().substring(0, 12);
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

}
