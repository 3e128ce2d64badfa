package vn.wardkpi.submission.web.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class ActualApiTests extends SubmissionTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void theFirstFigureIsCreatedAndCarriesAVersion() {
		MvcTestResult result = put("2.1", "FINAL", "{\"numerator\": 12, \"denominator\": 18}", null);

		assertThat(result).hasStatus(201).headers().hasValue(HttpHeaders.ETAG, "\"1\"");
		assertThat(result).bodyJson().isLenientlyEqualTo("""
				{"no": "2.1", "year": 2026, "period": "FINAL", "value": 66.7, "numerator": 12, "denominator": 18,
				 "achieved": null, "note": null, "explanation": null, "status": "DRAFT", "enteredBy": "an",
				 "problems": []}""");
		assertThat(result).bodyJson().extractingPath("$.enteredAt").asString().endsWith("Z");
	}

	@Test
	void aChangeNeedsTheVersionItsAuthorSaw() {
		put("7", "FINAL", "{\"value\": 99}", null);

		assertThat(put("7", "FINAL", "{\"value\": 100}", null)).hasStatus(428);
		assertThat(put("7", "FINAL", "{\"value\": 100}", "\"7\"")).hasStatus(412);
		assertThat(put("7", "FINAL", "{\"value\": 100}", "\"1\"")).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.ETAG, "\"2\"");
		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatus(412);
		assertThat(get("7", "FINAL", this.official)).hasStatusOk().headers().hasValue(HttpHeaders.ETAG, "\"2\"");
		assertThat(get("7", "FINAL", this.official)).bodyJson().extractingPath("$.value").isEqualTo(100);
	}

	@Test
	void anAnswerCanBePutBack() throws Exception {
		put("2.1", "FINAL", "{\"numerator\": 12, \"denominator\": 18}", null);
		String answer = get("2.1", "FINAL", this.official).getResponse().getContentAsString();

		assertThat(put("2.1", "FINAL", answer, "\"1\"")).hasStatusOk();
		assertThat(put("2.1", "FINAL", "{\"valeu\": 1}", "\"1\"")).hasStatus(400);
	}

	@Test
	void aVersionOfNothingIsStale() {
		assertThat(put("7", "FINAL", "{\"value\": 100}", "\"1\"")).hasStatus(412);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"9.923,5\"|9923.5", "\"9923,5\"|9923.5", "9923.5|9923.5",
			"\"112.500\"|112500", "112500|112500", "\"9.923,5 tỷ đồng\"|9923.5" })
	void numbersComeAsJsonOrAsVietnameseText(String value, String stored) {
		MvcTestResult result = put("1", "FINAL", "{\"value\": " + value + "}", null);

		assertThat(result).hasStatus(201);
		assertThat(result).bodyJson()
			.extractingPath("$.value")
			.convertTo(java.math.BigDecimal.class)
			.satisfies((number) -> assertThat(number).isEqualByComparingTo(stored));
	}

	@Test
	void aPointAsDecimalMarkIsAskedBackInTextAndPlainInJson() {
		MvcTestResult text = put("17", "FINAL", "{\"value\": \"6.1\"}", null);
		assertThat(text).hasStatus(422);
		assertThat(text).bodyJson().extractingPath("$.errors[0].code").isEqualTo("number-ambiguous");
		assertThat(text).bodyJson().extractingPath("$.errors[0].field").isEqualTo("value");
		assertThat(text).bodyJson().extractingPath("$.errors[0].message").asString().contains("6,1");
		assertThat(get("17", "FINAL", this.official)).hasStatus(404);

		assertThat(put("17", "FINAL", "{\"value\": 6.1}", null)).hasStatus(201);
	}

	@Test
	void moreThanTheWholeIsRefusedInTheCallersLanguage() {
		MvcTestResult refused = put("7", "FINAL", "{\"value\": 101}", null);
		assertThat(refused).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(refused).bodyJson()
			.extractingPath("$.errors[0].message")
			.asString()
			.startsWith("Tỷ lệ này nằm trong khoảng 0 đến 100%");
		MvcTestResult english = this.mvc.put()
			.uri(uri("7", "FINAL"))
			.with(TestAccounts.as(this.official))
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": 101}")
			.exchange();
		assertThat(english).bodyJson()
			.extractingPath("$.errors[0].message")
			.asString()
			.startsWith("This share lies between");
		assertThat(put("13", "FINAL", "{\"numerator\": 4, \"denominator\": 3}", null)).hasStatus(422);
		assertThat(put("13", "FINAL", "{\"numerator\": 0, \"denominator\": 0}", null)).hasStatus(422);
	}

	@Test
	void aPercentageThatDoesNotFollowFromItsPartsIsStoredWithAWarning() {
		MvcTestResult result = put("2.1", "FINAL", "{\"value\": 99.96, \"numerator\": 8743, \"denominator\": 8833}",
				null);

		assertThat(result).hasStatus(201);
		assertThat(result).bodyJson().extractingPath("$.problems[*].code").asArray().contains("share-does-not-follow");
		assertThat(result).bodyJson().extractingPath("$.problems[0].severity").isEqualTo("WARNING");
		assertThat(result).bodyJson().extractingPath("$.problems[0].message").asString().contains("99,96%", "98,98%");
	}

	@ParameterizedTest
	@CsvSource({ "true,MET", "false,NOT_MET", "\"EXCEEDED\",EXCEEDED", "\"MET\",MET", "\"NOT_MET\",NOT_MET" })
	void aGradeIsAPersonsWord(String achieved, String stored) {
		MvcTestResult result = put("23", "FINAL", "{\"achieved\": " + achieved + ", \"note\": \"QĐ 12\"}", null);

		assertThat(result).hasStatus(201);
		assertThat(result).bodyJson().extractingPath("$.achieved").isEqualTo(stored);
		assertThat(result).bodyJson().extractingPath("$.value").isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"achieved\": true}", "{}", "{\"value\": null}", "{\"numerator\": 12}",
			"{\"value\": \"nhiều\"}", "{\"value\": 1e400}" })
	void whatIsNoFigureForAnAmountIsUnprocessable(String body) {
		assertThat(put("1", "FINAL", body, null)).hasStatus(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"value\": [1]}", "{\"value\": true}", "{\"values\": 1}", "{\"value\": 1", "[]",
			"{\"achieved\": \"YES\"}", "{\"value\": 1, \"explanation\": \"x\"}" })
	void whatIsMalformedIsSaidToBe(String body) {
		assertThat(put("1", "FINAL", body, null)).hasStatus(400);
	}

	@Test
	void aGroupTakesNoFigure() {
		MvcTestResult result = put("2", "FINAL", "{\"value\": 1}", null);

		assertThat(result).hasStatus(422);
		assertThat(result).bodyJson().extractingPath("$.errors[0].code").isEqualTo("group-takes-no-figure");
	}

	@Test
	void unknownPartsOfThePathAreNotFound() {
		assertThat(put("99", "FINAL", "{\"value\": 1}", null)).hasStatus(404);
		assertThat(put("1", "M13", "{\"value\": 1}", null)).hasStatus(404);
		assertThat(exchange("/api/v1/plans/999999/indicators/1/actuals/2026/FINAL")).hasStatus(404);
		assertThat(exchange("/api/v1/plans/" + this.plan.planId() + "/indicators/1/actuals/2031/FINAL")).hasStatus(404);
	}

	@Test
	void onlyOfficialsOfTheIndicatorsLeadUnitsEnter() {
		assertThat(put("7", "FINAL", "{\"value\": 1}", null, this.plan.official("c", "van-hoa"))).hasStatus(403);
		assertThat(put("17", "FINAL", "{\"value\": 6}", null, this.plan.official("c", "y-te"))).hasStatus(201);
		assertThat(put("2.2", "FINAL", "{\"value\": 1}", null, this.plan.official("c", "van-hoa"))).hasStatus(201);
		assertThat(put("1.1", "FINAL", "{\"value\": 1}", null, this.plan.official("c", "kinh-te"))).hasStatus(201);
		assertThat(put("7", "FINAL", "{\"value\": 1}", null, this.reviewer)).hasStatus(403);
		for (RequestPostProcessor other : new RequestPostProcessor[] { TestAccounts.official("00592"),
				TestAccounts.delegate(this.plan.ward().value()), TestAccounts.admin() }) {
			assertThat(this.mvc.put()
				.uri(uri("7", "FINAL"))
				.with(other)
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"value\": 1}")
				.exchange()).hasStatus(403);
		}
	}

	@Test
	void delegatesAndOtherWardsNeverSeeADraft() {
		put("7", "FINAL", "{\"value\": 98}", null);

		assertThat(get("7", "FINAL", this.official)).hasStatusOk();
		assertThat(get("7", "FINAL", this.reviewer)).hasStatusOk();
		for (RequestPostProcessor other : new RequestPostProcessor[] { TestAccounts.official("00592"),
				TestAccounts.delegate(this.plan.ward().value()), TestAccounts.reviewer("00592") }) {
			assertThat(this.mvc.get().uri(uri("7", "FINAL")).with(other).exchange()).hasStatus(404);
		}
	}

	@Test
	void delegatesSeeWhatWasApprovedAlsoWhileItIsBeingCorrected() {
		put("7", "FINAL", "{\"value\": 100}", null);
		assertThat(post("kinh-te", "submit", "{}", this.official)).hasStatusOk();
		assertThat(post("kinh-te", "approve", "{}", this.reviewer)).hasStatusOk();
		assertThat(post("kinh-te", "reopen", "{\"reason\": \"Sai số hộ\"}", this.reviewer)).hasStatusOk();
		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatusOk();

		MvcTestResult seen = this.mvc.get()
			.uri(uri("7", "FINAL"))
			.with(TestAccounts.delegate(this.plan.ward().value()))
			.exchange();
		assertThat(seen).hasStatusOk().bodyJson().extractingPath("$.value").isEqualTo(100);
		assertThat(seen).bodyJson().extractingPath("$.status").isEqualTo("APPROVED");
		assertThat(get("7", "FINAL", this.official)).bodyJson().extractingPath("$.value").isEqualTo(99);
	}

	@Test
	void figuresAreLockedWhileSubmittedAndWhenApproved() {
		put("7", "FINAL", "{\"value\": 100}", null);
		post("kinh-te", "submit", "{}", this.official);
		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatus(409);
		post("kinh-te", "approve", "{}", this.reviewer);
		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatus(409);
		assertThat(put("7", "ESTIMATE", "{\"value\": 99}", null)).hasStatus(201);
	}

	@Test
	void aFormGoesItsWayAndSaysWhatMayBeDoneNext() {
		put("7", "FINAL", "{\"value\": 100}", null);

		assertThat(post("kinh-te", "approve", "{}", this.reviewer)).hasStatus(409);
		MvcTestResult submitted = post("kinh-te", "submit", "{}", this.official);
		assertThat(submitted).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"planId": %d, "year": 2026, "period": "FINAL", "leadUnit": "kinh-te", "status": "SUBMITTED",
					 "submittedBy": "an", "reviewedBy": null, "reviewedAt": null, "comment": null, "may": []}"""
				.formatted(this.plan.planId()));
		assertThat(post("kinh-te", "submit", "{}", this.official)).hasStatus(409);
		assertThat(post("kinh-te", "approve", "{}", this.official)).hasStatus(403);
		assertThat(post("kinh-te", "return", "{\"comment\": \" \"}", this.reviewer)).hasStatus(422);
		MvcTestResult returned = post("kinh-te", "return", "{\"comment\": \"Xem lại số hộ\"}", this.reviewer);
		assertThat(returned).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("RETURNED");
		assertThat(returned).bodyJson().extractingPath("$.comment").isEqualTo("Xem lại số hộ");
		assertThat(put("7", "FINAL", "{\"value\": 100.0}", "\"1\"")).hasStatusOk();
		assertThat(post("kinh-te", "submit", "{}", this.official)).hasStatusOk();
		MvcTestResult approved = post("kinh-te", "approve", "{}", this.reviewer);
		assertThat(approved).bodyJson().extractingPath("$.may").asArray().containsExactly("reopen");
		assertThat(post("kinh-te", "return", "{\"comment\": \"x\"}", this.reviewer)).hasStatus(409);
		assertThat(post("kinh-te", "reopen", "", this.reviewer)).hasStatus(422);
		assertThat(post("kinh-te", "reopen", "{\"reason\": \"Cập nhật\"}", this.reviewer)).hasStatusOk();
	}

	@Test
	void submissionNamesEachIndicatorThatLacksItsExplanation() {
		put("7", "FINAL", "{\"value\": 95}", null);
		put("1", "FINAL", "{\"value\": 20000, \"explanation\": {\"cause\": \"Đấu giá đất\"}}", null);
		put("13", "FINAL", "{\"numerator\": 3, \"denominator\": 3}", null);

		MvcTestResult refused = post("kinh-te", "submit", "{}", this.official);
		assertThat(refused).hasStatus(422);
		assertThat(refused).bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("1.explanation", "7.explanation");

		put("7", "FINAL", "{\"value\": 95, \"explanation\": {\"cause\": \"Vỡ ống\", \"remedy\": \"Thay ống\"}}",
				"\"1\"");
		put("1", "FINAL", "{\"value\": 20000, \"explanation\": {\"cause\": \"Đấu giá đất\", \"remedy\": \"Không\"}}",
				"\"1\"");
		assertThat(post("kinh-te", "submit", "{}", this.official)).hasStatusOk();
	}

	@Test
	void anEmptyFormIsNotSubmitted() {
		MvcTestResult refused = post("van-hoa", "submit", "{}", this.official);

		assertThat(refused).hasStatus(422);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].code").isEqualTo("submission-empty");
	}

	@Test
	void onlyTheAnsweringUnitSubmits() {
		put("17", "FINAL", "{\"value\": 6}", null);

		assertThat(post("van-hoa", "submit", "{}", this.plan.official("c", "y-te"))).hasStatus(403);
		assertThat(post("van-hoa", "submit", "{}", this.plan.official("c", "van-hoa"))).hasStatusOk();
		assertThat(post("y-te", "submit", "{}", this.official)).hasStatus(404);
		assertThat(post("khong-co", "submit", "{}", this.official)).hasStatus(404);
	}

	@Test
	void nobodyApprovesWhatTheyEntered() {
		put("7", "FINAL", "{\"value\": 100}", null, this.plan.official("binh"));
		post("kinh-te", "submit", "{}", this.official);

		MvcTestResult refused = post("kinh-te", "approve", "{}", this.reviewer);
		assertThat(refused).hasStatus(403);
		assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("không được tự duyệt");
		assertThat(post("kinh-te", "approve", "{}", this.plan.reviewer("chi"))).hasStatusOk();
	}

	@Test
	void whoComesSecondIsToldBothFiguresAndChooses() {
		put("7", "FINAL", "{\"value\": 99}", null);
		put("7", "FINAL", "{\"value\": 98}", "\"1\"", this.plan.official("chi"));

		MvcTestResult stale = put("7", "FINAL", "{\"value\": 97}", "\"1\"");
		assertThat(stale).hasStatus(412).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(stale).bodyJson().isLenientlyEqualTo("""
				{"status": 412, "etag": "\\"2\\"", "current": {"no": "7", "value": 98, "enteredBy": "chi"}}""");
		assertThat(stale).bodyJson().extractingPath("$.detail").asString().contains("chi");
		MvcTestResult unnamed = put("7", "FINAL", "{\"value\": 97}", null);
		assertThat(unnamed).hasStatus(428).bodyJson().extractingPath("$.current.value").isEqualTo(98);
		assertThat(put("7", "FINAL", "{\"value\": 97}", "\"1\"", this.plan.official("chi"))).bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("Số liệu vừa được bạn (ở cửa sổ khác) sửa.");

		assertThat(put("7", "FINAL", "{\"value\": 97}", "\"2\"")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1   | 9.923.500.000.000 đồng | 9923.5 |
			1   | 16 tỷ 434              | 16.434 |
			1   | 12 tỷ VNĐ              | 12     |
			1   | =7.082,5+2841-0,5      | 9923   |
			1   | =7.082,5+x             |        | sum-invalid
			1   | khoảng 50              |        | number-words
			1   | 9.923,5 (ước)          |        | number-words
			1   | không có               |        | number-none
			17  | 6,5%.                  |        | number-words
			17  | 6.265                  |        | number-ambiguous
			17  | 6,265                  | 6.265  |
			""")
	void whatPeopleWriteBesideANumberIsUnderstoodOrAskedBack(String no, String text, BigDecimal value, String code) {
		MvcTestResult put = put(no, "FINAL", "{\"value\": \"" + text + "\"}", null);
		if (code != null) {
			assertThat(put).hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
		}
		else {
			assertThat(put).hasStatus(201);
			assertThat(this.jdbc
				.sql("select a.value::text from actual a join indicator i on i.id = a.indicator_id "
						+ "where i.plan_id = ?")
				.param(this.plan.planId())
				.query(String.class)
				.single()).isEqualTo(value.toPlainString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,-50,figure-negative", "17,0.062,share-fraction", "2.1,20,share-jump", "2.1,95.8,share-jump",
			"2.1,70," })
	void whatLooksLikeASlipIsStoredAndQuestioned(String no, String value, String code) {
		MvcTestResult put = put(no, "FINAL", "{\"value\": " + value + "}", null);
		assertThat(put).hasStatus(201)
			.bodyJson()
			.extractingPath("$.problems[?(@.field == 'value')].code")
			.asArray()
			.containsExactlyElementsOf((code != null) ? List.of(code) : List.of());
	}

	@Test
	void theSameFigurePutAgainChangesNothing() {
		put("7", "FINAL", "{\"value\": 99}", null);

		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"", this.plan.official("chi"))).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.ETAG, "\"1\"");
		assertThat(get("7", "FINAL", this.official)).bodyJson().extractingPath("$.enteredBy").isEqualTo("an");
	}

	@Test
	void emptyOnPurposeIsAnAnswerWithAReason() {
		MvcTestResult stored = put("7", "FINAL", "{\"value\": null, \"noDataReason\": \"Chưa điều tra\"}", null);
		assertThat(stored).hasStatus(201).headers().hasValue(HttpHeaders.ETAG, "\"1\"");
		assertThat(stored).bodyJson()
			.isLenientlyEqualTo("{\"value\": null, \"noDataReason\": \"Chưa điều tra\", \"problems\": []}");
		assertThat(get("7", "FINAL", this.official)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.noDataReason")
			.isEqualTo("Chưa điều tra");
		assertThat(put("7", "FINAL", "{\"value\": 99}", null)).hasStatus(428);
		assertThat(put("7", "FINAL", "{\"value\": 99, \"noDataReason\": \"Chưa điều tra\"}", "\"1\"")).hasStatus(422);
		assertThat(put("7", "FINAL", "{\"noDataReason\": \" \"}", "\"1\"")).hasStatus(422);

		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.noDataReason")
			.isNull();
		assertThat(put("7", "FINAL", "{\"noDataReason\": \"Số cũ sai\"}", "\"2\"")).hasStatusOk();
		assertThat(this.jdbc.sql("""
				select concat_ws(' ', action, from_state, to_state) from audit_entry
				where plan_id = ? and subject = 'ACTUAL' order by id
				""").param(this.plan.planId()).query(String.class).list()).containsExactly("CREATED - (Chưa điều tra)",
				"CHANGED - (Chưa điều tra) 99", "CHANGED 99 - (Số cũ sai)");
	}

	@Test
	void wordsAreStoredAsTheyAreWrittenButForWhatIsNoCharacter() {
		assertThat(put("7", "FINAL", "{\"value\": 99, \"note\": \" Hộ \\\"mới\\\"\\u0000 \\\\ 'cũ'\\n\"}", null))
			.hasStatus(201);

		assertThat(get("7", "FINAL", this.official)).bodyJson()
			.extractingPath("$.note")
			.isEqualTo("Hộ \"mới\" \\ 'cũ'");
	}

	@Test
	void partsThatDoNotAddUpArePointedOutOnEntry() throws Exception {
		this.jdbc.sql("""
				insert into indicator (plan_id, no, parent_id, position, name, unit, role, direction, value_type,
				                       accumulation, bounded, decimals)
				select plan_id, '1.2', id, 99, 'Thu tiền sử dụng đất', unit, 'BREAKDOWN', direction, value_type,
				       accumulation, bounded, decimals
				from indicator where plan_id = ? and no = '1'
				""").param(this.plan.planId()).update();
		put("1", "FINAL", "{\"value\": \"10.000\"}", null);
		put("1.1", "FINAL", "{\"value\": \"8.000\"}", null);

		MvcTestResult last = put("1.2", "FINAL", "{\"value\": \"1.999\"}", null);
		assertThat(last).bodyJson().extractingPath("$.problems[*].code").asArray().containsExactly("breakdown-sum");
		assertThat(last).bodyJson().extractingPath("$.problems[0].message").asString().contains("9.999", "10.000");
		assertThat(get("1", "FINAL", this.official)).bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.containsExactly("breakdown-sum");
		assertThat(put("1.2", "FINAL", "{\"value\": \"2.000\"}", "\"1\"")).bodyJson()
			.extractingPath("$.problems")
			.asArray()
			.isEmpty();
		assertThat(put("1", "M06", "{\"value\": \"7.000\"}", null)).as("figures of other periods").hasStatus(201);
	}

	@Test
	void theCalendarLocksWhereTheWardSaysSo() {
		put("7", "FINAL", "{\"value\": 99}", null);
		this.jdbc
			.sql("""
					insert into calendar_setting (ward_code, version, periods, opens_day, closes_day, final_opens, final_closes,
					                              days_to_send, remind_days, enforced, changed_by, changed_at)
					values (?, 1, array['FINAL'], 1, 14, '01-01', '03-31', 2, 7, true, 'admin', now())
					""")
			.param(this.plan.ward().value())
			.update();
		this.jdbc.sql("""
				insert into calendar_dates (ward_code, year, period, opens_on, closes_on, changed_by, changed_at)
				values (?, 2026, 'FINAL', '2100-01-01', '2100-02-01', 'admin', now())
				""").param(this.plan.ward().value()).update();

		MvcTestResult refused = put("7", "FINAL", "{\"value\": 98}", "\"1\"");
		assertThat(refused).hasStatus(409).bodyJson().extractingPath("$.detail").asString().contains("01/01/2100");
		assertThat(get("7", "FINAL", this.official)).bodyJson().extractingPath("$.value").isEqualTo(99);
	}

	@Test
	void aRowApprovedOnItsOwnIsLockedWhileTheOthersAreCorrected() {
		put("7", "FINAL", "{\"value\": 100}", null);
		put("13", "FINAL", "{\"numerator\": 3, \"denominator\": 3}", null);
		post("kinh-te", "submit", "{}", this.official);
		assertThat(post("kinh-te", "return",
				"{\"rows\": [{\"no\": \"13\", \"comment\": \"Xem lại\"}], \"approveRest\": true}", this.reviewer))
			.hasStatusOk();

		assertThat(put("7", "FINAL", "{\"value\": 99}", "\"1\"")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("duyệt riêng");
		assertThat(put("13", "FINAL", "{\"numerator\": 2, \"denominator\": 3}", "\"1\"")).hasStatusOk();
	}

	/**
	 * One read, one look into the calendar, one write; the rest is audit.
	 */
	@Test
	void aSaveCostsThreeStatements() throws Exception {
		assertCheap(() -> put("7", "FINAL", "{\"value\": 99}", null), 201);
		assertCheap(() -> put("7", "FINAL", "{\"value\": 98}", "\"1\""), 200);
		assertCheap(() -> put("1.1", "FINAL", "{\"value\": 98}", null), 201);
		assertCheap(() -> put("7", "FINAL", "{\"value\": 97}", "\"1\""), 412);
	}

	private static void assertCheap(Callable<MvcTestResult> save, int status) throws Exception {
		AtomicReference<MvcTestResult> result = new AtomicReference<>();
		List<String> statements = StatementCounter.during(() -> {
			result.set(save.call());
			return result.get();
		});
		assertThat(result.get()).hasStatus(status);
		assertThat(statements.stream().filter((sql) -> !sql.contains("insert into audit_entry")))
			.as(String.join("\n", statements))
			.hasSizeLessThanOrEqualTo(3);
		assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(4);
	}

	private MvcTestResult put(String no, String period, String body, String ifMatch) {
		return put(no, period, body, ifMatch, this.official);
	}

	private MvcTestResult put(String no, String period, String body, String ifMatch, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.put()
			.uri(uri(no, period))
			.with(TestAccounts.as(actor))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((ifMatch != null) ? request.header(HttpHeaders.IF_MATCH, ifMatch) : request).exchange();
	}

	private MvcTestResult get(String no, String period, Actor actor) {
		return this.mvc.get().uri(uri(no, period)).with(TestAccounts.as(actor)).exchange();
	}

	private MvcTestResult exchange(String uri) {
		return this.mvc.get().uri(uri).with(TestAccounts.as(this.official)).exchange();
	}

	private MvcTestResult post(String unit, String step, String body, Actor actor) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan.planId() + "/submissions/2026/FINAL/" + unit + "/" + step)
			.with(TestAccounts.as(actor))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private String uri(String no, String period) {
		return "/api/v1/plans/" + this.plan.planId() + "/indicators/" + no + "/actuals/2026/" + period;
	}

}
