package vn.wardkpi.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.wardkpi.audit.SomeEvent;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows of two wards, told from those of other tests by the account that made them.
 */
class AuditPagesTests extends IntegrationTest {

	private static final String WARD = "00685";

	private static final String OTHER = "00691";

	private static final RequestPostProcessor OWN = TestAccounts.wardAdmin(WARD);

	private static final RequestPostProcessor ADMIN = TestAccounts.admin();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	private final String who = "ke-toan-" + UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void changesOfTwoWards() {
		write(WARD, Subject.ACTUAL, "2026 FINAL", Action.CHANGED, "96", "96,9", "Số chính thức");
		write(WARD, Subject.OVERRIDE, "2026 CITY", Action.CREATED, null, "NOT_MET", "=HYPERLINK(\"http://x\")");
		write(OTHER, Subject.EXPLANATION, "2026 FINAL", Action.CREATED, null, "100% mưa bão", null);
	}

	@Test
	void findsByPersonKindActionDayTextAndIndicator() {
		assertThat(found("", ADMIN)).hasSize(3);
		assertThat(found("&subject=OVERRIDE", ADMIN)).singleElement()
			.asString()
			.contains("Thêm", "Đánh giá lại", "2026 Thành phố", "Không đạt");
		assertThat(found("&action=CHANGED", ADMIN)).singleElement().asString().contains("96,9", "Số chính thức");
		assertThat(found("&q=CHÍNH%20thức", ADMIN)).hasSize(1);
		assertThat(found("&q=0%25%20m", ADMIN)).hasSize(1);
		assertThat(found("&q=1__", ADMIN)).isEmpty();
		assertThat(found("&no=2.1", ADMIN)).hasSize(3);
		assertThat(found("&no=2", ADMIN)).isEmpty();
		assertThat(found("&to=2020-01-01", ADMIN)).isEmpty();
		assertThat(found("&from=2020-01-01&to=2100-01-01", ADMIN)).hasSize(3);
		assertThat(found("&ward=" + OTHER, ADMIN)).hasSize(1);
		assertThat(found("&ward=installation", ADMIN)).isEmpty();
	}

	@Test
	void findsAWardByItsNameWithoutMarks() {
		String key = this.jdbc.sql("select search_key from ward where code = ?")
			.param(OTHER)
			.query(String.class)
			.single();
		assertThat(found("&ward=" + key.replace(" ", "%20"), ADMIN)).hasSize(1);
	}

	@Test
	void administratorsOfAWardFindWhatConcernsTheirWardAlone() {
		assertThat(found("", OWN)).hasSize(2);
		assertThat(found("&ward=" + OTHER, OWN)).isEmpty();
		assertThat(csv("/audit/export?who=" + this.who, OWN)).hasSize(3);
		Document chains = page("/audit/chains?verify=all", OWN);
		assertThat(chains.select(".audit-chains tbody tr")).singleElement()
			.satisfies((row) -> assertThat(row.text()).contains(WARD, "Nguyên vẹn"));
		assertThat(chains.select("[role=status].notice-success").text()).contains("1 chuỗi", "tất cả nguyên vẹn");
	}

	@Test
	void anActIsOneLineThatOpensItsRows() {
		List<RecordedChange> changes = IntStream.range(0, 200)
			.mapToObj((i) -> RecordedChange.of((i == 0) ? Subject.PLAN : Subject.INDICATOR, "Phần " + i, Action.CREATED)
				.in(new WardCode(WARD)))
			.toList();
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new SomeEvent(this.who, changes)));
		Document page = page("/audit?who=" + this.who, OWN);
		assertThat(page.select(".audit-rows tbody tr").eachText()).hasSize(3)
			.first()
			.asString()
			.contains("Phần 0", "và 199 thay đổi khác");
		String act = page.select(".audit-rows a[href*=act]").attr("href");
		assertThat(page(act, OWN).select(".audit-rows tbody tr").eachText()).hasSize(50)
			.allMatch((row) -> row.contains("Phần"))
			.noneMatch((row) -> row.contains("thay đổi khác"));
		assertThat(found("&subject=INDICATOR", OWN)).as("looked for by itself").hasSize(50);
		assertThat(csv("/audit/export?who=" + this.who, OWN)).as("with their number").hasSize(203);
		assertThat(page("/audit?act=1", TestAccounts.wardAdmin(OTHER)).select(".audit-rows tbody tr")).isEmpty();
	}

	/**
	 * Nobody misses a change of their own ward because one request began with another's.
	 */
	@Test
	void anActOfSeveralWardsIsALineInEach() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
		try {
			write(WARD, Subject.CALENDAR, "2026", Action.CHANGED, "1", "2", null);
			write(OTHER, Subject.CALENDAR, "2026", Action.CHANGED, "1", "2", null);
			write(OTHER, Subject.CALENDAR, "2027", Action.CHANGED, "1", "2", null);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
		assertThat(found("", TestAccounts.wardAdmin(OTHER))).hasSize(2)
			.first()
			.asString()
			.contains("và 1 thay đổi khác");
		assertThat(found("", OWN)).hasSize(3).noneMatch((row) -> row.contains("thay đổi khác"));
	}

	@Test
	void olderRowsAreAClickAwayAndTheSearchStays() {
		for (int i = 0; i < 60; i++) {
			write(WARD, Subject.ACTUAL, "2026 M06", Action.CHANGED, String.valueOf(i), String.valueOf(i + 1), null);
		}
		Document first = page("/audit?who=" + this.who + "&subject=ACTUAL", OWN);
		assertThat(first.select(".audit-rows tbody tr")).hasSize(50);
		Document second = page(first.select("a[rel=next]").attr("href"), OWN);
		assertThat(second.select(".audit-rows tbody tr")).hasSize(11);
		assertThat(second.select("a[rel=next]")).isEmpty();
		assertThat(second.select("#who").attr("value")).isEqualTo(this.who);
	}

	@Test
	void aDayThatIsNoneIsSaidAtItsField() {
		MvcTestResult wrong = this.mvc.get().uri("/audit?from=hom-qua&to=2026-01-01").with(ADMIN).exchange();
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(body(wrong).select("#from-error").text()).contains("ngày/tháng/năm");
		MvcTestResult turned = this.mvc.get().uri("/audit?from=2026-02-01&to=2026-01-01").with(ADMIN).exchange();
		assertThat(body(turned).select("#to-error").text()).contains("từ ngày đầu");
	}

	@Test
	void theFileHoldsEveryRowAndNoFormula() throws Exception {
		for (String dangerous : List.of("+1", "-1", "@x", "\tx", "=1+1", "a;=1", "a\t@1", "a;\"=1\"", "a\n+1")) {
			write(WARD, Subject.ACTUAL, "2026 M06", Action.CHANGED, dangerous, "1;2,\"3\"", null);
		}
		List<CSVRecord> rows = csv("/audit/export?who=" + this.who, OWN);
		assertThat(rows).hasSize(12);
		assertThat(rows.stream().flatMap(CSVRecord::stream))
			.noneMatch((cell) -> cell.matches("(?s).*[;\\t\\n]\"*[=+@].*"));
		assertThat(rows.get(0).get(0)).isEqualTo("\ufeffSố");
		assertThat(rows.stream().flatMap(CSVRecord::stream)).noneMatch((cell) -> cell.matches("(?s)[=+\\-@\\t\\r].*"));
		assertThat(rows.get(11).get(10)).isEqualTo("96");
		assertThat(rows.get(10).get(12)).isEqualTo("'=HYPERLINK(\"http://x\")");
		assertThat(rows.get(11).get(16)).isEqualTo(hash(rows.get(11).get(0)));
		assertThat(rows.get(0).get(17)).isEqualTo("Họ tên");
		assertThat(rows.get(11).get(17)).as("of whoever has no account").isEqualTo(this.who);
	}

	@Test
	void aPrintedHashIsFoundAgain() {
		String head = this.jdbc.sql("select encode(head_hash, 'hex') from audit_chain where chain = ?")
			.param(WARD)
			.query(String.class)
			.single();
		assertThat(page("/audit/chains", OWN).select(".audit-chains code").text()).isEqualTo(head);
		write(WARD, Subject.ACTUAL, "2026 M06", Action.CHANGED, "1", "2", null);
		assertThat(page("/audit/chains?head=" + head, OWN).select(".notice-success").text()).contains(WARD);
		assertThat(page("/audit/chains?head=" + head, TestAccounts.wardAdmin(OTHER)).select(".notice-error").text())
			.contains("Không có dòng nào");
		assertThat(page("/audit/chains?head=xyz", OWN).select(".notice-error")).isNotEmpty();
	}

	@Test
	void othersThanAdministratorsAreRefused() {
		for (String path : List.of("/audit", "/audit/export", "/audit/chains", "/audit/chains?verify=all")) {
			assertThat(this.mvc.get().uri(path).with(TestAccounts.reviewer(WARD))).as(path)
				.hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		int few = StatementCounter.during(() -> found("", OWN)).size();
		for (int i = 0; i < 20; i++) {
			write(WARD, Subject.ACTUAL, "2026 M06", Action.CHANGED, String.valueOf(i), String.valueOf(i + 1), null);
		}
		assertThat(StatementCounter.during(() -> found("", OWN))).hasSize(few).hasSizeLessThanOrEqualTo(6);
	}

	private List<String> found(String more, RequestPostProcessor by) {
		return page("/audit?who=" + this.who + more, by).select(".audit-rows tbody tr").eachText();
	}

	private Document page(String address, RequestPostProcessor by) {
		MvcTestResult result = this.mvc.get().uri(java.net.URI.create(encoded(address))).with(by).exchange();
		assertThat(result).hasStatusOk();
		return body(result);
	}

	private static String encoded(String address) {
		StringBuilder ascii = new StringBuilder();
		for (char c : address.toCharArray()) {
			ascii.append((c < 128) ? String.valueOf(c)
					: java.net.URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8));
		}
		return ascii.toString();
	}

	private static Document body(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private List<CSVRecord> csv(String address, RequestPostProcessor by) {
		MvcTestResult result = this.mvc.get().uri(address).with(by).exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment", ".csv");
		try (CSVParser parser = CSVParser
			.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), CSVFormat.EXCEL)) {
			List<CSVRecord> all = parser.getRecords();
			assertThat(all.get(all.size() - 1)).containsExactly("Số dòng: " + (all.size() - 2));
			return all.subList(0, all.size() - 1);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private String hash(String id) {
		return this.jdbc.sql("select encode(hash, 'hex') from audit_link where entry_id = ?")
			.param(Long.valueOf(id))
			.query(String.class)
			.single();
	}

	private void write(String ward, Subject subject, String key, Action action, String from, String to, String reason) {
		SomeEvent event = SomeEvent.of(this.who,
				RecordedChange.of(subject, key, action)
					.in(new WardCode(ward))
					.ofPlan(9_000_003L)
					.ofIndicator("2.1")
					.from(from)
					.to(to)
					.because(reason));
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.events.publishEvent(event));
	}

}
