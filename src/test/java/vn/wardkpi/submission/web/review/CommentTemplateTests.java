package vn.wardkpi.submission.web.review;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.submission.review.CommentTemplates;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Templates of comments, and going from form to form.
 */
class CommentTemplateTests extends SubmissionTest {

	private static final String HOUSEHOLDS = "Đối chiếu số hộ với công ty nước sạch.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CommentTemplates templates;

	private OffsetDateTime begun = OffsetDateTime.MIN;

	@BeforeEach
	void begin() {
		this.begun = this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
	}

	/** What stands for all wards would stand in those of other tests. */
	@AfterEach
	void removeCommonOnes() {
		this.jdbc.sql("delete from comment_template where ward_code is null").update();
	}

	@Test
	void aWardKeepsChangesAndTakesAwayItsTemplates() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/comment-templates";
		assertThat(page(page).select(".empty").text()).startsWith("Chưa có mẫu nào");

		assertThat(post(page, Map.of("text", HOUSEHOLDS))).hasStatus3xxRedirection();
		assertThat(page(page).select("textarea").eachText()).containsExactly(HOUSEHOLDS);
		String id = String.valueOf(this.templates.of(this.plan.ward()).get(0).id());
		assertThat(post(page + "/" + id, Map.of("text", "Ghi rõ nguồn số liệu."))).hasStatus3xxRedirection();
		assertThat(page(page).select("textarea").eachText()).containsExactly("Ghi rõ nguồn số liệu.");
		assertThat(post(page + "/" + id, Map.of("text", "x", "remove", "true"))).hasStatus3xxRedirection();
		assertThat(page(page).select(".empty")).isNotEmpty();
		assertThat(this.jdbc
			.sql("select action from audit_entry where ward_code = ? and key = 'comment-template' order by id")
			.param(this.plan.ward().value())
			.query(String.class)
			.list()).containsExactly("CREATED", "CHANGED", "DELETED");
	}

	@Test
	void whatIsNoTemplateIsRefusedWithWhatWasTyped() throws Exception {
		String page = "/wards/" + this.plan.ward() + "/comment-templates";
		this.templates.add(this.plan.ward(), HOUSEHOLDS, this.reviewer);
		for (String text : List.of(" ", HOUSEHOLDS + " ", "a".repeat(301))) {
			MvcTestResult refused = post(page, Map.of("text", text));
			assertThat(refused).hasStatus(422);
			assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select(".error-items a").attr("href"))
				.isEqualTo("#text-new");
		}
		long id = this.templates.of(this.plan.ward()).get(0).id();
		assertThat(post(page + "/" + id, Map.of("text", " "))).hasStatus(422);
		assertThat(post(page + "/999999", Map.of("text", "x"))).hasStatus(404);
		assertThat(this.templates.of(this.plan.ward())).hasSize(1);
		for (int i = 1; i < 30; i++) {
			this.templates.add(this.plan.ward(), "Mẫu " + i, this.reviewer);
		}
		assertThat(post(page, Map.of("text", "Một mẫu nữa"))).hasStatus(422);
	}

	@Test
	void aTemplateForAllWardsIsOfferedUnlessTheWardLeavesItOut() throws Exception {
		String common = "/settings/comment-templates";
		assertThat(post(common, Map.of("text", HOUSEHOLDS))).hasStatus(403);
		assertThat(post(common, Map.of("text", HOUSEHOLDS), TestAccounts.adminActor())).hasStatus3xxRedirection();
		String page = "/wards/" + this.plan.ward() + "/comment-templates";
		Document kept = page(page);
		assertThat(kept.select("section[aria-labelledby=common] .template-form").text()).contains(HOUSEHOLDS,
				"mặc định chung", "Không dùng ở đơn vị");
		assertThat(texts()).containsExactly(HOUSEHOLDS);
		String one = kept.select("section[aria-labelledby=common] form").attr("action");

		assertThat(post(one, Map.of("used", "false"))).hasStatus3xxRedirection();
		assertThat(texts()).isEmpty();
		assertThat(page(page).select("section[aria-labelledby=common] .tag").eachText())
			.contains("không dùng ở đơn vị");
		assertThat(post(one, Map.of("used", "true"))).hasStatus3xxRedirection();
		assertThat(texts()).containsExactly(HOUSEHOLDS);
		assertThat(post(one, Map.of("text", "Sửa của chung"))).as("not the ward's own").hasStatus(404);

		this.templates.add(this.plan.ward(), "Ghi rõ nguồn.", this.reviewer);
		this.templates.add(this.plan.ward(), HOUSEHOLDS.toUpperCase(Locale.ROOT), this.reviewer);
		assertThat(texts()).as("its own words take the place of the same ones")
			.containsExactly("Ghi rõ nguồn.", HOUSEHOLDS.toUpperCase(Locale.ROOT));
		assertThat(this.jdbc.sql("""
				select action from audit_entry where key = 'comment-template' and ward_code = ? order by id limit 2
				""").param(this.plan.ward().value()).query(String.class).list()).containsExactly("WITHDRAWN",
				"RESTORED");
		assertThat(this.jdbc.sql("""
				select action from audit_entry
				where key = 'comment-template' and ward_code is null and to_state = ? and at >= ?
				""").params(HOUSEHOLDS, this.begun).query(String.class).list()).containsExactly("CREATED");
	}

	@Test
	void programsKeepTemplatesByTheSameChecks() throws Exception {
		String common = "/api/v1/settings/comment-templates";
		String own = "/api/v1/wards/" + this.plan.ward() + "/comment-templates";
		MvcTestResult added = call(HttpMethod.POST, common, "{\"text\": \"" + HOUSEHOLDS + "\"}");
		assertThat(added).hasStatus(201);
		assertThat(call(HttpMethod.POST, common, "{\"text\": \"" + HOUSEHOLDS + "\"}")).hasStatus(422);
		assertThat(call(HttpMethod.POST, common, "{}")).hasStatus(422);
		String id = added.getResponse().getContentAsString().replaceAll(".*\"id\":(\\d+).*", "$1");
		assertThat(call(HttpMethod.PATCH, own + "/" + id, "{\"used\": false}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.used")
			.isEqualTo(false);
		assertThat(texts()).isEmpty();
		assertThat(call(HttpMethod.PATCH, own + "/" + id, "{\"text\": \"x\"}")).hasStatus(404);
		assertThat(call(HttpMethod.PATCH, common + "/" + id, "{\"text\": \" \"}")).hasStatus(422);
		assertThat(call(HttpMethod.PATCH, common + "/" + id, "{\"text\": \"Khác\"}")).hasStatusOk();
		assertThat(call(HttpMethod.DELETE, own + "/" + id, "")).hasStatus(404);
		assertThat(call(HttpMethod.DELETE, common + "/" + id, "")).hasStatus(204);
		assertThat(call(HttpMethod.GET, own, "")).hasStatusOk().bodyText().isEqualTo("[]");
	}

	private MvcTestResult call(HttpMethod method, String uri, String body) {
		return this.mvc.method(method)
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(TestAccounts.admin())
			.exchange();
	}

	private List<String> texts() {
		return this.templates.of(this.plan.ward()).stream().map((one) -> one.text()).toList();
	}

	@Test
	void aTemplateIsTheCommentWhereItIsChosenWithoutAScript() throws Exception {
		this.templates.add(this.plan.ward(), HOUSEHOLDS, this.reviewer);
		official().enters("7", "100").enters("1", "9.923,5").submits("kinh-te");
		assertThat(page(uri("kinh-te")).select("#c-7 .template-choice option").eachText()).contains(HOUSEHOLDS);

		assertThat(post(uri("kinh-te") + "/return",
				Map.of("rows[7].returned", "true", "rows[7].template", HOUSEHOLDS, "rows[7].comment", "Xem cả tổ 5.")))
			.hasStatus3xxRedirection();
		assertThat(page(uri("kinh-te")).select("#c-7 .comment-given").text()).contains(HOUSEHOLDS, "Xem cả tổ 5.");
	}

	@Test
	void approvalLeadsToTheNextFormThatWaitsAndAtLastToTheQueue() throws Exception {
		official().enters("7", "100").submits("kinh-te").enters("17", "6,0").submits("van-hoa");
		assertThat(page(uri("kinh-te")).select("#approve-next")).isNotEmpty();

		MvcTestResult first = post(uri("kinh-te") + "/approve", Map.of("next", "true"));
		assertThat(first.getResponse().getRedirectedUrl()).isEqualTo(uri("van-hoa"));
		assertThat(page(uri("van-hoa")).select("#approve-next")).isEmpty();
		MvcTestResult last = post(uri("van-hoa") + "/approve", Map.of("next", "true"));
		assertThat(last.getResponse().getRedirectedUrl()).isEqualTo("/review");
		assertThat(last.getMvcResult().getFlashMap().get("flash")).isEqualTo("submission.flash.approved");
	}

	@Test
	void aFormWithTemplatesTakesAsManyStatementsAsWithout() throws Exception {
		official().enters("7", "100").submits("kinh-te");
		List<String> without = StatementCounter.during(() -> page(uri("kinh-te")));
		for (int i = 0; i < 10; i++) {
			this.templates.add(this.plan.ward(), "Mẫu " + i, this.reviewer);
		}
		assertThat(StatementCounter.during(() -> page(uri("kinh-te")))).hasSameSizeAs(without);
		assertThat(without).as(String.join("\n", without)).hasSizeLessThanOrEqualTo(16);
	}

	@Test
	void allFormsWithNothingToLookAtAreChosenAtOnce() throws Exception {
		official().enters("1", "9.923,5")
			.enters("1.1", "9.923,5")
			.enters("7", "100")
			.enters("13", "3/3")
			.submits("kinh-te")
			.enters("2.1", "66,7")
			.enters("2.2", "1")
			.enters("17", "6,1");
		Document one = page("/review?year=2026&period=FINAL");
		assertThat(one.select(".queue input[name=form][checked]")).isEmpty();
		Document all = page("/review?year=2026&period=FINAL&chosen=all");
		assertThat(all.select(".queue input[name=form][checked]")).hasSameSizeAs(all.select(".queue input[name=form]"));
	}

	private Document page(String uri) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(TestAccounts.as(this.reviewer)).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult post(String uri, Map<String, String> fields) {
		return post(uri, fields, this.reviewer);
	}

	private MvcTestResult post(String uri, Map<String, String> fields, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		new HashMap<>(fields).forEach(request::param);
		return request.with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

	private String uri(String unit) {
		return "/plans/" + this.plan.planId() + "/review/2026/FINAL/" + unit;
	}

}
