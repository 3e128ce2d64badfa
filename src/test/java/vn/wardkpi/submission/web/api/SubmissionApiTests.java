package vn.wardkpi.submission.web.api;

import java.time.Clock;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A form by the API: how it stands, what may be done with it and its rows and why not,
 * rows returned one by one.
 */
class SubmissionApiTests extends SubmissionTest {

	private static final String RETURN_ROW_7 = """
			{"rows": [{"no": "7", "comment": "Xem lại số hộ"}], "approveRest": true}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Clock clock;

	@Autowired
	private PlanLifecycle lifecycle;

	@Test
	void aFormSaysHowItStandsAndWhatMayBeDone() {
		put("7", "{\"value\": 100}", null);

		MvcTestResult form = read(this.official);
		assertThat(form).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"planId": %d, "year": 2026, "period": "FINAL", "leadUnit": "kinh-te", "status": "DRAFT",
				 "submittedBy": null, "comment": null, "may": ["enter", "submit"], "locked": null, "version": 0,
				 "cells": 4, "answered": 1}""".formatted(this.plan.planId()));
		assertThat(form).bodyJson().extractingPath("$.rows[*].no").asArray().containsExactly("1", "1.1", "7", "13");
		assertThat(form).bodyJson().extractingPath("$.rows[2].answered").isEqualTo(true);
		assertThat(read(this.reviewer)).bodyJson().extractingPath("$.locked.code").isEqualTo("NOT_YOUR_UNIT");
		assertThat(read(this.reviewer)).bodyJson()
			.extractingPath("$.locked.message")
			.asString()
			.contains("Phòng Kinh tế");
	}

	@Test
	void onlyTheWardsStaffSeesAForm() {
		String ward = this.plan.ward().value();
		for (RequestPostProcessor stranger : new RequestPostProcessor[] { TestAccounts.delegate(ward),
				TestAccounts.official("00592"), TestAccounts.reviewer("00592") }) {
			assertThat(this.mvc.get().uri(uri("kinh-te", "")).with(stranger).exchange()).hasStatus(403);
		}
		assertThat(this.mvc.get().uri(uri("khong-co", "")).with(TestAccounts.as(this.official)).exchange())
			.hasStatus(404);
	}

	@Test
	void oneRowGoesBackWhileTheOthersComeIntoForceAndAreLocked() {
		put("7", "{\"value\": 99, \"explanation\": {\"cause\": \"Vỡ ống\", \"remedy\": \"Thay ống\"}}", null);
		put("13", "{\"numerator\": 3, \"denominator\": 3}", null);
		post("submit", "", this.official);
		assertThat(post("return", RETURN_ROW_7, this.reviewer)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("RETURNED");

		MvcTestResult form = read(this.official);
		assertThat(form).bodyJson()
			.extractingPath("$.rows[2]")
			.asMap()
			.containsEntry("decision", "RETURNED")
			.containsEntry("comment", "Xem lại số hộ")
			.containsEntry("locked", null);
		assertThat(form).bodyJson().extractingPath("$.rows[3].decision").isEqualTo("APPROVED");
		assertThat(form).bodyJson().extractingPath("$.rows[3].may").asArray().isEmpty();
		assertThat(form).bodyJson().extractingPath("$.rows[3].locked.code").isEqualTo("ROW_APPROVED");
		assertThat(seenByDelegate("13")).hasStatusOk();
		assertThat(seenByDelegate("7")).hasStatus(404);

		MvcTestResult locked = put("13", "{\"numerator\": 2, \"denominator\": 3}", "\"1\"");
		assertThat(locked).hasStatus(409);
		assertThat(locked).bodyJson().extractingPath("$.detail").asString().startsWith("Dòng này đã được duyệt riêng");
		assertThat(put("7", "{\"value\": 100}", "\"1\"")).hasStatusOk();
		assertThat(seenByDelegate("7")).hasStatus(404);
		post("submit", "", this.official);
		assertThat(seenByDelegate("7")).hasStatus(404);
		assertThat(post("approve", "", this.reviewer)).hasStatusOk();
		assertThat(seenByDelegate("7")).bodyJson().extractingPath("$.value").isEqualTo(100);
	}

	@Test
	void delegatesReadOfAReturnedRowNeitherInTheHistoryNorElsewhere() {
		put("7", "{\"value\": 97.53}", null);
		put("13", "{\"numerator\": 3, \"denominator\": 3}", null);
		put("7", "{\"value\": 97.53, \"explanation\": {\"cause\": \"Vỡ ống\", \"remedy\": \"Thay ống\"}}", "\"1\"");
		post("submit", "", this.official);
		post("return", RETURN_ROW_7, this.reviewer);

		for (String call : new String[] { "/history/7", "/attainment?year=2026", "/period" }) {
			MvcTestResult answer = this.mvc.get()
				.uri("/api/v1/plans/" + this.plan.planId() + call)
				.with(TestAccounts.delegate(this.plan.ward().value()))
				.exchange();
			assertThat(answer).as(call).hasStatusOk();
			assertThat(answer).bodyText().doesNotContain("97.53", "97,53", "Xem lại", "Vỡ ống");
		}
	}

	@Test
	void aReturnNamesItsRowsAndSaysWhatToMend() {
		put("7", "{\"value\": 100}", null);
		post("submit", "", this.official);

		assertThat(post("return", "{}", this.reviewer)).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("comment");
		assertThat(post("return", "{\"rows\": [{\"no\": \"7\"}, {\"no\": \"99\", \"comment\": \"x\"}]}", this.reviewer))
			.hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("row-comment-missing", "indicator-not-on-form");
		assertThat(post("return", "{\"comment\": \"x\", \"approveRest\": true}", this.reviewer)).hasStatus(422);
		assertThat(read(this.reviewer)).bodyJson().extractingPath("$.status").isEqualTo("SUBMITTED");
		assertThat(read(this.reviewer)).bodyJson()
			.extractingPath("$.rows[2].may")
			.asArray()
			.containsExactly("approve", "return");
	}

	@Test
	void aStepMayNameTheVersionItsAuthorSaw() {
		put("7", "{\"value\": 100}", null);

		assertThat(post("submit?version=3", "", this.official)).hasStatus(409);
		assertThat(post("submit?version=0", "", this.official)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.version")
			.isEqualTo(1);
		assertThat(post("approve?version=0", "", this.reviewer)).hasStatus(409);
		assertThat(post("approve?version=1", "", this.reviewer)).hasStatusOk();
		MvcTestResult second = post("approve?version=1", "", this.plan.reviewer("chi"));
		assertThat(second).hasStatus(409).bodyJson().extractingPath("$.detail").asString().contains("binh");
	}

	@Test
	void aFormThatIsEmptyOnPurposeMayBeSubmittedAndApproved() {
		assertThat(put("7", "{\"value\": null, \"noDataReason\": \"Cục Thống kê chưa công bố\"}", null)).hasStatus(201);

		assertThat(post("submit", "", this.official)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.answered")
			.isEqualTo(1);
		assertThat(post("approve", "", this.reviewer)).hasStatusOk();
		assertThat(this.jdbc.sql("""
				select a.no_data_reason from approved_actual a join indicator i on i.id = a.indicator_id
				where i.plan_id = ?
				""").param(this.plan.planId()).query(String.class).single()).isEqualTo("Cục Thống kê chưa công bố");
	}

	@Test
	void theCalendarLocksEnteringAndSubmittingButNotTheReview() {
		put("7", "{\"value\": 100}", null);
		LocalDate today = LocalDate.now(this.clock);
		enforce(today.minusDays(60), today.minusDays(30));

		MvcTestResult form = read(this.official);
		assertThat(form).bodyJson().extractingPath("$.locked.code").isEqualTo("DEADLINE_PASSED");
		assertThat(form).bodyJson().extractingPath("$.locked.message").asString().contains("gia hạn");
		assertThat(form).bodyJson().extractingPath("$.may").asArray().isEmpty();
		assertThat(post("submit", "", this.official)).hasStatus(409)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("hết hạn");
		assertThat(put("7", "{\"value\": 99}", "\"1\"")).hasStatus(409);

		move(today.plusDays(5), today.plusDays(9));
		assertThat(read(this.official)).bodyJson().extractingPath("$.locked.code").isEqualTo("NOT_OPEN");
		move(today.minusDays(60), today);
		assertThat(post("submit", "", this.official)).hasStatusOk();
		move(today.minusDays(60), today.minusDays(30));
		assertThat(post("approve", "", this.reviewer)).hasStatusOk();
	}

	@Test
	void aClosedPlanTakesNoMoreFiguresAndNothingIsDue() {
		put("7", "{\"value\": 100}", null);
		post("submit", "", this.official);
		this.lifecycle.close(this.plan.planId(), TestAccounts.adminActor());

		MvcTestResult form = read(this.official);
		assertThat(form).bodyJson().extractingPath("$.locked.code").isEqualTo("PLAN_CLOSED");
		assertThat(form).bodyJson().extractingPath("$.locked.message").asString().contains("đã khóa sổ");
		assertThat(read(this.reviewer)).bodyJson().extractingPath("$.may").asArray().isEmpty();
		assertThat(put("13", "{\"numerator\": 3, \"denominator\": 3}", null)).hasStatus(409)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("đã khóa sổ");
		assertThat(post("approve", "", this.reviewer)).hasStatus(409);
		assertThat(post("return", RETURN_ROW_7, this.reviewer)).hasStatus(409);
		assertThat(this.mvc.post()
			.uri("/plans/" + this.plan.planId() + "/indicators/7/evidence/2026/FINAL")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange()).hasStatus(409);
		assertThat(this.mvc.get().uri("/review").with(TestAccounts.as(this.reviewer)).exchange()).hasStatusOk()
			.bodyText()
			.doesNotContain("Phòng Kinh tế");
	}

	private void enforce(LocalDate opens, LocalDate closes) {
		this.jdbc.sql("""
				insert into calendar_setting (ward_code, version, periods, opens_day, closes_day, final_opens,
				    final_closes, days_to_send, remind_days, enforced, changed_by, changed_at)
				values (?, 1, '{FINAL}', 1, 14, '01-01', '03-31', 2, 5, true, 'test', now())
				""").param(this.plan.ward().value()).update();
		this.jdbc.sql("""
				insert into calendar_dates (ward_code, year, period, opens_on, closes_on, changed_by, changed_at)
				values (?, 2026, 'FINAL', ?, ?, 'test', now())
				""").params(this.plan.ward().value(), opens, closes).update();
	}

	private void move(LocalDate opens, LocalDate closes) {
		this.jdbc.sql("update calendar_dates set opens_on = ?, closes_on = ? where ward_code = ?")
			.params(opens, closes, this.plan.ward().value())
			.update();
	}

	private MvcTestResult seenByDelegate(String no) {
		return this.mvc.get().uri(actual(no)).with(TestAccounts.delegate(this.plan.ward().value())).exchange();
	}

	private MvcTestResult put(String no, String body, String ifMatch) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.put()
			.uri(actual(no))
			.with(TestAccounts.as(this.official))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((ifMatch != null) ? request.header(HttpHeaders.IF_MATCH, ifMatch) : request).exchange();
	}

	private MvcTestResult read(Actor actor) {
		return this.mvc.get().uri(uri("kinh-te", "")).with(TestAccounts.as(actor)).exchange();
	}

	private MvcTestResult post(String step, String body, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(uri("kinh-te", "/" + step))
			.with(TestAccounts.as(actor));
		return (body.isEmpty() ? request : request.contentType(MediaType.APPLICATION_JSON).content(body)).exchange();
	}

	private String actual(String no) {
		return "/api/v1/plans/" + this.plan.planId() + "/indicators/" + no + "/actuals/2026/FINAL";
	}

	private String uri(String unit, String step) {
		return "/api/v1/plans/" + this.plan.planId() + "/submissions/2026/FINAL/" + unit + step;
	}

}
