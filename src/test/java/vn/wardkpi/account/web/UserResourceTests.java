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

import vn.wardkpi.account.signin.SignInAccounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;
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

	@Autowired
	private SignInAccounts signIn;

	private String username;

	@BeforeEach
	void aLeadUnit() {
		aName();
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values ('00592', 'phong-thu', 'Phòng Thử')")
			.update();
	}

	private void aName() {
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
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

	@Test
	void createsViewersAndAdministratorsOfAProvince() {
		assertThat(post(TestAccounts.admin(), ofProvince("VIEWER", "\"01\""))).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isStrictlyEqualTo("""
					{"username": "%s", "displayName": "Nguyễn Thị Thử", "role": "VIEWER", "wardCode": null,
					 "provinceCode": "01", "leadUnits": [], "enabled": true}
					""".formatted(this.username));
		Actor viewer = this.signIn.find(this.username).orElseThrow().actor();
		assertThat(viewer.maySeeHistory(new WardCode("00592"))).isTrue();
		assertThat(viewer.maySeeHistory(new WardCode("26368"))).isFalse();
		assertThat(viewer.maySeeDrafts(new WardCode("00592"))).isFalse();
		assertThat(viewer.wards()).hasSizeGreaterThanOrEqualTo(126);
		aName();
		assertThat(post(TestAccounts.admin(), user("VIEWER", "null", "[]"))).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.wardCode")
			.isNull();
		assertThat(this.signIn.find(this.username).orElseThrow().actor().maySeeHistory(new WardCode("26368"))).isTrue();
		aName();
		assertThat(post(TestAccounts.admin(), ofProvince("ADMIN", "\"01\""))).hasStatus(HttpStatus.CREATED);
		Actor admin = this.signIn.find(this.username).orElseThrow().actor();
		assertThat(admin.mayAdminister(new WardCode("00592"))).isTrue();
		assertThat(admin.mayAdminister(new WardCode("26368"))).isFalse();
		assertThat(admin.mayAdministerInstallation()).isFalse();
	}

	@Test
	void refusesAViewerOfAWardAndAProvinceForOthers() {
		assertThat(refusedField(user("VIEWER", "\"00592\"", "[]"))).isEqualTo("wardCode");
		assertThat(refusedField(ofProvince("VIEWER", "\"xx\""))).isEqualTo("provinceCode");
		assertThat(refusedField(ofProvince("DELEGATE", "\"01\""))).isEqualTo("wardCode");
		assertThat(refusedField(ofProvince("ADMIN", "\"01\"").replace("\"wardCode\": null", "\"wardCode\": \"00592\"")))
			.isEqualTo("provinceCode");
	}

	@Test
	void keepsProvinceAdministratorsToTheirProvince() {
		RequestPostProcessor hanoi = TestAccounts.as(TestAccounts.provinceAdminActor("01", "00592", "00613"));
		assertThat(post(hanoi, user("ADMIN", "null", "[]"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(hanoi, ofProvince("VIEWER", "\"75\""))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(hanoi, user("REVIEWER", "\"26368\"", "[]"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(hanoi, user("REVIEWER", "\"00613\"", "[]"))).hasStatus(HttpStatus.CREATED);
		aName();
		assertThat(post(hanoi, ofProvince("VIEWER", "\"01\""))).hasStatus(HttpStatus.CREATED);
		assertThat(post(TestAccounts.wardAdmin("00592"), ofProvince("VIEWER", "\"01\"")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private String ofProvince(String role, String province) {
		return user(role, "null", "[]").strip().replaceFirst("\\{", "{\"provinceCode\": " + province + ", ");
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
