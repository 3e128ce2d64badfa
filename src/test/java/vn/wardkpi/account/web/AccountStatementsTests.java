package vn.wardkpi.account.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * However many people, lead units, hand-overs, sessions and rows of a file there are, the
 * pages of accounts ask as often.
 */
@Transactional
class AccountStatementsTests extends IntegrationTest {

	private static final String WARD = "00592";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aFewPeople() {
		this.jdbc
			.sql("""
					insert into lead_unit (ward_code, code, name) select '00592', 'cau-' || n, 'Ban ' || n from generate_series(1, 20) n
					""")
			.update();
		people(1, 3);
	}

	@Test
	void peopleAndOneOfThem() throws Exception {
		long list = statements("/users?q=cau", admin());
		long one = statements("/users/cau.1", admin());
		long own = statements("/account", official());
		long handOvers = statements("/api/v1/users/cau.1/hand-overs", admin());
		long sessions = statements("/api/v1/users/cau.1/sessions", admin());
		more();
		assertThat(statements("/users?q=cau", admin())).as("people").isEqualTo(list).isLessThanOrEqualTo(4);
		assertThat(statements("/users/cau.1", admin())).as("a person").isEqualTo(one).isLessThanOrEqualTo(13);
		assertThat(statements("/account", official())).as("one's own").isEqualTo(own).isLessThanOrEqualTo(11);
		assertThat(statements("/api/v1/users/cau.1/hand-overs", admin())).isEqualTo(handOvers).isLessThanOrEqualTo(4);
		assertThat(statements("/api/v1/users/cau.1/sessions", admin())).isEqualTo(sessions).isLessThanOrEqualTo(5);
	}

	@Test
	void anInvitation() throws Exception {
		this.jdbc.sql("""
				insert into invitation (user_id, token_hash, created_at, created_by, expires_at)
				select id, encode(sha256(convert_to(username, 'UTF8')), 'hex'), now(), 'test', now() + interval '1 day'
				from user_account where username like 'cau.%'
				""").update();
		assertThat(statements("/invitation/cau.1", admin())).isLessThanOrEqualTo(4);
	}

	@Test
	void aFileOfPeople() throws Exception {
		imported(2);
		long few = imported(2);
		assertThat(imported(40)).isEqualTo(few).isLessThanOrEqualTo(8);
	}

	/** Of a preview. */
	private long imported(int people) throws Exception {
		String rows = IntStream.rangeClosed(1, people)
			.mapToObj((n) -> "Người " + n + ",moi." + n + ",moi" + n + "@phuong.example.vn,Cán bộ nhập liệu,,Ban "
					+ (n % 20 + 1))
			.collect(
					Collectors.joining("\n", "Họ tên,Tên đăng nhập,Thư điện tử,Vai trò,Đơn vị,Đơn vị chủ trì\n", "\n"));
		MockMultipartFile file = new MockMultipartFile("file", "nguoi.csv", null,
				rows.getBytes(StandardCharsets.UTF_8));
		return counted(StatementCounter.during(() -> assertThat(
				this.mvc.post().uri("/users/from-file").multipart().file(file).with(admin()).with(csrf()))
			.hasStatusOk()));
	}

	private void more() {
		people(4, 12);
		this.jdbc.sql("""
				insert into hand_over (from_user, to_user, first_day, last_day, created_at, created_by)
				select f.id, t.id, current_date + 10 * n, current_date + 10 * n + 5, now(), 'test'
				from user_account f, user_account t, generate_series(1, 5) n
				where f.username = 'cau.1' and t.username = 'cau.2'
				""").update();
		this.jdbc
			.sql("""
					insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
					                            expiry_time, principal_name)
					select gen_random_uuid()::text, gen_random_uuid()::text, extract(epoch from now()) * 1000,
					       extract(epoch from now()) * 1000, 3600, extract(epoch from now()) * 1000 + 3600000,
					       'cau.1@' || u.version
					from generate_series(1, 5), user_account u where u.username = 'cau.1'
					""")
			.update();
	}

	private void people(int from, int to) {
		this.jdbc
			.sql("""
					insert into user_account (username, password_hash, display_name, role, ward_code, created_at, created_by)
					select 'cau.' || n, '{noop}none', 'Người ' || n, 'OFFICIAL', '00592', now(), 'test' from generate_series(?, ?) n
					""")
			.params(from, to)
			.update();
		this.jdbc
			.sql("""
					insert into user_lead_unit (user_id, ward_code, lead_unit_code)
					select u.id, '00592', 'cau-' || n from user_account u, generate_series(1, 3) n where u.username like 'cau.%'
					on conflict do nothing
					""")
			.update();
	}

	private long statements(String uri, RequestPostProcessor who) throws Exception {
		get(uri, who);
		return counted(StatementCounter.during(() -> get(uri, who)));
	}

	/** Without those of the session that asks. */
	private static long counted(List<String> statements) {
		return statements.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION") || statement.contains("PRINCIPAL_NAME = ?"))
			.count();
	}

	private MvcTestResult get(String uri, RequestPostProcessor who) {
		MvcTestResult result = this.mvc.get().uri(uri).with(who).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return result;
	}

	private static RequestPostProcessor admin() {
		return TestAccounts.wardAdmin(WARD);
	}

	private static RequestPostProcessor official() {
		return TestAccounts
			.as(new Actor("cau.1", "Người 1", Role.OFFICIAL, new WardCode(WARD), false, Set.of("cau-1")));
	}

}
