package vn.wardkpi.account.signin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.support.Browser;
import vn.wardkpi.support.DemoInstallation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No proxy is configured: nothing that a caller says of where it comes from is believed.
 */
class UntrustedCallerTests extends DemoInstallation {

	private static final String USERNAME = "nobody-to-guess-at";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from sign_in_failure").update();
	}

	@Test
	void aChangingHeaderDoesNotHelpToGuess() {
		List<Integer> answers = IntStream.range(0, 40).mapToObj((i) -> guess(i, "203.0.113." + i)).toList();
		assertThat(answers.subList(0, SignInFailures.PER_USERNAME_AND_ADDRESS)).containsOnly(401);
		assertThat(answers.subList(SignInFailures.PER_USERNAME_AND_ADDRESS, 40)).containsOnly(429);
		assertThat(this.jdbc.sql("select distinct address from sign_in_failure").query(String.class).list())
			.singleElement()
			.satisfies((address) -> assertThat(address).isIn("127.0.0.1", "0:0:0:0:0:0:0:1"));
	}

	@Test
	void redirectsStayOnThisProgram() {
		Browser browser = new Browser(this.port);
		for (String header : List.of("X-Forwarded-Host", "X-Forwarded-Server", "X-Original-Host")) {
			assertThat(location(browser.get("/account", header, "evil.example")))
				.isEqualTo("/sign-in?continue=%2Faccount");
		}
		assertThat(location(browser.get("/account", "Forwarded", "host=evil.example;proto=https")))
			.isEqualTo("/sign-in?continue=%2Faccount");
		assertThat(location(browser.get("/account", "X-Forwarded-Prefix", "//evil.example")))
			.isEqualTo("/sign-in?continue=%2Faccount");
	}

	@Test
	void isNotMadeToBelieveThatTheWayIsEncrypted() {
		HttpResponse<String> page = new Browser(this.port).get("/sign-in", "X-Forwarded-Proto", "https");
		assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
		assertThat(page.headers().allValues("Set-Cookie"))
			.allSatisfy((cookie) -> assertThat(cookie).doesNotContain("Secure"));
	}

	@Test
	void theAuditRecordsWhereSomebodyReallyCameFrom() {
		Browser browser = new Browser(this.port);
		browser.signIn("delegate", PASSWORD);
		String token = browser.page("/account").select("input[name=_csrf]").first().attr("value");
		browser.post("/account/tokens", Map.of("name", "thử", "days", "1", "_csrf", token), "X-Forwarded-For",
				"203.0.113.77");
		assertThat(this.jdbc.sql("select origin from audit_entry where actor = 'delegate' order by id desc limit 1")
			.query(String.class)
			.single()).doesNotContain("203.0.113.77");
	}

	private int guess(int number, String forwardedFor) {
		return new Browser(this.port)
			.get("/api/v1/wards?q=x", "Authorization", Browser.basic(USERNAME, "guess " + number), "X-Forwarded-For",
					forwardedFor)
			.statusCode();
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

}
