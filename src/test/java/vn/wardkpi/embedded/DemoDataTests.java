package vn.wardkpi.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.DraftActuals;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Plans;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.catalogue.CatalogueLinks;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.HeadlineRecords;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.PublishedHeadlineCatalog;
import vn.wardkpi.shared.BothLanguages;
import vn.wardkpi.submission.SubmissionLoader;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.ward.IllustrativeWards;
import vn.wardkpi.ward.Wards;

import static org.assertj.core.api.Assertions.assertThat;

@Transactional
class DemoDataTests extends IntegrationTest {

	private static final LocalDate LATER = LocalDate.of(2030, 12, 31);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private IllustrativeWards illustrative;

	@Autowired
	private Wards wards;

	@Autowired
	private PlanService plans;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private PublishedHeadlineCatalog headlines;

	@Autowired
	private HeadlineRecords records;

	@Autowired
	private SubmissionLoader loader;

	@Autowired
	private CatalogueLinks links;

	@Autowired
	private ActualCatalog actuals;

	@Autowired
	private DraftActuals drafts;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Clock clock;

	private Map<String, Long> ids = Map.of();

	@BeforeEach
	void load() {
		this.ids = new DemoData(this.jdbc, this.illustrative, this.plans, this.catalog, this.records, this.loader,
				this.links, new DemoAccounts(this.accounts), this.clock)
			.load();
	}

	@Test
	void indicatorsThatAreTheSameAreLinked() {
		assertThat(this.jdbc.sql("""
				select p.ward_code from catalogue_link l join indicator i on i.id = l.indicator_id
				join plan p on p.id = i.plan_id where l.definition_id = 12 order by 1
				""").query(String.class).list()).containsExactly("00340", "00592", "00592", "99001");
	}

	@Test
	void tuLiemsPlanHas27RowsOfWhich22AreCountedAndNoFiguresYet() {
		List<IndicatorRow> rows = this.catalog.indicators(id("tu-liem-2026-2030"))
			.stream()
			.filter((row) -> row.rule().role() != IndicatorRole.SUPPLEMENTARY)
			.toList();
		assertThat(rows).hasSize(27).allMatch((row) -> row.field() != null);
		assertThat(rows).filteredOn((row) -> row.rule().role() != IndicatorRole.BREAKDOWN).hasSize(22);
		assertThat(judge("tu-liem-2026-2030", 2026, Issuer.WARD_COUNCIL).headline())
			.matches((headline) -> headline.assigned() == 22 && headline.noData() == 22);
		assertThat(judge("tu-liem-2026-2030", 2027, Issuer.WARD_COUNCIL).headline().notAssigned()).isEqualTo(1);
		List<TargetRow> targets = this.catalog.targets(id("tu-liem-2026-2030"), LATER);
		assertThat(targets).filteredOn((row) -> row.issuer() == Issuer.CITY)
			.hasSize(10)
			.allMatch((row) -> Objects.equals(row.year(), 2026));
		assertThat(targets).filteredOn((row) -> row.issuer() == Issuer.PARTY_CONGRESS)
			.allMatch((row) -> row.year() == null);
	}

	@Test
	void tuLiemsTargetsThatStandInTheTextAloneAreJudgedApart() {
		List<IndicatorRow> rows = this.catalog.indicators(id("tu-liem-2026-2030"));
		assertThat(rows.subList(27, rows.size())).hasSize(11)
			.allMatch((row) -> row.rule().role() == IndicatorRole.SUPPLEMENTARY && row.answeringUnit() != null);
		YearAttainment year = judge("tu-liem-2026-2030", 2026, Issuer.WARD_COUNCIL);
		assertThat(judgement(year, "29").verdict()).isEqualTo(Verdict.NO_DATA);
		assertThat(judgement(year, "24").verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
		assertThat(year.headline().notAssigned()).isZero();
	}

	@Test
	void carriesTheHeadlinesThatReportsPublished() {
		assertThat(published("tu-liem-2025")).containsExactlyInAnyOrder("CITY FINAL 9/10 null null",
				"WARD_COUNCIL FINAL 12/13 3 1", "WARD_COUNCIL ESTIMATE 12/13 null null");
		assertThat(published("yen-so-2025")).containsExactly("WARD_COUNCIL FINAL 11/11 null 0");
		assertThat(published("thanh-xuan-2023")).containsExactly("WARD_COUNCIL ESTIMATE 22/22 7 0");
		assertThat(published("tay-tuu-2025")).isEmpty();
		assertThat(this.ids.values()).allSatisfy((id) -> assertThat(this.catalog.require(id).source()).isNotBlank());
	}

	@Test
	void agreesWithWhatTheReportsSayOfSingleIndicators() {
		YearAttainment council = judge("tu-liem-2025", 2025, Issuer.WARD_COUNCIL);
		assertThat(council.headline()).matches((headline) -> headline.exceeded() == 3 && headline.notMet() == 1);
		assertThat(judgement(council, "6").verdict()).isEqualTo(Verdict.NOT_MET);
		Judgement revenue = judgement(judge("tu-liem-2025", 2025, Issuer.CITY), "1");
		assertThat(revenue.completion()).isEqualByComparingTo("101.78");
		Judgement early = judgement(judge("tay-tuu-2025", 2025, Issuer.WARD_COUNCIL), "1");
		assertThat(early.verdict()).isEqualTo(Verdict.EXCEEDED);
		assertThat(early.provisional()).isTrue();
		assertThat(judgement(judge("thanh-xuan-2023", 2023, Issuer.WARD_COUNCIL), "2").verdict())
			.isEqualTo(Verdict.EXCEEDED);
	}

	@Test
	void theInventedWardIsMarkedAndShowsEveryVerdict() {
		assertThat(this.wards.require("99001").illustrative()).isTrue();
		assertThat(this.catalog.require(id("mau-2026-2030")).illustrative()).isTrue();
		Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
		for (int year = 2026; year <= 2030; year++) {
			YearAttainment attainment = judge("mau-2026-2030", year, Issuer.WARD_COUNCIL);
			attainment.judgements().values().forEach((judgement) -> seen.add(judgement.verdict()));
		}
		assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
		assertThat(this.catalog.indicators(id("mau-2026-2030")))
			.filteredOn((row) -> row.rule().role() != IndicatorRole.BREAKDOWN)
			.hasSize(22);
	}

	@Test
	void theInventedWardShowsAnOverrideAReturnedFormAndARevisedEstimate() {
		Judgement overridden = judgement(judge("mau-2026-2030", 2027, Issuer.WARD_COUNCIL), "20");
		assertThat(overridden.overridden()).isTrue();
		assertThat(overridden.computed()).isEqualTo(Verdict.NOT_MET);
		assertThat(overridden.verdict()).isEqualTo(Verdict.MET);
		assertThat(this.drafts.ofPlan(id("mau-2026-2030"))).extracting(ActualRow::status)
			.contains(SubmissionStatus.RETURNED, SubmissionStatus.DRAFT, SubmissionStatus.SUBMITTED);
		Judgement estimate = judgement(judge("mau-2026-2030", 2028, Issuer.WARD_COUNCIL, LocalDate.of(2028, 12, 31)),
				"3");
		assertThat(estimate.verdict()).isEqualTo(Verdict.EXCEEDED);
		assertThat(estimate.provisional()).isTrue();
		Judgement revised = judgement(judge("mau-2026-2030", 2028, Issuer.WARD_COUNCIL, LocalDate.of(2029, 1, 31)),
				"3");
		assertThat(revised.verdict()).isEqualTo(Verdict.NOT_MET);
		assertThat(revised.provisional()).isFalse();
	}

	@Test
	void everyTargetMissedInTheInventedWardIsExplained() {
		for (Issuer issuer : Issuer.values()) {
			for (int year = 2026; year <= 2028; year++) {
				Map<String, List<ActualRow>> rows = this.actuals.approved(id("mau-2026-2030"), null)
					.stream()
					.collect(Collectors.groupingBy((row) -> row.no() + "/" + row.year() + "/" + row.figure().period()));
				int ofYear = year;
				judge("mau-2026-2030", year, issuer).judgements().forEach((no, judgement) -> {
					if (judgement.computed() == Verdict.NOT_MET && judgement.judged() != null) {
						assertThat(rows.getOrDefault(no + "/" + ofYear + "/" + judgement.judged().period(), List.of()))
							.as("%s in %s", no, ofYear)
							.allMatch((row) -> row.cause() != null && row.remedy() != null);
					}
				});
			}
		}
	}

	/**
	 * Section 7 of the rules at the latest full year, 2028, for the indicators that stand
	 * for each course; figures from the stored plan.
	 */
	@Test
	void theInventedWardHasFiguresForEveryCourse() {
		assertThat(progress("6")).isGreaterThanOrEqualTo(new BigDecimal("0.95"));
		assertThat(progress("12")).isBetween(new BigDecimal("0.60"), new BigDecimal("0.94"));
		assertThat(progress("4")).isBetween(BigDecimal.ZERO, new BigDecimal("0.59"));
		assertThat(progress("11")).isNegative();
		assertThat(value("5")).isGreaterThanOrEqualTo(target("5", null));
		assertThat(row("14").baseline()).isNull();
	}

	@Test
	void namesEveryDemoAccountInBothLanguages() {
		assertThat(new DemoAccounts(this.accounts).accounts()).hasSize(8)
			.allSatisfy((account) -> assertThat(new BothLanguages("embedded").text(account.what())).isNotBlank());
	}

	private BigDecimal progress(String no) {
		BigDecimal baseline = Objects.requireNonNull(Objects.requireNonNull(row(no).baseline()).value());
		return value(no).subtract(baseline).divide(target(no, 2028).subtract(baseline), 4, RoundingMode.HALF_UP);
	}

	private BigDecimal value(String no) {
		return Objects.requireNonNull(judgement(judge("mau-2026-2030", 2028, Issuer.WARD_COUNCIL), no).value());
	}

	private BigDecimal target(String no, Integer year) {
		return this.catalog.targets(id("mau-2026-2030"), LATER)
			.stream()
			.filter((row) -> row.issuer() == Issuer.WARD_COUNCIL && row.no().equals(no)
					&& Objects.equals(row.year(), year))
			.map((row) -> row.target().value())
			.findFirst()
			.orElseThrow();
	}

	private IndicatorRow row(String no) {
		return this.catalog.indicators(id("mau-2026-2030"))
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow();
	}

	private List<String> published(String plan) {
		return this.headlines.of(id(plan)).stream().map(DemoDataTests::said).toList();
	}

	private static String said(PublishedHeadline headline) {
		return headline.issuer() + " " + headline.stage() + " " + headline.attained() + "/" + headline.assigned() + " "
				+ headline.exceeded() + " " + headline.notMet();
	}

	private static Judgement judgement(YearAttainment attainment, String no) {
		return attainment.judgement(no);
	}

	private YearAttainment judge(String plan, int year, Issuer issuer) {
		return judge(plan, year, issuer, null);
	}

	private YearAttainment judge(String plan, int year, Issuer issuer, LocalDate asOf) {
		long id = id(plan);
		Map<String, ParsedTarget> targets = this.catalog.targets(id, LATER)
			.stream()
			.filter((row) -> row.issuer() == issuer && Objects.equals(row.year(), year))
			.collect(Collectors.toMap(TargetRow::no, TargetRow::target));
		Map<String, List<Figure>> figures = this.actuals.approved(id, asOf)
			.stream()
			.filter((row) -> row.year() == year)
			.collect(Collectors.groupingBy(ActualRow::no, Collectors.mapping(ActualRow::figure, Collectors.toList())));
		Map<String, Verdict> overrides = this.actuals.overrides(id, asOf)
			.stream()
			.filter((row) -> row.year() == year && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::no, OverrideRow::verdict));
		return YearAttainment.judge(Plans.cases(this.catalog.indicators(id).stream().map(IndicatorRow::rule).toList(),
				targets, figures, overrides));
	}

	private long id(String plan) {
		return Objects.requireNonNull(this.ids.get(plan));
	}

}
