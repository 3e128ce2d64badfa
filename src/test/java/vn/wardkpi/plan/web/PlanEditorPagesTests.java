package vn.wardkpi.plan.web;

import java.io.UnsupportedEncodingException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDrafts;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A plan written in a table, as a form without JavaScript.
 */
class PlanEditorPagesTests extends DashboardTest {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private PlanLifecycle lifecycle;

	private long plan;

	@Test
	void showsWhatWasPublishedAndWhatWasUnderstood() {
		aDraft();
		assertThat(page())
			.contains("value=\"trên 96,5%\"", "&gt; 96,5 %", "name=\"" + row("2") + ".seen\"",
					"target-WARD_COUNCIL-2030", "name=\"action\" value=\"store\"")
			.doesNotContain("name=\"effectiveDate\"", "target-CITY-2026");
		assertThat(get("?issuers=WARD_COUNCIL,CITY")).contains("target-CITY-2026");
	}

	@Test
	void aDraftIsEditedAsAWhole() {
		aDraft();
		String one = row("1");
		String two = row("2");
		assertThat(post("action", "store", two + ".seen", seen(two), two + ".name", "Tỷ lệ bao phủ BHYT",
				two + ".leaderInCharge", "Lê Thị Hoa", two + ".target-WARD_COUNCIL-2026", "không quá 97,25%",
				two + ".target-CITY-period", "98%", two + ".no", "1.2", two + ".parentNo", "1", two + ".role",
				"BREAKDOWN", "issuers", "WARD_COUNCIL", row("1.1") + ".remove", "yes", one + ".seen", seen(one),
				one + ".cooperating", "TRAM-Y-TE", "n1.no", "3", "n1.name", "Số hộ nghèo", "n1.unit", "hộ",
				"n1.direction", "LOWER_IS_BETTER", "n1.valueType", "COUNT", "n1.accumulation", "LAST", "n1.role",
				"COUNTED", "n1.answering", "tram-y-te", "n1.order", "1", "n1.target-WARD_COUNCIL-2027", "12",
				"n1.baselineYear", "2025", "n1.baseline", "20"))
			.hasStatus(HttpStatus.FOUND);
		List<IndicatorRow> rows = this.catalog.indicators(this.plan);
		assertThat(rows).extracting(IndicatorRow::no).containsExactly("3", "1", "1.2");
		assertThat(rows.get(2)).extracting(IndicatorRow::name, IndicatorRow::leaderInCharge, IndicatorRow::decimals)
			.containsExactly("Tỷ lệ bao phủ BHYT", "Lê Thị Hoa", 2);
		assertThat(rows.get(1).leadUnitCodes()).containsExactly("phong-kinh-te", "tram-y-te");
		assertThat(this.catalog.targets(this.plan, DAY))
			.extracting((target) -> target.no() + " " + target.target().text())
			.containsExactlyInAnyOrder("3 12", "1 10", "1.2 không quá 97,25%");
	}

	@Test
	void whatIsWrongIsSaidAtItsCellAndNothingIsLost() {
		aDraft();
		String two = row("2");
		MvcTestResult wrong = post("action", "store", two + ".seen", seen(two), two + ".target-WARD_COUNCIL-2026",
				"86.6", two + ".name", "Tên đã ghi", two + ".baselineYear", "năm ngoái", two + ".cooperating",
				"Phòng không có", "n7.no", "2", "n7.name", "x".repeat(301));
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#c-" + two + "-baselineYear\"", "href=\"#c-" + two + "-cooperating\"", "Tên đã ghi",
					"value=\"86.6\"", "x".repeat(301));
		wrong = post("action", "store", two + ".seen", seen(two), two + ".target-WARD_COUNCIL-2026", "86.6",
				two + ".name", "Tên đã ghi", "n7.no", "3", "n7.name", "x".repeat(301));
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#c-n7-direction\"", "href=\"#c-n7-name\"", "Tên đã ghi");
		assertThat(post("action", "store", two + ".seen", seen(two), two + ".target-WARD_COUNCIL-2026", "86.6"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#c-" + two + "-target-WARD_COUNCIL-2026\"");
		assertThat(post("action", "store")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Chưa có gì thay đổi");
		assertThat(this.catalog.indicators(this.plan)).extracting(IndicatorRow::name).doesNotContain("Tên đã ghi");
		assertThat(post("action", "store", two + ".seen", seen(two), two + ".no", "1"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#c-" + two + "-no\"");
	}

	@Test
	void rowsAreAddedAndSplitWithoutScript() {
		aDraft();
		String two = row("2");
		assertThat(post("action", "split:" + two, two + ".seen", seen(two), two + ".name", "Tên đang ghi"))
			.hasStatusOk()
			.bodyText()
			.contains("name=\"n1.no\" value=\"2.1\"", "name=\"n2.no\" value=\"2.2\"", "Tên đang ghi");
		assertThat(post("action", "add:" + two, "n1.no", "9", "n1.name", "Dòng trước")).hasStatusOk()
			.bodyText()
			.contains("name=\"n2.order\" value=\"4\"", "Dòng trước");
		assertThat(post("action", "add")).hasStatusOk().bodyText().contains("name=\"n1.name\"");
	}

	@Test
	void anAdoptedPlanShowsWhatChangesBeforeItIsStored() {
		aPlanWithFigures();
		String row = row("17");
		String seen = seen(row);
		assertThat(page()).contains("name=\"effectiveDate\"", "/decisions/new").doesNotContain("value=\"store\"");
		String[] higher = { row + ".seen", seen, row + ".direction", "HIGHER_IS_BETTER",
				row + ".target-WARD_COUNCIL-2026", "99%", "reason", "Ghi nhầm chiều", "effectiveDate", "1/6/2027" };
		assertThat(post("action", "check", row + ".seen", seen, row + ".direction", "HIGHER_IS_BETTER"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#reason\"", "href=\"#effectiveDate\"");
		MvcTestResult unseen = post(with(higher, "action", "store"));
		assertThat(unseen).hasStatusOk().bodyText().contains("Kết quả thay đổi từ ngày 01/06/2027", "value=\"store\"");
		assertThat(verdict("2027-06-01")).isEqualTo("EXCEEDED");
		String checked = found("name=\"checked\" value=\"([0-9a-f]+)\"", body(unseen));
		assertThat(post(with(higher, "action", "store", "checked", checked))).hasStatus(HttpStatus.FOUND);
		assertThat(verdict("2027-05-31")).isEqualTo("EXCEEDED");
		assertThat(verdict("2027-06-01")).isEqualTo("NOT_MET");
		assertThat(this.catalog.targets(this.plan, LocalDate.of(2027, 7, 1)))
			.noneMatch((target) -> target.target().text().equals("99%"));
	}

	/** While they are typed: before it is said why, and without leaving the page. */
	@Test
	void showsWhatTheChangesSoFarComeTo() {
		aPlanWithFigures();
		String row = row("17");
		String[] higher = { row + ".seen", seen(row), row + ".direction", "HIGHER_IS_BETTER" };
		MvcTestResult early = post(with(higher, "action", "live"));
		assertThat(early).hasStatusOk()
			.bodyText()
			.contains("data-says=\"làm đổi ", "previewed-changes", "Nhập lý do và ngày hiệu lực")
			.doesNotContain("name=\"checked\"", "<html lang=\"vi\" class", "value=\"store\"");
		String[] reasoned = with(higher, "reason", "Ghi nhầm chiều", "effectiveDate", "1/6/2027");
		String live = body(post(with(reasoned, "action", "live")));
		assertThat(live).contains("Kết quả thay đổi từ ngày 01/06/2027");
		assertThat(verdict("2027-06-01")).as("nothing is stored").isEqualTo("EXCEEDED");
		assertThat(post("action", "live", row + ".seen", seen(row))).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(post("action", "live", row + ".seen", seen(row), row + ".name", ""))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(post(
				with(reasoned, "action", "store", "checked", found("name=\"checked\" value=\"([0-9a-f]+)\"", live))))
			.hasStatus(HttpStatus.FOUND);
		assertThat(verdict("2027-06-01")).isEqualTo("NOT_MET");
	}

	@Test
	void twoAdministratorsAtOnceChooseBetweenBothValues() {
		aDraft();
		String two = row("2");
		String seen = seen(two);
		assertThat(post("action", "store", two + ".seen", seen, two + ".name", "Tên của người kia", two + ".unit", "%"))
			.hasStatus(HttpStatus.FOUND);

		assertThat(post("action", "store", two + ".seen", seen, two + ".note", "Ghi chú của tôi", two + ".name",
				"Tỷ lệ dân số tham gia BHYT"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.catalog.indicators(this.plan).get(2)).extracting(IndicatorRow::name, IndicatorRow::note)
			.containsExactly("Tên của người kia", "Ghi chú của tôi");

		MvcTestResult both = post("action", "store", two + ".seen", seen, two + ".name", "Tên của tôi");
		assertThat(both).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Của bạn: Tên của tôi", "Của người khác: Tên của người kia");
		String mine = found("value=\"(mine:[0-9a-f]+)\"", body(both));
		String seenNow = found("name=\"" + two + ".seen\" value=\"([^\"]+)\"", body(both));
		assertThat(post("action", "store", two + ".seen", seenNow, two + ".name", "Tên của tôi"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post("action", "store", two + ".seen", seenNow, two + ".name", "Tên của tôi", two + ".choose.name",
				mine))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.catalog.indicators(this.plan).get(2).name()).isEqualTo("Tên của tôi");
		assertThat(post("action", "store", two + ".seen", seen, two + ".remove", "yes"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Vẫn bỏ dòng");
	}

	@Test
	void whatWasWrittenInARowThatIsGoneIsKept() {
		aDraft();
		String two = row("2");
		String seen = seen(two);
		assertThat(post("action", "store", two + ".seen", seen, two + ".remove", "yes")).hasStatus(HttpStatus.FOUND);
		assertThat(post("action", "store", two + ".seen", seen, two + ".name", "Chưa mất", two + ".no", "2"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Chưa mất", "được giữ ở đây như một dòng mới", "name=\"n1000.name\"");
	}

	@Test
	void rowsOfAnotherPlanAreNobodysHere() {
		aDraft();
		String elsewhere = row("1");
		this.plan = aPlan(1);
		assertThat(post("action", "store", elsewhere + ".name", "Của kế hoạch khác", "n1", "x", "r1.", "y", "rx.name",
				"z", "page", "-3", "issuers", "NOBODY"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.doesNotContain("Của kế hoạch khác");
		this.lifecycle.close(this.plan, TestAccounts.adminActor());
		assertThat(this.mvc.get().uri(address()).with(TestAccounts.admin())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.get().uri(address()).with(TestAccounts.wardAdmin("00613"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aPlanOfAnySizeTakesTheSameStatements() throws Exception {
		aDraft();
		int small = StatementCounter.during(this::page).size();
		this.plan = aPlan(8);
		assertThat(StatementCounter.during(this::page)).hasSize(small);
		assertThat(page()).contains("?page=2").doesNotContain("name=\"r" + lastId() + ".name\"");
		assertThat(get("?page=2")).contains("name=\"r" + lastId() + ".name\"");
	}

	private long lastId() {
		List<IndicatorRow> rows = this.catalog.indicators(this.plan);
		return rows.get(rows.size() - 1).id();
	}

	private void aDraft() {
		this.plan = this.lifecycle.store(PlanDrafts.aPlanOf("00611")
			.amount("1", "Thu ngân sách", "phong-kinh-te", "10")
			.breakdown("1.1", "1", "Thu từ thuế", "4")
			.percent("2", "Tỷ lệ dân số tham gia BHYT", "tram-y-te", "trên 96,5%")
			.build(), TestAccounts.adminActor());
	}

	private void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("17", ReportingPeriod.FINAL, "6.0"));
	}

	private String address() {
		return "/plans/" + this.plan + "/edit";
	}

	private String page() {
		return get("");
	}

	private String get(String query) {
		MvcTestResult answer = this.mvc.get().uri(address() + query).with(TestAccounts.admin()).exchange();
		assertThat(answer).hasStatusOk();
		return body(answer);
	}

	/** The form's name of an indicator. */
	private String row(String no) {
		return "r" + this.catalog.indicators(this.plan)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private String seen(String row) {
		return found("name=\"" + row + ".seen\" value=\"([^\"]+)\"", page());
	}

	private static String found(String pattern, String text) {
		Matcher found = Pattern.compile(pattern).matcher(text);
		assertThat(found.find()).as(pattern).isTrue();
		return found.group(1);
	}

	private static String[] with(String[] fields, String... more) {
		String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
		System.arraycopy(more, 0, all, fields.length, more.length);
		return all;
	}

	private String verdict(String asOf) {
		return found("\"no\":\"17\".*?\"verdict\":\"(\\w+)\"",
				body(this.mvc.get()
					.uri("/api/v1/plans/" + this.plan + "/attainment?year=2026&issuer=WARD_COUNCIL&asOf=" + asOf)
					.with(TestAccounts.admin())
					.exchange()));
	}

	private MvcTestResult post(String... fields) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri(address())
			.with(TestAccounts.admin())
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			post.param(fields[i], fields[i + 1]);
		}
		return post.exchange();
	}

	private static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
