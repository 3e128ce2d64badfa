package vn.wardkpi.submission.web.review;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A reviewer's pages: the queue, a form decided row by row, overrides.
 */
class ReviewPagesTests extends SubmissionTest {

	/** For a queue of forms of one plan, with the notices in the header. */
	private static final int MOST_STATEMENTS = 17;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whatIsUnusualComesFirstAndIsSaidInWords() throws Exception {
		enter("7", "100");
		enter("1", "20000", "Đấu giá đất", "Không");
		submit("kinh-te");

		Document form = form("kinh-te", "");
		assertThat(form.select(".review tbody[id]").eachAttr("id")).containsExactly("c-1", "c-1-1", "c-13", "c-7");
		assertThat(form.select(".part").eachText()).containsExactly("Dòng cần xem", "Các dòng khác");
		assertThat(form.select("#c-1 .review-mark").text()).startsWith("Xa chỉ tiêu giao");
		assertThat(form.select("#c-13 .review-mark").text()).startsWith("Bỏ trống");
		assertThat(form.select("#c-7 .review-mark")).isEmpty();
		assertThat(form.select(".review-sum").text()).isEqualTo("3 trong 4 dòng cần xem");

		assertThat(form("kinh-te", "?order=annex").select(".review tbody[id]").eachAttr("id")).containsExactly("c-1",
				"c-1-1", "c-7", "c-13");
	}

	@Test
	void oneRowGoesBackAndTheOthersComeIntoForce() throws Exception {
		enter("7", "99", "Vỡ ống", "Thay ống");
		enter("13", "3/3");
		submit("kinh-te");

		assertThat(decide("kinh-te", "return", Map.of("rows[7].returned", "true", "rows[7].comment", "Xem lại số hộ",
				"rows[13].comment", "không đánh dấu thì không tính", "approveRest", "true")))
			.hasStatus3xxRedirection();

		assertThat(approved("13")).isEqualTo("3/3");
		assertThat(approved("7")).isNull();
		Document returned = form("kinh-te", "");
		assertThat(returned.select(".status-RETURNED")).isNotEmpty();
		assertThat(returned.select("#c-13 .row-approved").text()).contains("binh");
		assertThat(returned.select("#c-7 .comment-given").text()).contains("Xem lại số hộ");

		enter("7", "100");
		submit("kinh-te");
		Document corrected = form("kinh-te", "");
		assertThat(corrected.select("#c-7 .review-mark").eachText())
			.containsExactly("Đã sửa sau khi trả lại: trước khi sửa là 99.");
		assertThat(corrected.select("#c-13 .review-mark")).isEmpty();

		assertThat(decide("kinh-te", "approve", Map.of())).hasStatus3xxRedirection();
		assertThat(approved("7")).isEqualTo("100");
		assertThat(this.jdbc.sql("""
				select count(*) from approved_actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and i.no = '13'
				""").param(this.plan.planId()).query(Integer.class).single()).isOne();
	}

	@Test
	void whatWasTypedIsKeptWhenACommentIsMissing() throws Exception {
		enter("7", "100");
		submit("kinh-te");

		MvcTestResult refused = decide("kinh-te", "return", Map.of("rows[7].returned", "true", "rows[7].comment", " ",
				"comment", "Cả phiếu", "approveRest", "true", "order", "annex"));
		assertThat(refused).hasStatus(422);
		Document page = Jsoup.parse(refused.getResponse().getContentAsString());
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#c-7-comment");
		assertThat(page.select("#c-7 .field-error").text()).isEqualTo("Chỉ tiêu 7: hãy ghi điều cần sửa.");
		assertThat(page.select("#c-7-returned").hasAttr("checked")).isTrue();
		assertThat(page.select("#comment").text()).isEqualTo("Cả phiếu");
		assertThat(page.select("#approveRest").hasAttr("checked")).isTrue();
		assertThat(page.select(".review tbody[id]").eachAttr("id")).startsWith("c-1", "c-1-1", "c-7");

		assertThat(decide("kinh-te", "return", Map.of("approveRest", "true"))).hasStatus(422);
		assertThat(decide("kinh-te", "approve", Map.of("rows[7].returned", "true", "rows[7].comment", "x")))
			.hasStatus(422);
		assertThat(approved("7")).isNull();
	}

	@Test
	void theSecondReviewerIsToldWhoDecided() throws Exception {
		enter("7", "100");
		submit("kinh-te");
		Document open = form("kinh-te", "");
		this.submissions.approve(key("kinh-te"), this.plan.reviewer("chi"));

		MvcTestResult second = decide("kinh-te", "return", Map.of("comment", "Xem lại", "version",
				open.select("#decide [name=version]").val(), "state", open.select("#decide [name=state]").val()));
		assertThat(second).hasStatus(409);
		Document page = Jsoup.parse(second.getResponse().getContentAsString());
		assertThat(page.select(".error-summary").text()).contains("đã được chi duyệt",
				"Khi bạn mở trang: Chờ duyệt (an", "Bây giờ: Đã duyệt (chi");
	}

	@Test
	void aFormThatWasMendedMeanwhileIsNotApprovedUnseen() throws Exception {
		enter("7", "100");
		submit("kinh-te");
		String version = form("kinh-te", "").select("#decide [name=version]").val();
		this.submissions.returnToUnit(key("kinh-te"), "Xem lại", this.plan.reviewer("chi"));
		enter("7", "99", "Vỡ ống", "Thay ống");
		submit("kinh-te");

		MvcTestResult unseen = decide("kinh-te", "approve", Map.of("version", version));
		assertThat(unseen).hasStatus(409);
		assertThat(Jsoup.parse(unseen.getResponse().getContentAsString()).select(".error-summary").text())
			.contains("Phiếu đã thay đổi");
		assertThat(approved("7")).isNull();

		String now = form("kinh-te", "").select("#decide [name=version]").val();
		assertThat(decide("kinh-te", "approve", Map.of("version", now))).hasStatus3xxRedirection();
	}

	@Test
	void whoEnteredOneRowApprovesNeitherTheFormNorItsOtherRows() throws Exception {
		Actor promoted = this.plan.official("binh");
		this.figures.enterAll(key("kinh-te"), List.of(cell("13", "3/3")), promoted);
		enter("7", "99", "Vỡ ống", "Thay ống");
		submit("kinh-te");

		assertThat(form("kinh-te", "").select("#approveRest, button[formaction$=approve]")).isEmpty();
		assertThat(decide("kinh-te", "return",
				Map.of("rows[7].returned", "true", "rows[7].comment", "Xem lại", "approveRest", "true")))
			.hasStatus(403);
		assertThat(decide("kinh-te", "return", Map.of("rows[7].returned", "true", "rows[7].comment", "Xem lại")))
			.hasStatus3xxRedirection();
		assertThat(approved("13")).isNull();
	}

	@Test
	void reopeningEndsTheRound() throws Exception {
		enter("7", "99", "Vỡ ống", "Thay ống");
		enter("13", "3/3");
		submit("kinh-te");
		decide("kinh-te", "return",
				Map.of("rows[7].returned", "true", "rows[7].comment", "Xem lại", "approveRest", "true"));
		submit("kinh-te");
		assertThat(form("kinh-te", "").select("#c-7 .review-mark").text()).contains("Chưa sửa sau khi trả lại");
		decide("kinh-te", "approve", Map.of());
		assertThat(decide("kinh-te", "reopen", Map.of("reason", ""))).hasStatus(422);
		decide("kinh-te", "reopen", Map.of("reason", "Số liệu mới"));

		Document open = form("kinh-te", "");
		assertThat(open.select(".status-DRAFT")).isNotEmpty();
		assertThat(open.select(".notice").text()).contains("Lý do mở lại của binh", "Số liệu mới");
		assertThat(open.select(".row-approved, .comment-given")).isEmpty();
		enter("13", "2/3", "Chậm", "Đẩy nhanh");
		submit("kinh-te");
		assertThat(form("kinh-te", "").select("#c-13 .review-mark").text()).contains("Khác số đã duyệt: đã duyệt 3/3.");
	}

	@Test
	void theQueueSaysWhatIsUnusualAndWhoseFormsAreOnesOwn() throws Exception {
		enterAll("van-hoa", this.official, "2.1", "66,7", "2.2", "1", "17", "6,0");
		word("23", this.official);
		submit("van-hoa");
		this.figures.enterAll(key("kinh-te"), List.of(cell("7", "99", "Vỡ ống", "Thay ống")),
				this.plan.official("binh"));
		submit("kinh-te");

		Document queue = queue();
		assertThat(queue.select(".queue tbody th a").eachText()).containsExactly("Phòng Văn hóa", "Phòng Kinh tế");
		assertThat(queue.select(".lede").text()).isEqualTo("2 phiếu chờ duyệt, trong đó 1 phiếu không có điểm cần xem");
		assertThat(queue.select(".queue tbody tr").get(0).select("input[name=form]")).hasSize(1);
		assertThat(queue.select(".queue tbody tr").get(1).select("input[name=form]")).isEmpty();
		assertThat(queue.select(".queue tbody tr").get(1).text()).contains("4 dòng", "Bỏ trống: 3",
				"Không đạt chỉ tiêu: 1", "không tự duyệt");
		assertThat(queue.text()).contains("đã gửi 2/2 phiếu", "Đã nhập 5/8 ô");
		assertThat(form("van-hoa", "").select("a[rel=next]").attr("href")).endsWith("/kinh-te");
		assertThat(form("kinh-te", "").select("a[rel=prev]").attr("href")).endsWith("/van-hoa");
	}

	@Test
	void formsWithoutMarksAreApprovedTogetherOnceTheyWereNamed() throws Exception {
		enterAll("van-hoa", this.official, "2.1", "66,7", "2.2", "1", "17", "6,0");
		word("23", this.official);
		submit("van-hoa");
		enterAll("kinh-te", this.official, "1", "9923,5", "1.1", "7082,5", "7", "100", "13", "3/3");
		submit("kinh-te");
		List<String> choices = queue().select(".queue input[name=form]").eachAttr("value");
		assertThat(choices).hasSize(2);

		MvcTestResult asked = bulk(choices, false);
		assertThat(asked).hasStatusOk();
		assertThat(Jsoup.parse(asked.getResponse().getContentAsString()).select("main li b").eachText())
			.containsExactly("Phòng Văn hóa, chính thức năm 2026", "Phòng Kinh tế, chính thức năm 2026");
		assertThat(approved("7")).isNull();

		this.submissions.returnToUnit(key("kinh-te"), "Xem lại", this.plan.reviewer("chi"));
		enter("7", "99", "Vỡ ống", "Thay ống");
		submit("kinh-te");
		MvcTestResult done = bulk(choices, true);
		assertThat(done).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/review");
		assertThat(approved("17")).isEqualTo("6,0");
		assertThat(approved("7")).isNull();
		assertThat((List<?>) done.getMvcResult().getFlashMap().get("leftOut")).singleElement()
			.asString()
			.startsWith("Phòng Kinh tế, chính thức năm 2026: Phiếu đã thay đổi");
	}

	@Test
	void aFormWithAMarkIsNeverApprovedTogetherWithOthers() throws Exception {
		enter("7", "100");
		submit("kinh-te");
		int version = this.jdbc.sql("select version from submission where plan_id = ?")
			.param(this.plan.planId())
			.query(Integer.class)
			.single();

		MvcTestResult done = bulk(List.of(this.plan.planId() + "/2026/FINAL/kinh-te/" + version), true);
		assertThat((List<?>) done.getMvcResult().getFlashMap().get("leftOut")).singleElement()
			.asString()
			.contains("3 dòng cần xem");
		assertThat(approved("7")).isNull();
		assertThat(bulk(List.of("x", "1/2/M13/x/0"), true)).hasStatus(404);
		assertThat(bulk(List.of(), false)).hasStatus3xxRedirection();
	}

	@Test
	void theQueueTakesAsManyStatementsForManyFormsAndRowsAsForFew() throws Exception {
		enter("7", "100");
		submit("kinh-te");
		List<String> few = statements(this.reviewer);
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 200);
		Actor an = large.official("an");
		for (ReportingPeriod period : List.of(ReportingPeriod.M03, ReportingPeriod.M06, ReportingPeriod.FINAL)) {
			for (String unit : List.of("kinh-te", "van-hoa")) {
				SubmissionKey key = new SubmissionKey(large.planId(), 2026, period, unit);
				this.figures.enterAll(key, List.of(unit.equals("kinh-te") ? cell("13", "3/3") : cell("100", "60")), an);
				this.submissions.submit(key, an);
			}
		}

		List<String> many = statements(large.reviewer("binh"));
		assertThat(many).as(String.join("\n", many)).hasSameSizeAs(few);
		assertThat(many.size()).isLessThanOrEqualTo(MOST_STATEMENTS);
		Document queue = Jsoup.parse(get("/review?year=2026&period=FINAL", large.reviewer("binh")));
		assertThat(queue.select(".queue tbody tr")).hasSize(6);
		assertThat(queue.select(".queue").text()).contains("203 dòng");
	}

	@Test
	void aFormTakesAsManyStatementsForManyRowsAsForFew() throws Exception {
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 200);
		List<String> few = formStatements(this.plan);

		assertThat(formStatements(large)).as(String.join("\n", few)).hasSameSizeAs(few);
		assertThat(few.size()).isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	private List<String> formStatements(SamplePlan of) throws Exception {
		String uri = "/plans/" + of.planId() + "/review/2026/FINAL/van-hoa";
		return StatementCounter.during(() -> get(uri, of.reviewer("binh")));
	}

	@Test
	void anOverrideThatIsRefusedKeepsWhatWasTyped() throws Exception {
		enter("7", "99", "Vỡ ống", "Thay ống");

		MvcTestResult refused = decide("kinh-te", "override", Map.of("no", "7", "issuer", "WARD_COUNCIL", "verdict", "",
				"reason", "Một tổ chờ đấu nối", "reference", "BC 12"));
		assertThat(refused).hasStatus(422);
		Document page = Jsoup.parse(refused.getResponse().getContentAsString());
		assertThat(page.select("#override-7").hasAttr("open")).isTrue();
		assertThat(page.select("#override-7 [name=reason]").text()).isEqualTo("Một tổ chờ đấu nối");
		assertThat(page.select("#override-7 [name=reference]").val()).isEqualTo("BC 12");
		assertThat(page.select("#override-7 .field-error")).hasSize(1);
		assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#override-7");
	}

	@Test
	void anOverrideIsTakenBackWithAReason() throws Exception {
		enter("7", "99", "Vỡ ống", "Thay ống");
		decide("kinh-te", "override",
				Map.of("no", "7", "issuer", "WARD_COUNCIL", "verdict", "MET", "reason", "Một tổ chờ đấu nối"));

		MvcTestResult refused = decide("kinh-te", "revoke",
				Map.of("no", "7", "issuer", "WARD_COUNCIL", "revokeReason", ""));
		assertThat(refused).hasStatus(422);
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select("#override-7 .revoke .field-error"))
			.hasSize(1);
		assertThat(decide("kinh-te", "revoke",
				Map.of("no", "7", "issuer", "WARD_COUNCIL", "revokeReason", "Đã đấu nối xong")))
			.hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("""
				select o.revoke_reason || '/' || a.reason from verdict_override o
				join audit_entry a on a.subject = 'OVERRIDE' and a.action = 'REVOKED' and a.plan_id = ?
				where o.revoked_by = 'binh' and o.indicator_id in (select id from indicator where plan_id = ?)
				""").params(this.plan.planId(), this.plan.planId()).query(String.class).single())
			.isEqualTo("Đã đấu nối xong/Đã đấu nối xong");
	}

	@Test
	void aGroupIsJudgedByItsRowsAndMayBeOverridden() throws Exception {
		enter("van-hoa", "2.1", "12/18");

		Document form = form("van-hoa", "?order=annex");
		assertThat(form.select("#c-2 .verdict").text()).contains("Đạt");
		assertThat(decide("van-hoa", "override", Map.of("no", "2", "issuer", "WARD_COUNCIL", "verdict", "NOT_MET",
				"reason", "Một trường chưa được công nhận")))
			.hasStatus3xxRedirection();
		assertThat(form("van-hoa", "?order=annex").select("#c-2 .override-note").text())
			.contains("Một trường chưa được công nhận");
	}

	@Test
	void peopleAreCalledByTheirNamesWhereverTheyStand() throws Exception {
		// Names of their own: the accounts outlast this test.
		this.official = this.plan.official("ten.an");
		this.reviewer = this.plan.reviewer("ten.binh");
		call(this.official, "Nguyễn Văn Ân");
		call(this.reviewer, "Trần Thị Bình");
		enter("7", "99", "Vỡ ống", "Thay ống");
		submit("kinh-te");
		assertThat(form("kinh-te", "").select("#c-7").text()).contains("Nguyễn Văn Ân");
		assertThat(queue().select(".queue").text()).contains("Nguyễn Văn Ân");
		assertThat(Jsoup.parse(get("/notices", this.reviewer)).select("main").text()).contains("Nguyễn Văn Ân");
		this.jdbc
			.sql("""
					insert into evidence_file (indicator_id, year, period, name, kind, size, sha256, thumbnail, added_by, added_at)
					select id, 2026, 'FINAL', 'a.png', 'PNG', 1, repeat('0', 64), false, ?, now()
					from indicator where plan_id = ? and no = '7'
					""")
			.params(this.official.username(), this.plan.planId())
			.update();
		assertThat(Jsoup.parse(get("/plans/" + this.plan.planId() + "/indicators/7/evidence/2026/FINAL", this.reviewer))
			.select("main")
			.text()).contains("Nguyễn Văn Ân");

		assertThat(decide("kinh-te", "return", Map.of("comment", "Xem lại"))).hasStatus3xxRedirection();
		assertThat(form("kinh-te", "").select("main").text()).contains("Trần Thị Bình");
		String sheet = "/plans/" + this.plan.planId() + "/entry/2026/FINAL/kinh-te";
		assertThat(Jsoup.parse(get(sheet, this.official)).select("main").text()).contains("Trần Thị Bình");
		assertThat(Jsoup.parse(get("/entry?year=2026&period=FINAL", this.official)).select("main").text())
			.contains("Trần Thị Bình");

		submit("kinh-te");
		assertThat(decide("kinh-te", "approve", Map.of())).hasStatus3xxRedirection();
		assertThat(decide("kinh-te", "approve", Map.of())).hasStatus(409)
			.bodyText()
			.contains("Phiếu đã được Trần Thị Bình duyệt");
		assertThat(decide("kinh-te", "override",
				Map.of("no", "7", "issuer", "WARD_COUNCIL", "verdict", "MET", "reason", "Theo kết luận")))
			.hasStatus3xxRedirection();
		String indicator = get("/plans/" + this.plan.planId() + "/indicators/7", this.official);
		assertThat(indicator).contains("Nguyễn Văn Ân", "Trần Thị Bình");
	}

	private void call(Actor person, String name) {
		this.jdbc.sql("""
				insert into user_account (username, password_hash, display_name, role, ward_code, all_lead_units,
				                          created_at, created_by)
				values (?, '{noop}none', ?, ?, ?, ?, now(), 'test')
				on conflict (username) do update set display_name = excluded.display_name, role = excluded.role,
				    ward_code = excluded.ward_code, all_lead_units = excluded.all_lead_units
				""")
			.params(person.username(), name, person.role().name(), this.plan.ward().value(), person.allLeadUnits())
			.update();
	}

	private void enter(String no, String text) {
		enter("kinh-te", no, text);
	}

	private void enter(String unit, String no, String text) {
		enterAll(unit, this.official, no, text);
	}

	private void enter(String no, String text, String cause, String remedy) {
		this.figures.enterAll(key("kinh-te"), List.of(cell(no, text, cause, remedy)), this.official);
	}

	private void enterAll(String unit, Actor actor, String... cells) {
		for (int i = 0; i < cells.length; i += 2) {
			this.figures.enterAll(key(unit), List.of(cell(cells[i], cells[i + 1])), actor);
		}
	}

	private void word(String no, Actor actor) {
		ActualInput met = ActualInput.typed("", "", "", Verdict.MET);
		this.figures.enterAll(key("van-hoa"), List.of(new TypedCell(no, met.with("QĐ 12", null, null, null), 0)),
				actor);
	}

	private TypedCell cell(String no, String text) {
		return cell(no, text, null, null);
	}

	private TypedCell cell(String no, String text, String cause, String remedy) {
		int seen = this.jdbc.sql("""
				select coalesce(max(a.version), 0) from actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and i.no = ? and a.year = 2026 and a.period = 'FINAL'
				""").params(this.plan.planId(), no).query(Integer.class).single();
		return new TypedCell(no, ActualInput.typed(text, "", "", null).with(null, cause, remedy, null), seen);
	}

	private void submit(String unit) {
		this.submissions.submit(key(unit), this.official);
	}

	private String approved(String no) {
		return this.jdbc.sql("""
				select * from approved_actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ? and i.no = ? order by a.id desc limit 1
				""").params(this.plan.planId(), no).query((rs, n) -> {
			BigDecimal x = rs.getBigDecimal("numerator");
			return (x != null) ? x + "/" + rs.getBigDecimal("denominator")
					: rs.getBigDecimal("value").toString().replace('.', ',');
		}).optional().orElse(null);
	}

	private List<String> statements(Actor actor) throws Exception {
		return StatementCounter.during(() -> get("/review?year=2026&period=FINAL", actor));
	}

	private Document queue() throws Exception {
		return Jsoup.parse(get("/review?year=2026&period=FINAL", this.reviewer));
	}

	private Document form(String unit, String query) throws Exception {
		return Jsoup.parse(get(uri(unit) + query, this.reviewer));
	}

	private String get(String uri, Actor actor) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.as(actor)).exchange();
		assertThat(result).hasStatusOk();
		return result.getResponse().getContentAsString();
	}

	private MvcTestResult decide(String unit, String step, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri(unit) + "/" + step);
		new LinkedHashMap<>(fields).forEach(request::param);
		return request.with(TestAccounts.as(this.reviewer)).with(csrf()).exchange();
	}

	private MvcTestResult bulk(List<String> forms, boolean confirmed) {
		return this.mvc.post()
			.uri("/review/approve")
			.session(new MockHttpSession())
			.param("form", forms.toArray(String[]::new))
			.param("confirmed", String.valueOf(confirmed))
			.with(TestAccounts.as(this.reviewer))
			.with(csrf())
			.exchange();
	}

	private String uri(String unit) {
		return "/plans/" + this.plan.planId() + "/review/2026/FINAL/" + unit;
	}

}
