package vn.wardkpi.webui;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.RequestsFromOutside;
import vn.wardkpi.support.LogLines;
import vn.wardkpi.support.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no page and no well-meaning program sends, from outside: each is answered
 * by what is wrong with it, in the caller's language, and none leaves a stack trace.
 */
class HostileInputTests extends RequestsFromOutside {

	/** Written into the JSON of a test in place of its escape. */
	private static final String NUL = "\\u0000";

	private static final String BROKEN = "\\ud83d";

	@Test
	void whatNoTextHoldsIsMalformedInAnAddress() {
		List<Sent> sent = new ArrayList<>();
		for (String address : List.of("/wards?q=%00", "/wards?province=%00", "/wards?q=a&%00=b", "/wards?q=%ED%A0%80",
				"/audit?q=a%00b", "/audit?who=%00", "/audit?no=%00", "/audit?action=%00", "/audit?ward=%00",
				"/audit?subject=%00", "/audit/export?q=%00", "/audit/chains?verify=%00", "/audit/chains?head=%00",
				"/audit/chains?ward=%00", "/users?q=%00", "/users/new?q=%00", "/users/new?ward=%00",
				"/account?lang=%00", "/sign-in?continue=%00", "/wards/%00", "/plans/%00",
				"/wards/" + this.ward + "/years/2026?group=%00", "/users/%00", "/users/a%00b")) {
			sent.add(page(Role.ADMIN, address, 400));
		}
		for (String address : List.of("/api/v1/wards?q=%00", "/api/v1/wards?province=%00", "/api/v1/wards/%00",
				"/api/v1/wards?q=%ED%A0%80", "/api/v1/overview?year=2026&province=%00", "/api/v1/overview?%00=1",
				this.plan + "/indicators/%00/actuals/2026/FINAL", this.plan + "/history/%00",
				this.plan + "/submissions/2026/FINAL/%00")) {
			sent.add(api(Role.ADMIN, "GET", address, null, 400));
		}
		answerAll(sent);
	}

	@Test
	void whatNoTextHoldsIsMalformedInABody() {
		List<Sent> sent = new ArrayList<>();
		for (String bad : List.of(NUL, BROKEN, "\\udc00\\ud83d")) {
			sent.add(api(Role.ADMIN, "POST", this.plan + "/decisions",
					"{\"issuer\": \"CITY\", \"number\": \"x" + bad + "\", \"effectiveDate\": \"2026-01-01\", "
							+ "\"targets\": [{\"no\": \"7\", \"year\": 2026, \"text\": \"100%\"}]}",
					400));
			sent.add(api(Role.ADMIN, "POST", this.plan + "/decisions",
					"{\"issuer\": \"CITY\", \"effectiveDate\": \"2026-01-01\", "
							+ "\"targets\": [{\"no\": \"7\", \"year\": 2026, \"text\": \"giữ vững" + bad + "\"}]}",
					400));
			for (String field : List.of("name", "unit", "reason")) {
				sent.add(api(Role.ADMIN, "PATCH", this.plan + "/indicators/7",
						"{\"" + field + "\": \"x" + bad + "\", \"effectiveDate\": \"2026-01-01\"}", 400));
			}
			sent.add(api(Role.ADMIN, "PATCH", this.plan + "/indicators/7",
					"{\"leadUnits\": [\"x" + bad + "\"], \"reason\": \"x\", \"effectiveDate\": \"2026-01-01\"}", 400));
			for (String field : List.of("username", "displayName", "wardCode", "password")) {
				sent.add(api(Role.ADMIN, "POST", "/api/v1/users", "{\"" + field + "\": \"x" + bad + "\"}", 400));
			}
			sent.add(api(Role.REVIEWER, "POST", this.form + "/return", "{\"comment\": \"x" + bad + "\"}", 400));
			sent.add(api(Role.REVIEWER, "POST", this.form + "/return",
					"{\"rows\": [{\"no\": \"7\", \"comment\": \"x" + bad + "\"}]}", 400));
			sent.add(api(Role.REVIEWER, "POST", this.form + "/reopen", "{\"reason\": \"x" + bad + "\"}", 400));
			sent.add(api(Role.OFFICIAL, "PUT", this.figure, "{\"value\": \"9" + bad + "\"}", 422));
		}
		for (String field : List.of("note", "noDataReason")) {
			sent.add(api(Role.OFFICIAL, "PUT", this.figure, "{\"" + field + "\": \"x" + BROKEN + "\"}", 400));
		}
		sent.add(api(Role.OFFICIAL, "PUT", this.figure,
				"{\"value\": 99, \"explanation\": {\"cause\": \"" + BROKEN + "\"}}", 400));
		answerAll(sent);
	}

	@Test
	void whatNoTextHoldsIsMalformedInAForm() {
		answerAll(List.of(form(Role.ADMIN, "/users", "username=a&displayName=%00", 400),
				form(Role.ADMIN, "/users", "displayName=%ED%A0%80", 400),
				form(Role.ADMIN, "/users/" + this.names.get(Role.OFFICIAL), "displayName=%00", 400),
				form(Role.ADMIN, "/account/tokens", "name=%00&days=1", 400),
				form(Role.ADMIN, "/account/email", "email=%00", 400),
				form(Role.ADMIN, "/account/password", "present=%00&password=%00", 400),
				form(Role.ADMIN, "/wards/" + this.ward + "/calendar/2026/extensions",
						"leadUnit=kinh-te&period=FINAL&until=1/4/2027&reason=%00", 400),
				form(Role.ADMIN, "/sign-in", "username=%00&password=x", 400),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te",
						"cells%5B7%5D.note=%00&cells%5B7%5D.value=9", 400),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te", "cells%5B%00%5D.value=9",
						400),
				form(Role.OFFICIAL, this.evidence + "/1/delete", "reason=%00", 400),
				form(Role.REVIEWER, this.review + "/return", "comment=%00", 400),
				form(Role.REVIEWER, this.review + "/reopen", "reason=%00", 400),
				form(Role.REVIEWER, this.review + "/override", "no=7&issuer=CITY&verdict=MET&reason=%00", 400),
				form(Role.REVIEWER, "/review/approve", "form=%00", 400)));
	}

	@Test
	void whatNoTextHoldsIsMalformedInAHeader() {
		String nul = Base64.getEncoder().encodeToString("a\0:b".getBytes(StandardCharsets.UTF_8));
		String session = Base64.getEncoder().encodeToString("\0".getBytes(StandardCharsets.UTF_8));
		List<Sent> sent = new ArrayList<>();
		sent.add(new Sent("Basic a\\0:b", request("/api/v1/wards").header("Authorization", "Basic " + nul).GET(), true,
				401));
		sent.add(new Sent("Bearer \\0", request("/api/v1/wards").header("Authorization", "Bearer " + session).GET(),
				true, 401));
		sent.add(new Sent("session \\0", request("/wards").header("Cookie", "SESSION=" + session).GET(), false, 302));
		sent.add(new Sent("language \\0", request("/sign-in").header("Cookie", "ward-kpi-language=" + session).GET(),
				false, 200));
		sent.add(new Sent("If-Match",
				call(Role.OFFICIAL, "PUT", this.figure, "{\"value\": 99}").header("If-Match", "\"-1\", x"), true, 412));
		answerAll(sent);
	}

	@Test
	void aDayThatIsNoneIsRefusedForEveryCaller() {
		List<Sent> sent = new ArrayList<>();
		long id = plan().planId();
		for (String day : List.of("%2B10000-01-01", "10000-01-01", "-0001-01-01", "%2B999999999-12-31", "31/02/2026",
				"2026-02-31", "31/2/2026", "1/1/12026", "0000-01-01", "2026-1-1T00:00", "hom-qua")) {
			for (String address : List.of(this.plan + "/attainment?asOf=", this.plan + "/period?asOf=")) {
				sent.add(api(Role.ADMIN, "GET", address + day, null, 400));
				sent.add(new Sent("en " + address + day,
						call(Role.ADMIN, "GET", address + day, null).header("Accept-Language", "en"), true, 400));
			}
			for (String address : List.of("/wards/" + this.ward + "/years/2026", "/wards/" + this.ward + "/period",
					"/wards/" + this.ward + "/years/2026/stages", "/plans/" + id + "/indicators/7")) {
				sent.add(page(Role.ADMIN, address + "?asOf=" + day, 400));
				sent.add(page(Role.ADMIN, address + "?lang=en&asOf=" + day, 400));
			}
			sent.add(page(Role.ADMIN, "/audit?lang=vi&from=" + day, 422));
			sent.add(page(Role.ADMIN, "/audit?to=" + day, 422));
			sent.add(page(Role.ADMIN, "/audit/export?to=" + day, 302));
			sent.add(form(Role.ADMIN, "/wards/" + this.ward + "/calendar/2026/FINAL",
					"opensOn=" + day + "&closesOn=" + day, 422));
			sent.add(form(Role.ADMIN, "/wards/" + this.ward + "/calendar/2026/extensions",
					"leadUnit=kinh-te&period=FINAL&reason=x&until=" + day, 422));
			sent.add(multipart(Role.ADMIN, "/wards/" + this.ward + "/plans/import", 422,
					part("decisionDate", java.net.URLDecoder.decode(day, StandardCharsets.UTF_8)),
					file("a.csv", "no")));
			sent.add(upload(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", 400,
					part("decisionDate", java.net.URLDecoder.decode(day, StandardCharsets.UTF_8)),
					file("a.csv", "no")));
		}
		for (String day : List.of("+10000-01-01", "+999999999-12-31", "-0001-01-01", "31/02/2026", "2026-02-31")) {
			for (String field : List.of("date", "effectiveDate")) {
				sent.add(
						api(Role.ADMIN, "POST", this.plan + "/decisions",
								"{\"issuer\": \"CITY\", \"" + field + "\": \"" + day
										+ "\", \"targets\": [{\"no\": \"7\", \"year\": 2026, \"text\": \"99%\"}]}",
								400));
			}
			sent.add(api(Role.ADMIN, "PATCH", this.plan + "/indicators/7",
					"{\"reason\": \"x\", \"name\": \"x\", \"effectiveDate\": \"" + day + "\"}", 400));
		}
		answerAll(sent);
	}

	@Test
	void aDayIsReadAlikeForEveryCaller() {
		for (String address : List.of("/wards/" + this.ward + "/years/2026", this.plan + "/attainment")) {
			for (String day : List.of("2026-12-31", "31/12/2026", "5/6/2026")) {
				boolean api = address.startsWith("/api");
				answerAll(List.of(
						api ? api(Role.ADMIN, "GET", address + "?asOf=" + day, null, 200)
								: page(Role.ADMIN, address + "?asOf=" + day, 200),
						api ? new Sent(day + " en",
								call(Role.ADMIN, "GET", address + "?asOf=" + day, null).header("Accept-Language", "en"),
								true, 200) : page(Role.ADMIN, address + "?lang=en&asOf=" + day, 200)));
			}
		}
		assertThat(exchange(
				call(Role.ADMIN, "GET", this.plan + "/attainment?asOf=5/6/2026", null).header("Accept-Language", "en"))
			.body()).contains("\"asOf\":\"2026-06-05\"");
	}

	@Test
	void numbersBeyondWhatIsCountedAreRefused() {
		answerAll(List.of(api(Role.ADMIN, "GET", "/api/v1/overview?year=2026&page=2147483647&size=500", null, 200),
				api(Role.ADMIN, "GET", "/api/v1/overview?year=2147483647", null, 200),
				api(Role.ADMIN, "GET", "/api/v1/overview?year=99999999999", null, 400),
				api(Role.ADMIN, "GET", this.plan + "/attainment?year=2147483647", null, 422),
				api(Role.ADMIN, "GET", "/api/v1/plans/99999999999999999999", null, 400),
				api(Role.ADMIN, "GET", "/api/v1/plans/9223372036854775807", null, 404),
				api(Role.OFFICIAL, "PUT", this.figure, "{\"value\": 1e999999999}", 422),
				api(Role.OFFICIAL, "PUT", this.figure, "{\"value\": " + "9".repeat(2000) + "}", 400),
				api(Role.OFFICIAL, "PUT", this.figure, "[".repeat(5000), 400),
				page(Role.ADMIN, "/users?page=2147483647", 200), page(Role.ADMIN, "/users?page=-2147483648", 200),
				page(Role.ADMIN, "/wards/" + this.ward + "/years/2147483647", 404),
				page(Role.ADMIN, "/wards/" + this.ward + "/years/99999999999", 404),
				page(Role.ADMIN, "/wards/" + this.ward + "/calendar?year=-2147483648", 200),
				page(Role.ADMIN, "/plans/" + plan().planId() + "/indicators/7?history=-2147483648", 200),
				page(Role.ADMIN, "/plans/" + plan().planId() + "/indicators/7?history=2147483647", 200),
				page(Role.ADMIN, "/audit?before=99999999999999999999&plan=99999999999999999999", 200),
				form(Role.ADMIN, "/users", "leadUnits%5B2000000000%5D=x", 400),
				form(Role.ADMIN, "/users", "leadUnits%5B-1%5D=x", 400),
				form(Role.ADMIN, "/users", "leadUnits%5Bx%5D=x", 400),
				form(Role.ADMIN, "/users", "leadUnits%5B0%5D.x=x", 422),
				form(Role.ADMIN, "/wards/" + this.ward + "/calendar", "periods%5B2000000000%5D=x&enforced=", 400),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te",
						"cells%5B7%5D.value%5B0%5D=1", 400),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te", "cells%5B7%5D.value.x=1",
						302),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te", "cells%5B7%5D%5B0%5D=1",
						400),
				form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te", "cells=1", 400),
				form(Role.REVIEWER, this.review + "/return", "version=99999999999", 400),
				form(Role.REVIEWER, this.review + "/override", "no=7&issuer=KING&reason=x", 400)));
	}

	@Test
	void whatIsTooLargeIsSaidSo() {
		String large = "x".repeat(3 * MEGABYTE);
		String json = "{\"value\": 99, \"note\": \"" + "x".repeat(MEGABYTE) + "\"}";
		HttpRequest.Builder chunked = call(Role.OFFICIAL, "PUT", this.figure, null)
			.PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
		answerAll(List.of(form(Role.ADMIN, "/users", "displayName=" + large, 413),
				form(Role.ADMIN, "/users", "displayName=" + large + "&_csrf=x", 413),
				form(null, "/sign-in", "username=" + large, 413), api(Role.OFFICIAL, "PUT", this.figure, json, 413),
				new Sent("chunked", chunked, true, 413), api(Role.REVIEWER, "POST", this.form + "/return", json, 413),
				api(Role.ADMIN, "POST", "/api/v1/users", json, 413),
				api(Role.ADMIN, "POST", this.plan + "/decisions", json, 413),
				api(Role.ADMIN, "PATCH", this.plan + "/indicators/7", json, 413),
				huge(Role.OFFICIAL, this.evidence, false),
				huge(Role.ADMIN, "/wards/" + this.ward + "/plans/import", false),
				huge(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", true)));
	}

	@Test
	void aFileWithANameThatIsNoneIsTaken() {
		answerAll(List.of(multipart(Role.OFFICIAL, this.evidence, 400, file("a\0.pdf", "%PDF-1.4"), part("as", "page")),
				upload(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", 400, file("a\0.csv", "no")),
				multipart(Role.ADMIN, "/wards/" + this.ward + "/plans/import", 400, part("title", "a\0"),
						file("a.csv", "no")),
				upload(Role.ADMIN, "/api/v1/wards/" + this.ward + "/plans/import", 400, part("title", "a\0"),
						file("a.csv", "no"))));
	}

	@Test
	void aFormOfFourHundredRowsIsReadWhole() {
		StringBuilder rows = new StringBuilder("cells%5B7%5D.value=99&cells%5B7%5D.version=0");
		for (int row = 100; row < 500; row++) {
			for (String field : List.of("value", "numerator", "denominator", "achieved", "note", "cause", "remedy",
					"noDataReason", "version", "theirs")) {
				rows.append("&cells%5B").append(row).append("%5D.").append(field).append("=");
			}
		}
		answerAll(List
			.of(form(Role.OFFICIAL, "/plans/" + plan().planId() + "/entry/2026/FINAL/kinh-te", rows.toString(), 302)));
		assertThat(this.jdbc
			.sql("select count(*) from actual_row a join indicator i on i.id = a.indicator_id "
					+ "where i.plan_id = ? and i.no = '7' and a.value = 99")
			.param(plan().planId())
			.query(Integer.class)
			.single()).isEqualTo(1);
		answerAll(List.of(form(Role.ADMIN, "/users", "x=1&".repeat(50_000) + "y=1", 400),
				page(Role.ADMIN, "/wards?" + "x&".repeat(3_000) + "q=a", 200)));
	}

	@Test
	void theServersOwnErrorPageNeverShows() {
		Map<String, Integer> sent = new java.util.LinkedHashMap<>();
		sent.put("GET /wards?q=| HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /wards?q=<a> HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /a%2Fb HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /a%5Cb HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /%C0%80 HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /%ED%A0%80 HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /%00 HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /%zz HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /../../etc/passwd HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /wards;a=b HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET //wards HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("GET /wards HTTP/1.1\nConnection: close\n\n", 400);
		sent.put("GET /wards HTTP/1.1\nHost: x y\nConnection: close\n\n", 400);
		sent.put("GET /wards HTTP/9.9\nHost: x\nConnection: close\n\n", 505);
		// Answered as in the days before status lines.
		sent.put("NONSENSE\n\n", 0);
		sent.put("\0\1\2\n\n", 0);
		sent.put("TRACE / HTTP/1.1\nHost: x\nConnection: close\n\n", 405);
		sent.put("BLA /wards HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("CONNECT /wards HTTP/1.1\nHost: x\nConnection: close\n\n", 501);
		sent.put("GET /wards HTTP/1.1\nHost: x\nA: " + "a".repeat(20_000) + "\nConnection: close\n\n", 400);
		sent.put("POST /sign-in HTTP/1.1\nHost: x\nContent-Length: -1\nConnection: close\n\n", 400);
		sent.put("POST /sign-in HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2\nConnection: close\n\n", 400);
		sent.put("POST /sign-in HTTP/1.1\nHost: x\nTransfer-Encoding: bla\nConnection: close\n\n", 501);
		sent.put("GET /api/v1/%2F HTTP/1.1\nHost: x\nConnection: close\n\n", 400);
		sent.put("TRACE /api/v1/wards HTTP/1.1\nHost: x\nConnection: close\n\n", 405);
		SoftAssertions softly = new SoftAssertions();
		try (LogLines log = LogLines.record()) {
			sent.forEach((request, status) -> {
				String line = request.lines().findFirst().orElse("");
				String answer = RawHttp.send(this.port, request);
				softly.assertThat(answer)
					.as(line)
					.doesNotContain("HTTP Status", "Apache Tomcat", "Exception", "at org.");
				if (status > 0) {
					softly.assertThat(answer)
						.as(line)
						.startsWith("HTTP/1.1 " + status + " ")
						.containsIgnoringCase("X-Content-Type-Options: nosniff")
						.containsIgnoringCase("Content-Security-Policy: default-src");
				}
				String body = answer.substring(Math.max(answer.indexOf("\r\n\r\n"), 0));
				softly.assertThat(body).as(line).containsAnyOf("Hãy ", "hãy ");
				if (line.contains("/api/")) {
					softly.assertThat(answer).as(line).contains("application/problem+json");
				}
			});
			softly.assertThat(log.alarming()).isEmpty();
		}
		softly.assertAll();
	}

	@Test
	void whatIsNotThereIsNoPageWhereAScriptWasAskedFor() {
		SoftAssertions softly = new SoftAssertions();
		for (String address : List.of("/assets/js/nowhere.js", "/assets/css/nowhere.css", "/assets/img/nowhere.svg",
				"/assets/webjars/nowhere.js", "/assets/js/abc/nowhere.js", "/assets/", "/favicon.ico")) {
			HttpResponse<String> answer = exchange(request(address).GET());
			softly.assertThat(answer.statusCode()).as(address).isIn(404, 302);
			if (answer.statusCode() == 404) {
				softly.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
					.as(address)
					.startsWith("text/plain");
				softly.assertThat(answer.headers().firstValue("X-Content-Type-Options"))
					.as(address)
					.hasValue("nosniff");
				softly.assertThat(answer.body())
					.as(address)
					.contains("Địa chỉ này không có nội dung")
					.doesNotContain("<");
			}
		}
		HttpResponse<String> signedIn = browser(Role.ADMIN).get("/nowhere.js");
		softly.assertThat(signedIn.statusCode()).isEqualTo(404);
		softly.assertThat(signedIn.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
		softly.assertAll();
	}

}
