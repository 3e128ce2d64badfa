package vn.wardkpi.unitlist;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class UnitListTests extends IntegrationTest {

	private static final String CALL = "/api/v1/unit-list?from=2026-01-01&source=NQ1";

	/**
	 * 00004 Phường Ba Đình, 00008 Phường Ngọc Hà and 00025 Phường Giảng Võ become two.
	 */
	private static final String MERGER = """
			Danh sách đơn vị hành chính,,,
			Mã,Tên,Mã tỉnh,Hình thành từ
			4,Phường Ba Đình Mới,1,00004
			00997,Phường Thử Nghiệm,01,00008; Phường Giảng Võ; Phường Ngọc Khánh (một phần)
			""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WardSearch search;

	@Test
	void saysWhatWouldChangeAndChangesNothing() {
		MvcTestResult result = send(CALL + "&dryRun=true", MERGER, TestAccounts.admin());
		assertThat(result).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"applied": false, "unchanged": 0, "changes": [
							  {"kind": "RENAMED", "code": "00004", "name": "Phường Ba Đình Mới", "before": "Phường Ba Đình", "others": []},
							  {"kind": "NEW", "code": "00997", "name": "Phường Thử Nghiệm", "before": null, "others": [
							    {"code": "00008", "name": "Phường Ngọc Hà", "part": false},
							    {"code": "00025", "name": "Phường Giảng Võ", "part": false},
							    {"code": null, "name": "Phường Ngọc Khánh", "part": true}]},
							  {"kind": "ENDED", "code": "00008", "name": "Phường Ngọc Hà",
							   "others": [{"code": "00997", "name": "Phường Thử Nghiệm", "part": false}]},
							  {"kind": "ENDED", "code": "00025", "name": "Phường Giảng Võ"}]}""");
		assertThat(name("00004")).isEqualTo("Phường Ba Đình");
	}

	@Test
	void anOldNameFindsTheNewUnitAndBothLeadToEachOther() throws Exception {
		assertThat(send(CALL, MERGER, TestAccounts.admin())).hasStatusOk();
		assertThat(name("00004")).isEqualTo("Phường Ba Đình Mới");
		assertThat(codes("ngoc ha")).contains("00008", "00997");
		assertThat(codes("ngoc khanh ha noi")).isEmpty();
		assertThat(codes("ngoc khanh")).contains("00997");
		assertThat(get("/wards/00004/history").text()).contains("Phường Ba Đình (đến 01/01/2026)", "NQ1");
		assertThat(get("/wards/00997/history").select("section[aria-labelledby=predecessors] a").eachAttr("href"))
			.containsExactly("/wards/00025", "/wards/00008");
		Document ended = get("/wards/00008/history");
		assertThat(ended.text()).contains("Không còn từ ngày 01/01/2026");
		assertThat(ended.select("section[aria-labelledby=successors] a").attr("href")).isEqualTo("/wards/00997");
		assertThat(this.jdbc.sql("""
				select count(*) from audit_entry
				where key = 'unit' and reason = 'NQ1' and ward_code in ('00004', '00008', '00025', '00997')
				""").query(Long.class).single()).isEqualTo(4);
		assertThat(send(CALL, "code,name,province\n00997,Phường Thử Nghiệm,01\n", TestAccounts.admin())).bodyJson()
			.isLenientlyEqualTo("{\"unchanged\": 1, \"changes\": []}");
	}

	@Test
	void aCompleteListEndsWhatIsNotOnIt() {
		String list = "code,name,province\n" + String.join("\n", this.jdbc.sql("""
				select code || ',' || name || ',01' from ward
				where province_code = '01' and length(code) = 5 and not illustrative and code <> '00004'
				""").query(String.class).list());
		assertThat(send(CALL + "&complete=true&dryRun=true", list, TestAccounts.admin())).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"unchanged": 125, "changes": [{"kind": "ENDED", "code": "00004", "name": "Phường Ba Đình", "others": []}]}""");
		assertThat(send(CALL + "&dryRun=true", list, TestAccounts.admin())).bodyJson()
			.isLenientlyEqualTo("{\"unchanged\": 125, \"changes\": []}");
	}

	@Test
	void namesWhatIsWrongAndChangesNothing() {
		String wrong = """
				code,name,province
				00004,Phường Ba Đình,79
				00008,Ngọc Hà,01
				99001,Phường Mẫu,01
				00025,Phường Giảng Võ,01
				00025,Phường Giảng Võ,01
				""";
		assertThat(send(CALL, wrong, TestAccounts.admin())).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("unit-moved", "unit-name", "unit-code", "unit-twice");
		assertThat(send("/api/v1/unit-list?from=9999-01-01&source=x", MERGER, TestAccounts.admin())).hasStatus(422);
		assertThat(send("/api/v1/unit-list?source=x", MERGER, TestAccounts.admin())).hasStatus(422);
		assertThat(send("/api/v1/unit-list?from=2026-01-01", MERGER, TestAccounts.admin())).hasStatus(422);
		assertThat(send(CALL, "a,b\n1,2\n", TestAccounts.admin())).hasStatus(422);
		assertThat(send(CALL, MERGER, TestAccounts.wardAdmin("00004"))).hasStatus(403);
		assertThat(name("00004")).isEqualTo("Phường Ba Đình");
	}

	@Test
	void thePageShowsTheChangesBeforeTheyAreDone() throws Exception {
		MvcTestResult shown = this.mvc.post()
			.uri("/unit-list")
			.multipart()
			.file(new MockMultipartFile("file", "units.csv", "text/csv", MERGER.getBytes(StandardCharsets.UTF_8)))
			.param("from", "1/1/2026")
			.param("source", "NQ1")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(shown).hasStatusOk();
		Document page = Jsoup.parse(shown.getResponse().getContentAsString());
		assertThat(page.select("#change-list tbody tr").eachText()).hasSize(4)
			.contains("00004 Phường Ba Đình Mới Đổi tên trước là Phường Ba Đình");
		assertThat(name("00004")).isEqualTo("Phường Ba Đình");
		MvcTestResult done = this.mvc.post()
			.uri("/unit-list/apply")
			.param("list", page.select("input[name=list]").val())
			.param("from", "1/1/2026")
			.param("source", "NQ1")
			.param("complete", "false")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(done).hasStatus(302);
		assertThat(name("00997")).isEqualTo("Phường Thử Nghiệm");
	}

	private List<String> codes(String words) {
		return this.search.search(words, null, 50).stream().map(Ward::code).map(Object::toString).toList();
	}

	private String name(String code) {
		return this.jdbc.sql("select name from ward where code = ?").param(code).query(String.class).single();
	}

	private MvcTestResult send(String uri, String list, RequestPostProcessor who) {
		return this.mvc.post()
			.uri(uri)
			.multipart()
			.file(new MockMultipartFile("file", "units.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
			.with(who)
			.exchange();
	}

	private Document get(String uri) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.delegate("00592")).exchange();
		assertThat(result).as(uri).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
