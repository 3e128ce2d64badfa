package vn.wardkpi.account.token;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountChange;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.signin.SignInAccounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
class PersonalTokensTests extends IntegrationTest {

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccountCatalog catalog;

	@Autowired
	private SignInAccounts signInAccounts;

	@Autowired
	private PersonalTokens tokens;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Clock clock;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	private Actor actor;

	@BeforeEach
	void anAccount() {
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.createWithoutPasswordRules(
				new NewAccount(this.username, "any", "Người thử", Role.REVIEWER, "00592", null), "test");
		this.actor = this.signInAccounts.find(this.username).orElseThrow().actor();
	}

	@Test
	void letsAProgramActAsItsOwner() {
		String token = this.tokens.create("báo cáo", 30, this.actor);
		assertThat(call(token)).hasStatusOk();
		assertThat(this.tokens.list(this.actor)).singleElement()
			.satisfies((row) -> assertThat(row.lastUsedAt()).isNotNull());
	}

	@Test
	void keepsOnlyAHash() {
		String token = this.tokens.create("báo cáo", 30, this.actor);
		assertThat(token).hasSizeGreaterThan(43);
		assertThat(this.jdbc.sql("select string_agg(t::text, ' ') from personal_token t").query(String.class).single())
			.doesNotContain(token)
			.contains(TokenSecret.hash(token));
	}

	@Test
	void refusesARevokedToken() {
		String token = this.tokens.create("báo cáo", 30, this.actor);
		this.tokens.revoke(this.tokens.list(this.actor).get(0).id(), this.actor);
		assertThat(call(token)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.tokens.list(this.actor)).isEmpty();
	}

	@Test
	void refusesAnExpiredToken() {
		Clock before = Clock.offset(this.clock, Duration.ofDays(-8));
		String token = new PersonalTokens(this.jdbc, this.events, before).create("tuần trước", 7, this.actor);
		assertThat(call(token)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void refusesTheTokenOfADisabledAccount() {
		String token = this.tokens.create("báo cáo", 30, this.actor);
		AccountRow row = this.catalog.find(this.username).orElseThrow();
		this.accounts.change(this.username,
				new AccountChange(row.displayName(), row.role(), "00592", null, false, row.version()),
				TestAccounts.adminActor());
		assertThat(call(token)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void revokesTokensWhenAnAdministratorResetsThePassword() {
		String token = this.tokens.create("báo cáo", 30, this.actor);
		this.accounts.resetPassword(this.username, "giấy-sông-bàn-42-chuối", false,
				TestAccounts.wardAdminActor("00592"));
		assertThat(call(token)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void leavesOthersTokensAlone() {
		this.tokens.create("báo cáo", 30, this.actor);
		long id = this.tokens.list(this.actor).get(0).id();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tokens.revoke(id, TestAccounts.adminActor()))
			.satisfies((refused) -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.NOT_FOUND));
	}

	@Test
	void refusesATokenWithoutNameOrEnd() {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.tokens.create(" ", 0, this.actor))
			.satisfies((refused) -> assertThat(refused.fields()).hasSize(2));
	}

	private MvcTestResult call(String token) {
		return this.mvc.get()
			.uri("/api/v1/wards?q=tu liem")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

}
