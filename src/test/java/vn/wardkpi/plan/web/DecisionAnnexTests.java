package vn.wardkpi.plan.web;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class DecisionAnnexTests extends DashboardTest {

	private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	@BeforeEach
	void aPlan() {
		this.plan = aPlan(1);
	}

	@Test
	void proposesOnlyWhatIsNotInForceYet() throws Exception {
		String csv = new String(export("csv"), StandardCharsets.UTF_8);
		assertThat(read(csv.getBytes(StandardCharsets.UTF_8))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.targets")
			.asArray()
			.isEmpty();
		assertThat(read(export("xlsx"))).hasStatusOk().bodyJson().extractingPath("$.targets").asArray().isEmpty();
		assertThat(read(export("docx"))).hasStatusOk().bodyJson().extractingPath("$.unmatched").asArray().isEmpty();
	}

	@Test
	void knowsRowsByNameAndNumberAndStoresNothing() {
		String name = name("4");
		long before = decisions();
		MvcTestResult answer = read(annex(name));
		assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"issuer": "WARD_COUNCIL", "targets": [
				   {"no": "4", "name": "%1$s", "year": 2028, "text": "61%%"},
				   {"no": "3", "year": 2028, "text": "99%%"}],
				 "unmatched": [{"name": "Số cầu thang máy", "year": 2028, "text": "7"}]}""".formatted(name));
		assertThat(answer).bodyJson().extractingPath("$.targets[0].remark").asString().contains("mang số 1");
		assertThat(answer).bodyJson().extractingPath("$.targets[1].remark").asString().contains("khác tên");
		assertThat(decisions()).isEqualTo(before);
	}

	@Test
	void fillsThePageForAPersonToCorrect() {
		MvcTestResult page = page(annex(name("4")), "annex.csv");
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("2 mục tiêu thay đổi", "value=\"61%\"", "value=\"99%\"", "Số cầu thang máy", "khác tên",
					"value=\"12/NQ-HĐND\"", "Chưa có gì được lưu");
		assertThat(page(new byte[0], "annex.csv")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Hãy chọn cấp giao và tệp phụ lục", "value=\"12/NQ-HĐND\"");
		assertThat(page(PDF, "annex.pdf")).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.bodyText()
			.contains("value=\"12/NQ-HĐND\"");
	}

	@Test
	void refusesOthersAndWhatIsNoFile() {
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/decisions/annex")
			.multipart()
			.file(new MockMultipartFile("file", "a.csv", "text/csv", annex("x")))
			.with(TestAccounts.official(WARD))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(read(PDF)).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	/**
	 * Of a decision of 2028: its rows have numbers of their own, and one has another
	 * name.
	 */
	private byte[] annex(String name) {
		return ("STT;Chỉ tiêu;Đơn vị tính;Năm 2028\n1;" + name + ";%;61%\n3;" + name("3") + " theo chuẩn mới;%;99%\n"
				+ "9;Số cầu thang máy;cái;7\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	private String name(String no) {
		return this.jdbc.sql("select name from indicator where plan_id = ? and no = ?")
			.params(this.plan, no)
			.query(String.class)
			.single();
	}

	private long decisions() {
		return this.jdbc.sql("select count(*) from target_decision where plan_id = ?")
			.param(this.plan)
			.query(Long.class)
			.single();
	}

	private byte[] export(String format) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/export?format=" + format)
			.with(TestAccounts.wardAdmin(WARD))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
	}

	private MvcTestResult read(byte[] content) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/decisions/annex")
			.multipart()
			.file(new MockMultipartFile("file", "annex.csv", "text/csv", content))
			.with(TestAccounts.wardAdmin(WARD))
			.exchange();
	}

	private MvcTestResult page(byte[] content, String name) {
		return this.mvc.post()
			.uri("/plans/" + this.plan + "/decisions/annex")
			.multipart()
			.file(new MockMultipartFile("annex", name, "application/octet-stream", content))
			.param("issuer", "WARD_COUNCIL")
			.param("number", "12/NQ-HĐND")
			.param("effectiveDate", "01/01/2028")
			.with(TestAccounts.wardAdmin(WARD))
			.with(csrf())
			.exchange();
	}

}
