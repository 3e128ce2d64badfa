package vn.wardkpi.webui;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.RequestsFromOutside;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people write is as long as it may be and no longer; a form says so and keeps what
 * was written.
 */
class LongTextTests extends RequestsFromOutside {

	private static final String LONG = "ă".repeat(2001);

	private static final String LONG_NAME = "ă".repeat(301);

	@Test
	void theApiSaysOfEveryTextHowLongItMayBe() {
		official().enters("7", "100").submits("kinh-te");
		String users = "/api/v1/users";
		Map<Sent, String> sent = new java.util.LinkedHashMap<>();
		for (String field : List.of("note", "noDataReason")) {
			String value = field.equals("note") ? "\"value\": 9923.5, " : "";
			sent.put(
					api(Role.OFFICIAL, "PUT", this.plan + "/indicators/2.1/actuals/2026/FINAL",
							"{" + value.replace("9923.5", "66.7") + "\"" + field + "\": \"" + LONG + "\"}", 422),
					field);
		}
		for (String field : List.of("cause", "remedy")) {
			sent.put(
					api(Role.OFFICIAL, "PUT", this.plan + "/indicators/2.1/actuals/2026/FINAL",
							"{\"value\": 66.7, \"explanation\": {\"" + field + "\": \"" + LONG + "\"}}", 422),
					"explanation." + field);
		}
		sent.put(api(Role.REVIEWER, "POST", this.form + "/return", "{\"comment\": \"" + LONG + "\"}", 422), "comment");
		sent.put(api(Role.REVIEWER, "POST", this.form + "/return",
				"{\"rows\": [{\"no\": \"7\", \"comment\": \"" + LONG + "\"}]}", 422), "7.comment");
		sent.put(
				api(Role.ADMIN, "POST", this.plan + "/decisions",
						"{\"issuer\": \"CITY\", \"number\": \"" + LONG_NAME + "\", \"effectiveDate\": \"2026-01-01\", "
								+ "\"targets\": [{\"no\": \"7\", \"year\": 2026, \"text\": \"100%\"}]}",
						422),
				"number");
		sent.put(
				api(Role.ADMIN, "POST", this.plan + "/decisions",
						"{\"issuer\": \"CITY\", \"effectiveDate\": \"2026-01-01\", "
								+ "\"targets\": [{\"no\": \"7\", \"year\": 2026, \"text\": \"" + LONG + "\"}]}",
						422),
				"targets[0].text");
		for (String field : List.of("name", "unit", "reason")) {
			sent.put(
					api(Role.ADMIN, "PATCH", this.plan + "/indicators/7",
							"{\"" + field + "\": \"" + (field.equals("reason") ? LONG : LONG_NAME) + "\"}", 422),
					field);
		}
		sent.put(api(Role.ADMIN, "POST", users, "{\"displayName\": \"" + LONG_NAME + "\"}", 422), "displayName");
		for (String field : List.of("title", "decisionNumber")) {
			sent.put(upload(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", 422, part(field, LONG_NAME),
					file("a.csv", "no")), field);
		}
		answerAll(List.copyOf(sent.keySet()));
		SoftAssertions softly = new SoftAssertions();
		sent.forEach((one, field) -> softly.assertThat(exchange(one.request()).body())
			.as(one.name())
			.contains("\"field\":\"" + field + "\"")
			.containsPattern("\"code\":\"[a-z-]*too-long\"")
			.containsPattern("[Dd]ài quá (300|2000) ký tự")
			.hasSizeLessThan(3000));
		softly.assertAll();
	}

	@Test
	void theLongestTextIsTaken() {
		String longest = "ă".repeat(2000);
		answerAll(List.of(
				api(Role.OFFICIAL, "PUT", this.figure,
						"{\"value\": 99, \"note\": \"" + longest + "\", \"explanation\": {\"cause\": \"" + longest
								+ "\", \"remedy\": \"" + longest + "\"}}",
						201),
				api(Role.OFFICIAL, "POST", this.form + "/submit", null, 200),
				api(Role.REVIEWER, "POST", this.form + "/return", "{\"comment\": \"" + longest
						+ "\", \"rows\": [{\"no\": \"7\", \"comment\": \"" + longest + "\"}]}", 200)));
		assertThat(exchange(call(Role.OFFICIAL, "GET", this.figure, null)).body()).contains(longest);
	}

	@Test
	void anAnnexSaysAtWhichRowItsTextIsTooLong() {
		String csv = "no,parent,name,unit,field,role,decisive,direction,valueType,accumulation,bounded,leadUnits,note,t2026\n"
				+ "1,," + LONG_NAME + ",%,,COUNTED,,HIGHER_IS_BETTER,PERCENT,LAST,true,Phòng A,,50\n"
				+ "2,,Tên vừa,%,,COUNTED,,HIGHER_IS_BETTER,PERCENT,LAST,true,Phòng A," + LONG + ",50\n";
		Sent sent = upload(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", 422, file("a.csv", csv));
		answerAll(List.of(sent));
		String body = exchange(sent.request()).body();
		assertThat(body).contains("\"code\":\"too-long\"", "Dài quá 300 ký tự", "Dài quá 2000 ký tự");
	}

	@Test
	void aFormSaysSoAndKeepsWhatWasWritten() {
		official().enters("7", "100").submits("kinh-te");
		String text = URLEncoder.encode(LONG, StandardCharsets.UTF_8);
		String name = URLEncoder.encode(LONG_NAME, StandardCharsets.UTF_8);
		String sheet = "/plans/" + plan().planId() + "/entry/2026/FINAL/van-hoa";
		List<Sent> sent = Stream
			.of(form(Role.OFFICIAL, sheet, "cells%5B2.1%5D.value=66,7&cells%5B2.1%5D.cause=" + text, 422),
					form(Role.OFFICIAL, sheet, "cells%5B2.1%5D.value=66,7&cells%5B2.1%5D.remedy=" + text, 422),
					form(Role.OFFICIAL, sheet, "cells%5B2.1%5D.value=66,7&cells%5B2.1%5D.note=" + text, 422),
					form(Role.OFFICIAL, sheet, "cells%5B2.1%5D.noDataReason=" + text, 422),
					form(Role.REVIEWER, this.review + "/return", "comment=" + text, 422),
					form(Role.REVIEWER, this.review + "/return",
							"rows%5B7%5D.returned=true&rows%5B7%5D.comment=" + text, 422),
					form(Role.REVIEWER, this.review + "/override",
							"no=7&issuer=WARD_COUNCIL&verdict=MET&reason=" + text, 422),
					form(Role.REVIEWER, this.review + "/override",
							"no=7&issuer=WARD_COUNCIL&verdict=MET&reason=x&reference=" + text, 422),
					form(Role.ADMIN, "/wards/" + this.ward + "/calendar/2026/extensions",
							"leadUnit=kinh-te&period=FINAL&until=1/4/2027&reason=" + text, 422),
					form(Role.ADMIN, "/users", "username=abc&displayName=" + name, 422),
					form(Role.ADMIN, "/account/tokens", "days=1&name=" + name, 422),
					multipart(Role.ADMIN, "/wards/" + this.ward + "/plans/import", 422, part("title", LONG_NAME),
							file("a.csv", "no")))
			.toList();
		answerAll(sent);
		SoftAssertions softly = new SoftAssertions();
		for (Sent one : sent) {
			HttpResponse<String> answer = exchange(one.request());
			softly.assertThat(Jsoup.parse(answer.body()).text())
				.as(one.name())
				.containsPattern("[Dd]ài quá (100|300|2000) ký tự");
			softly.assertThat(answer.body()).as(one.name()).contains("ă".repeat(301));
		}
		softly.assertAll();
	}

	@Test
	void aMessageRepeatsTheBeginningAlone() {
		String endless = "x".repeat(4000);
		SoftAssertions softly = new SoftAssertions();
		for (Sent sent : List.of(
				api(Role.ADMIN, "GET", this.plan + "/indicators/" + endless + "/actuals/2026/FINAL", null, 404),
				api(Role.ADMIN, "GET", "/api/v1/wards/" + endless, null, 404),
				api(Role.ADMIN, "GET", this.plan + "/attainment?asOf=" + endless, null, 400),
				api(Role.OFFICIAL, "PUT", this.figure, "{\"value\": \"" + endless + "\"}", 422),
				api(Role.OFFICIAL, "PUT", this.figure, "{\"" + endless + "\": 1}", 400),
				api(Role.ADMIN, "POST", "/api/v1/users", "{\"wardCode\": \"" + endless + "\"}", 403),
				api(Role.ADMIN, "PATCH", this.plan + "/indicators/7",
						"{\"leadUnits\": [\"" + endless + "\"], \"reason\": \"x\", \"effectiveDate\": \"2026-01-01\"}",
						422))) {
			HttpResponse<String> answer = exchange(sent.request());
			softly.assertThat(answer.statusCode()).as(sent.name()).isEqualTo(sent.status());
			softly.assertThat(answer.body().replaceAll("\"instance\":\"[^\"]*\"", ""))
				.as(sent.name())
				.doesNotContain("x".repeat(101))
				.hasSizeLessThan(1500);
		}
		softly.assertAll();
	}

}
