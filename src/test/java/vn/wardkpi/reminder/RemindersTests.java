package vn.wardkpi.reminder;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.MailAddress;
import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.catalogue.template.TemplateEvent;
import vn.wardkpi.council.QuestionCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.due.DueSubmissions;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.task.TaskInput;
import vn.wardkpi.task.Tasks;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reminders by a real SMTP server; only the clock is given.
 */
@Transactional
class RemindersTests extends IntegrationTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	/** A Monday; the figures of six months are due on Tuesday the 16th. */
	private static final String DUE_SOON = "2026-06-15T07:30";

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	@Autowired
	private Wards wards;

	@Autowired
	private WardSearch search;

	@Autowired
	private DueSubmissions forms;

	@Autowired
	private Tasks tasks;

	@Autowired
	private QuestionCatalog questions;

	@Autowired
	private StaffDirectory accounts;

	@Autowired
	private MessageSource messages;

	@Autowired
	private PlanService plans;

	@Autowired
	private JdbcClient jdbc;

	private SamplePlan plan;

	private int port;

	@BeforeEach
	void aWardThatReports() {
		this.server.start();
		this.port = this.server.getSmtp().getPort();
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.jdbc.sql("update plan set adopted_at = timestamptz '2025-12-23 12:00+07' where id = ?")
			.param(this.plan.planId())
			.update();
		person("th.an", "Nguyễn Văn An", Role.OFFICIAL, "an@phuong.example.vn", true, true);
		person("th.binh", "Trần Thị Bình", Role.REVIEWER, "binh@phuong.example.vn", true, true);
		person("th.nghi", "Đã nghỉ", Role.OFFICIAL, "nghi@phuong.example.vn", false, true);
		person("th.thoi", "Thôi nhận", Role.OFFICIAL, "thoi@phuong.example.vn", true, false);
		person("th.khong", "Không có thư", Role.OFFICIAL, null, true, true);
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void sendsOneDigestInTheMorningOfADayOnWhichSomethingIsDueSoon() throws Exception {
		remind("2026-06-15T07:29");
		assertThat(received()).isEmpty();
		remind(DUE_SOON);
		remind("2026-06-15T07:40");
		remind("2026-06-15T16:00");
		assertThat(received()).as("one, to the one person that is concerned").hasSize(1);
		MimeMessage mail = received().get(0);
		assertThat(mail.getRecipients(Message.RecipientType.TO)).singleElement()
			.isInstanceOfSatisfying(InternetAddress.class, (to) -> {
				assertThat(to.getAddress()).isEqualTo("an@phuong.example.vn");
				assertThat(to.getPersonal()).isEqualTo("Nguyễn Văn An");
			});
		assertThat(mail.getSubject()).startsWith("Việc đến hạn ngày 15/06/2026: ");
		assertThat(mail.getMessageID()).isEqualTo("<2026-06-15.th.an.ward-kpi@kpi.example.vn>");
		String text = GreenMailUtil.getBody(mail);
		assertThat(text).contains("text/plain", "text/html");
		remind("2026-06-16T07:30");
		assertThat(received()).as("the next day's").hasSize(2);
	}

	@Test
	void namesFormsAndDaysWithLinksAndNothingElse() throws Exception {
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status, comment, reviewed_by, reviewed_at)
				select ?, 2026, 'M06', id, 'RETURNED', 'Lời nhận xét kín', 'binh', timestamptz '2026-06-13 09:00+07'
				from lead_unit where ward_code = ? and code = 'van-hoa'
				""").params(this.plan.planId(), this.plan.ward().value()).update();
		remind(DUE_SOON);
		String plain = text(received().get(0));
		assertThat(plain)
			.contains("Trả lại", "Phòng Văn hóa, 6 tháng 2026: còn 1 ngày (hạn 16/06/2026)", "Sắp đến hạn",
					"Phòng Kinh tế, 6 tháng 2026",
					"https://kpi.example.vn/plans/" + this.plan.planId() + "/entry/2026/M06/van-hoa",
					"https://kpi.example.vn/account")
			.doesNotContain("Lời nhận xét kín");
		remind("2027-03-30T07:30");
		assertThat(text(received().get(1))).contains("Phòng Kinh tế, chính thức cả năm 2026: còn 1 ngày");
	}

	@Test
	void isQuietWhenNothingIsDue() {
		remind("2026-06-03T08:00");
		remind("2026-05-20T08:00");
		assertThat(received()).isEmpty();
		assertThat(notices("th.an")).doesNotContain("DUE_SOON");
	}

	@Test
	void isQuietOnDaysOff() {
		remind("2026-06-14T08:00");
		assertThat(received()).as("a Sunday").isEmpty();
		assertThat(notices("th.an")).contains("DUE_SOON");
	}

	@Test
	void tellsOfLateFormsForSomeDaysAndThenOnMondays() {
		remind("2026-06-17T08:00");
		assertThat(received()).hasSize(1);
		remind("2026-06-25T08:00");
		assertThat(received()).as("a Thursday, nine days late").hasSize(1);
		remind("2026-06-29T08:00");
		assertThat(received()).as("a Monday").hasSize(2);
	}

	@Test
	void tellsReviewersOfWhatWaits() throws Exception {
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status, submitted_by, submitted_at)
				select ?, 2026, 'M06', id, 'SUBMITTED', 'th.an', timestamptz '2026-06-02 09:00+07'
				from lead_unit where ward_code = ? and code = 'van-hoa'
				""").params(this.plan.planId(), this.plan.ward().value()).update();
		remind("2026-06-03T08:00");
		assertThat(received()).singleElement()
			.satisfies((mail) -> assertThat(mail.getAllRecipients()[0]).asString().contains("binh@phuong"));
		assertThat(text(received().get(0))).contains("Chờ duyệt", "/review/2026/M06/van-hoa");
	}

	@Test
	void triesAgainLaterWhenTheServerWasDown() {
		this.server.stop();
		remind(DUE_SOON);
		assertThat(state("th.an")).isEqualTo("FAILED");
		this.server.start();
		this.port = this.server.getSmtp().getPort();
		remind("2026-06-15T07:40");
		assertThat(received()).as("not at once").isEmpty();
		remind("2026-06-15T07:45");
		remind("2026-06-15T08:45");
		assertThat(received()).hasSize(1);
		assertThat(state("th.an")).isEqualTo("SENT");
	}

	@Test
	void neverSendsWhatAnotherInstanceHasTaken() {
		this.jdbc.sql("insert into digest values ('th.an', date '2026-06-15', 'SENDING', 1, now(), null, null)")
			.update();
		remind(DUE_SOON);
		remind("2026-06-15T15:00");
		assertThat(received()).isEmpty();
	}

	@Test
	void letsNobodyWriteHeaders() throws Exception {
		this.jdbc.sql("update user_account set display_name = ? where username = 'th.an'")
			.param("An\r\nBcc: ai-do@noi-khac.example.vn")
			.update();
		remind(DUE_SOON);
		assertThat(received()).hasSize(1);
		assertThat(received().get(0).getHeader("Bcc")).isNull();
		assertThat(received().get(0).getAllRecipients()).hasSize(1);
		for (String address : List.of("an@phuong.vn\r\nBcc: x@y.vn", "an@phuong.vn, x@y.vn", "An <an@phuong.vn>",
				"an@phuong", "an@[127.0.0.1]", "\"an\"@phuong.vn")) {
			assertThat(MailAddress.isAddress(address)).as(address).isFalse();
		}
		assertThat(MailAddress.isAddress("nguyen.van-an+kpi@tu-liem.hanoi.gov.vn")).isTrue();
	}

	@Test
	void tellsADeadlineOnceInTheProgram() {
		remind("2026-06-15T06:00");
		remind("2026-06-15T07:00");
		assertThat(notices("th.an")).containsExactly("DUE_SOON", "DUE_SOON");
		assertThat(notices("th.binh")).isEmpty();
		remind("2026-06-17T06:00");
		remind("2026-06-18T06:00");
		assertThat(notices("th.an")).containsExactly("DUE_SOON", "DUE_SOON", "LATE", "LATE");
		assertThat(notices("th.nghi")).as("an account that is disabled").isEmpty();
	}

	@Test
	void tellsThoseWhoHaveItToDoOfATaskThatIsDueSoonOrLate() throws Exception {
		this.tasks.create(this.plan.planId(), List.of(
				new TaskInput(null, "Soạn kế hoạch tuyên truyền", "van-hoa", null, "2026-05-28", null, null, "PLANNED",
						null),
				new TaskInput(null, "Việc đã xong", "van-hoa", null, "2026-05-28", null, null, "DONE", "2026-05-02")),
				TestAccounts.adminActor());
		remind("2026-05-20T08:00");
		assertThat(taskNotices("th.an")).as("eight days before").isEmpty();
		remind("2026-05-21T08:00");
		remind("2026-05-22T08:00");
		assertThat(taskNotices("th.an")).containsExactly("TASK_DUE_SOON");
		assertThat(received()).as("no mail yet").isEmpty();
		remind("2026-05-27T08:00");
		assertThat(received()).singleElement()
			.satisfies((mail) -> assertThat(text(mail))
				.contains("Phòng Văn hóa: còn 1 ngày (hạn 28/05/2026)",
						"https://kpi.example.vn/plans/" + this.plan.planId() + "/tasks#task-")
				.doesNotContain("Soạn kế hoạch"));
		remind("2026-05-29T08:00");
		assertThat(taskNotices("th.an")).containsExactly("TASK_DUE_SOON", "TASK_LATE");
		assertThat(taskNotices("th.binh")).isEmpty();
	}

	@Test
	void tellsByMailWhatIsAskedAndDue() throws Exception {
		this.jdbc.sql("""
				insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, due, state)
				select i.plan_id, i.id, 'QUESTION', 'Vì sao chưa đạt?', 'dai-bieu', :at, '2026-05-28', 'OPEN'
				from indicator i
				join indicator_answering_unit a on a.indicator_id = i.id
				join lead_unit u on u.id = a.lead_unit_id and u.code = 'van-hoa'
				where i.plan_id = :plan
				order by i.position limit 1
				""")
			.param("at", java.sql.Timestamp.from(at("2026-05-13T08:00").instant()))
			.param("plan", this.plan.planId())
			.update();
		remind("2026-05-14T08:00");
		assertThat(received()).as("the day after").hasSize(1);
		remind("2026-05-20T08:00");
		assertThat(received()).as("long before").hasSize(1);
		remind("2026-05-27T08:00");
		assertThat(received()).hasSize(2);
		assertThat(text(received().get(1)))
			.contains("Câu hỏi và yêu cầu giải trình chờ trả lời", "dai-bieu hỏi: còn 1 ngày (hạn 28/05/2026)",
					"/questions#question-")
			.doesNotContain("Vì sao chưa đạt?");
		this.jdbc.sql("update question set state = 'ANSWERED' where plan_id = ?").param(this.plan.planId()).update();
		remind("2026-05-28T08:00");
		assertThat(received()).hasSize(2);
	}

	/** Also on a day on which nothing else is due; the one who is away too. */
	@Test
	void tellsByMailOnceWhoseWorkAnotherDoes() throws Exception {
		person("th.cuong", "Lê Cường", Role.OFFICIAL, "cuong@phuong.example.vn", true, true);
		this.jdbc
			.sql("""
					insert into hand_over (from_user, to_user, first_day, last_day, begun, created_at, created_by)
					select f.id, t.id, current_date, current_date + 3, true, now(), 'test' from user_account f, user_account t
					where f.username = 'th.an' and t.username = 'th.cuong'
					""")
			.update();
		this.jdbc.sql("""
				insert into notice (username, ward_code, kind, year, about, created_at)
				values ('th.an', :ward, 'HAND_OVER_AWAY', 2026, 'Lê Cường (3/6/2026 – 5/6/2026)', :at),
				       ('th.cuong', :ward, 'HAND_OVER_TAKEN', 2026, 'Nguyễn Văn An (3/6/2026 – 5/6/2026)', :at)
				""")
			.param("ward", this.plan.ward().value())
			.param("at", java.sql.Timestamp.from(at("2026-06-03T00:05").instant()))
			.update();
		remind("2026-06-03T08:00");
		assertThat(received()).hasSize(2);
		assertThat(text(received().get(0))).contains("Bạn nhận làm thay việc của Nguyễn Văn An (3/6/2026 – 5/6/2026).");
		assertThat(text(received().get(1))).contains("Việc của bạn được bàn giao cho Lê Cường (3/6/2026 – 5/6/2026).");
		remind("2026-06-04T08:00");
		assertThat(received()).as("told once").hasSize(2);
	}

	@Test
	void remindsEveryWardThatHasAPlan() {
		reminders(at(DUE_SOON)).remindAll();
		assertThat(notices("th.an")).isNotEmpty();
	}

	@Test
	void asksTheDatabaseAsOftenForManyWardsAsForOne() throws Exception {
		List<Ward> all = new ArrayList<>(List.of(this.wards.require(this.plan.ward())));
		long one = statements("2026-06-15T06:00", all);
		assertThat(one).isLessThanOrEqualTo(12);
		SamplePlan first = this.plan;
		for (int more = 0; more < 3; more++) {
			this.plan = SamplePlan.store(this.jdbc, this.plans);
			all.add(this.wards.require(this.plan.ward()));
			person("th.them-" + more, "Người " + more, Role.OFFICIAL, null, true, true);
		}
		this.jdbc.sql("update plan set adopted_at = timestamptz '2025-12-23 12:00+07'").update();
		assertThat(statements("2026-06-15T06:10", all)).isEqualTo(one);
		List<String> last = notices("th.them-2");
		this.plan = first;
		assertThat(notices("th.an")).isNotEmpty().isEqualTo(last);
	}

	private long statements(String time, List<Ward> of) throws Exception {
		return StatementCounter.during(() -> {
			reminders(at(time)).remind(of);
			return time;
		}).size();
	}

	@Test
	void administratorsOfWardsWithoutAPlanAreTold() throws Exception {
		String ward = this.jdbc.sql("""
				select code from ward where province_code = '75' and length(code) = 5
				and not exists (select 1 from plan where plan.ward_code = ward.code) order by code limit 1
				""").query(String.class).single();
		person("th.quan", "Phạm Thị Quản", Role.ADMIN, "quan@phuong.example.vn", true, true);
		person("th.khac", "Vũ Khác", Role.ADMIN, "khac@phuong.example.vn", true, true);
		this.jdbc.sql("update user_account set ward_code = ? where username = 'th.quan'").param(ward).update();
		TemplateNotices told = new TemplateNotices(new Notices(this.jdbc, at("2026-06-03T09:00")), this.accounts);
		told.on(new TemplateEvent.Handed("th.tinh", 7, "75", "Khung chỉ tiêu", 2031, null, "1 Số hộ nghèo"));
		told.on(new TemplateEvent.Handed("th.tinh", 7, "75", "Khung chỉ tiêu", 2031, "1 Hộ nghèo", "1 Số hộ nghèo"));
		told.on(new TemplateEvent.Withdrawn("th.quan", 7, "75", "Khung chỉ tiêu", 2031));
		assertThat(this.jdbc.sql("""
				select username || ' ' || kind || ' ' || ward_code from notice where kind like 'TEMPLATE%' order by id
				""").query(String.class).list()).as("nobody of another province, nor of one's own act")
			.containsExactly("th.quan TEMPLATE_HANDED " + ward, "th.quan TEMPLATE_CHANGED " + ward);
		reminders(at("2026-06-03T10:00")).remindAll();
		assertThat(received()).hasSize(1);
		assertThat(text(received().get(0))).contains("giao mẫu kế hoạch “Khung chỉ tiêu”", "có bản mới");
		reminders(at("2026-06-04T10:00")).remindAll();
		assertThat(received()).as("told once").hasSize(1);
	}

	private List<String> taskNotices(String username) {
		return notices(username).stream().filter((kind) -> kind.startsWith("TASK")).toList();
	}

	private void remind(String time) {
		reminders(at(time)).remind(List.of(this.wards.require(this.plan.ward().value())));
	}

	private Reminders reminders(Clock clock) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(this.port);
		MailSender sender = new MailSender(server, "nhac-viec@kpi.example.vn", "https://kpi.example.vn", this.messages,
				clock);
		return new Reminders(this.search, this.forms, this.tasks, this.questions, this.accounts,
				new Notices(this.jdbc, clock), new Digests(this.jdbc, sender, LocalTime.of(7, 30), clock), clock);
	}

	private static Clock at(String time) {
		return Clock.fixed(LocalDateTime.parse(time).atZone(ZONE).toInstant(), ZONE);
	}

	private List<MimeMessage> received() {
		return List.of(this.server.getReceivedMessages());
	}

	/** The plain text of a mail of both kinds. */
	private static String text(MimeMessage mail) throws Exception {
		Object part = mail.getContent();
		while (part instanceof jakarta.mail.Multipart parts) {
			part = parts.getBodyPart(0).getContent();
		}
		return String.valueOf(part);
	}

	private List<String> notices(String username) {
		return this.jdbc.sql("select kind from notice where username = ? and ward_code = ? order by id")
			.params(username, this.plan.ward().value())
			.query(String.class)
			.list();
	}

	private String state(String username) {
		return this.jdbc.sql("select state from digest where username = ?")
			.param(username)
			.query(String.class)
			.single();
	}

	private void person(String username, String name, Role role, @Nullable String email, boolean enabled,
			boolean reminders) {
		this.jdbc
			.sql("""
					insert into user_account (username, password_hash, display_name, role, ward_code, all_lead_units, enabled,
					                          email, email_reminders, created_at, created_by)
					values (:username, '{noop}none', :name, :role, :ward, :all, :enabled, :email, :reminders, now(), 'test')
					""")
			.param("username", username)
			.param("name", name)
			.param("role", role.name())
			.param("ward", this.plan.ward().value())
			.param("all", role == Role.OFFICIAL)
			.param("enabled", enabled)
			.param("email", email)
			.param("reminders", reminders)
			.update();
	}

}
