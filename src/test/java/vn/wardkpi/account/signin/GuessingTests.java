package vn.wardkpi.account.signin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who guess at passwords, from one address, from many, and all at once; what the
 * proxy says of an address is believed here.
 */
class GuessingTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static final String OFFICE = "198.51.100.7";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	@BeforeEach
	void anAccount() {
		this.username = account();
	}

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from sign_in_failure").update();
	}

	@Test
	void manyAtOnceAreAnsweredNoMoreThanOneAfterAnother() throws Exception {
		List<Integer> answers = together(IntStream.range(0, 40)
			.<Callable<Integer>>mapToObj((i) -> () -> signIn("guess " + i, OFFICE).statusCode())
			.toList());
		assertThat(answers.stream().filter((status) -> status == 401)).hasSize(SignInFailures.PER_USERNAME_AND_ADDRESS);
		assertThat(answers.stream().filter((status) -> status == 429)).hasSize(30);
		assertThat(failures()).isEqualTo(SignInFailures.PER_USERNAME_AND_ADDRESS);
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(429);
	}

	@Test
	void programsWithTheRightPasswordAreNotSlowedDown() throws Exception {
		List<Integer> answers = together(
				IntStream.range(0, 24).<Callable<Integer>>mapToObj((i) -> () -> call(PASSWORD, OFFICE)).toList());
		assertThat(answers).containsOnly(200);
		assertThat(failures()).isZero();
	}

	@Test
	void anotherAddressEachTimeIsSlowedDownAsWell() {
		List<Integer> answers = guessFromEverywhere(40);
		assertThat(answers.subList(0, SignInFailures.PER_USERNAME)).containsOnly(401);
		assertThat(answers.subList(SignInFailures.PER_USERNAME, 40)).containsOnly(429);
	}

	@Test
	void whoIsGuessedAtWaitsAMomentAndIsNotLockedOut() {
		guessFromEverywhere(SignInFailures.PER_USERNAME + 2);
		HttpResponse<String> early = signIn(PASSWORD, OFFICE);
		assertThat(early.statusCode()).isEqualTo(429);
		assertThat(Long.parseLong(early.headers().firstValue("Retry-After").orElseThrow()))
			.isLessThanOrEqualTo(SignInFailures.PACE.toSeconds());
		this.jdbc.sql("update sign_in_failure set at = at - interval '11 seconds' where username = ?")
			.param(this.username)
			.update();
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(302);
	}

	@Test
	void whereOneHasSignedInBeforeStrangersGuessesDoNotMatter() {
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(302);
		guessFromEverywhere(SignInFailures.PER_USERNAME + 2);
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(302);
		assertThat(call(PASSWORD, OFFICE)).isEqualTo(200);
	}

	@Test
	void aNeighbourWhoGuessesAtManyNamesDoesNotLockAnOfficeOut() {
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(302);
		this.jdbc.sql("""
				insert into sign_in_failure (username, address, at)
				select 'somebody-' || i, ?, now() from generate_series(1, ?) i
				""").params(OFFICE, SignInFailures.PER_ADDRESS).update();
		assertThat(signIn(PASSWORD, OFFICE).statusCode()).isEqualTo(302);
		String newcomer = account();
		assertThat(signIn(newcomer, PASSWORD, OFFICE).statusCode()).isEqualTo(429);
		assertThat(signIn(newcomer, PASSWORD, "198.51.100.8").statusCode()).isEqualTo(302);
	}

	@Test
	void theAddressNearestToTheProxyCounts() {
		for (int i = 0; i < SignInFailures.PER_USERNAME_AND_ADDRESS; i++) {
			assertThat(signIn("guess " + i, "203.0.113." + i + ", " + OFFICE).statusCode()).isEqualTo(401);
		}
		assertThat(signIn(PASSWORD, "203.0.113.99, " + OFFICE).statusCode()).isEqualTo(429);
		assertThat(signIn(PASSWORD, OFFICE + ", 198.51.100.8").statusCode()).isEqualTo(302);
		assertThat(addresses()).containsExactly(OFFICE);
	}

	@Test
	void everyAccountHasItsOwnTriesAtItsPresentPassword() {
		Browser own = signedIn(this.username);
		for (int i = 0; i < SignInFailures.PER_USERNAME_AND_ADDRESS; i++) {
			assertThat(changePassword(own, "wrong").statusCode()).isEqualTo(422);
		}
		assertThat(changePassword(own, PASSWORD).statusCode()).isEqualTo(429);
		this.jdbc.sql("""
				insert into sign_in_failure (username, address, at)
				select 'somebody-' || i, address, at from sign_in_failure, generate_series(1, 20) i where username = ?
				""").param(this.username).update();
		assertThat(changePassword(signedIn(account()), PASSWORD).statusCode()).isEqualTo(302);
	}

	@Test
	void theRaceForThePresentPasswordIsClosedToo() throws Exception {
		Browser own = signedIn(this.username);
		Map<String, String> fields = Map.of("present", "wrong", "password", "bốn-từ-xa-nhau-77", "_csrf",
				own.page("/account").select("input[name=_csrf]").first().attr("value"));
		List<Integer> answers = together(IntStream.range(0, 30)
			.<Callable<Integer>>mapToObj((i) -> () -> own.post("/account/password", fields).statusCode())
			.toList());
		assertThat(answers.stream().filter((status) -> status == 422)).hasSize(SignInFailures.PER_USERNAME_AND_ADDRESS);
		assertThat(answers.stream().filter((status) -> status == 429)).hasSize(20);
	}

	private List<Integer> guessFromEverywhere(int guesses) {
		return IntStream.range(0, guesses)
			.mapToObj((i) -> signIn("guess " + i, "203.0.113." + i).statusCode())
			.toList();
	}

	private HttpResponse<String> signIn(String password, String forwardedFor) {
		return signIn(this.username, password, forwardedFor);
	}

	private HttpResponse<String> signIn(String name, String password, String forwardedFor) {
		Browser browser = new Browser(this.port);
		String token = browser.page("/sign-in").select("form[action=/sign-in] input[name=_csrf]").first().attr("value");
		return browser.post("/sign-in", Map.of("username", name, "password", password, "_csrf", token),
				"X-Forwarded-For", forwardedFor);
	}

	private int call(String password, String forwardedFor) {
		return new Browser(this.port)
			.get("/api/v1/wards?q=x", "Authorization", Browser.basic(this.username, password), "X-Forwarded-For",
					forwardedFor)
			.statusCode();
	}

	private Browser signedIn(String name) {
		Browser browser = new Browser(this.port);
		assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(302);
		return browser;
	}

	private static HttpResponse<String> changePassword(Browser browser, String present) {
		return browser.submit("/account", "/account/password",
				Map.of("present", present, "password", "bốn-từ-xa-nhau-77"));
	}

	private String account() {
		String name = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(name, PASSWORD, "Người thử", Role.REVIEWER, "00592", null), "test");
		return name;
	}

	private int failures() {
		return this.jdbc.sql("select count(*) from sign_in_failure where username = ?")
			.param(this.username)
			.query(Integer.class)
			.single();
	}

	private List<String> addresses() {
		return this.jdbc.sql("select distinct address from sign_in_failure where username = ?")
			.param(this.username)
			.query(String.class)
			.list();
	}

	private static List<Integer> together(List<Callable<Integer>> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(work.size());
		try {
			Stream.Builder<Integer> answers = Stream.builder();
			for (Future<Integer> answer : threads.invokeAll(work)) {
				answers.add(answer.get());
			}
			return answers.build().toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

}
