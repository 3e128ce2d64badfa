package vn.wardkpi.council;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A session is changed or cancelled; what it saw stays.
 */
class SessionChangeTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final RequestPostProcessor ADMIN = TestAccounts.wardAdmin(WARD);

	private static final String SESSIONS = "/wards/" + WARD + "/council-sessions";

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	private long recordedBefore;

	@BeforeEach
	void aPlan() {
		this.plan = aPlan(1);
		approveYear(this.plan, 1);
		this.recordedBefore = this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
	}

	@Test
	void anAdministratorChangesDayAndAgendaAndWhatItSawStays() {
		String session = SESSIONS + "/" + session("Kỳ họp thứ ba", "2027-07-08");
		assertThat(get(session, DELEGATE)).bodyText().doesNotContain("/edit");
		assertThat(get(session, ADMIN)).bodyText().contains(session + "/edit");
		assertThat(get(session + "/edit", ADMIN)).hasStatusOk()
			.bodyText()
			.contains("value=\"08/07/2027\"", "Báo cáo kết quả", "như biết đến ngày 30/06/2027")
			.doesNotContain("name=\"asOf\"");
		assertThat(post(session + "/edit", Map.of("title", "", "date", "1/6/2027", "agenda", "Mới", "version", "0")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Mới", "1/6/2027");
		assertThat(post(session + "/edit", Map.of("title", "Kỳ họp thứ ba", "date", "1/6/2027", "version", "0")))
			.as("before the day that it saw")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(session + "/edit",
				Map.of("title", "Kỳ họp thứ ba", "date", "15/7/2027", "agenda", "Mới", "version", "0")))
			.hasRedirectedUrl(session);
		assertThat(get(session, DELEGATE)).bodyText()
			.contains("15/07/2027", "Mới", "asOf=2027-06-30")
			.doesNotContain("Báo cáo kết quả");
		assertThat(post(session + "/edit",
				Map.of("title", "Kỳ họp thứ ba", "date", "16/7/2027", "agenda", "Của người khác", "version", "0")))
			.as("another was faster")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Người khác vừa sửa", "Của người khác");
		assertThat(recorded()).containsExactly("CREATED", "CHANGED");
	}

	@Test
	void aCancelledSessionStaysWithItsReasonAndTakesNoQuestions() {
		long third = session("Kỳ họp thứ ba", "2098-07-08");
		long fourth = session("Kỳ họp thứ tư", "2098-12-08");
		String page = SESSIONS + "/" + third;
		String questions = "/api/v1/plans/" + this.plan + "/indicators/5/questions";
		assertThat(api(HttpMethod.POST, questions, DELEGATE, "{\"text\": \"Vì sao?\", \"session\": " + third + "}"))
			.hasStatus(HttpStatus.CREATED);
		long asked = this.jdbc.sql("select max(id) from question").query(Long.class).single();
		assertThat(post(page + "/cancel", Map.of("reason", "Hoãn sang tháng 12")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Hãy đánh dấu xác nhận", "Hoãn sang tháng 12");
		assertThat(post(page + "/cancel", Map.of("reason", " ", "confirmed", "true")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(page + "/cancel", Map.of("reason", "Hoãn sang tháng 12", "confirmed", "true")))
			.hasRedirectedUrl(page);
		assertThat(get(page, ADMIN)).bodyText()
			.contains("Kỳ họp đã hủy: Hoãn sang tháng 12", "Vì sao?", "Chuyển sang: Kỳ họp thứ tư")
			.doesNotContain(page + "/edit");
		assertThat(get(SESSIONS, DELEGATE)).bodyText().contains("Đã hủy");
		assertThat(get(page + "/edit", ADMIN)).hasStatus(HttpStatus.CONFLICT);
		assertThat(post(page + "/cancel", Map.of("reason", "Nữa", "confirmed", "true"))).hasStatus(HttpStatus.CONFLICT);
		assertThat(get("/plans/" + this.plan + "/indicators/5/questions", DELEGATE)).bodyText()
			.doesNotContain("<option value=\"" + third);
		assertThat(api(HttpMethod.POST, questions, DELEGATE, "{\"text\": \"Nữa\", \"session\": " + third + "}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("đã bị hủy");
		String carry = "/api/v1/questions/" + asked + "/carry-over";
		assertThat(api(HttpMethod.POST, carry, DELEGATE, "{\"session\": " + fourth + "}")).hasStatusOk();
		assertThat(recorded()).containsExactly("CREATED", "CREATED", "REVOKED");
	}

	@Test
	void programsChangeAndCancelTheSame() {
		String session = "/api/v1" + SESSIONS + "/" + session("Kỳ họp thứ ba", "2027-07-08");
		session("Kỳ họp thứ tư", "2027-12-08");
		assertThat(api(HttpMethod.PATCH, session, ADMIN, "{\"agenda\": \"Mới\", \"asOf\": \"2027-01-01\"}"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"date": "2027-07-08", "title": "Kỳ họp thứ ba", "asOf": "2027-06-30", "agenda": "Mới",
					 "cancelled": null}""");
		assertThat(api(HttpMethod.PATCH, session, ADMIN, "{\"title\": \"Kỳ họp thứ tư\", \"date\": \"2027-12-08\"}"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(api(HttpMethod.PATCH, session, DELEGATE, "{}")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(HttpMethod.POST, session + "/cancel", ADMIN, "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(api(HttpMethod.POST, session + "/cancel", ADMIN, "{\"reason\": \"Hoãn\"}")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"cancelled\": \"Hoãn\"}");
		assertThat(api(HttpMethod.PATCH, session, ADMIN, "{\"agenda\": \"x\"}")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void whatTheSessionSawIsShownAgainAfterLaterFigures() {
		long id = session("Kỳ họp thứ ba", "2027-07-08");
		String seen = "/wards/" + WARD + "/years/2026?plan=" + this.plan + "&asOf=2027-06-30";
		assertThat(get(seen, DELEGATE)).bodyText().contains("Đạt và vượt 18/22");
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-07-15T03:00:00Z",
				actual("9", ReportingPeriod.FINAL, "12.5"));
		post(SESSIONS + "/" + id + "/edit", Map.of("title", "Kỳ họp thứ ba", "date", "20/7/2027", "version", "0"));
		assertThat(get("/wards/" + WARD + "/years/2026", DELEGATE)).bodyText().contains("Đạt và vượt 19/22");
		assertThat(get(seen, DELEGATE)).bodyText().contains("Đạt và vượt 18/22");
		assertThat(get(SESSIONS + "/" + id + "/screen?year=2026", DELEGATE)).bodyText().contains("Đạt và vượt 18/22");
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		long id = session("Kỳ họp thứ ba", "2098-07-08");
		String page = "/plans/" + this.plan + "/indicators/5/questions";
		List<String> addresses = List.of(SESSIONS, SESSIONS + "/" + id, page);
		ask(id, 1);
		List<Integer> few = statements(addresses);
		ask(id, 9);
		for (int i = 0; i < 5; i++) {
			session("Kỳ họp " + i, "2099-01-0" + (i + 1));
		}
		assertThat(statements(addresses)).isEqualTo(few).allMatch((count) -> count < 12);
	}

	private List<Integer> statements(List<String> addresses) throws Exception {
		List<Integer> counts = new java.util.ArrayList<>();
		for (String address : addresses) {
			counts.add(StatementCounter.during(() -> get(address, DELEGATE)).size());
		}
		return counts;
	}

	private void ask(long session, int times) {
		this.jdbc
			.sql("""
					insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, asked_session_id, session_id, due,
					                      state)
					select plan_id, id, 'QUESTION', 'Vì sao?', 'test', now(), :session, :session, '2098-01-01', 'OPEN'
					from indicator, generate_series(1, :times) where plan_id = :plan and no = '5'
					""")
			.param("session", session)
			.param("times", times)
			.param("plan", this.plan)
			.update();
	}

	private long session(String title, String date) {
		assertThat(api(HttpMethod.POST, "/api/v1" + SESSIONS, ADMIN,
				"{\"date\": \"%s\", \"title\": \"%s\", \"asOf\": \"2027-06-30\", \"agenda\": \"Báo cáo kết quả\"}"
					.formatted(date, title)))
			.hasStatus(HttpStatus.CREATED);
		return this.jdbc.sql("select max(id) from council_session").query(Long.class).single();
	}

	private List<String> recorded() {
		return this.jdbc.sql("select action from audit_entry where id > ? and subject = 'COUNCIL_SESSION' order by id")
			.param(this.recordedBefore)
			.query(String.class)
			.list();
	}

	private MvcTestResult get(String page, RequestPostProcessor who) {
		return this.mvc.get().uri(page).with(who).exchange();
	}

	private MvcTestResult post(String page, Map<String, String> typed) {
		var request = this.mvc.post().uri(page).with(ADMIN).with(csrf());
		typed.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult api(HttpMethod method, String uri, RequestPostProcessor who, String body) {
		return this.mvc.method(method)
			.uri(uri)
			.with(who)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
