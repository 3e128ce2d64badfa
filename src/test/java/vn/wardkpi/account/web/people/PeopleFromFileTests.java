package vn.wardkpi.account.web.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * People from a file, and the links by which they set their passwords.
 */
@Transactional
class PeopleFromFileTests extends IntegrationTest {

	private static final String PASSWORD = "giấy-sông-bàn-42-chuối";

	private static final String HEADINGS = "Họ tên,Tên đăng nhập,Thư điện tử,Vai trò,Đơn vị,Đơn vị chủ trì\n";

	private static final Pattern LINK = Pattern.compile("http://localhost(/invitation/[\\w-]{43})");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private String one;

	private String two;

	@BeforeEach
	void namesAndUnits() {
		String random = UUID.randomUUID().toString().substring(0, 8);
		this.one = "an." + random;
		this.two = "binh." + random;
		this.jdbc.sql("""
				insert into lead_unit (ward_code, code, name)
				values ('00592', 'phong-thu', 'Phòng Kinh tế, Hạ tầng Thử'), ('00592', 'ban-thu', 'Ban Dự án Thử')
				""").update();
	}

	@Test
	void showsWhatWouldBecomeOfEachRowAndStoresNothing() {
		MvcTestResult preview = file(TestAccounts.wardAdmin("00592"),
				"""
						Nguyễn Văn An,%s,an@phuong.example.vn,can bo nhap lieu,tu liem,"phong kinh te ha tang thu; Ban Dự án Thử"
						Trần Thị Bình,%s,,Người duyệt,,
						"""
					.formatted(this.one, this.two));
		assertThat(preview).hasStatusOk()
			.bodyText()
			.contains("Tạo mới: 2. Đã có tài khoản: 0. Cần sửa: 0.", "Phòng Kinh tế, Hạ tầng Thử, Ban Dự án Thử",
					"Phường Từ Liêm", "Cán bộ nhập liệu", "Tạo tài khoản và mời (2)");
		assertThat(accounts()).isZero();
	}

	@Test
	void saysWhatIsWrongBesideItsCellAndStoresNothingBeforeItIsPutRightOrLeftOut() {
		String rows = """
				Nguyễn Văn An,%1$s,an@,Cán bộ,Từ Liêm,Phòng Kinh tế Hạ tầng Thủ
				Trần Thị Bình,%2$s,,Người duyệt,,
				Trần Thị Bình,%2$s,,Người duyệt,,
				,Có Dấu,,Cán bộ nhập liệu,,Ban Dự ánh Thử
				""".formatted(this.one, this.two);
		MvcTestResult preview = file(TestAccounts.wardAdmin("00592"), rows);
		assertThat(preview).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("một địa chỉ thư điện tử", "Không có vai trò “Cán bộ”", "đã có ở dòng 3",
					"Tên đăng nhập gồm 2 đến 63", "Có phải: Ban Dự án Thử?", "name=\"5.NAME\"")
			.doesNotContain("value=\"store\"");
		assertThat(rows(TestAccounts.wardAdmin("00592")).param("action", "store"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Chưa lưu gì");
		assertThat(accounts()).isZero();
		assertThat(rows(TestAccounts.wardAdmin("00592")).param("action", "store").param("leave.2", "true"))
			.hasStatusOk()
			.bodyText()
			.contains("Trần Thị Bình", "http://localhost/invitation/");
		assertThat(accounts()).isOne();
	}

	@Test
	void leavesThoseAloneWhoHaveAnAccountAndTellsNothingOfOthersAccounts() {
		assertThat(file(TestAccounts.wardAdmin("00592"), "Lê Văn Cư,%s,,Người duyệt,,\n".formatted(this.one)))
			.hasStatusOk();
		assertThat(rows(TestAccounts.wardAdmin("00592")).param("action", "store").param("leave.2", "true"))
			.hasStatusOk();
		assertThat(file(TestAccounts.wardAdmin("00592"), "Khác,%s,,Đại biểu HĐND,,\n".formatted(this.two)))
			.hasStatusOk()
			.bodyText()
			.contains("Đã có tài khoản, giữ nguyên")
			.doesNotContain("value=\"store\"");
		assertThat(file(TestAccounts.wardAdmin("00613"), "Khác,%s,,Đại biểu HĐND,,\n".formatted(this.two)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("đã có người dùng");
	}

	@Test
	void keepsAdministratorsToWhatIsTheirs() {
		assertThat(file(TestAccounts.wardAdmin("00592"), """
				A,%s,,Người duyệt,Phường Đông Ngạc,
				B,%s,,Quản trị,Toàn hệ thống,
				""".formatted(this.one, this.two))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("“Phường Đông Ngạc” không thuộc", "“Toàn hệ thống” không thuộc");
		assertThat(file(TestAccounts.admin(), """
				A,%s,,Quản trị,,
				B,%s,,Người theo dõi,Hà Nội,
				""".formatted(this.one, this.two))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Hãy ghi phường, xã", "Thành phố Hà Nội");
		assertThat(file(TestAccounts.reviewer("00592"), "A,a,,Người duyệt,,\n")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void refusesWhatIsNoListOfPeople() {
		assertThat(file(TestAccounts.admin(), "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("không có người nào");
		assertThat(upload(TestAccounts.admin(), "x.csv", "a,b\nc,d\n".getBytes(StandardCharsets.UTF_8)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("dòng tiêu đề");
		assertThat(upload(TestAccounts.admin(), "x.csv", new byte[1024 * 1024 + 1]))
			.hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(upload(TestAccounts.admin(), "x.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8)))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void takesFortyPeopleInTheTemplate() throws IOException {
		byte[] template = this.mvc.get()
			.uri("/users/from-file/template.xlsx")
			.with(TestAccounts.wardAdmin("00592"))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		ByteArrayOutputStream filled = new ByteArrayOutputStream();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			for (int i = 1; i <= 40; i++) {
				Row row = sheet.createRow(i);
				row.createCell(0).setCellValue("Người " + i);
				row.createCell(1).setCellValue(this.one + "." + i);
				row.createCell(3).setCellValue("Cán bộ nhập liệu");
				row.createCell(5).setCellValue("Tất cả");
			}
			workbook.write(filled);
		}
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/users/import")
			.multipart()
			.file(new MockMultipartFile("file", "nguoi-dung.xlsx", null, filled.toByteArray()))
			.with(TestAccounts.wardAdmin("00592"))
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.CREATED).bodyJson().satisfies((json) -> {
			assertThat(json).extractingPath("$.created").isEqualTo(40);
			assertThat(json).extractingPath("$.invitations.length()").isEqualTo(40);
			assertThat(json).extractingPath("$.rows[0].leadUnits[0]").isEqualTo("*");
		});
		assertThat(accounts()).isEqualTo(40);
		assertThat(this.jdbc.sql("select count(*) from invitation where length(token_hash) = 64 and ended_at is null")
			.query(Long.class)
			.single()).isGreaterThanOrEqualTo(40);
	}

	@Test
	void answersProgramsWithRowsAndColumns() {
		MockMvcRequestBuilder call = this.mvc.post().uri("/api/v1/users/import?dryRun=true");
		assertThat(call.multipart()
			.file(csv("Nguyễn Văn An,%s,,KING,Từ Liêm,\n".formatted(this.one)))
			.with(TestAccounts.admin())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.satisfies((json) -> {
				assertThat(json).extractingPath("$.errors[0].field").isEqualTo("2.role");
				assertThat(json).extractingPath("$.problems[0].row").isEqualTo(2);
				assertThat(json).extractingPath("$.problems[0].column").isEqualTo("role");
				assertThat(json).extractingPath("$.rows[0].state").isEqualTo("ERROR");
			});
		assertThat(this.mvc.post()
			.uri("/api/v1/users/import?dryRun=true")
			.multipart()
			.file(csv("Nguyễn Văn An,%s,,REVIEWER,00592,\n".formatted(this.one)))
			.with(TestAccounts.admin())).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"created": 1, "problems": [], "invitations": [], "rows": [{"row": 2, "state": "NEW", "username": "%s",
							 "displayName": "Nguyễn Văn An", "role": "REVIEWER", "wardCode": "00592", "provinceCode": null,
							 "leadUnits": [], "email": null}]}
							"""
						.formatted(this.one));
		assertThat(accounts()).isZero();
	}

	@Test
	void aLinkSetsAGoodPasswordOnce() throws Exception {
		String link = link(rows(TestAccounts.wardAdmin("00592")).param("action", "store").param("leave.2", "true"));
		assertThat(this.mvc.get().uri(link)).hasStatusOk().bodyText().contains("Trần Thị Bình", this.two);
		assertThat(this.mvc.post().uri(link).with(csrf()).param("password", "12345"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ít nhất 10 ký tự");
		assertThat(this.mvc.post().uri(link).with(csrf()).param("password", "tran-thi-binh-2026"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.wardAdmin("00592"))).bodyText()
			.contains("Đã mời, chưa đặt mật khẩu");
		assertThat(this.mvc.post().uri(link).param("password", PASSWORD)).hasStatus3xxRedirection();
		assertThat(signsIn()).isFalse();
		assertThat(this.mvc.post().uri(link).with(csrf()).param("password", PASSWORD))
			.hasRedirectedUrl("/sign-in?invited");
		assertThat(signsIn()).isTrue();
		assertThat(this.mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("Liên kết này không dùng được")
			.doesNotContain("Bình");
		assertThat(this.mvc.post().uri(link).with(csrf()).param("password", PASSWORD + "x"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aLinkEndsWithTimeWithALaterOneAndWithTheAccount() throws Exception {
		String first = link(rows(TestAccounts.wardAdmin("00592")).param("action", "store").param("leave.2", "true"));
		String second = link(again());
		assertThat(this.mvc.get().uri(first)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(second)).hasStatusOk();
		this.jdbc.sql("update user_account set enabled = false where username = ?").param(this.two).update();
		assertThat(this.mvc.get().uri(second)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(again()).hasStatus(HttpStatus.CONFLICT);
		this.jdbc.sql("update user_account set enabled = true where username = ?").param(this.two).update();
		this.jdbc.sql("update invitation set expires_at = now() - interval '1 second'").update();
		assertThat(this.mvc.get().uri(second)).hasStatus(HttpStatus.NOT_FOUND);
		String third = link(again());
		assertThat(this.mvc.post()
			.uri("/users/" + this.two + "/password")
			.with(TestAccounts.admin())
			.with(csrf())
			.param("password", PASSWORD)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(third)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tryingOutLinksIsSlowedDown() {
		for (int i = 0; i < 10; i++) {
			assertThat(this.mvc.get().uri("/invitation/x" + i).with(from("203.0.113.77")))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.get().uri("/invitation/x").with(from("203.0.113.77")))
			.hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(this.mvc.get().uri("/invitation/x").with(from("203.0.113.78"))).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MockMvcRequestBuilder again() {
		return this.mvc.post()
			.uri("/users/" + this.two + "/invitation")
			.with(TestAccounts.wardAdmin("00592"))
			.with(csrf());
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	private boolean signsIn() {
		MvcTestResult answer = this.mvc.post()
			.uri("/sign-in")
			.with(csrf())
			.param("username", this.two)
			.param("password", PASSWORD)
			.exchange();
		return "/".equals(answer.getResponse().getRedirectedUrl());
	}

	private String link(MockMvcRequestBuilder request) throws Exception {
		Matcher link = LINK.matcher(request.exchange().getResponse().getContentAsString());
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	/** Two rows as the preview sends them back, the first of them wrong. */
	private MockMvcRequestBuilder rows(RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/users/from-file")
			.with(who)
			.with(csrf())
			.param("2.NAME", "Nguyễn Văn An")
			.param("2.USERNAME", this.one)
			.param("2.ROLE", "Vua")
			.param("3.NAME", "Trần Thị Bình")
			.param("3.USERNAME", this.two)
			.param("3.ROLE", "Người duyệt");
	}

	private MvcTestResult file(RequestPostProcessor who, String rows) {
		return upload(who, "nguoi-dung.csv", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8));
	}

	private static MockMultipartFile csv(String rows) {
		return new MockMultipartFile("file", "nguoi-dung.csv", null,
				(HEADINGS + rows).getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult upload(RequestPostProcessor who, String name, byte[] content) {
		return this.mvc.post()
			.uri("/users/from-file")
			.multipart()
			.file(new MockMultipartFile("file", name, null, content))
			.with(who)
			.with(csrf())
			.exchange();
	}

	private long accounts() {
		return this.jdbc.sql("select count(*) from user_account where starts_with(username, ?) or username = ?")
			.params(this.one, this.two)
			.query(Long.class)
			.single();
	}

}
