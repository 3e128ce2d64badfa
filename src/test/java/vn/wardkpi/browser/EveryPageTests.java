package vn.wardkpi.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every page, on a desk and on a phone: accessible, nothing sticks out, and what is sent
 * is HTML.
 */
class EveryPageTests extends BrowserTest {

	@Test
	void aFaultIsFound() {
		Page page = newPerson(1280, 800);
		page.setContent("<main><h1>Ảnh không lời</h1><img src='data:,'></main>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertAccessible(page))
			.withMessageContaining("image-alt")
			.withMessageContaining("html-has-lang");
	}

	@Test
	void aFaultOfTheHtmlIsFound() {
		assertThat(HtmlFaults.in("""
				<!DOCTYPE html>
				<html lang="vi"><head><title>Bảng</title></head>
				<body><main><h1>Bảng</h1><ul><p>Không phải mục</p></ul>
				<div hx-get="/x"></div><label for="nothing">Năm</label></main></body></html>
				""")).hasSize(3);
	}

	@Test
	void signInPage() {
		for (int width : new int[] { 1280, 360 }) {
			Page page = newPerson(width, 800);
			assertValid(page.navigate("/sign-in"));
			assertAccessible(page);
			assertNoOverflow(page);
		}
		Page english = newPerson(1280, 800);
		english.navigate("/sign-in?lang=en");
		assertAccessible(english);
		assertVietnameseIsMarked(english);
	}

	@Test
	void publicPages() {
		long mau = plan("99001", 2026, 2030);
		this.jdbc.sql("insert into public_page (plan_id, opened_at, opened_by) values (?, now(), 'test')")
			.param(mau)
			.update();
		try {
			for (int width : new int[] { 1280, 360 }) {
				Page page = newPerson(width, 800);
				for (String address : List.of("/public/wards/99001/years/2028", "/public/wards/99001/period")) {
					assertValid(page.navigate(address));
					assertThat(page.locator("tbody .verdict").count()).isGreaterThan(20);
					assertAccessible(page);
					assertNoOverflow(page);
				}
			}
			Page english = newPerson(1280, 800);
			english.navigate("/public/wards/99001/years/2028?lang=en");
			assertAccessible(english);
			assertVietnameseIsMarked(english);
		}
		finally {
			this.jdbc.sql("delete from public_page where plan_id = ?").param(mau).update();
		}
	}

	@ParameterizedTest
	@CsvSource({ "delegate, 1280", "delegate, 360", "mau-delegate, 360", "mau-official, 1280", "mau-official, 360",
			"mau-reviewer, 1280", "mau-reviewer, 360", "admin, 1280", "admin, 360" })
	void pagesOf(String username, int width) {
		Page page = signedIn(username, width, 900);
		List<String> opened = new ArrayList<>();
		for (String address : addresses(username)) {
			Response response = page.navigate(address);
			if (width > 1000) {
				assertValid(response);
			}
			assertThat(page.locator("h1").count()).as("heading of %s", address).isEqualTo(1);
			assertThat(page.locator("body").innerText()).as("a message without its text on %s", address)
				.doesNotContain("??");
			assertAccessible(page);
			assertNoOverflow(page);
			if (width > 1000) {
				assertNamesBeginWithVisibleWords(page);
			}
			opened.add(address);
		}
		assertThat(opened).isNotEmpty();
		if (width > 1000) {
			inEnglish(page, opened);
		}
	}

	private static void assertValid(Response response) {
		assertThat(HtmlFaults.in(response.text())).as("what is not HTML on %s", response.url()).isEmpty();
	}

	private static void inEnglish(Page page, List<String> addresses) {
		page.navigate("/account?lang=en");
		for (String address : addresses) {
			page.navigate(address);
			assertThat(page.locator("html").getAttribute("lang")).as(address).isEqualTo("en");
			assertThat(page.locator("body").innerText()).as("a message without its text on %s", address)
				.doesNotContain("??");
			assertAccessible(page);
			assertNamesBeginWithVisibleWords(page);
			assertVietnameseIsMarked(page);
			assertNoOverflow(page);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 360 })
	void previewOfAnImport(int width) {
		Page page = signedIn("admin", width, 900);
		page.navigate("/wards/00340/plans/import");
		page.locator("#file").setInputFiles(Path.of("src/test/resources/domain/plan-tu-liem.docx"));
		page.locator("form.import-upload button[type=submit]").click();
		PlaywrightAssertions.assertThat(page.locator(".import-row")).hasCount(27);
		page.waitForLoadState();
		assertAccessible(page);
		assertNoOverflow(page);
		String preview = page.url();
		page.locator(".import-understood a").first().click();
		assertThat(page.locator("#edit input").count()).isPositive();
		assertAccessible(page);
		assertNoOverflow(page);
		if (width > 1000) {
			inEnglish(page, List.of(preview, page.url()));
		}
	}

	@Test
	void pagesInEnglish() {
		Page page = signedIn("mau-delegate", 1280, 900);
		page.navigate("/wards/99001/years/2028?lang=en");
		for (String address : addresses("mau-delegate")) {
			page.navigate(address);
			assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
			assertThat(page.locator("body").innerText()).as(address).doesNotContain("??").contains("Ward");
		}
	}

	private List<String> addresses(String username) {
		return Stream.concat(known(username).stream(), added(username, plan("99001", 2026, 2030)).stream()).toList();
	}

	private List<String> added(String username, long mau) {
		return switch (username) {
			case "admin" -> List.of("/plans/" + mau + "/public-page", council(mau), "/wards/00592/council-sessions",
					council(mau) + "/902/edit", ended(plan("009", 2023, 2023)), "/plan-templates",
					"/plan-templates/new", "/plan-templates/new?plan=" + mau, planTemplate(), planTemplate() + "/edit");
			case "mau-official" -> List.of(council(mau) + "/901", "/plans/" + mau + "/indicators/3/questions");
			case "mau-delegate" -> List.of(council(mau) + "/901", "/plans/" + mau + "/indicators/3/questions",
					"/plans/" + mau + "/indicators/4/questions");
			case "delegate" -> List.of(council(mau) + "/901/screen", council(mau) + "/901/screen?year=2028&at=3");
			default -> List.of();
		};
	}

	private List<String> known(String username) {
		long mau = plan("99001", 2026, 2030);
		long tuLiem = plan("00592", 2026, 2030);
		String form = "/2028/FINAL/phong-van-hoa-xa-hoi";
		return switch (username) {
			case "mau-official" -> List.of("/entry", "/notices", "/wards/99001/due", "/wards/99001/deadlines",
					"/plans/" + mau + "/entry" + form, "/plans/" + mau + "/entry" + form + "/form-file",
					"/plans/" + mau + "/entry/2029/M06/phong-van-hoa-xa-hoi", "/plans/" + mau + "/entry/2029/M06",
					"/plans/" + mau + "/indicators/3/evidence/2029/M06", "/plans/" + mau + "/tasks",
					"/plans/" + mau + "/tasks/new", "/plans/" + mau + "/tasks/paste", "/account");
			case "mau-reviewer" -> List.of("/review", "/wards/99001/comment-templates", "/wards/99001/report-sentences",
					"/wards/99001/report-sentences/summary.assigned", "/plans/" + mau + "/review" + form);
			case "admin" -> List.of("/", "/users", "/users/new?ward=00592", "/users/official", "/users/from-file",
					"/account/password", "/audit", "/audit?q=khong+co", "/audit?from=x",
					"/audit?subject=TARGET&from=2026-01-01", "/audit/chains", "/audit/chains?verify=all",
					"/audit/chains?head=abc", "/wards/00613/plans/import", "/wards/00592/plans", "/plans/" + mau,
					"/plans/" + mau + "/decisions", "/plans/" + tuLiem + "/decisions/new",
					"/plans/" + mau + "/annual-plans", "/plans/" + mau + "/annual-plans/new?year=2027",
					"/plans/" + mau + "/annual-plans/new", "/plans/" + mau + "/published-headlines",
					"/plans/" + tuLiem + "/published-headlines/new", "/plans/" + mau + "/indicators/2.1/edit",
					"/plans/" + mau + "/indicators/2.1/baseline", "/plans/" + mau + "/edit", "/wards?q=tay+tuu",
					"/wards/99001/calendar", "/wards/99001/lead-units",
					"/wards/99001/lead-units/phong-van-hoa-xa-hoi/move", "/wards/00004/lead-units",
					"/wards/99001/settings", "/settings", "/settings/calendar", "/settings/comment-templates",
					"/plans/" + tuLiem + "/issued-reports", "/plans/" + mau + "/issued-reports?year=2030",
					"/public/reports", issued(mau), "/report-batches", reports(), "/catalogue?q=khong+co", "/catalogue",
					"/catalogue/3", "/catalogue/3/edit", "/plans/" + mau + "/catalogue", "/wards/99001/report-frame",
					"/unit-list", "/imports", batch(), batch() + "?state=QUESTIONS");
			default -> List.of("/wards?q=tu+liem", "/wards?q=khong+co+phuong+nay", "/wards/00592/years/2026",
					"/wards/00592/years/2025", "/wards/99001/years/2028", "/wards/99001/years/2028?issuer=CITY",
					"/wards/99001/years/2028/stages", "/wards/99001/years/2028/issuers",
					"/wards/99001/years/2028?group=verdict&q=b", "/wards/99001/years/2027/stages?issuer=CITY",
					"/wards/99001/years/2030/stages", "/plans/" + mau + "/years/2028/report",
					"/plans/" + mau + "/years/2028/report?kind=MID_TERM", "/plans/" + mau + "/years/2028/report/choose",
					"/plans/" + mau + "/years/2028/report?kind=AD_HOC&indicators=2&issuers=CITY",
					"/wards/99001/years/2027", "/wards/99001/period", "/plans/" + mau + "/indicators/20",
					"/overview?ward=99001&year=2028", "/overview?ward=99001&year=2028&indicator=3",
					"/overview?province=79", "/plans/" + mau + "/indicators/3/evidence/2028/FINAL",
					"/plans/" + mau + "/indicators/3", "/plans/" + mau + "/indicators/1",
					"/plans/" + mau + "/indicators/3/elsewhere?year=2028", "/plans/" + tuLiem + "/indicators/2",
					"/wards/00004", "/wards/00592/history", "/wards/00004/history", "/plans/999999/indicators/1");
		};
	}

	/**
	 * Reports of a province: one made, one not, one that waits.
	 */
	private String reports() {
		this.jdbc
			.sql("""
					with batch as (
					    insert into report_batch (id, owner, created_at, province_code, year, kind, issuer, format, cancelled)
					    values ('00000000-0000-0000-0000-000000000901', 'admin', now(), '01', 2026, 'YEAR', 'WARD_COUNCIL', 'PDF',
					            true)
					    on conflict do nothing returning id)
					insert into report_batch_ward (batch_id, ward_code, state, file_name, size, content, reason, reason_arguments)
					select id, ward_code, state, file_name, size, content, reason, reason_arguments
					from batch cross join (values
					    ('00592', 'MADE', 'bao-cao-00592-2026-year.pdf', 1, 'x'::bytea, null, '{}'::text[]),
					    ('00613', 'NOT_MADE', null, null, null, 'report.batch.no-plan', array ['2026']),
					    ('00004', 'WAITING', null, null, null, null, '{}'))
					    one (ward_code, state, file_name, size, content, reason, reason_arguments)
					""")
			.update();
		return "/report-batches/00000000-0000-0000-0000-000000000901";
	}

	/**
	 * The page of a report's code, whose figures were corrected since.
	 */
	private String issued(long plan) {
		this.jdbc
			.sql("""
					insert into issued_report (code, plan_id, year, kind, issuer, as_of, subject, content, lines, issued_at,
					                           issued_by)
					values ('7KQM40ZT9XWB', ?, 2028, 'YEAR', 'WARD_COUNCIL', '2029-02-01', 'Kết quả thực hiện năm 2028', '{}',
					        '[{"no": "3", "name": "Tỷ lệ bao phủ", "cells": [{"key": "RESULT null 2028", "label": "Thực hiện",
					           "text": "1"}]}]', now(), 'mau-reviewer')
					on conflict do nothing
					""")
			.param(plan)
			.update();
		return "/public/reports/7KQM-40ZT-9XWB";
	}

	/**
	 * A session with a question that was answered and carried on, and one that is late.
	 */
	private String council(long plan) {
		this.jdbc.sql("""
				insert into council_session (id, ward_code, title, held_on, as_of, agenda, created_at, created_by)
				values (901, '99001', 'Kỳ họp thứ tám', '2029-07-08', '2029-06-30', 'Báo cáo 6 tháng', now(), 'admin'),
				       (902, '99001', 'Kỳ họp thứ chín', '2029-12-08', '2029-12-01', null, now(), 'admin')
				on conflict do nothing
				""").update();
		this.jdbc
			.sql("""
					insert into question (id, plan_id, indicator_id, kind, text, asked_by, asked_at, asked_session_id, session_id, due,
					                      state)
					select 900 + one, plan_id, id, 'QUESTION', 'Vì sao chưa đạt?', 'mau-delegate', now(), 901, 901, '2026-01-05',
					       case one when 1 then 'ANSWERED' else 'OPEN' end
					from indicator, generate_series(1, 2) one where plan_id = ? and no = '3' on conflict do nothing
					""")
			.param(plan)
			.update();
		this.jdbc.sql("""
				insert into question_step (id, question_id, kind, text, session_id, done_by, done_at)
				values (901, 901, 'ANSWER', 'Do mức đóng mới', 901, 'mau-official', now()) on conflict do nothing
				""").update();
		return "/wards/99001/council-sessions";
	}

	/**
	 * The page of an indicator that ended before any page shows it.
	 */
	private String ended(long plan) {
		this.jdbc
			.sql("""
					insert into indicator (plan_id, no, position, name, unit, role, direction, value_type, accumulation, bounded,
					                       ends_on)
					select :plan, '99', 999, 'Số hộ thôi theo dõi', 'Hộ', 'COUNTED', 'LOWER_IS_BETTER', 'COUNT', 'LAST', false,
					       date '2020-02-01'
					where not exists (select from indicator where plan_id = :plan and no = '99')
					""")
			.param("plan", plan)
			.update();
		return "/plans/" + plan + "/indicators/99/reinstate";
	}

	private String planTemplate() {
		this.jdbc
			.sql("""
					insert into plan_template_version (template_id, version, province_code, title, from_year, to_year, withdrawn,
					                                   changed_by, changed_at)
					values (901, 1, '01', 'Khung chỉ tiêu giai đoạn sau', 2031, 2035, false, 'admin', now()) on conflict do nothing
					""")
			.update();
		this.jdbc
			.sql("""
					insert into plan_template_row (template_id, version, position, no, name, unit, role, decisive, direction,
					                               value_type, accumulation, bounded, definition_id)
					values (901, 1, 0, '1', 'Số hộ nghèo', 'Hộ', 'COUNTED', false, 'LOWER_IS_BETTER', 'COUNT', 'LAST', false, 14),
					       (901, 1, 1, '2', 'Tỷ lệ hỏa táng', '%', 'COUNTED', false, 'HIGHER_IS_BETTER', 'PERCENT', 'LAST', true,
					        null)
					on conflict do nothing
					""")
			.update();
		return "/plan-templates/901";
	}

	/** A report with a file in every state; nothing in it is read. */
	private String batch() {
		String id = "00000000-0000-0000-0000-000000000009";
		this.jdbc.sql("""
				insert into import_batch (id, file_name, owner, created_at, cancelled)
				values (?::uuid, 'phụ lục các phường.zip', 'admin', now(), true) on conflict do nothing
				""").param(id).update();
		this.jdbc
			.sql("""
					insert into import_batch_file (batch_id, position, name, ward_code, ward_choices, content, state,
					                               unreadable, indicators, targets, questions, reasons)
					values (:id::uuid, 0, '00613.xlsx', '00613', '{}', 'x', 'WAITING', false, 0, 0, 0, '[]'),
					       (:id::uuid, 1, 'Phường Tây Hồ/phụ lục.docx', '00103', '{}', 'x', 'READY', false, 22, 110, 0, '[]'),
					       (:id::uuid, 2, '00622.xlsx', '00622', '{}', 'x', 'QUESTIONS', false, 22, 110, 7,
					        '[{"key": "problem.import-no-target", "arguments": ["2", "Tỷ lệ hộ nghèo"], "no": "2",
					           "sheet": "Biểu 1", "row": 7, "cell": "B7"}]'),
					       (:id::uuid, 3, 'Tây Hồ và những phường khác của thành phố.xlsx', null, '{00103,20380}', 'x',
					        'REFUSED', false, 0, 0, 0, '[{"key": "bulkimport.no-ward", "arguments": []}]'),
					       (:id::uuid, 4, '00634.zip', '00634', '{}', null, 'REFUSED', true, 0, 0, 0,
					        '[{"key": "bulkimport.file.PACKED", "arguments": []}]'),
					       (:id::uuid, 5, '00592.xlsx', '00592', '{}', null, 'STORED', false, 22, 110, 0, '[]')
					on conflict do nothing
					""")
			.param("id", id)
			.update();
		return "/imports/" + id;
	}

}
