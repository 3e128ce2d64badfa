package vn.wardkpi.council;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
 * A session by its pages: asked, answered, carried over, and shown in the hall.
 */
class CouncilPagesTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final RequestPostProcessor OFFICIAL = TestAccounts.official(WARD);

	private static final RequestPostProcessor ADMIN = TestAccounts.wardAdmin(WARD);

	private static final String SESSIONS = "/wards/" + WARD + "/council-sessions";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MessageSource messages;

	private long plan;

	@BeforeEach
	void aPlan() {
		this.plan = aPlan(1);
		approveYear(this.plan, 1);
	}

	@Test
	void anAdministratorPutsASessionDown() {
		assertThat(get(SESSIONS, DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("Chưa có kỳ họp nào")
			.doesNotContain("name=\"agenda\"");
		assertThat(post(SESSIONS, ADMIN, Map.of("title", "", "date", "31/02/2027")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Không có ngày 31/02/2027");
		assertThat(post(SESSIONS, ADMIN, Map.of("title", " ", "date", "8/7/2027")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		long id = session("Kỳ họp thứ ba", "8/7/2027");
		assertThat(get(SESSIONS, DELEGATE)).bodyText().contains("Kỳ họp thứ ba", "08/07/2027");
		assertThat(get(SESSIONS + "/" + id, DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("Báo cáo kết quả", "/wards/" + WARD + "/years/2027?plan=" + this.plan + "&amp;asOf=2027-06-30",
					"/period?plan=" + this.plan + "&amp;asOf=2027-06-30", "/screen", "Chưa có câu hỏi nào");
		assertThat(post(SESSIONS, ADMIN, Map.of("title", "Kỳ họp thứ ba", "date", "8/7/2027")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Đã có kỳ họp");
	}

	@Test
	void aQuestionIsAskedAnsweredAndCarriedOver() {
		long third = session("Kỳ họp thứ ba", "8/7/2098");
		long fourth = session("Kỳ họp thứ tư", "8/12/2098");
		String page = "/plans/" + this.plan + "/indicators/5/questions";
		assertThat(get("/plans/" + this.plan + "/indicators/5", DELEGATE)).bodyText().contains(page);
		assertThat(get(page, DELEGATE)).hasStatusOk().bodyText().contains("Chưa có câu hỏi", "name=\"text\"");
		assertThat(get(page, OFFICIAL)).bodyText().doesNotContain("name=\"text\"");
		assertThat(post(page, DELEGATE, Map.of("text", " "))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(page, DELEGATE, Map.of("text", "Vì sao chưa đạt?", "session", String.valueOf(third))))
			.hasStatus(HttpStatus.FOUND);
		long id = this.jdbc.sql("select max(id) from question").query(Long.class).single();
		assertThat(get(page, DELEGATE)).bodyText()
			.contains("Vì sao chưa đạt?", "Chờ trả lời", "Kỳ họp thứ ba", "Chuyển sang: Kỳ họp thứ tư")
			.doesNotContain("name=\"answer\"");
		assertThat(get(page, OFFICIAL)).bodyText().contains("name=\"answer\"");
		assertThat(post("/questions/" + id + "/answer", OFFICIAL, Map.of("answer", " ")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("#question-" + id);
		assertThat(post("/questions/" + id + "/answer", OFFICIAL, Map.of("answer", "Do mức đóng mới")))
			.hasStatus(HttpStatus.FOUND)
			.redirectedUrl()
			.isEqualTo(page + "#question-" + id);
		assertThat(post("/questions/" + id + "/answer", OFFICIAL, Map.of("answer", "Lần nữa")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("đã được trả lời");
		assertThat(get(SESSIONS + "/" + third, DELEGATE)).bodyText().contains("Do mức đóng mới", "Đã trả lời");
		MvcTestResult carried = post("/questions/" + id + "/carry-over", ADMIN,
				Map.of("session", String.valueOf(fourth)));
		assertThat(carried).hasStatus(HttpStatus.FOUND)
			.redirectedUrl()
			.as("where the other questions of the session wait")
			.isEqualTo(SESSIONS + "/" + third);
		assertThat(said(carried)).isEqualTo("Đã chuyển câu hỏi về chỉ tiêu 5 từ “Kỳ họp thứ ba” sang “Kỳ họp thứ tư”.");
		assertThat(get(SESSIONS + "/" + third, ADMIN)).bodyText()
			.contains("Đã chuyển sang", "href=\"" + SESSIONS + "/" + fourth + "\">Kỳ họp thứ tư</a>");
		assertThat(get(SESSIONS + "/" + fourth, DELEGATE)).bodyText()
			.contains("Vì sao chưa đạt?", "Chuyển kỳ họp sau", "chậm nhất ngày 08/12/2098", "tại Kỳ họp thứ ba")
			.doesNotContain("tại Kỳ họp thứ tư");
	}

	@Test
	void aQuestionOfNoSessionIsFoundInTheOneThatTakesIt() {
		long session = session("Kỳ họp thứ ba", "8/7/2098");
		post("/plans/" + this.plan + "/indicators/5/questions", DELEGATE, Map.of("text", "Vì sao chưa đạt?"));
		long id = this.jdbc.sql("select max(id) from question").query(Long.class).single();
		MvcTestResult carried = post("/questions/" + id + "/carry-over", DELEGATE,
				Map.of("session", String.valueOf(session)));
		assertThat(carried).hasStatus(HttpStatus.FOUND).redirectedUrl().isEqualTo(SESSIONS + "/" + session);
		assertThat(said(carried)).isEqualTo("Đã chuyển câu hỏi về chỉ tiêu 5 sang “Kỳ họp thứ ba”.");
		assertThat(get(SESSIONS + "/" + session, DELEGATE)).bodyText().contains("Vì sao chưa đạt?");
	}

	@Test
	void theHallSeesWhatTheSessionSaw() throws Exception {
		long id = session("Kỳ họp thứ ba", "8/7/2027");
		String screen = SESSIONS + "/" + id + "/screen";
		assertThat(get(screen, DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("Đạt và vượt 18/22", "rel=\"next\"")
			.doesNotContain("rel=\"prev\"");
		assertThat(get(screen + "?at=5", DELEGATE)).bodyText()
			.contains("<span class=\"no\">5</span>", "chart", "Không đạt", "Mức hỗ trợ đóng mới", "rel=\"prev\"");
		assertThat(get(screen + "?at=99", DELEGATE)).bodyText().contains("24/24").doesNotContain("rel=\"next\"");
		approve(this.plan, 2026, ReportingPeriod.M06, "2027-07-15T03:00:00Z",
				explained("9", ReportingPeriod.M06, "12.5", null, null));
		this.jdbc.sql("update plan set title = title where id = ?").param(this.plan).update();
		assertThat(get(screen, DELEGATE)).as("as of then").bodyText().contains("Đạt và vượt 18/22");
		List<String> one = StatementCounter.during(() -> get(screen + "?at=5", DELEGATE));
		List<String> other = StatementCounter.during(() -> get(screen + "?at=2", DELEGATE));
		assertThat(one).hasSameSizeAs(other);
		assertThat(get(SESSIONS + "/999999/screen", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	/** The message on the next page. */
	private String said(MvcTestResult done) {
		Map<String, ?> flash = done.getMvcResult().getFlashMap();
		return this.messages.getMessage(String.valueOf(flash.get("flash")),
				((List<?>) flash.get("flashArguments")).toArray(), Locale.forLanguageTag("vi"));
	}

	private long session(String title, String date) {
		assertThat(post(SESSIONS, ADMIN,
				Map.of("title", title, "date", date, "asOf", "30/6/2027", "agenda", "Báo cáo kết quả")))
			.hasStatus(HttpStatus.FOUND);
		return this.jdbc.sql("select max(id) from council_session").query(Long.class).single();
	}

	private MvcTestResult get(String page, RequestPostProcessor who) {
		return this.mvc.get().uri(page).with(who).exchange();
	}

	private MvcTestResult post(String page, RequestPostProcessor who, Map<String, String> typed) {
		var request = this.mvc.post().uri(page).with(who).with(csrf());
		typed.forEach(request::param);
		return request.exchange();
	}

}
