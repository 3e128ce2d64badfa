package vn.wardkpi.reminder;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What is asked is called to mind before it is due and when it is late, once for each
 * day.
 */
class QuestionNoticesTests extends DashboardTest {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private QuestionNotices reminders;

	@Test
	void theUnitIsRemindedOnceBeforeTheLastDayAndOnceAfterIt() {
		long plan = aPlan(1);
		this.jdbc
			.sql("""
					with one as (
					    insert into user_account (username, password_hash, display_name, role, ward_code, created_at, created_by)
					    values ('test-official', '{noop}none', 'Một người', 'OFFICIAL', ?, now(), 'test') returning id)
					insert into user_lead_unit (user_id, ward_code, lead_unit_code)
					select id, ?, 'phong-van-hoa-xa-hoi' from one
					""")
			.params(WARD, WARD)
			.update();
		question(plan, LocalDate.now().plusDays(2), "OPEN");
		question(plan, LocalDate.now().minusDays(2), "CARRIED_OVER");
		question(plan, LocalDate.now().minusDays(2), "ANSWERED");
		question(plan, LocalDate.now().plusDays(20), "OPEN");
		this.reminders.remind();
		this.reminders.remind();
		assertThat(this.jdbc.sql("select kind from notice where plan_id = ? order by id")
			.param(plan)
			.query(String.class)
			.list()).containsExactly("QUESTION_LATE", "QUESTION_DUE_SOON");
		assertThat(this.mvc.get().uri("/notices").with(TestAccounts.official(WARD, "phong-van-hoa-xa-hoi")))
			.hasStatusOk()
			.bodyText()
			.contains("Câu hỏi về chỉ tiêu 3 cần trả lời chậm nhất ngày", "đã quá hạn trả lời");
		List<Long> notices = this.jdbc.sql("select id from notice where plan_id = ?")
			.param(plan)
			.query(Long.class)
			.list();
		assertThat(this.mvc.post()
			.uri("/notices/" + notices.get(0) + "/open")
			.with(TestAccounts.official(WARD, "phong-van-hoa-xa-hoi"))
			.with(csrf())).hasStatus(HttpStatus.FOUND)
			.redirectedUrl()
			.startsWith("/plans/" + plan + "/indicators/3/questions#question-");
	}

	private void question(long plan, LocalDate due, String state) {
		this.jdbc
			.sql("""
					insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, due, state)
					select plan_id, id, 'QUESTION', 'Vì sao?', 'test', now(), ?, ? from indicator where plan_id = ? and no = '3'
					""")
			.params(due, state, plan)
			.update();
	}

}
