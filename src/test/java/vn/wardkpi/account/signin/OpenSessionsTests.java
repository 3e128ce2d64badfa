package vn.wardkpi.account.signin;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.Browser;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.RealFormTokens;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * People see where they are signed in, and end it.
 */
class OpenSessionsTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RealFormTokens formTokens;

	private String username;

	private Browser office;

	private Browser home;

	@BeforeEach
	void signedInTwice() {
		this.formTokens.restore();
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Người thử", Role.DELEGATE, "00592", null),
				"test");
		this.office = new Browser(this.port);
		this.office.signIn(this.username, PASSWORD);
		this.home = new Browser(this.port);
		this.home.signIn(this.username, PASSWORD);
	}

	@Test
	void oneSeesOnesSessionsAndEndsTheOthers() {
		HttpResponse<String> page = this.office.get("/account");
		Document account = Jsoup.parse(page.body());
		assertThat(account.select("section[aria-labelledby=sessions] tbody tr")).hasSize(2);
		assertThat(account.select("section[aria-labelledby=sessions]").text()).contains("Phiên này", "Phiên này");
		assertThat(page.body()).doesNotContain(this.home.session()).doesNotContain(this.office.session());
		Element other = account.select("form[action=/account/sessions/end] input[name=session]").first();
		assertThat(other).isNotNull();
		Map<String, String> fields = new HashMap<>(Map.of("session", other.attr("value")));
		fields.put("_csrf",
				account.select("form[action=/account/sessions/end] input[name=_csrf]").first().attr("value"));
		assertThat(this.office.post("/account/sessions/end", fields).statusCode()).isEqualTo(302);
		assertThat(this.home.get("/account").statusCode()).as("signed out").isEqualTo(302);
		assertThat(this.office.get("/account").statusCode()).as("stays").isEqualTo(200);
		assertThat(this.jdbc.sql("select count(*) from audit_entry where key = ? and action = 'SESSIONS_ENDED'")
			.param(this.username)
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void administratorsSeeAndEndThoseOfTheirPeopleAlone() {
		assertThat(this.mvc.get().uri("/users/" + this.username).with(TestAccounts.wardAdmin("00592"))).hasStatusOk()
			.bodyText()
			.satisfies((page) -> assertThat(Jsoup.parse(page).select("section[aria-labelledby=sessions] tbody tr"))
				.hasSize(2));
		assertThat(this.mvc.post()
			.uri("/users/" + this.username + "/sessions/end")
			.with(TestAccounts.wardAdmin("00613"))
			.with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/users/" + this.username + "/sessions/end")
			.with(TestAccounts.reviewer("00592"))
			.with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.office.get("/account").statusCode()).isEqualTo(200);
		assertThat(this.mvc.post()
			.uri("/users/" + this.username + "/sessions/end")
			.with(TestAccounts.wardAdmin("00592"))
			.with(csrf())).hasRedirectedUrl("/users/" + this.username);
		this.formTokens.restore();
		assertThat(this.office.get("/account").statusCode()).isEqualTo(302);
		assertThat(this.home.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void programsListAndEndThem() throws Exception {
		String sessions = "/api/v1/users/" + this.username + "/sessions";
		MvcTestResult list = this.mvc.get().uri(sessions).with(TestAccounts.wardAdmin("00592")).exchange();
		assertThat(list).hasStatusOk();
		JsonNode open = JsonMapper.shared().readTree(list.getResponse().getContentAsByteArray());
		assertThat(open).hasSize(2);
		assertThat(open.path(0).propertyNames()).containsExactly("session", "device", "address", "since", "lastUsed");
		assertThat(open.toString()).doesNotContain(this.home.session()).doesNotContain(this.office.session());
		assertThat(this.mvc.get().uri(sessions).with(TestAccounts.wardAdmin("00613"))).hasStatus(404);
		assertThat(this.mvc.get().uri(sessions).with(TestAccounts.reviewer("00592"))).hasStatus(403);
		assertThat(this.mvc.delete().uri(sessions + "?session=khong-co").with(TestAccounts.wardAdmin("00592")))
			.hasStatus(404);
		Actor own = new Actor(this.username, "Người thử", Role.DELEGATE, new WardCode("00592"), false, Set.of());
		String latest = open.path(0).path("session").asString();
		assertThat(this.mvc.delete().uri(sessions + "?session=" + latest).with(TestAccounts.as(own))).hasStatus(204);
		assertThat(this.mvc.get().uri(sessions).with(TestAccounts.as(own))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.length()")
			.isEqualTo(1);
		assertThat(this.mvc.delete().uri(sessions).with(TestAccounts.wardAdmin("00592"))).hasStatus(204);
		this.formTokens.restore();
		assertThat(this.office.get("/account").statusCode()).isEqualTo(302);
		assertThat(this.home.get("/account").statusCode()).isEqualTo(302);
	}

}
