package vn.wardkpi.dashboard.web.kept;

import java.io.UnsupportedEncodingException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.ReflectionUtils;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that are asked for again: not read again, and never stale.
 */
class KeptPagesTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final RequestPostProcessor OFFICIAL = TestAccounts.official(WARD);

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	private static final String OVERVIEW = "/overview?province=01&year=2026";

	/** The frame's own: sessions, and what is read in order to know the version. */
	private static final Set<String> NOT_OF_THE_PAGE = Set.of("spring_session", "spring_session_attributes",
			"content_version", "notice");

	/** Its entries that a page shows are written with what they tell of. */
	private static final Set<String> WRITTEN_WITH_THE_REST = Set.of("audit_entry");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private KeptParts parts;

	/** So that nothing gives way to what other tests have left. */
	@BeforeEach
	void keepNothingOfOthers() {
		this.parts.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { YEAR, YEAR + "/stages", YEAR + "/issuers", YEAR + "?group=verdict&q=b",
			"/wards/" + WARD + "/period", "/plans/{plan}/indicators/3", OVERVIEW, "/overview?province=&year=2026" })
	void isNotSentTwice(String address) throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		String path = address.replace("{plan}", String.valueOf(plan));
		Visit first = new Visit(DELEGATE, path);
		assertThat(first.page.getResponse().getStatus()).isEqualTo(200);
		assertThat(first.tag()).startsWith("W/\"");
		assertThat(first.page.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("private, no-cache");
		List<String> statements = StatementCounter
			.during(() -> assertThat(first.again(path)).hasStatus(HttpStatus.NOT_MODIFIED));
		assertThat(besidesTheSession(statements)).hasSize(1);
	}

	@Test
	void whatAnotherHasSeenIsNotRenderedAgain() throws Exception {
		approveYear(aPlan(1), 1);
		Visit one = new Visit(DELEGATE, YEAR);
		List<String> statements = StatementCounter.during(() -> {
			Visit other = new Visit(TestAccounts.delegate("00004"), YEAR);
			assertThat(other.tag()).isNotEqualTo(one.tag());
			return other;
		});
		// The reader may not see this ward's history, so the first visit was not theirs.
		assertThat(besidesTheSession(statements)).hasSizeGreaterThan(1);
		List<String> repeated = StatementCounter.during(() -> new Visit(TestAccounts.delegate("00004"), YEAR));
		assertThat(besidesTheSession(repeated)).hasSize(1);
		assertThat(new Visit(DELEGATE, YEAR).main()).isEqualTo(one.main()).doesNotContain("_csrf");
	}

	@Test
	void everyChangeMakesAnotherPage() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		List<String> tags = new ArrayList<>();
		Visit visit = new Visit(DELEGATE, YEAR);
		tags.add(visit.tag());
		override(plan, new OverrideRow("5", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp", null,
				"reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		tags.add(changed(visit, "Theo kết luận của kỳ họp"));
		approve(plan, 2026, ReportingPeriod.M06, "2027-02-03T03:00:00Z",
				explained("9", ReportingPeriod.M06, "12.5", "Nguyên nhân mới của kỳ này", "Giải pháp mới của kỳ này"));
		tags.add(changed(visit, "chỉ tiêu"));
		change("update ward set name = 'Phường Đổi Tên' where code = ?", WARD);
		tags.add(changed(visit, "Phường Đổi Tên"));
		change("update lead_unit set name = 'Phòng Đổi Tên' where ward_code = ?", WARD);
		tags.add(changed(visit, "chỉ tiêu"));
		change("update plan set title = 'Kế hoạch đổi tên' where id = ?", plan);
		tags.add(changed(visit, "Kế hoạch đổi tên"));
		assertThat(tags).doesNotHaveDuplicates();
	}

	/** What shows the figure is rendered again, and in the other language everything. */
	@ParameterizedTest
	@MethodSource
	void keepsPartsThatDidNotChange(String address, String row, Set<String> others) {
		long plan = aPlan(1);
		String path = address.replace("{plan}", String.valueOf(plan));
		approveYear(plan, 1);
		new Visit(DELEGATE, path);
		Set<KeptParts.Key> before = this.parts.keys();
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-02-13T03:00:00Z",
				explained("9", ReportingPeriod.FINAL, "987.65", "Nguyên nhân", "Giải pháp"));
		assertThat(new Visit(DELEGATE, path).main()).contains("987,65");
		List<String> rendered = rendered(before);
		assertThat(rendered).containsOnlyOnce(row);
		// On the page of a period it moves from one group to another, and each says how
		// many it has.
		assertThat(rendered).filteredOn((part) -> !part.equals(row) && !part.endsWith(" :: group-name"))
			.isSubsetOf(others)
			.doesNotHaveDuplicates();
		before = this.parts.keys();
		assertThat(new Visit(DELEGATE, path + "?lang=en").main()).contains("987,65").contains("Target");
		assertThat(rendered(before)).contains(row).hasSizeGreaterThan(rendered.size() + 4);
	}

	static Stream<Arguments> keepsPartsThatDidNotChange() {
		return Stream.of(
				Arguments.of(YEAR, "dashboard/year-row :: row",
						Set.of("dashboard/year-parts :: hero", "dashboard/year-parts :: attention",
								"dashboard/year-parts :: card", "dashboard/year-parts :: indicators")),
				Arguments.of("/wards/" + WARD + "/period", "dashboard/period-row :: row",
						Set.of("dashboard/period-parts :: hero", "dashboard/period-parts :: dangers",
								"dashboard/period-parts :: card", "dashboard/period-parts :: indicators",
								"dashboard/period-parts :: matrix", "dashboard/period-matrix-row :: row")),
				Arguments.of("/plans/{plan}/indicators/9", "dashboard/indicator-parts :: by-year-row",
						Set.of("dashboard/indicator-parts :: chart", "dashboard/indicator-parts :: verdict",
								"dashboard/indicator-parts :: course", "dashboard/indicator-parts :: facts",
								"dashboard/indicator-parts :: by-year", "dashboard/indicator-parts :: explanations",
								"dashboard/indicator-parts :: explanation", "dashboard/indicator-parts :: history",
								"dashboard/indicator-parts :: change")));
	}

	/** Read anew, the values are others, and equal. */
	@ParameterizedTest
	@ValueSource(strings = { YEAR, YEAR + "?group=verdict&q=b&hide=unit", "/wards/" + WARD + "/period",
			"/wards/" + WARD + "/period?group=unit&sort=name", "/plans/{plan}/indicators/9", OVERVIEW })
	void rendersNothingAgainWhereNothingChanged(String address) {
		long plan = aPlan(1);
		String path = address.replace("{plan}", String.valueOf(plan));
		approveYear(plan, 1);
		override(plan, new OverrideRow("9", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận", null, "reviewer",
				Instant.parse("2027-02-01T03:00:00Z")));
		Visit first = new Visit(DELEGATE, path);
		Set<KeptParts.Key> before = this.parts.keys();
		assertThat(before).isNotEmpty().allSatisfy((key) -> assertIsValue(key.part(), key.values()));
		change("update plan set title = title where id = ?", plan);
		Visit second = new Visit(DELEGATE, path);
		assertThat(second.tag()).isNotEqualTo(first.tag());
		assertThat(second.main()).isEqualTo(first.main());
		assertThat(rendered(before)).isEmpty();
	}

	private List<String> rendered(Set<KeptParts.Key> before) {
		return this.parts.keys().stream().filter((key) -> !before.contains(key)).map(KeptParts.Key::part).toList();
	}

	/** Whatever is compared by identity would never be found again. */
	private static void assertIsValue(String where, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, each) -> {
				assertIsValue(where, key);
				assertIsValue(where + "." + key, each);
			});
		}
		else if (value instanceof List<?> || value instanceof Set<?>) {
			((Collection<?>) value).forEach((each) -> assertIsValue(where, each));
		}
		else if (value instanceof Record) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				Method accessor = component.getAccessor();
				ReflectionUtils.makeAccessible(accessor);
				assertIsValue(where + "." + component.getName(), ReflectionUtils.invokeMethod(accessor, value));
			}
		}
		else if (value != null && !(value instanceof Enum)) {
			assertThat(value).as(where)
				.isInstanceOfAny(String.class, Boolean.class, Number.class, LocalDate.class, Instant.class);
		}
	}

	@Test
	void everyChangeMakesAnotherOverview() {
		long plan = aPlan(1);
		Visit visit = new Visit(DELEGATE, OVERVIEW);
		List<String> tags = new ArrayList<>(List.of(visit.tag()));
		approveYear(plan, 1);
		tags.add(changed(visit, OVERVIEW, "Đạt và vượt"));
		change("update ward set name = 'Phường Đổi Tên' where code = ?", WARD);
		tags.add(changed(visit, OVERVIEW, "Phường Đổi Tên"));
		change("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				select id, 3, 'x', now() from indicator where plan_id = ? and no = '3'
				""", plan);
		tags.add(changed(visit, OVERVIEW, "Tỷ lệ dân số tham gia BHYT"));
		change("""
				insert into catalogue_version (definition_id, version, name, direction, value_type, changed_by, changed_at)
				select definition_id, 2, 'Tỷ lệ đổi tên', direction, value_type, 'x', now()
				from catalogue_version where definition_id = ? and version = 1
				""",
				3);
		tags.add(changed(visit, OVERVIEW, "Tỷ lệ đổi tên"));
		assertThat(tags).doesNotHaveDuplicates();
	}

	/** What changed is computed again, the other wards' headlines are not. */
	@Test
	void keepsHeadlinesOfWardsThatDidNotChange() throws Exception {
		long plan = aPlan(1);
		Visit visit = new Visit(DELEGATE, OVERVIEW);
		change("update ward set name = 'Phường Đổi Tên' where code = ?", WARD);
		List<String> statements = StatementCounter.during(() -> changed(visit, OVERVIEW, "Phường Đổi Tên"));
		assertThat(statements).noneMatch((statement) -> statement.contains("approved_actual"));
		approveYear(plan, 1);
		assertThat(StatementCounter.during(() -> changed(visit, OVERVIEW, "Phường Đổi Tên")))
			.filteredOn((statement) -> statement.contains("approved_actual"))
			.hasSize(1);
	}

	@Test
	void theTagIsOfOnePersonOneLanguageAndTheirNotices() {
		approveYear(aPlan(1), 1);
		Visit visit = new Visit(DELEGATE, YEAR);
		assertThat(visit.again(YEAR)).hasStatus(HttpStatus.NOT_MODIFIED);
		assertThat(new Visit(DELEGATE, YEAR).tag()).as("another session").isNotEqualTo(visit.tag());
		assertThat(visit.again(YEAR, new Cookie("ward-kpi-language", "en"))).hasStatusOk();
		this.jdbc.sql("""
				insert into notice (username, ward_code, kind, plan_id, year, indicator_no, created_at)
				select ?, ward_code, 'OVERRIDE_SET', id, 2026, '5', now() from plan where ward_code = ?
				""").params(TestAccounts.delegateActor(WARD).username(), WARD).update();
		assertThat(visit.again(YEAR)).as("one notice more").hasStatusOk().bodyText().contains("count-badge");
	}

	/** What is kept for an address would else be what one caller's headers made of it. */
	@Test
	void noHeaderIsReadAsIfItWereAskedInTheAddress() {
		approveYear(aPlan(1), 1);
		MvcTestResult first = this.mvc.get().uri(YEAR).with(DELEGATE).header("q", "no such name").exchange();
		assertThat(first).hasStatusOk().bodyText().contains("/indicators/3");
		assertThat(new Visit(DELEGATE, YEAR).main()).contains("/indicators/3");
	}

	@Test
	void whoMaySeeDraftsGetsTheIndicatorAsItIsNow() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Visit visit = new Visit(OFFICIAL, "/plans/" + plan + "/indicators/3");
		assertThat(visit.page.getResponse().getStatus()).isEqualTo(200);
		assertThat(visit.page.getResponse().getHeader(HttpHeaders.ETAG)).isNull();
		assertThat(visit.page.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
	}

	@Test
	void nothingThatIsMissingIsTagged() {
		approveYear(aPlan(1), 1);
		MvcTestResult missing = this.mvc.get().uri("/wards/" + WARD + "/years/2099").with(DELEGATE).exchange();
		assertThat(missing).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(missing.getResponse().getHeader(HttpHeaders.ETAG)).isNull();
	}

	/**
	 * Whatever a kept page reads raises the version when it is written.
	 */
	@ParameterizedTest
	@ValueSource(strings = { YEAR, YEAR + "/stages", YEAR + "/issuers", "/wards/" + WARD + "/period",
			"/plans/{plan}/indicators/3", OVERVIEW })
	void everyTableBehindThePageRaisesItsVersion(String address) throws Exception {
		long plan = aPlan(1);
		approveYear(plan, 1);
		List<String> statements = StatementCounter
			.during(() -> new Visit(DELEGATE, address.replace("{plan}", String.valueOf(plan))));
		Set<String> tables = TablesBehind.of(statements, this.jdbc);
		assertThat(tables).contains("plan", "indicator", "target", "approved_actual", "ward");
		tables.removeAll(NOT_OF_THE_PAGE);
		tables.removeAll(WRITTEN_WITH_THE_REST);
		List<String> raising = this.jdbc.sql("""
				select distinct c.relname from pg_trigger t
				join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
				where p.proname like '%content\\_changed' and t.tgtype & 28 = 28
				""").query(String.class).list();
		assertThat(raising).containsAll(tables);
	}

	private static List<String> besidesTheSession(List<String> statements) {
		return statements.stream()
			.filter((statement) -> !statement.toLowerCase(Locale.ROOT).contains("spring_session"))
			.toList();
	}

	private String changed(Visit visit, String text) {
		return changed(visit, YEAR, text);
	}

	private String changed(Visit visit, String address, String text) {
		MvcTestResult now = visit.again(address);
		assertThat(now).hasStatusOk().bodyText().contains(text);
		String tag = now.getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(tag).isNotNull();
		visit.known = tag;
		assertThat(visit.again(address)).hasStatus(HttpStatus.NOT_MODIFIED);
		return tag;
	}

	private void change(String sql, Object parameter) {
		this.jdbc.sql(sql).param(parameter).update();
	}

	/**
	 * A person's first visit to a page, and the visits after it in the same session.
	 */
	private final class Visit {

		private final RequestPostProcessor who;

		private final MvcTestResult page;

		private final Cookie session;

		private String known;

		Visit(RequestPostProcessor who, String address) {
			this.who = who;
			this.page = KeptPagesTests.this.mvc.get().uri(address).with(who).exchange();
			this.session = this.page.getResponse().getCookie("SESSION");
			String tag = this.page.getResponse().getHeader(HttpHeaders.ETAG);
			this.known = (tag != null) ? tag : "";
		}

		String tag() {
			return this.known;
		}

		String main() {
			try {
				String text = this.page.getResponse().getContentAsString();
				return text.substring(text.indexOf("<main"), text.indexOf("</main>"));
			}
			catch (UnsupportedEncodingException ex) {
				throw new IllegalStateException(ex);
			}
		}

		MvcTestResult again(String address, Cookie... cookies) {
			return KeptPagesTests.this.mvc.get()
				.uri(address)
				.with(this.who)
				.cookie(Stream.concat(Stream.of(this.session), Stream.of(cookies)).toArray(Cookie[]::new))
				.header(HttpHeaders.IF_NONE_MATCH, "W/\"other\", " + this.known)
				.exchange();
		}

	}

}
