package vn.wardkpi.account.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
@RecordApplicationEvents
class UserResourceTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private String username;

	@BeforeEach
	void aName() {
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values ('00592', 'phong-thu', 'Phòng Thử')")
			.update();
	}

	@Test
	void createsAnOfficialOfLeadUnits() {
		assertThat(post(TestAccounts.admin(), user("OFFICIAL", "\"00592\"", "[\"phong-thu\"]")))
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isStrictlyEqualTo("""
					{"username": "%s", "displayName": "Nguyễn Thị Thử", "role": "OFFICIAL", "wardCode": "00592",
					 "leadUnits": ["phong-thu"], "enabled": true}
					""".formatted(this.username));
		assertThat(this.jdbc.sql("select password_hash from user_account where username = ?")
			.param(this.username)
			.query(String.class)
			.single()).startsWith("{bcrypt}");
	}

	@Test
	void createsAnOfficialOfTheWholeWard() {
		assertThat(post(TestAccounts.wardAdmin("00592"), user("OFFICIAL", "\"00592\"", "[\"*\"]")))
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.leadUnits")
			.asArray()
			.containsExactly("*");
	}

	@Test
	void createsAnAdministratorOfTheInstallation() {
		assertThat(post(TestAccounts.admin(), user("ADMIN", "null", "[]"))).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.wardCode")
			.isNull();
	}

	@Test
	void writesTheCreationDownWithoutThePassword() {
		post(TestAccounts.admin(), user("DELEGATE", "\"00592\"", "[]"));
		assertThat(this.events.stream(Recorded.class)).singleElement().satisfies((event) -> {
			assertThat(event.changes()).singleElement().satisfies((change) -> {
				assertThat(change.subject()).isEqualTo(Subject.USER);
				assertThat(change.key()).isEqualTo(this.username);
				assertThat(change.toString()).doesNotContain(PASSWORD).doesNotContain("bcrypt");
			});
			assertThat(event.toString()).doesNotContain(PASSWORD).doesNotContain("bcrypt");
		});
	}

	@Test
	void refusesAWeakPasswordAtItsField() {
		assertThat(post(TestAccounts.admin(), user("DELEGATE", "\"00592\"", "[]").replace(PASSWORD, "password123")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.satisfies((json) -> {
				assertThat(json).extractingPath("$.errors[0].field").isEqualTo("password");
				assertThat(json).extractingPath("$.errors[0].code").isEqualTo("password-weak");
				assertThat(json).extractingPath("$.errors[0].message").asString().contains("dễ đoán");
			});
	}

	@Test
	void tellsEverythingThatIsMissingAtOnce() {
		assertThat(post(TestAccounts.admin(), "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyInAnyOrder("username", "password", "displayName", "role");
	}

	@Test
	void refusesUnknownWardsLeadUnitsAndTakenNames() {
		assertThat(refusedField(user("REVIEWER", "\"99998\"", "[]"))).isEqualTo("wardCode");
		assertThat(refusedField(user("REVIEWER", "\"hà nội\"", "[]"))).isEqualTo("wardCode");
		assertThat(refusedField(user("REVIEWER", "null", "[]"))).isEqualTo("wardCode");
		assertThat(refusedField(user("OFFICIAL", "\"00592\"", "[\"phong-khac\"]"))).isEqualTo("leadUnits");
		assertThat(refusedField(user("OFFICIAL", "\"00592\"", "[]"))).isEqualTo("leadUnits");
		assertThat(refusedField(user("REVIEWER", "\"00592\"", "[]").replace(this.username, "Tên Dấu")))
			.isEqualTo("username");
		assertThat(post(TestAccounts.admin(), user("REVIEWER", "\"00592\"", "[]"))).hasStatus(HttpStatus.CREATED);
		assertThat(refusedField(user("REVIEWER", "\"00592\"", "[]"))).isEqualTo("username");
	}

	@Test
	void answersMalformedInputAsAProblem() {
		assertThat(post(TestAccounts.admin(), user("KING", "\"00592\"", "[]"))).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(post(TestAccounts.admin(), "{")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void keepsWardAdministratorsToTheirWard() {
		assertThat(post(TestAccounts.wardAdmin("00592"), user("REVIEWER", "\"00613\"", "[]")))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(TestAccounts.wardAdmin("00592"), user("ADMIN", "null", "[]"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(TestAccounts.wardAdmin("00592"), user("ADMIN", "\"00592\"", "[]")))
			.hasStatus(HttpStatus.CREATED);
	}

	private String refusedField(String body) {
		MvcTestResult result = post(TestAccounts.admin(), body);
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		String[] field = new String[1];
		assertThat(result).bodyJson()
			.extractingPath("$.errors[0].field")
			.satisfies((value) -> field[0] = (String) value);
		assertThat(result).bodyJson().extractingPath("$.errors.length()").isEqualTo(1);
		return field[0];
	}

	private MvcTestResult post(RequestPostProcessor who, String body) {
		return this.mvc.post()
			.uri("/api/v1/users")
			.with(who)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private String user(String role, String ward, String leadUnits) {
		return """
				{"username": "%s", "password": "%s", "displayName": "Nguyễn Thị Thử", "role": "%s", "wardCode": %s,
				 "leadUnits": %s}
				""".formatted(this.username, PASSWORD, role, ward, leadUnits);
	}

}
