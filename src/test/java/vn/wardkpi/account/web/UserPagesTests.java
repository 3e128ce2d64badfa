package vn.wardkpi.account.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.AccountEvent;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
@RecordApplicationEvents
class UserPagesTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private String username;

	@BeforeEach
	void anAccount() {
		this.username = "u" + UUID.randomUUID().toString().substring(0, 12);
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values ('00592', 'phong-thu', 'Phòng Thử')")
			.update();
		this.accounts.create(new NewAccount(this.username, PASSWORD, "Trần Thị Đẹp", Role.DELEGATE, "00592", null),
				"test");
	}

	@Test
	void listsTheAccountsOfOnesWardAlone() {
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.wardAdmin("00592"))).hasStatusOk()
			.bodyText()
			.contains(this.username, "Trần Thị Đẹp", "Đại biểu HĐND");
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.wardAdmin("00613"))).bodyText()
			.doesNotContain(this.username);
		assertThat(this.mvc.get().uri("/users?q={q}", "tran thi dep").with(TestAccounts.admin())).bodyText()
			.contains(this.username);
		assertThat(this.mvc.get().uri("/users?q=zzzz").with(TestAccounts.admin())).bodyText()
			.contains("Không có tài khoản nào khớp");
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.wardAdmin("00340"))).bodyText()
			.contains("Chưa có tài khoản nào");
	}

	@Test
	void namesPeopleAndTheirLeadUnitsAndNarrowsTheListToARoleAndAState() {
		edit("0").param("role", "OFFICIAL")
			.param("wardCode", "00592")
			.param("leadUnits", "phong-thu")
			.param("enabled", "true")
			.exchange();
		assertThat(this.mvc.get().uri("/users?role=OFFICIAL&state=enabled").with(TestAccounts.wardAdmin("00592")))
			.bodyText()
			.contains("Trần Thị Đẹp", "Phòng Thử")
			.doesNotContain(">phong-thu<");
		assertThat(this.mvc.get().uri("/users?state=disabled&role=REVIEWER").with(TestAccounts.wardAdmin("00340")))
			.bodyText()
			.contains("Không có tài khoản nào như vậy");
		assertThat(this.mvc.get()
			.uri("/users?role=OFFICIAL")
			.with(TestAccounts.as(TestAccounts.provinceAdminActor("01", "00592")))).bodyText().contains("Trần Thị Đẹp");
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.as(TestAccounts.provinceAdminActor("75", "26368"))))
			.bodyText()
			.doesNotContain("Trần Thị Đẹp");
	}

	@Test
	void letsTheWardBeFoundByNameOrCodeWithoutAScript() {
		assertThat(this.mvc.get().uri("/users/new?q={q}", "tu liem").with(TestAccounts.admin())).bodyText()
			.contains("/users/new?ward=00592");
		assertThat(this.mvc.get().uri("/users/new?ward=00592").with(TestAccounts.admin())).bodyText()
			.contains("Phòng Thử", "Tất cả đơn vị chủ trì", "Từ Liêm");
		assertThat(this.mvc.get().uri("/users/new").with(TestAccounts.wardAdmin("00592"))).bodyText()
			.contains("Phòng Thử");
		assertThat(this.mvc.get().uri("/users/new?installation=").with(TestAccounts.admin())).bodyText()
			.contains("Toàn hệ thống")
			.contains("role-VIEWER")
			.doesNotContain("role-OFFICIAL");
		assertThat(this.mvc.get().uri("/users/new?province=01").with(TestAccounts.admin())).bodyText()
			.contains("Cả Thành phố Hà Nội", "role-VIEWER");
		assertThat(this.mvc.get().uri("/users/new?province=xx").with(TestAccounts.admin()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void createsAnAccountAndSaysSo() {
		assertThat(form("/users").param("username", "moi-" + this.username)
			.param("password", PASSWORD)
			.param("displayName", "Lê Văn Mới")
			.param("role", "OFFICIAL")
			.param("wardCode", "00592")
			.param("leadUnits", "phong-thu")).hasStatus3xxRedirection().hasRedirectedUrl("/users");
		assertThat(this.mvc.get().uri("/users/moi-" + this.username).with(TestAccounts.admin())).bodyText()
			.contains("Lê Văn Mới")
			.containsPattern("value=\"phong-thu\"[^>]*checked");
	}

	@Test
	void keepsWhatWasTypedBesideItsErrorButNeverThePassword() {
		assertThat(form("/users").param("username", "Có Dấu")
			.param("password", "qwertyuiop123")
			.param("displayName", "Lê Văn Mới")
			.param("role", "OFFICIAL")
			.param("wardCode", "00592")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Lê Văn Mới", "Có Dấu", "Tên đăng nhập gồm 2 đến 63 ký tự", "ít nhất một đơn vị chủ trì",
					"dễ đoán")
			.doesNotContain("qwertyuiop123");
	}

	@Test
	void changesRoleLeadUnitsAndState() {
		assertThat(edit("0").param("role", "OFFICIAL")
			.param("wardCode", "00592")
			.param("leadUnits", "*")
			.param("enabled", "true")).hasRedirectedUrl("/users");
		assertThat(edit("1").param("role", "OFFICIAL").param("wardCode", "00592").param("leadUnits", "phong-thu"))
			.hasRedirectedUrl("/users");
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.admin())).bodyText().contains("Đã khóa");
	}

	@Test
	void movesAnOfficialToAnotherWardWithoutItsLeadUnits() {
		edit("0").param("role", "OFFICIAL")
			.param("wardCode", "00592")
			.param("leadUnits", "phong-thu")
			.param("enabled", "true")
			.exchange();
		assertThat(edit("1").param("role", "OFFICIAL")
			.param("wardCode", "00613")
			.param("leadUnits", "*")
			.param("enabled", "true")).hasRedirectedUrl("/users");
		assertThat(this.jdbc.sql("select ward_code from user_account where username = ?")
			.param(this.username)
			.query(String.class)
			.single()).isEqualTo("00613");
		assertThat(this.events.stream(AccountEvent.Changed.class).reduce((first, last) -> last))
			.hasValueSatisfying((moved) -> {
				assertThat(moved.before()).contains("00592 · phong-thu");
				assertThat(moved.after()).contains("00613 · *");
			});
	}

	@Test
	void showsBothValuesWhenSomebodyElseWasFaster() {
		edit("0").param("role", "REVIEWER").param("wardCode", "00592").param("enabled", "true").exchange();
		assertThat(edit("0").param("role", "ADMIN").param("wardCode", "00592").param("enabled", "true"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("vừa được người khác thay đổi", "Người duyệt")
			.containsPattern("name=\"version\" value=\"1\"")
			.containsPattern("value=\"ADMIN\"[^>]*checked");
	}

	@Test
	void resetsAPassword() {
		assertThat(form("/users/" + this.username + "/password").param("password", "bốn-từ-xa-nhau-77"))
			.hasRedirectedUrl("/users");
		assertThat(form("/users/" + this.username + "/password").param("password", "12345"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ít nhất 10 ký tự");
	}

	@Test
	void keepsAdministratorsFromLockingThemselvesOut() {
		this.accounts.create(new NewAccount("test-admin", PASSWORD, "Quản trị", Role.ADMIN, null, null), "test");
		assertThat(
				form("/users/test-admin").param("displayName", "Quản trị").param("role", "ADMIN").param("version", "0"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Không thể tự khóa");
	}

	@Test
	void refusesOtherWardsAndOtherRoles() {
		assertThat(this.mvc.get().uri("/users/" + this.username).with(TestAccounts.wardAdmin("00613")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/users/" + this.username)
			.with(TestAccounts.wardAdmin("00592"))
			.with(csrf())
			.param("displayName", "x")
			.param("role", "REVIEWER")
			.param("wardCode", "00613")
			.param("version", "0")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private MockMvcRequestBuilder edit(String version) {
		return form("/users/" + this.username).param("displayName", "Trần Thị Đẹp").param("version", version);
	}

	private MockMvcRequestBuilder form(String uri) {
		return this.mvc.post().uri(uri).with(TestAccounts.admin()).with(csrf());
	}

}
