package vn.wardkpi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.decision.DecisionService;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.support.Zips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Who may do what: every call and page, for every role, of the plan's own ward and of
 * another one. A call that is mapped and not listed here fails the test.
 */
@Transactional
class AccessMatrixTests extends IntegrationTest {

	private static final String WARD = "00340";

	private static final String OTHER_WARD = "00611";

	private static final String UNIT = "to-ma-tran";

	private static final String OTHER_UNIT = "to-khac";

	/** Callers whose ward is not the plan's have the same roles and unit codes there. */
	enum Caller {

		ANONYMOUS, DELEGATE, OFFICIAL, OFFICIAL_OF_OTHER_UNIT, REVIEWER, WARD_ADMIN, DELEGATE_ELSEWHERE,
		OFFICIAL_ELSEWHERE, REVIEWER_ELSEWHERE, ADMIN_ELSEWHERE, INSTALLATION_ADMIN, PROVINCE_ADMIN,
		PROVINCE_ADMIN_ELSEWHERE, VIEWER, VIEWER_OF_COUNTRY, VIEWER_ELSEWHERE;

		@Nullable Actor actor() {
			return switch (this) {
				case ANONYMOUS -> null;
				case DELEGATE -> TestAccounts.delegateActor(WARD);
				case OFFICIAL -> TestAccounts.officialActor(WARD, UNIT);
				case OFFICIAL_OF_OTHER_UNIT -> TestAccounts.officialActor(WARD, OTHER_UNIT);
				case REVIEWER -> TestAccounts.reviewerActor(WARD);
				case WARD_ADMIN -> TestAccounts.wardAdminActor(WARD);
				case DELEGATE_ELSEWHERE -> TestAccounts.delegateActor(OTHER_WARD);
				case OFFICIAL_ELSEWHERE -> TestAccounts.officialActor(OTHER_WARD, UNIT);
				case REVIEWER_ELSEWHERE -> TestAccounts.reviewerActor(OTHER_WARD);
				case ADMIN_ELSEWHERE -> TestAccounts.wardAdminActor(OTHER_WARD);
				case INSTALLATION_ADMIN -> TestAccounts.adminActor();
				case PROVINCE_ADMIN -> TestAccounts.provinceAdminActor("01", WARD, OTHER_WARD);
				case PROVINCE_ADMIN_ELSEWHERE -> TestAccounts.provinceAdminActor("75", "26368");
				case VIEWER -> TestAccounts.viewerActor("01", WARD, OTHER_WARD);
				case VIEWER_OF_COUNTRY -> TestAccounts.viewerActor();
				case VIEWER_ELSEWHERE -> TestAccounts.viewerActor("75", "26368");
			};
		}

	}

	private static final Set<Caller> EVERYBODY = EnumSet.allOf(Caller.class);

	private static final Set<Caller> SIGNED_IN = EnumSet.complementOf(EnumSet.of(Caller.ANONYMOUS));

	private static final Set<Caller> ADMINS = EnumSet.of(Caller.WARD_ADMIN, Caller.INSTALLATION_ADMIN,
			Caller.PROVINCE_ADMIN);

	private static final Set<Caller> INSTALLATION = EnumSet.of(Caller.INSTALLATION_ADMIN);

	/** Of all wards, or of those of the province. */
	private static final Set<Caller> OF_SEVERAL = EnumSet.of(Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN);

	private static final Set<Caller> ALL_OF_SEVERAL = EnumSet.of(Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.PROVINCE_ADMIN_ELSEWHERE);

	private static final Set<Caller> ALL_ADMINS = EnumSet.of(Caller.WARD_ADMIN, Caller.ADMIN_ELSEWHERE,
			Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN, Caller.PROVINCE_ADMIN_ELSEWHERE);

	private static final Set<Caller> OWN_OFFICIAL = EnumSet.of(Caller.OFFICIAL);

	/** Each for the forms of their own lead units. */
	private static final Set<Caller> OWN_OFFICIALS = EnumSet.of(Caller.OFFICIAL, Caller.OFFICIAL_OF_OTHER_UNIT);

	/** Of a task of the official's lead unit. */
	private static final Set<Caller> TASK_WRITERS = EnumSet.of(Caller.OFFICIAL, Caller.WARD_ADMIN,
			Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN);

	private static final Set<Caller> TASK_PAGE_WRITERS = EnumSet.of(Caller.OFFICIAL, Caller.OFFICIAL_OF_OTHER_UNIT,
			Caller.WARD_ADMIN, Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN);

	private static final Set<Caller> OWN_REVIEWER = EnumSet.of(Caller.REVIEWER);

	/** Of whatever ward, about its own forms. */
	private static final Set<Caller> ANY_REVIEWER = EnumSet.of(Caller.REVIEWER, Caller.REVIEWER_ELSEWHERE);

	private static final Set<Caller> STAFF = EnumSet.of(Caller.OFFICIAL, Caller.OFFICIAL_OF_OTHER_UNIT, Caller.REVIEWER,
			Caller.WARD_ADMIN, Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN);

	private static final Set<Caller> STAFF_AND_DELEGATE = EnumSet.of(Caller.OFFICIAL, Caller.OFFICIAL_OF_OTHER_UNIT,
			Caller.REVIEWER, Caller.WARD_ADMIN, Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN, Caller.DELEGATE,
			Caller.VIEWER, Caller.VIEWER_OF_COUNTRY);

	/** Staff of whatever ward, about their own. */
	private static final Set<Caller> ANY_STAFF_OF_A_WARD = EnumSet.of(Caller.OFFICIAL, Caller.OFFICIAL_OF_OTHER_UNIT,
			Caller.REVIEWER, Caller.WARD_ADMIN, Caller.OFFICIAL_ELSEWHERE, Caller.REVIEWER_ELSEWHERE,
			Caller.ADMIN_ELSEWHERE);

	private static final String ACTUAL = "/api/v1/plans/{id}/indicators/{no}/actuals/{year}/{period}";

	private static final String SUBMISSION = "/api/v1/plans/{id}/submissions/{year}/{period}/{leadUnit}";

	private static final String SHEETS = "/plans/{id}/entry/{year}/{period}";

	private static final String SHEET = SHEETS + "/{leadUnit}";

	private static final String TEMPLATES = "/wards/{code}/comment-templates";

	private static final String SENTENCES = "/wards/{code}/report-sentences";

	private static final Set<Caller> KEEPERS = EnumSet.of(Caller.REVIEWER, Caller.WARD_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.INSTALLATION_ADMIN);

	private static final String SESSIONS = "/wards/{code}/council-sessions";

	private static final String API_SESSIONS = "/api/v1" + SESSIONS;

	/** Delegates of the ward, and leaders who may see it. */
	private static final Set<Caller> ASKERS = EnumSet.of(Caller.DELEGATE, Caller.REVIEWER, Caller.VIEWER,
			Caller.VIEWER_OF_COUNTRY);

	private static final Set<Caller> CARRIERS = EnumSet.of(Caller.DELEGATE, Caller.WARD_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.INSTALLATION_ADMIN);

	private static final String REPORTS = "/api/v1/report-batches/{reports}";

	/** Administrators and viewers of several wards, of whatever province. */
	private static final Set<Caller> READERS_OF_SEVERAL = EnumSet.of(Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.PROVINCE_ADMIN_ELSEWHERE, Caller.VIEWER, Caller.VIEWER_OF_COUNTRY, Caller.VIEWER_ELSEWHERE);

	private static final Set<Caller> READERS_OF_PROVINCE = EnumSet.of(Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.VIEWER, Caller.VIEWER_OF_COUNTRY);

	private static final String ISSUED = "/plans/{id}/issued-reports";

	/** Who approve the ward's figures, and its administrators. */
	private static final Set<Caller> ISSUERS = EnumSet.of(Caller.REVIEWER, Caller.WARD_ADMIN, Caller.PROVINCE_ADMIN,
			Caller.INSTALLATION_ADMIN);

	private static final String REPORT = "7KQM40ZT9XWB";

	private static final String HAND_IN = "/plans/{id}/hand-in/{year}/{period}";

	private static final String REVIEW = "/plans/{id}/review/{year}/{period}/{leadUnit}";

	private static final String EVIDENCE = "/plans/{id}/indicators/{no}/evidence/{year}/{period}";

	private static final String DOCUMENT = "/api/v1/plans/{id}/decisions/{decision}/file";

	private static final String TYPED_DECISION = "?action=store&issuer=CITY&number=2&date=2026-01-05&no.0=1&year.0=2026"
			+ "&text.0=12";

	private static final String TYPED_ROW = "?action=check&reason=x&effectiveDate=2026-01-05&n1.no=3&n1.name=x"
			+ "&n1.direction=HIGHER_IS_BETTER&n1.valueType=COUNT&n1.accumulation=SUM&n1.answering=" + UNIT;

	private static final String TYPED_CHANGE = "?action=store&name=x&unit=y&role=COUNTED&direction=HIGHER_IS_BETTER"
			+ "&valueType=COUNT&accumulation=SUM&answering=" + UNIT + "&reason=x&effectiveDate=2026-01-05";

	private static final String TEMPLATE = "/plan-templates/{id}";

	/** Those of the province and of its wards. */
	private static final Set<Caller> TEMPLATE_READERS = EnumSet.of(Caller.WARD_ADMIN, Caller.ADMIN_ELSEWHERE,
			Caller.INSTALLATION_ADMIN, Caller.PROVINCE_ADMIN);

	private static final String TYPED_TEMPLATE = "?province=01&title=x&fromYear=2031&toYear=2035&version=1";

	private static final String TEMPLATE_BODY = """
			{"provinceCode": "01", "version": 1, "title": "Khung", "fromYear": 2031, "toYear": 2035,
			 "indicators": [{"no": "1", "definitionId": 1}]}""";

	private static final String DEFINITION = "?name=x&direction=HIGHER_IS_BETTER&valueType=COUNT";

	private static final String IMPORT = "/wards/{code}/plans/import";

	private static final String BATCH = "/api/v1/imports/{batch}";

	private static final String ANNEX = "/imports/{batch}/annexes/{annex}";

	private static final String UNITS = "/wards/{code}/lead-units";

	private static final String API_UNITS = "/api/v1" + UNITS;

	private static final String MOVE = "{\"into\": \"" + OTHER_UNIT + "\", \"from\": \"2026-01-05\", "
			+ "\"indicators\": [{\"planId\": 0, \"no\": \"1\"}]}";

	private static final String CALENDAR = "/wards/{code}/calendar";

	private static final String COMMON_CALENDAR = "/settings/calendar";

	private static final String COMMON_TEMPLATES = "/settings/comment-templates";

	private static final String CALENDAR_RULES = """
			{"periods": ["M06", "FINAL"], "opensDay": 1, "closesDay": 20, "finalOpens": "01-01", "finalCloses": "03-31",
			 "daysToSend": 2, "remindDays": 3, "enforced": false}""";

	private static final String CORRECTION = """
			{"bounded": false, "reason": "Không phải tỷ lệ", "effectiveDate": "2026-01-05"}""";

	private static final String ADDITION = """
			{"no": "3", "name": "Chỉ tiêu mới", "direction": "HIGHER_IS_BETTER", "valueType": "COUNT",
			 "accumulation": "SUM", "leadUnits": ["%s"], "reason": "x", "effectiveDate": "2026-01-05"}"""
		.formatted(UNIT);

	private static final String TASK = """
			{"what": "Rà soát số liệu", "leadUnit": "%s", "due": "2026-12-31"}""".formatted(UNIT);

	private static final String TYPED_TASK = "?what=x&due=31/12/2026&leadUnit=" + UNIT;

	private static final String REMOVAL = "?reason=x&effectiveDate=2026-01-05";

	private static final String DECISION = """
			{"issuer": "CITY", "number": "1/QĐ", "date": "2026-01-05", "effectiveDate": "2026-01-05",
			 "targets": [{"no": "1", "year": 2026, "text": "12"}]}""";

	private static final String ANNUAL = "/plans/{id}/annual-plans";

	private static final String HEADLINES = "/plans/{id}/published-headlines";

	private static final String HEADLINE = """
			{"issuer": "CITY", "year": 2026, "stage": "FINAL", "assigned": 10, "attained": 9, "source": "Báo cáo"}""";

	private static final String TYPED_HEADLINE = "?issuer=CITY&year=2026&stage=FINAL&assigned=10&attained=9&source=x"
			+ "&reason=x";

	private static final String ADOPTION = """
			{"issuer": "WARD_COUNCIL", "number": "1/NQ-HĐND", "date": "2026-01-05"}""";

	private static final String USER = """
			{"username": "ma-tran-moi", "password": "giấy-sông-bàn-42-chuối", "displayName": "Người mới",
			 "role": "REVIEWER", "wardCode": "00340", "leadUnits": []}""";

	/**
	 * Calls that change nothing of what the audit keeps, some because they are sent empty
	 * here.
	 */
	private static final Set<String> NOTHING_TO_RECORD = Set.of("POST /unit-list", "POST /unit-list/apply",
			"POST /api/v1/unit-list?dryRun=true", "POST " + ANNEX + "/open", "POST /sign-in/refused",
			"POST /sign-in/kept", "POST /plans/{id}/edit" + TYPED_ROW, "POST /api/v1/plans/{id}/indicators?dryRun=true",
			"DELETE /api/v1/plans/{id}/indicators/{no}" + REMOVAL + "&dryRun=true",
			"PATCH /api/v1/plans/{id}/indicators/{no}?dryRun=true", "POST /api/v1/plans/{id}/decisions?dryRun=true",
			"POST /api/v1/wards/{code}/plans/import?dryRun=true", "POST " + IMPORT, "POST " + IMPORT + "/{draft}",
			"POST " + IMPORT + "/{draft}/discard", "POST " + SHEET + "/cells/{no}/preview", "POST " + SHEET,
			"POST " + SHEET + "/cells/{no}", "POST " + SHEET + "/form-file", "POST /plans/{id}/cells/{year}/{period}",
			"POST " + SHEETS, "POST " + HAND_IN, "POST " + EVIDENCE, "POST /review/approve",
			"POST /plans/{id}/tasks/paste", "POST " + UNITS + "/{unit}/reopen", "POST " + CALENDAR,
			"POST " + COMMON_CALENDAR, "POST " + CALENDAR + "/{year}/{period}",
			"POST " + CALENDAR + "/{year}/extensions", "POST /notices/read", "POST /account/sessions/end",
			"POST /users/{username}/sessions/end", "DELETE /api/v1/users/{username}/sessions",
			"POST /notices/{id}/open", "POST /api/v1" + SENTENCES + "/{key}/preview",
			"POST /api/v1/plans/{id}/decisions/annex", "POST /plans/{id}/decisions/annex");

	/**
	 * One call and who is let in; all others are refused, and told to sign in if nobody
	 * is.
	 */
	record Row(String call, Set<Caller> allowed, String query, @Nullable String json) {

		Row(String call, Set<Caller> allowed) {
			this(call, allowed, "", null);
		}

		HttpMethod method() {
			return HttpMethod.valueOf(this.call.split(" ")[0]);
		}

		String pattern() {
			return this.call.split(" ")[1];
		}

		boolean changes() {
			return method() != HttpMethod.GET && !NOTHING_TO_RECORD.contains(toString());
		}

		boolean isApi() {
			return pattern().startsWith("/api/");
		}

		boolean isOfADraft() {
			return pattern().contains("{draft}");
		}

		@Override
		public String toString() {
			return this.call + this.query;
		}

	}

	private static final List<Row> TABLE = List.of(
			// API
			new Row("GET /api/v1/wards", SIGNED_IN, "?q=tu+liem", null), new Row("GET /api/v1/wards/{code}", SIGNED_IN),
			new Row("GET " + API_UNITS, STAFF), new Row("GET " + API_UNITS + "/{unit}", STAFF),
			new Row("POST " + API_UNITS, ADMINS, "", "{\"name\": \"Tổ Mới\"}"),
			new Row("PATCH " + API_UNITS + "/{unit}", ADMINS, "", "{\"name\": \"Tổ Đổi Tên\"}"),
			new Row("POST " + API_UNITS + "/{unit}/merge", ADMINS, "",
					"{\"into\": \"" + OTHER_UNIT + "\", \"from\": \"2026-01-05\"}"),
			new Row("GET " + UNITS, STAFF), new Row("POST " + UNITS, ADMINS, "?name=x", null),
			new Row("POST " + UNITS + "/{unit}/rename", ADMINS, "?name=x", null),
			new Row("POST " + UNITS + "/{unit}/merge", ADMINS, "?confirmed=true&from=5/1/2026&into=" + OTHER_UNIT,
					null),
			new Row("GET " + API_UNITS + "/{unit}/indicators", ADMINS),
			new Row("GET " + UNITS + "/{unit}/move", ADMINS),
			new Row("POST " + API_UNITS + "/{unit}/move", ADMINS, "", MOVE),
			new Row("DELETE " + API_UNITS + "/{unit}/move", ADMINS, "?planId=0&no=1", null),
			new Row("POST " + UNITS + "/{unit}/move", ADMINS, "?confirmed=true&rows=0/1", null),
			new Row("POST " + UNITS + "/{unit}/move/take-back", ADMINS, "?row=0/1", null),
			new Row("POST " + UNITS + "/{unit}/end", ADMINS), new Row("POST " + UNITS + "/{unit}/reopen", ADMINS),
			new Row("GET /api/v1/wards/{code}/plans", SIGNED_IN), new Row("GET /api/v1/plans/{id}", SIGNED_IN),
			new Row("GET /api/v1/plans/{id}/indicators", SIGNED_IN),
			new Row("GET /api/v1/plans/{id}/export", SIGNED_IN, "?format=csv", null),
			new Row("GET /plans/{id}/export", SIGNED_IN, "?format=xlsx", null),
			new Row("GET /api/v1/plans/{id}/years/{year}/report", SIGNED_IN, "?format=docx", null),
			new Row("GET /plans/{id}/years/{year}/report", SIGNED_IN),
			new Row("GET /plans/{id}/years/{year}/report/choose", SIGNED_IN),
			new Row("GET /plans/{id}/years/{year}/report/file", SIGNED_IN, "?format=docx", null),
			new Row("POST /api/v1/report-batches", READERS_OF_SEVERAL, "", "{\"year\": 2026, \"province\": \"01\"}"),
			new Row("GET /api/v1/report-batches", READERS_OF_SEVERAL), new Row("GET " + REPORTS, READERS_OF_PROVINCE),
			new Row("DELETE " + REPORTS, OF_SEVERAL), new Row("POST " + REPORTS + "/cancel", OF_SEVERAL),
			new Row("POST " + REPORTS + "/resume", OF_SEVERAL),
			new Row("GET " + REPORTS + "/file", READERS_OF_PROVINCE),
			new Row("GET /report-batches", READERS_OF_SEVERAL),
			new Row("POST /report-batches", READERS_OF_SEVERAL, "?year=2026&province=01", null),
			new Row("GET /report-batches/{reports}", READERS_OF_PROVINCE),
			new Row("GET /report-batches/{reports}/file", READERS_OF_PROVINCE),
			new Row("POST /report-batches/{reports}/cancel", OF_SEVERAL),
			new Row("POST /report-batches/{reports}/resume", OF_SEVERAL),
			new Row("POST /report-batches/{reports}/discard", OF_SEVERAL), new Row("GET /api/v1" + ISSUED, SIGNED_IN),
			new Row("POST /api/v1" + ISSUED, ISSUERS, "", "{\"year\": 2026}"),
			new Row("GET /api/v1" + ISSUED + "/{report}", SIGNED_IN),
			new Row("GET /api/v1" + ISSUED + "/{report}/agreement", SIGNED_IN),
			new Row("GET /api/v1" + ISSUED + "/{report}/file", SIGNED_IN, "?format=pdf", null),
			new Row("GET /api/v1" + ISSUED + "/{report}/signed", SIGNED_IN),
			new Row("POST /api/v1" + ISSUED + "/{report}/signed", ISSUERS),
			new Row("GET /api/v1/public/reports/{report}", EVERYBODY), new Row("GET " + ISSUED, SIGNED_IN),
			new Row("POST " + ISSUED, ISSUERS, "?year=2026", null),
			new Row("GET " + ISSUED + "/{report}/file", SIGNED_IN, "?format=pdf", null),
			new Row("GET " + ISSUED + "/{report}/signed", SIGNED_IN),
			new Row("POST " + ISSUED + "/{report}/signed", ISSUERS), new Row("GET /public/reports", EVERYBODY),
			new Row("GET /public/reports/{report}", EVERYBODY), new Row("GET /reports/{report}", SIGNED_IN),
			new Row("GET /api/v1/plans/{id}/data", SIGNED_IN, "?format=csv", null),
			new Row("GET /api/v1/plans/{id}/datapackage.json", SIGNED_IN),
			new Row("GET /plans/{id}/data", SIGNED_IN, "?format=json", null),
			new Row("POST /api/v1/wards/{code}/plans/import", ADMINS, "?dryRun=true", null),
			new Row("PATCH /api/v1/plans/{id}/indicators/{no}", ADMINS, "", CORRECTION),
			new Row("PATCH /api/v1/plans/{id}/indicators/{no}", ADMINS, "?dryRun=true", CORRECTION),
			new Row("POST /api/v1/plans/{id}/indicators", ADMINS, "", ADDITION),
			new Row("POST /api/v1/plans/{id}/indicators", ADMINS, "?dryRun=true", ADDITION),
			new Row("DELETE /api/v1/plans/{id}/indicators/{no}", ADMINS, REMOVAL, null),
			new Row("DELETE /api/v1/plans/{id}/indicators/{no}", ADMINS, REMOVAL + "&dryRun=true", null),
			new Row("POST /api/v1/plans/{id}/indicators/{no}/reinstate", ADMINS, "", "{}"),
			new Row("GET /plans/{id}/indicators/{no}/reinstate", ADMINS),
			new Row("POST /plans/{id}/indicators/{no}/reinstate", ADMINS),
			new Row("POST /api/v1/plans/{id}/indicators/{no}/baseline", ADMINS, "", "{}"),
			new Row("GET /plans/{id}/indicators/{no}/baseline", ADMINS),
			new Row("POST /plans/{id}/indicators/{no}/baseline", ADMINS),
			new Row("POST /api/v1/plans/{id}/adopt", ADMINS, "", ADOPTION),
			new Row("POST /api/v1/plans/{id}/close", ADMINS),
			new Row("POST /api/v1/plans/{id}/withdraw", ADMINS, "", "{\"reason\": \"Nhập nhầm\"}"),
			new Row("DELETE /api/v1/plans/{id}", ADMINS), new Row("GET /api/v1/plans/{id}/decisions", SIGNED_IN),
			new Row("POST /api/v1/plans/{id}/decisions", ADMINS, "", DECISION), new Row("GET " + HEADLINES, SIGNED_IN),
			new Row("GET " + ANNUAL, SIGNED_IN), new Row("GET " + ANNUAL + "/new", ADMINS, "?year=2027", null),
			new Row("POST " + ANNUAL, ADMINS, "?year=2027&keep.1=true", null),
			new Row("GET " + ANNUAL + "/{annual}", SIGNED_IN), new Row("GET /api/v1" + ANNUAL, SIGNED_IN),
			new Row("POST /api/v1" + ANNUAL, ADMINS, "", "{\"year\": 2027}"),
			new Row("GET /api/v1" + ANNUAL + "/{annual}", SIGNED_IN),
			new Row("GET " + ANNUAL + "/{annual}/rows", ADMINS),
			new Row("POST " + ANNUAL + "/{annual}/rows/{no}", ADMINS, "?fiveYearNo=1", null),
			new Row("PUT /api/v1" + ANNUAL + "/{annual}/rows/{no}", ADMINS, "", "{\"fiveYearNo\": \"1\"}"),
			new Row("GET " + HEADLINES + "/new", ADMINS), new Row("POST " + HEADLINES, ADMINS, TYPED_HEADLINE, null),
			new Row("GET " + HEADLINES + "/{headline}", ADMINS),
			new Row("POST " + HEADLINES + "/{headline}", ADMINS, TYPED_HEADLINE, null),
			new Row("POST " + HEADLINES + "/{headline}/withdraw", ADMINS, "?withdrawal=x", null),
			new Row("GET /api/v1" + HEADLINES, SIGNED_IN),
			new Row("GET /api/v1" + HEADLINES + "/{headline}", SIGNED_IN),
			new Row("POST /api/v1" + HEADLINES, ADMINS, "", HEADLINE),
			new Row("POST /api/v1" + HEADLINES + "/{headline}/withdraw", ADMINS, "", "{\"reason\": \"Nhầm\"}"),
			new Row("POST /api/v1/plans/{id}/decisions", ADMINS, "?dryRun=true", DECISION),
			new Row("POST /api/v1/plans/{id}/decisions/annex", ADMINS),
			new Row("POST /plans/{id}/decisions/annex", ADMINS), new Row("GET " + DOCUMENT, SIGNED_IN),
			new Row("POST " + DOCUMENT, ADMINS), new Row("POST /api/v1/users", ADMINS, "", USER),
			new Row("POST /api/v1/users/import", ALL_ADMINS),
			new Row("GET /api/v1/users/{username}/hand-overs", ADMINS),
			new Row("POST /api/v1/users/{username}/hand-overs", ADMINS, "", "{\"to\": \"test-admin\"}"),
			new Row("POST /api/v1/users/{username}/hand-overs/{handOver}/end", ADMINS), new Row("GET " + ACTUAL, STAFF),
			new Row("PUT " + ACTUAL, OWN_OFFICIAL, "", "{\"value\": 11}"), new Row("GET " + SUBMISSION, STAFF),
			new Row("POST " + SUBMISSION + "/submit", OWN_OFFICIAL),
			new Row("POST " + SUBMISSION + "/approve", OWN_REVIEWER),
			new Row("POST " + SUBMISSION + "/return", OWN_REVIEWER, "", "{\"comment\": \"Xem lại\"}"),
			new Row("POST " + SUBMISSION + "/reopen", OWN_REVIEWER, "", "{\"reason\": \"Số chính thức\"}"),
			new Row("GET /api/v1/plans/{id}/attainment", SIGNED_IN, "?year=2026", null),
			new Row("GET /api/v1/plans/{id}/attainment", STAFF, "?year=2026&include=DRAFT", null),
			new Row("GET /api/v1/plans/{id}/period", SIGNED_IN),
			new Row("GET /api/v1/plans/{id}/period", STAFF, "?include=DRAFT", null),
			new Row("GET " + SESSIONS, SIGNED_IN), new Row("GET " + SESSIONS + "/{session}", SIGNED_IN),
			new Row("GET " + SESSIONS + "/{session}/screen", SIGNED_IN),
			new Row("POST " + SESSIONS, ADMINS, "?title=x&date=8/7/2027", null),
			new Row("GET " + SESSIONS + "/{session}/edit", ADMINS),
			new Row("POST " + SESSIONS + "/{session}/edit", ADMINS, "?title=x&date=8/7/2027", null),
			new Row("POST " + SESSIONS + "/{session}/cancel", ADMINS, "?reason=x&confirmed=true", null),
			new Row("GET /plans/{id}/indicators/{no}/questions", SIGNED_IN),
			new Row("POST /plans/{id}/indicators/{no}/questions", ASKERS, "?text=x", null),
			new Row("POST /questions/{question}/answer", OWN_OFFICIAL, "?answer=x", null),
			new Row("POST /questions/{question}/carry-over", CARRIERS, "?session=999999", null),
			new Row("GET " + API_SESSIONS, SIGNED_IN), new Row("GET " + API_SESSIONS + "/{session}", SIGNED_IN),
			new Row("GET " + API_SESSIONS + "/{session}/questions", SIGNED_IN),
			new Row("POST " + API_SESSIONS, ADMINS, "", "{\"date\": \"2027-07-08\", \"title\": \"Kỳ họp thứ ba\"}"),
			new Row("PATCH " + API_SESSIONS + "/{session}", ADMINS, "", "{\"agenda\": \"Báo cáo\"}"),
			new Row("POST " + API_SESSIONS + "/{session}/cancel", ADMINS, "", "{\"reason\": \"Hoãn\"}"),
			new Row("GET /api/v1/plans/{id}/indicators/{no}/questions", SIGNED_IN),
			new Row("POST /api/v1/plans/{id}/indicators/{no}/questions", ASKERS, "", "{\"text\": \"Vì sao?\"}"),
			new Row("GET /api/v1/questions/{question}", SIGNED_IN),
			new Row("POST /api/v1/questions/{question}/answer", OWN_OFFICIAL, "", "{\"text\": \"Vì thế\"}"),
			new Row("POST /api/v1/questions/{question}/carry-over", CARRIERS, "", "{\"session\": 999999}"),
			new Row("GET /api/v1/public/wards/{code}/plans", EVERYBODY),
			new Row("GET /api/v1/public/wards/{code}/attainment", EVERYBODY, "?year=2026", null),
			new Row("GET /api/v1/public/wards/{code}/period", EVERYBODY),
			new Row("GET /api/v1/public/wards/{code}/data", EVERYBODY, "?format=csv", null),
			new Row("GET /api/v1/public/wards/{code}/datapackage.json", EVERYBODY),
			new Row("GET /public/wards/{code}", EVERYBODY), new Row("GET /public/wards/{code}/period", EVERYBODY),
			new Row("GET /public/wards/{code}/years/{year}", EVERYBODY), new Row("GET /robots.txt", EVERYBODY),
			new Row("GET /api/v1/plans/{id}/public-page", ADMINS),
			new Row("PUT /api/v1/plans/{id}/public-page", ADMINS, "", "{\"on\": false}"),
			new Row("GET /plans/{id}/public-page", ADMINS),
			new Row("POST /plans/{id}/public-page", ADMINS, "?on=false", null),
			new Row("GET /api/v1/overview", SIGNED_IN, "?year=2026", null),
			new Row("POST /api/v1/unit-list", ALL_OF_SEVERAL, "?dryRun=true", null),
			new Row("GET /unit-list", ALL_OF_SEVERAL), new Row("POST /unit-list", ALL_OF_SEVERAL),
			new Row("POST /unit-list/apply", ALL_OF_SEVERAL), new Row("GET /wards/{code}/history", SIGNED_IN),
			new Row("GET /overview", SIGNED_IN, "?province=01&year=2026", null),
			new Row("GET /overview.csv", SIGNED_IN, "?province=01&year=2026", null),
			new Row("GET /api/v1/plans/{id}/history/{no}", STAFF_AND_DELEGATE),
			new Row("POST /api/v1/imports", ALL_OF_SEVERAL), new Row("GET " + BATCH, OF_SEVERAL),
			new Row("POST " + BATCH + "/store", OF_SEVERAL), new Row("POST " + BATCH + "/cancel", OF_SEVERAL),
			new Row("POST " + BATCH + "/resume", OF_SEVERAL),
			new Row("PUT " + BATCH + "/annexes/{annex}/ward", OF_SEVERAL, "", "{\"wardCode\": \"00340\"}"),
			new Row("GET /api/v1/plans/{id}/tasks", SIGNED_IN),
			new Row("POST /api/v1/plans/{id}/tasks", TASK_WRITERS, "", TASK),
			new Row("PATCH /api/v1/plans/{id}/tasks/{task}", TASK_WRITERS, "", "{\"state\": \"DONE\"}"),
			new Row("GET /plans/{id}/tasks", SIGNED_IN), new Row("GET /plans/{id}/tasks/new", TASK_PAGE_WRITERS),
			new Row("POST /plans/{id}/tasks", TASK_WRITERS, TYPED_TASK, null),
			new Row("GET /plans/{id}/tasks/{task}", TASK_WRITERS),
			new Row("POST /plans/{id}/tasks/{task}", TASK_WRITERS, TYPED_TASK + "&version=0", null),
			new Row("GET /plans/{id}/tasks/paste", TASK_PAGE_WRITERS),
			new Row("POST /plans/{id}/tasks/paste", TASK_PAGE_WRITERS),
			// Pages
			new Row("GET /sign-in", EVERYBODY), new Row("POST /sign-in/refused", EVERYBODY),
			new Row("POST /sign-in/kept", EVERYBODY), new Row("GET /", SIGNED_IN), new Row("GET /account", SIGNED_IN),
			new Row("GET /account/password", SIGNED_IN), new Row("POST /account/password", SIGNED_IN),
			new Row("POST /account/tokens", SIGNED_IN, "?name=x&days=1", null),
			new Row("POST /account/tokens/{id}/revoke", SIGNED_IN), new Row("GET /users", ALL_ADMINS),
			new Row("GET /users/new", ALL_ADMINS), new Row("POST /users", ADMINS, "?wardCode=" + WARD, null),
			new Row("GET /users/{username}", ADMINS), new Row("GET /audit", ALL_ADMINS),
			new Row("GET /audit/export", ALL_ADMINS), new Row("GET /audit/chains", ALL_ADMINS),
			new Row("POST /users/{username}", ADMINS, "?wardCode=" + WARD + "&role=DELEGATE&displayName=x&version=0",
					null),
			new Row("POST /users/{username}/password", ADMINS), new Row("POST /users/{username}/invitation", ADMINS),
			new Row("GET /users/from-file", ALL_ADMINS), new Row("GET /users/from-file/template.xlsx", ALL_ADMINS),
			new Row("POST /users/from-file", ALL_ADMINS), new Row("POST /users/{username}/hand-overs", ADMINS),
			new Row("POST /users/{username}/hand-overs/{handOver}/end", ADMINS),
			new Row("POST /account/hand-overs/{handOver}/end", SIGNED_IN),
			new Row("POST /users/{username}/sessions/end", ADMINS), new Row("POST /account/sessions/end", SIGNED_IN),
			new Row("GET /invitation/{token}", EVERYBODY), new Row("POST /invitation/{token}", EVERYBODY),
			new Row("GET /wards", SIGNED_IN), new Row("GET /wards/{code}", SIGNED_IN),
			new Row("GET /wards/{code}/period", SIGNED_IN), new Row("GET /wards/{code}/years/{year}", SIGNED_IN),
			new Row("GET /wards/{code}/years/{year}/stages", SIGNED_IN),
			new Row("GET /wards/{code}/years/{year}/issuers", SIGNED_IN), new Row("GET /wards/{code}/plans", SIGNED_IN),
			new Row("GET /plans/{id}", SIGNED_IN),
			new Row("POST /plans/{id}/adopt", ADMINS, "?issuer=CITY&number=1&date=1/3/2026", null),
			new Row("GET /plans/{id}/edit", ADMINS), new Row("POST /plans/{id}/edit", ADMINS, TYPED_ROW, null),
			new Row("GET /plans/{id}/indicators/{no}/edit", ADMINS),
			new Row("POST /plans/{id}/indicators/{no}/edit", ADMINS, TYPED_CHANGE, null),
			new Row("GET /plans/{id}/decisions", SIGNED_IN), new Row("GET /plans/{id}/decisions/new", ADMINS),
			new Row("POST /plans/{id}/decisions", ADMINS, TYPED_DECISION, null),
			new Row("POST /plans/{id}/decisions/{decision}/file", ADMINS),
			new Row("GET /plans/{id}/decisions/{decision}/files/{document}", SIGNED_IN),
			new Row("POST /plans/{id}/close", ADMINS), new Row("POST /plans/{id}/withdraw", ADMINS, "?reason=x", null),
			new Row("POST /plans/{id}/delete", ADMINS), new Row("GET /plans/{id}/indicators/{no}", SIGNED_IN),
			new Row("GET /plans/{id}/indicators/{no}/chart.svg", SIGNED_IN),
			new Row("GET /plans/{id}/indicators/{no}/chart.png", SIGNED_IN), new Row("GET " + EVIDENCE, SIGNED_IN),
			new Row("POST " + EVIDENCE, OWN_OFFICIAL), new Row("GET " + EVIDENCE + "/{file}", STAFF),
			new Row("GET " + EVIDENCE + "/{file}/thumbnail", STAFF),
			new Row("POST " + EVIDENCE + "/{file}/delete", OWN_OFFICIAL, "?reason=x", null),
			new Row("POST " + EVIDENCE + "/{file}/restore", OWN_OFFICIAL), new Row("GET " + IMPORT, ADMINS),
			new Row("POST " + IMPORT, ADMINS), new Row("GET " + IMPORT + "/{draft}", ADMINS),
			new Row("POST " + IMPORT + "/{draft}", ADMINS), new Row("POST " + IMPORT + "/{draft}/discard", ADMINS),
			new Row("GET /imports", ALL_OF_SEVERAL), new Row("POST /imports", ALL_OF_SEVERAL),
			new Row("GET /imports/{batch}", OF_SEVERAL), new Row("GET /imports/{batch}/report", OF_SEVERAL),
			new Row("POST /imports/{batch}/cancel", OF_SEVERAL), new Row("POST /imports/{batch}/resume", OF_SEVERAL),
			new Row("POST /imports/{batch}/store", OF_SEVERAL), new Row("POST /imports/{batch}/discard", OF_SEVERAL),
			new Row("POST " + ANNEX + "/store", OF_SEVERAL), new Row("POST " + ANNEX + "/open", OF_SEVERAL),
			new Row("POST " + ANNEX + "/ward", OF_SEVERAL, "?typed=00340", null),
			new Row("GET /entry", ANY_STAFF_OF_A_WARD), new Row("GET " + SHEET, STAFF),
			new Row("GET /notices", SIGNED_IN), new Row("POST /notices/read", SIGNED_IN),
			new Row("POST /notices/{id}/open", SIGNED_IN), new Row("GET /wards/{code}/due", STAFF),
			new Row("GET /wards/{code}/deadlines", STAFF), new Row("GET /wards/{code}/deadlines/file", STAFF),
			new Row("POST /account/email", SIGNED_IN), new Row("POST /users/{username}/email", ADMINS),
			new Row("GET " + CALENDAR, ADMINS), new Row("POST " + CALENDAR, ADMINS),
			new Row("GET /plans/{id}/indicators/{no}/elsewhere", SIGNED_IN),
			new Row("GET /api/v1/users/{username}/sessions", ADMINS),
			new Row("DELETE /api/v1/users/{username}/sessions", ADMINS), new Row("GET /catalogue", SIGNED_IN),
			new Row("GET /catalogue/{id}", SIGNED_IN), new Row("GET /catalogue/new", INSTALLATION),
			new Row("GET /catalogue/{id}/edit", INSTALLATION),
			new Row("POST /catalogue", INSTALLATION, DEFINITION, null),
			new Row("POST /catalogue/{id}", INSTALLATION, DEFINITION + "&version=1", null),
			new Row("GET /plans/{id}/catalogue", SIGNED_IN),
			new Row("POST /plans/{id}/catalogue", ADMINS, "?link.1=1&sure.1=true", null),
			new Row("GET /plan-templates", ALL_ADMINS), new Row("GET /plan-templates/new", ALL_OF_SEVERAL),
			new Row("POST /plan-templates", OF_SEVERAL, TYPED_TEMPLATE, null),
			new Row("GET " + TEMPLATE, TEMPLATE_READERS), new Row("GET " + TEMPLATE + "/edit", OF_SEVERAL),
			new Row("POST " + TEMPLATE, OF_SEVERAL, TYPED_TEMPLATE, null),
			new Row("POST " + TEMPLATE + "/withdraw", OF_SEVERAL),
			new Row("POST /wards/{code}/plans/from-template", ADMINS, "?template=9001", null),
			new Row("GET /api/v1/plan-templates", ALL_ADMINS), new Row("GET /api/v1" + TEMPLATE, TEMPLATE_READERS),
			new Row("POST /api/v1/plan-templates", OF_SEVERAL, "", TEMPLATE_BODY),
			new Row("PUT /api/v1" + TEMPLATE, OF_SEVERAL, "", TEMPLATE_BODY),
			new Row("POST /api/v1" + TEMPLATE + "/withdraw", OF_SEVERAL),
			new Row("POST /api/v1/wards/{code}/plans/from-template", ADMINS, "", "{\"templateId\": 9001}"),
			new Row("GET /api/v1/catalogue", SIGNED_IN), new Row("GET /api/v1/catalogue/{id}", SIGNED_IN),
			new Row("GET /api/v1/plans/{id}/catalogue", SIGNED_IN),
			new Row("PUT /api/v1/plans/{id}/catalogue/{no}", ADMINS, "", "{\"definitionId\": 1}"),
			new Row("GET /wards/{code}/settings", ADMINS),
			new Row("POST /wards/{code}/settings", ADMINS, "?version=1&evidenceMegabytes=5", null),
			new Row("GET /settings", INSTALLATION), new Row("POST /settings", INSTALLATION, "?version=0&name1=x", null),
			new Row("GET /wards/{code}/report-frame", STAFF), new Row("GET /wards/{code}/logo", STAFF),
			new Row("GET /api/v1/wards/{code}/settings", STAFF),
			new Row("PATCH /api/v1/wards/{code}/settings", ADMINS, "", "{\"recipients\": [\"Như trên\"]}"),
			new Row("GET /api/v1/plans/{id}/indicators/{no}/baseline", ADMINS),
			new Row("GET /api/v1/settings", INSTALLATION), new Row("PATCH /api/v1/settings", INSTALLATION, "", "{}"),
			new Row("POST " + CALENDAR + "/undo", ADMINS, "?version=0", null),
			new Row("POST " + CALENDAR + "/follow", ADMINS, "?version=9", null),
			new Row("GET " + COMMON_CALENDAR, INSTALLATION), new Row("POST " + COMMON_CALENDAR, INSTALLATION),
			new Row("POST " + COMMON_CALENDAR + "/undo", INSTALLATION, "?version=9", null),
			new Row("POST " + COMMON_CALENDAR + "/follow", INSTALLATION, "?version=9", null),
			new Row("GET /api/v1" + CALENDAR, STAFF), new Row("PUT /api/v1" + CALENDAR, ADMINS, "", CALENDAR_RULES),
			new Row("DELETE /api/v1" + CALENDAR, ADMINS), new Row("GET /api/v1" + COMMON_CALENDAR, INSTALLATION),
			new Row("PUT /api/v1" + COMMON_CALENDAR, INSTALLATION, "", CALENDAR_RULES),
			new Row("DELETE /api/v1" + COMMON_CALENDAR, INSTALLATION),
			new Row("POST " + CALENDAR + "/{year}/{period}", ADMINS),
			new Row("POST " + CALENDAR + "/{year}/{period}/restore", ADMINS, "?version=0", null),
			new Row("POST " + CALENDAR + "/{year}/extensions", ADMINS),
			new Row("POST " + CALENDAR + "/{year}/extensions/{id}/revoke", ADMINS),
			new Row("POST " + SHEET, OWN_OFFICIAL), new Row("POST " + SHEET + "/cells/{no}", OWN_OFFICIAL),
			new Row("POST " + SHEET + "/cells/{no}/preview", STAFF), new Row("GET " + SHEETS, STAFF),
			new Row("GET " + SUBMISSION + "/form.xlsx", STAFF), new Row("GET " + SHEET + "/form.xlsx", STAFF),
			new Row("GET " + SHEET + "/form-file", STAFF), new Row("POST " + SHEET + "/form-file", OWN_OFFICIAL),
			new Row("POST " + SHEETS, OWN_OFFICIALS), new Row("POST /plans/{id}/cells/{year}/{period}", OWN_OFFICIALS),
			new Row("GET /review", ANY_STAFF_OF_A_WARD), new Row("POST /review/approve", ANY_REVIEWER),
			new Row("GET " + SENTENCES, STAFF), new Row("GET " + SENTENCES + "/{key}", STAFF),
			new Row("POST " + SENTENCES + "/{key}", KEEPERS, "?version=0&text=Khong+co", null),
			new Row("GET /api/v1" + SENTENCES, STAFF), new Row("GET /api/v1" + SENTENCES + "/{key}", STAFF),
			new Row("PUT /api/v1" + SENTENCES + "/{key}", KEEPERS, "", "{\"text\": \"Không có.\"}"),
			new Row("DELETE /api/v1" + SENTENCES + "/{key}", KEEPERS),
			new Row("POST /api/v1" + SENTENCES + "/{key}/preview", STAFF, "", "{\"text\": \"Không có.\"}"),
			new Row("GET " + TEMPLATES, KEEPERS), new Row("POST " + TEMPLATES, KEEPERS, "?text=Xem+l%E1%BA%A1i", null),
			new Row("GET " + TEMPLATES + "/{template}", SIGNED_IN),
			new Row("POST " + TEMPLATES + "/{template}", KEEPERS, "?text=Kh%C3%A1c", null),
			new Row("POST " + TEMPLATES + "/{template}", KEEPERS, "?used=false", null),
			new Row("GET /api/v1" + TEMPLATES, KEEPERS),
			new Row("POST /api/v1" + TEMPLATES, KEEPERS, "", "{\"text\": \"Xem lại\"}"),
			new Row("PATCH /api/v1" + TEMPLATES + "/{template}", KEEPERS, "", "{\"text\": \"Khác\"}"),
			new Row("DELETE /api/v1" + TEMPLATES + "/{template}", KEEPERS),
			new Row("GET " + COMMON_TEMPLATES, INSTALLATION),
			new Row("POST " + COMMON_TEMPLATES, INSTALLATION, "?text=Xem+l%E1%BA%A1i", null),
			new Row("GET " + COMMON_TEMPLATES + "/{template}", SIGNED_IN),
			new Row("POST " + COMMON_TEMPLATES + "/{template}", INSTALLATION, "?text=Kh%C3%A1c", null),
			new Row("GET /api/v1" + COMMON_TEMPLATES, INSTALLATION),
			new Row("POST /api/v1" + COMMON_TEMPLATES, INSTALLATION, "", "{\"text\": \"Xem lại\"}"),
			new Row("PATCH /api/v1" + COMMON_TEMPLATES + "/{template}", INSTALLATION, "", "{\"text\": \"Khác\"}"),
			new Row("DELETE /api/v1" + COMMON_TEMPLATES + "/{template}", INSTALLATION), new Row("GET " + REVIEW, STAFF),
			new Row("GET " + REVIEW + "/approve", SIGNED_IN), new Row("GET " + REVIEW + "/return", SIGNED_IN),
			new Row("GET " + REVIEW + "/reopen", SIGNED_IN), new Row("GET " + REVIEW + "/override", SIGNED_IN),
			new Row("GET " + REVIEW + "/revoke", SIGNED_IN), new Row("GET /review/approve", SIGNED_IN),
			new Row("GET " + HAND_IN, STAFF), new Row("POST " + HAND_IN, STAFF),
			new Row("POST " + SHEET + "/take-back", OWN_OFFICIAL), new Row("GET " + SHEET + "/take-back", SIGNED_IN),
			new Row("POST " + REVIEW + "/approve", OWN_REVIEWER),
			new Row("POST " + REVIEW + "/return", OWN_REVIEWER, "?comment=x", null),
			new Row("POST " + REVIEW + "/reopen", OWN_REVIEWER, "?reason=x", null),
			new Row("POST " + REVIEW + "/override", OWN_REVIEWER, "?no=1&issuer=CITY&verdict=MET&reason=x", null),
			new Row("POST " + REVIEW + "/revoke", OWN_REVIEWER, "?no=1&issuer=WARD_COUNCIL&revokeReason=x", null));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	private PlanService plans;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private JdbcClient jdbc;

	private long planId;

	private long fileId;

	private long decisionId;

	private long documentId;

	private long headlineId;

	private long annualId;

	private String batchId = "";

	private long annexId;

	private String reportsId = "";

	private long taskId;

	private long templateId;

	private long commonTemplateId;

	private long sessionId;

	private long questionId;

	static Stream<Arguments> cases() {
		return TABLE.stream().flatMap((row) -> Stream.of(Caller.values()).map((caller) -> Arguments.of(row, caller)));
	}

	@BeforeEach
	void aPlanWithADraft() {
		WardCode ward = new WardCode(WARD);
		this.planId = this.plans.adopt(new PlanDraft(ward, "Kế hoạch thử", 2026, 2030, null, false,
				List.of(new PlanDraft.LeadUnitDraft(UNIT, "Tổ Ma Trận"),
						new PlanDraft.LeadUnitDraft(OTHER_UNIT, "Tổ Khác")),
				List.of(indicator("1", UNIT), indicator("2", OTHER_UNIT)), List.of()), TestAccounts.adminActor());
		this.decisionId = this.decisions.decide(this.planId, new NewDecision(Issuer.WARD_COUNCIL, "1/NQ-HĐND",
				LocalDate.of(2026, 1, 1), null, List.of(new NewDecision.NewTarget("1", 2026, "10"))),
				TestAccounts.adminActor());
		this.jdbc.sql("""
				insert into actual (indicator_id, year, period, value, entered_by, entered_at)
				select id, 2026, 'FINAL', 10, 'somebody', now() from indicator where plan_id = ? and no = '1'
				""").param(this.planId).update();
		this.jdbc.sql("""
				insert into submission (plan_id, year, period, lead_unit_id, status)
				select ?, 2026, 'FINAL', id, 'DRAFT' from lead_unit where ward_code = ? and code = ?
				""").params(this.planId, WARD, UNIT).update();
		this.jdbc
			.sql("""
					insert into verdict_override (indicator_id, year, issuer, verdict, reason, created_by, created_at)
					select id, 2026, 'WARD_COUNCIL', 'MET', 'thử', 'somebody', now() from indicator where plan_id = ? and no = '1'
					""")
			.param(this.planId)
			.update();
		this.fileId = this.jdbc
			.sql("""
					insert into evidence_file (indicator_id, year, period, name, kind, size, sha256, thumbnail, added_by, added_at)
					select id, 2026, 'FINAL', 'a.png', 'PNG', 1, repeat('0', 64), true, 'somebody', now()
					from indicator where plan_id = ? and no = '1' returning id
					""")
			.param(this.planId)
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into evidence_content (file_id, content, thumbnail) values (?, 'x', 'x')")
			.param(this.fileId)
			.update();
		this.sessionId = this.jdbc.sql("""
				insert into council_session (ward_code, title, held_on, as_of, created_at, created_by)
				values (?, 'Kỳ họp thứ hai', '2027-01-10', '2027-01-05', now(), 'test') returning id
				""").param(WARD).query(Long.class).single();
		this.questionId = this.jdbc.sql("""
				insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, due, state)
				select plan_id, id, 'QUESTION', 'Vì sao?', 'test', now(), '2027-02-01', 'OPEN'
				from indicator where plan_id = ? and no = '1' returning id
				""").param(this.planId).query(Long.class).single();
		this.jdbc.sql("insert into public_page (plan_id, opened_at, opened_by) values (?, now(), 'test')")
			.param(this.planId)
			.update();
		this.templateId = this.jdbc.sql("""
				insert into comment_template (ward_code, text, created_by, created_at)
				values (?, 'Đối chiếu', 'test', now()) returning id
				""").param(WARD).query(Long.class).single();
		this.commonTemplateId = this.jdbc
			.sql("""
					insert into comment_template (text, created_by, created_at) values ('Ghi rõ nguồn', 'test', now()) returning id
					""")
			.query(Long.class)
			.single();
		this.documentId = this.jdbc.sql("""
				insert into decision_file (decision_id, name, kind, size, sha256, added_by, added_at, content)
				values (?, 'a.pdf', 'PDF', 1, repeat('0', 64), 'test', now(), 'x') returning id
				""").param(this.decisionId).query(Long.class).single();
		this.headlineId = this.jdbc.sql("""
				insert into published_headline (plan_id, year, issuer, stage, assigned, attained, source)
				values (?, 2026, 'WARD_COUNCIL', 'FINAL', 22, 21, 'Báo cáo') returning id
				""").param(this.planId).query(Long.class).single();
		this.annualId = this.jdbc.sql("""
				insert into plan (ward_code, title, from_year, to_year, status, illustrative, created_at, created_by,
				                  status_at, status_by, adopted_at, version, five_year_plan_id)
				select ward_code, 'Kế hoạch năm', 2028, 2028, status, illustrative, created_at, created_by, status_at,
				       status_by, adopted_at, version, id
				from plan where id = ? returning id
				""").param(this.planId).query(Long.class).single();
		String columns = this.jdbc.sql("""
				select string_agg(column_name, ', ') from information_schema.columns
				where table_name = 'indicator' and table_schema = current_schema() and is_generated = 'NEVER'
				  and column_name not in ('id', 'plan_id')
				""").query(String.class).single();
		this.jdbc
			.sql("insert into indicator (plan_id, " + columns + ") select ?, " + columns
					+ " from indicator where plan_id = ? and no = '1'")
			.params(this.annualId, this.planId)
			.update();
		this.batchId = this.jdbc.sql("""
				insert into import_batch (id, file_name, owner, created_at, province_code)
				values (gen_random_uuid(), 'a.zip', 'somebody', now(), '01') returning id
				""").query(String.class).single();
		this.annexId = this.jdbc.sql("""
				insert into import_batch_file (batch_id, position, name, ward_code, content, state)
				values (?::uuid, 0, 'a.csv', ?, 'x', 'READY') returning id
				""").params(this.batchId, WARD).query(Long.class).single();
		this.taskId = this.jdbc
			.sql("""
					insert into task (plan_id, what, lead_unit_id, due, state, created_at, created_by, changed_at, changed_by)
					select ?, 'x', id, '2026-12-31', 'PLANNED', now(), 'test', now(), 'test' from lead_unit
					where ward_code = ? and code = ? returning id
					""")
			.params(this.planId, WARD, UNIT)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				with logo as (
				    insert into settings_logo (media_type, content, sha256, added_by, added_at)
				    values ('image/png', 'x', repeat('0', 64), 'test', now()) returning id)
				insert into settings_version (ward_code, version, logo_id, changed_by, changed_at)
				select ?, 1, id, 'test', now() from logo
				""").param(WARD).update();
		for (String username : List.of("ma-tran", "test-admin", "test-ward-admin", "test-official", "test-reviewer",
				"test-delegate", "test-viewer", "test-province-admin")) {
			this.jdbc
				.sql("""
						with one as (
						    insert into user_account (username, password_hash, display_name, role, ward_code, created_at, created_by)
						    values (?, '{noop}none', 'Một người', 'DELEGATE', ?, now(), 'test') returning id)
						insert into personal_token (user_id, name, token_hash, created_at, expires_at)
						select id, 'x', gen_random_uuid()::text, now(), now() + interval '1 day' from one
						""")
				.params(username, WARD)
				.update();
		}
		anInvitation();
		reportsOfTheProvince();
		anIssuedReport();
		handOvers();
		aPlanTemplate();
	}

	private void aPlanTemplate() {
		this.jdbc.sql("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				select id, 2, 'test', now() from indicator where plan_id = ? and no = '1'
				""").param(this.planId).update();
		this.jdbc
			.sql("""
					insert into plan_template_version (template_id, version, province_code, title, from_year, to_year, withdrawn,
					                                   changed_by, changed_at)
					values (9001, 1, '01', 'Khung', 2031, 2035, false, 'test', now())
					""")
			.update();
		this.jdbc
			.sql("""
					insert into plan_template_row (template_id, version, position, no, name, role, decisive, direction, value_type,
					                               accumulation, bounded)
					values (9001, 1, 0, '1', 'Số hộ nghèo', 'COUNTED', false, 'LOWER_IS_BETTER', 'COUNT', 'LAST', false)
					""")
			.update();
	}

	private void reportsOfTheProvince() {
		this.reportsId = this.jdbc
			.sql("""
					with batch as (
					    insert into report_batch (id, owner, created_at, province_code, year, kind, issuer, format, finished_at)
					    values (gen_random_uuid(), 'somebody', now(), '01', 2026, 'YEAR', 'WARD_COUNCIL', 'PDF', now())
					    returning id)
					insert into report_batch_ward (batch_id, ward_code, state, file_name, size, content)
					select id, ?, 'MADE', 'a.pdf', 1, 'x' from batch returning batch_id
					""")
			.param(WARD)
			.query(String.class)
			.single();
	}

	private void anIssuedReport() {
		this.jdbc
			.sql("""
					with issued as (
					    insert into issued_report (code, plan_id, year, kind, issuer, as_of, subject, content, lines, issued_at,
					                               issued_by)
					    values (?, ?, 2026, 'YEAR', 'WARD_COUNCIL', '2026-12-31', 'x', '{}', '[]', now(), 'test') returning id),
					file as (
					    insert into issued_report_file (report_id, format, size, sha256, content)
					    select id, 'PDF', 1, repeat('0', 64), 'x' from issued)
					insert into signed_report (report_id, name, size, sha256, added_by, added_at, content)
					select id, 'a.pdf', 1, repeat('0', 64), 'test', now(), 'x' from issued
					""")
			.params(REPORT, this.planId)
			.update();
	}

	private void anInvitation() {
		this.jdbc.sql("""
				insert into invitation (user_id, token_hash, created_at, created_by, expires_at)
				select id, encode(sha256('ma-tran'), 'hex'), now(), 'test', now() + interval '1 day' from user_account
				where username = 'ma-tran'
				""").update();
	}

	private void handOvers() {
		this.jdbc.sql("""
				insert into hand_over (from_user, to_user, first_day, created_at, created_by)
				select f.id, t.id, current_date + 9, now(), 'test' from user_account f, user_account t
				where f.username in ('ma-tran', 'test-admin', 'test-ward-admin', 'test-official', 'test-reviewer',
				                     'test-delegate', 'test-viewer', 'test-province-admin')
				  and t.username = case f.username when 'ma-tran' then 'test-admin' else 'ma-tran' end
				""").update();
	}

	@ParameterizedTest(name = "{0} by {1}")
	@MethodSource("cases")
	void letsInWhoMayAndNobodyElse(Row row, Caller caller) throws Exception {
		long recorded = recorded();
		MockHttpServletResponse response = send(row, caller);
		int status = response.getStatus();
		if (row.allowed().contains(caller)) {
			if (row.changes() && status < 400) {
				assertThat(recorded()).as("rows in the audit after %s, answered with %s", row, status)
					.isGreaterThan(recorded);
			}
			if (row.allowed() == EVERYBODY) {
				// Who is signed in already is sent home.
				assertThat(status).isIn(200, 401, 302, 422);
				assertThat(response.getRedirectedUrl()).isIn(null, "/");
				return;
			}
			// No draft of an import is kept: who may ask is told so, all others nothing.
			assertThat(status).isNotIn(401, 403, 405, 406, 415, 500).matches((code) -> code != 404 || row.isOfADraft());
			assertThat(String.valueOf(response.getRedirectedUrl())).doesNotContain("/sign-in");
		}
		else if (caller != Caller.ANONYMOUS) {
			assertThat(status).isIn(403, row.isOfADraft() ? 403 : 404);
			assertThat(recorded()).isEqualTo(recorded);
			assertThat(response.getContentAsString()).doesNotContain("somebody");
		}
		else if (row.isApi()) {
			assertThat(status).isEqualTo(401);
			assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		}
		else {
			assertThat(status).isEqualTo(302);
			assertThat(response.getRedirectedUrl()).startsWith("/sign-in");
		}
	}

	@Test
	void listsEveryCallThereIs() {
		Set<String> listed = new TreeSet<>();
		TABLE.forEach((row) -> listed.add(row.call()));
		assertThat(listed).containsExactlyInAnyOrderElementsOf(mapped());
	}

	private long recorded() {
		return this.jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
	}

	private Set<String> mapped() {
		Set<String> mapped = new TreeSet<>();
		this.requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getName().startsWith("vn.wardkpi.")) {
				for (String pattern : mapping.getPatternValues()) {
					Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
					methods.forEach((method) -> mapped.add(method + " " + pattern));
					if (methods.isEmpty() && !pattern.equals("/error")) {
						mapped.add("ANY " + pattern);
					}
				}
			}
		});
		return mapped;
	}

	private MockHttpServletResponse send(Row row, Caller caller) throws Exception {
		Actor actor = caller.actor();
		String path = row.pattern();
		for (Map.Entry<String, String> variable : variables(row, actor).entrySet()) {
			path = path.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		MockMultipartFile file = (row.method() == HttpMethod.POST) ? fileFor(path) : null;
		AbstractMockHttpServletRequestBuilder<?> request = (file != null)
				? MockMvcRequestBuilders.multipart(path + row.query()).file(file)
				: MockMvcRequestBuilders.request(row.method(), path + row.query());
		if (actor != null) {
			request.with(TestAccounts.as(actor));
		}
		if (!row.isApi()) {
			request.with(csrf());
		}
		if (row.json() != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(row.json());
		}
		return this.mvc.perform(request).getResponse();
	}

	private static @Nullable MockMultipartFile fileFor(String path) throws IOException {
		if (path.endsWith("/imports")) {
			return new MockMultipartFile("file", "annexes.zip", null, Zips.of(Map.of("00340.csv", "?")));
		}
		if (path.endsWith("/api/v1/unit-list")) {
			return file("units.csv", "code,name,province\n");
		}
		if (path.endsWith("/decisions/annex")) {
			return file("annex.csv", "STT;Chỉ tiêu;Đơn vị tính;Năm 2027\n1;Chỉ tiêu;%;90%\n");
		}
		if (path.endsWith("/import")) {
			return file("annex.csv", "?");
		}
		return path.endsWith("/file") || path.endsWith("/signed") ? file("nq.pdf", "%PDF-1.4\n%%EOF\n") : null;
	}

	private static MockMultipartFile file(String name, String content) {
		return new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8));
	}

	private Map<String, String> variables(Row row, @Nullable Actor actor) {
		boolean token = row.pattern().startsWith("/account/");
		String id = token ? String.valueOf(tokenOf(actor)) : String.valueOf(this.planId);
		Map<String, String> variables = new HashMap<>(
				Map.of("id", id, "code", WARD, "no", "1", "year", "2026", "period", "FINAL", "leadUnit", UNIT,
						"username", "ma-tran", "draft", "00000000-0000-0000-0000-000000000000"));
		if (row.pattern().contains("/catalogue/{id}")) {
			variables.put("id", "1");
		}
		if (row.pattern().contains(TEMPLATE)) {
			variables.put("id", "9001");
		}
		variables.put("unit", UNIT);
		variables.put("handOver", String.valueOf(handOverOf(token ? actor : null)));
		variables.put("token", "ma-tran");
		variables.put("file", String.valueOf(this.fileId));
		variables.put("batch", this.batchId);
		variables.put("annex", String.valueOf(this.annexId));
		variables.put("decision", String.valueOf(this.decisionId));
		variables.put("document", String.valueOf(this.documentId));
		variables.put("report", REPORT);
		variables.put("reports", this.reportsId);
		variables.put("task", String.valueOf(this.taskId));
		variables.put("session", String.valueOf(this.sessionId));
		variables.put("question", String.valueOf(this.questionId));
		variables.put("headline", String.valueOf(this.headlineId));
		variables.put("annual", String.valueOf(this.annualId));
		boolean common = row.pattern().contains(COMMON_TEMPLATES) || row.query().contains("used=");
		variables.put("template", String.valueOf(common ? this.commonTemplateId : this.templateId));
		variables.put("key", "fields.none");
		return variables;
	}

	private long handOverOf(@Nullable Actor actor) {
		return this.jdbc
			.sql("select h.id from hand_over h join user_account u on u.id = h.from_user where u.username = ?")
			.param((actor != null) ? actor.username() : "ma-tran")
			.query(Long.class)
			.single();
	}

	private long tokenOf(@Nullable Actor actor) {
		return this.jdbc
			.sql("select t.id from personal_token t join user_account u on u.id = t.user_id where u.username = ?")
			.param((actor != null) ? actor.username() : "ma-tran")
			.query(Long.class)
			.single();
	}

	private static PlanDraft.IndicatorDraft indicator(String no, String unit) {
		return new PlanDraft.IndicatorDraft(no, null, "Chỉ tiêu " + no, "người", null, IndicatorRole.COUNTED, false,
				Direction.HIGHER_IS_BETTER, ValueType.COUNT, Accumulation.SUM, false, 0, null, null, List.of(unit));
	}

}
