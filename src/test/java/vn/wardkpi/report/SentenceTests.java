package vn.wardkpi.report;

import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.report.sentence.SentenceBook;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A ward writes the sentences of its reports; what they say stays what the figures say.
 */
class SentenceTests extends DashboardTest {

	private static final String PAGE = "/wards/" + WARD + "/report-sentences";

	private static final String OWN = "Trong năm {năm}, có {số chỉ tiêu} chỉ tiêu do {cơ quan giao} giao cho phường.";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SentenceBook book;

	/** Each place is the program's, by the name that the page gives it. */
	@Test
	void everySentenceIsWrittenWithNamesInPlaceOfNumbers() {
		assertThat(this.book.all()).hasSizeGreaterThan(70)
			.allSatisfy((sentence) -> assertThat(sentence.own()).doesNotContainPattern("\\{\\d+}"))
			.allSatisfy((sentence) -> assertThat(sentence.places()).doesNotHaveDuplicates());
		assertThat(this.book.require("summary.assigned").own())
			.isEqualTo("Năm {năm}, {cơ quan giao} giao {số chỉ tiêu} chỉ tiêu.");
	}

	@Test
	void aSentenceIsTriedStoredShownInEveryReportAndTakenBack() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Document tried = page(send("summary.assigned", Map.of("version", "0", "text", OWN, "act", "try")), 200);
		String said = "Trong năm 2026, có 22 chỉ tiêu do Hội đồng nhân dân phường Yên Sở giao cho phường.";
		assertThat(tried.select("section:has(#preview) li").eachText()).containsExactly(said);
		assertThat(tried.select("#text").text()).isEqualTo(OWN);
		assertThat(report(plan)).doesNotContain(said);

		assertThat(send("summary.assigned", Map.of("version", "0", "text", " " + OWN + "\n"))).hasStatus(302);
		assertThat(report(plan)).contains(said).doesNotContain("Năm 2026, Hội đồng nhân dân phường Yên Sở giao");
		Document list = page(get(PAGE), 200);
		assertThat(list.select("li:has(small)").eachText()).containsExactly(OWN + " đã viết lại");
		assertThat(list.select(".sentences li")).hasSameSizeAs(this.book.all());

		assertThat(send("summary.assigned", Map.of("version", "0", "text", OWN))).hasStatus(409)
			.bodyText()
			.contains("vừa được người khác thay đổi");
		assertThat(send("summary.assigned", Map.of("version", "1", "act", "reset"))).hasStatus(302);
		assertThat(report(plan)).contains("Năm 2026, Hội đồng nhân dân phường Yên Sở giao 22 chỉ tiêu.");
		Document back = page(get(PAGE + "/summary.assigned"), 200);
		assertThat(back.select("section:has(#history) li").eachText()).hasSize(2)
			.first()
			.asString()
			.startsWith("Trở lại câu mặc định");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Năm {năm} có {số}.                              | Câu này không có chỗ điền {số}. Hãy dùng: {năm}, {cơ quan giao}, {số chỉ tiêu}.
					Năm {năm}.                                      | Câu thiếu chỗ điền {số chỉ tiêu}. Hãy đặt chỗ điền đó vào câu.
					{năm}, {cơ quan giao}, {số chỉ tiêu}, 21 đạt.   | Câu không được có con số viết sẵn: số liệu lấy từ chỗ điền. Hãy bỏ con số đó.
					{năm}, {cơ quan giao}, {số chỉ tiêu}, {đạt.     | Dấu ngoặc nhọn chỉ dùng quanh tên chỗ điền, mở rồi đóng. Hãy sửa dấu ngoặc còn lẻ.
					''                                              | Hãy nhập
					""")
	void whatCannotStandInASentenceIsSaidAtItsField(String text, String said) throws Exception {
		Document shown = page(send("summary.assigned", Map.of("version", "0", "text", text)), 422);
		assertThat(shown.select("#text-error .field-error").eachText())
			.anySatisfy((line) -> assertThat(line).startsWith(said));
		assertThat(shown.select("#text").text()).isEqualTo(text);
		MvcTestResult refused = call(HttpMethod.PUT, "/summary.assigned", "\"0\"", text);
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).path("errors").path(0).path("field").asString()).isEqualTo("text");
	}

	@Test
	void programsDoTheSame() throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		JsonNode all = json(call(HttpMethod.GET, "", null, null));
		assertThat(all.size()).isEqualTo(this.book.all().size());
		assertThat(all.path(0).path("key").asString()).isEqualTo("opening");
		MvcTestResult before = call(HttpMethod.GET, "/tasks.none", null, null);
		assertThat(before.getResponse().getHeader("ETag")).isEqualTo("\"0\"");
		assertThat(json(before).path("needed").toString()).isEqualTo("[\"ngày\",\"số nhiệm vụ\"]");
		assertThat(call(HttpMethod.PUT, "/summary.assigned", null, OWN)).hasStatus(428);
		assertThat(call(HttpMethod.PUT, "/summary.assigned", "\"4\"", OWN)).hasStatus(412);
		assertThat(call(HttpMethod.PUT, "/summary.nobody", "\"0\"", OWN)).hasStatus(404);
		assertThat(call(HttpMethod.PUT, "/summary.assigned", "\"0\"", null)).hasStatus(422);
		MvcTestResult changed = call(HttpMethod.PUT, "/summary.assigned", "\"0\"", OWN.replace("{năm}", "{ Năm }"));
		assertThat(changed).hasStatusOk();
		assertThat(changed.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
		assertThat(json(changed).path("text").asString()).isEqualTo(OWN);
		assertThat(json(changed).path("history").path(0).path("version").asInt()).isEqualTo(1);
		JsonNode preview = json(
				call(HttpMethod.POST, "/distance.completion/preview", null, "đạt {tỷ lệ}% so với mức {mức giao}"));
		assertThat(preview.path("year").asInt()).isEqualTo(2026);
		assertThat(preview.path("texts").toString()).contains("đạt 106,00% so với mức 9.923,5 tỷ đồng");
		assertThat(report(plan)).contains("bằng 106,00% chỉ tiêu giao (9.923,5 tỷ đồng)");
		assertThat(call(HttpMethod.POST, "/tasks.none/preview", null, "Ngày {ngày}: {số nhiệm vụ}.")).hasStatusOk();
		MvcTestResult reset = call(HttpMethod.DELETE, "/summary.assigned", "\"1\"", null);
		assertThat(json(reset).path("changed").asBoolean()).isFalse();
		assertThat(json(reset).path("history").path(0).path("text").isNull()).isTrue();
		assertThat(this.jdbc.sql("""
				select key || ': ' || to_state from audit_entry
				where subject = 'SETTING' and ward_code = ? and key like 'report-sentence %' order by id
				""").param(WARD).query(String.class).list()).containsExactly("report-sentence summary.assigned: " + OWN,
				"report-sentence summary.assigned: Năm {năm}, {cơ quan giao} giao {số chỉ tiêu} chỉ tiêu.");
	}

	/** What it was before is not stored again. */
	@Test
	void theProgramsOwnTextIsNoChange() throws Exception {
		assertThat(call(HttpMethod.PUT, "/summary.annex", "\"0\"",
				this.book.require("summary.annex").own().replace("I ", "{I} ")))
			.hasStatus(422);
		MvcTestResult same = call(HttpMethod.PUT, "/fields.none", "\"0\"", "Không có  chỉ tiêu được giao.");
		assertThat(json(same).path("version").asInt()).isZero();
	}

	@Test
	void isForTheWardsStaffAndWrittenByThoseWhoAnswerForReports() throws Exception {
		assertThat(this.mvc.get().uri(PAGE).with(TestAccounts.delegate("00613")).exchange()).hasStatus(403);
		Document read = page(this.mvc.get()
			.uri(PAGE + "/summary.assigned")
			.with(TestAccounts.official(WARD, "van-phong"))
			.exchange(), 200);
		assertThat(read.select("form button[name=act]")).isEmpty();
		assertThat(read.select("#text").hasAttr("readonly")).isTrue();
		assertThat(read.select(".empty").text()).isEqualTo("Chưa báo cáo nào của kế hoạch hiện nay có câu này.");
	}

	private String report(long plan) throws Exception {
		return Jsoup
			.parse(this.mvc.get()
				.uri("/plans/" + plan + "/years/2026/report")
				.with(TestAccounts.delegate(WARD))
				.exchange()
				.getResponse()
				.getContentAsString())
			.text();
	}

	private static Document page(MvcTestResult answer, int status) throws Exception {
		assertThat(answer).hasStatus(status);
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(writer()).exchange();
	}

	private MvcTestResult send(String key, Map<String, String> fields) {
		var request = this.mvc.post().uri(PAGE + "/" + key).with(writer()).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult call(HttpMethod method, String path, @Nullable String tag, @Nullable String text) {
		var request = this.mvc.method(method).uri("/api/v1" + PAGE + path).with(writer()).with(csrf());
		if (tag != null) {
			request.header("If-Match", tag);
		}
		if (Set.of(HttpMethod.PUT, HttpMethod.POST).contains(method)) {
			request.contentType(MediaType.APPLICATION_JSON)
				.content((text != null) ? JsonMapper.shared().writeValueAsString(Map.of("text", text)) : "{}");
		}
		return request.exchange();
	}

	private static JsonNode json(MvcTestResult answer) throws Exception {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
	}

	private static RequestPostProcessor writer() {
		return TestAccounts.reviewer(WARD);
	}

}
