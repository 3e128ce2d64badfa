package vn.wardkpi.dashboard.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.Catalogue.LinkedIndicator;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.IndicatorsOfPlans;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.overview.KeptOfPlans.Asked;
import vn.wardkpi.dashboard.overview.OverviewQuery.Linked;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.PublishedHeadlineCatalog;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.WardCode;

/**
 * A year's headlines of many wards: eight SQL statements, whatever the number of wards,
 * four of them only for headlines that are not kept; five more for indicators that are
 * linked to the catalogue, of plans of which they are not kept.
 */
@Service
public class Overview {

	/**
	 * Of several plans of a ward the one that began last, but no annual plan made of
	 * another.
	 */
	private static final String WARDS = """
			from ward_row w
			left join lateral (
			    select plan_row.* from plan_row
			    where plan_row.ward_code = w.code and :year between plan_row.from_year and plan_row.to_year
			    order by plan_row.five_year_plan_id is not null, plan_row.from_year desc, plan_row.to_year desc,
			             plan_row.id limit 1) p on true
			where w.province_code = coalesce(:province, w.province_code)
			  and (:illustrative or not w.illustrative)
			  and (p.id is not null or (:withoutPlan and coalesce(extract(year from w.valid_from), :year) <= :year
			                            and coalesce(extract(year from w.valid_to), :year) >= :year))
			""";

	/** Every ward of the country, five years, three issuers; about 100 bytes each. */
	private static final long HEADLINES = 50_000;

	/** So many indicators, some 2 KB each: more than the largest province shares. */
	private static final long INDICATORS = 6_000;

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final PublishedHeadlineCatalog published;

	private final Catalogue catalogue;

	private final IndicatorsOfPlans indicators;

	private final PlanVersions versions;

	private final Clock clock;

	private final KeptOfPlans<Headline> headlines = new KeptOfPlans<>(HEADLINES, (headline) -> 0);

	private final KeptOfPlans<Map<Long, IndicatorYear>> shared = new KeptOfPlans<>(INDICATORS, Map::size);

	Overview(JdbcClient jdbc, PlanCatalog plans, ActualCatalog actuals, PublishedHeadlineCatalog published,
			Catalogue catalogue, IndicatorsOfPlans indicators, PlanVersions versions, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.actuals = actuals;
		this.published = published;
		this.catalogue = catalogue;
		this.indicators = indicators;
		this.versions = versions;
		this.clock = clock;
	}

	/**
	 * Targets in force today and the latest approved figures.
	 * @param page from 0
	 */
	public PageOf<WardHeadline> headlines(OverviewQuery query, int page, int size) {
		long total = asking("select count(*) " + WARDS, query).query(Long.class).single();
		List<Covering> wards = asking("select p.id, p.title, p.from_year, p.to_year, p.status, p.source, "
				+ "(select max(a.id) from plan_row a where a.five_year_plan_id = p.id and a.from_year = :year) as annual, "
				+ "w.code, w.name, w.kind, w.illustrative, w.province_name " + WARDS + " order by "
				+ query.order().sql() + " limit :size offset :offset", query)
			.param("size", size)
			.param("offset", (long) page * size)
			.query((rs, n) -> covering(rs))
			.list();
		List<PlanSummary> summaries = wards.stream().map(Covering::plan).filter(Objects::nonNull).toList();
		List<Long> plans = summaries.stream().map(PlanSummary::id).toList();
		Map<Long, String> versions = this.versions.of(plans);
		Map<Long, Headline> headlines = this.headlines.of(versions, new Asked(query.year(), query.issuer(), null),
				(missing) -> computed(missing, query.year(), query.issuer()));
		Map<Long, PublishedHeadline> published = this.published.of(plans, query.year(), query.issuer());
		Linked linked = query.linked();
		Map<Long, Map<Long, IndicatorYear>> shared = (linked != null)
				? this.shared.of(versions, new Asked(query.year(), query.issuer(), linked),
						(missing) -> shared(summaries.stream().filter((plan) -> missing.contains(plan.id())).toList(),
								linked.definition(), query.year(), query.issuer()))
				: Map.of();
		List<WardHeadline> items = wards.stream().map((ward) -> {
			PlanSummary plan = ward.plan();
			return new WardHeadline(ward.code(), ward.name(), ward.provinceName(), ward.illustrative(), plan,
					(plan != null) ? headlines.get(plan.id()) : null, (plan != null) ? published.get(plan.id()) : null,
					(plan != null) ? shared.getOrDefault(plan.id(), Map.of()) : Map.of(), ward.annual());
		}).toList();
		return new PageOf<>(items, page, size, total);
	}

	/**
	 * How many wards each province has and how many of them have a plan, by Vietnamese
	 * name: one SQL statement.
	 * @param query without a province
	 */
	public List<ProvinceCount> provinces(OverviewQuery query) {
		return asking(
				"select w.province_code, w.province_name, count(*) as wards, count(p.id) as planned " + WARDS + """
						group by w.province_code, w.province_name
						order by regexp_replace(w.province_name, '^(Thành phố|Tỉnh) ', '') collate "vi-x-icu"
						""", query)
			.query((rs, n) -> new ProvinceCount(text(rs, "province_code"), text(rs, "province_name"),
					rs.getInt("wards"), rs.getInt("planned")))
			.list();
	}

	private JdbcClient.StatementSpec asking(String sql, OverviewQuery query) {
		return this.jdbc.sql(sql)
			.param("year", query.year())
			.param("province", query.province(), Types.VARCHAR)
			.param("illustrative", query.illustrative())
			.param("withoutPlan", query.withoutPlan());
	}

	private Map<Long, Headline> computed(List<Long> planIds, int year, Issuer issuer) {
		Map<Long, Headline> headlines = new HashMap<>();
		Map<Long, List<IndicatorRule>> rules = this.plans.rules(planIds, LocalDate.now(this.clock));
		Map<Long, List<TargetRow>> targets = this.plans.targets(planIds, issuer, year, LocalDate.now(this.clock));
		Map<Long, List<ActualRow>> figures = this.actuals.approved(planIds, year);
		Map<Long, List<OverrideRow>> overrides = this.actuals.overrides(planIds, year, issuer);
		for (Long id : planIds) {
			headlines.put(id,
					YearAttainment
						.judge(cases(rules.getOrDefault(id, List.of()), targets.getOrDefault(id, List.of()),
								figures.getOrDefault(id, List.of()), overrides.getOrDefault(id, List.of())))
						.headline());
		}
		return headlines;
	}

	private static List<IndicatorCase> cases(List<IndicatorRule> rules, List<TargetRow> targets,
			List<ActualRow> figures, List<OverrideRow> overrides) {
		Map<String, ParsedTarget> target = targets.stream().collect(Collectors.toMap(TargetRow::no, TargetRow::target));
		Map<String, List<Figure>> figure = figures.stream()
			.collect(Collectors.groupingBy(ActualRow::no, Collectors.mapping(ActualRow::figure, Collectors.toList())));
		Map<String, Verdict> override = overrides.stream()
			.collect(Collectors.toMap(OverrideRow::no, OverrideRow::verdict));
		return rules.stream()
			.map((rule) -> new IndicatorCase(rule, target.get(rule.no()), figure.getOrDefault(rule.no(), List.of()),
					override.get(rule.no())))
			.toList();
	}

	private Map<Long, Map<Long, IndicatorYear>> shared(List<PlanSummary> plans, @Nullable Long definition, int year,
			Issuer issuer) {
		List<LinkedIndicator> links = this.catalogue.linked(plans.stream().map(PlanSummary::id).toList(), definition);
		Map<Long, JudgedPlan> judged = this.indicators.read(plans,
				links.stream().map(LinkedIndicator::indicatorId).collect(Collectors.toSet()), issuer);
		Map<Long, Map<Long, IndicatorYear>> shared = new HashMap<>();
		plans.forEach((plan) -> shared.put(plan.id(), new HashMap<>()));
		Map<Long, Map<Long, IndicatorYear>> byIndicator = new HashMap<>();
		for (LinkedIndicator link : links) {
			Map<Long, IndicatorYear> ofPlan = byIndicator.computeIfAbsent(link.planId(),
					(plan) -> Objects.requireNonNull(judged.get(plan))
						.year(year, issuer)
						.indicators()
						.stream()
						.collect(Collectors.toMap((row) -> row.indicator().id(), (row) -> row)));
			IndicatorYear row = ofPlan.get(link.indicatorId());
			if (row != null) {
				shared.computeIfAbsent(link.planId(), (plan) -> new HashMap<>())
					.putIfAbsent(link.definitionId(), row.withoutPath());
			}
		}
		return shared;
	}

	private static Covering covering(ResultSet rs) throws SQLException {
		WardCode code = new WardCode(text(rs, "code"));
		String name = text(rs, "name");
		String province = text(rs, "province_name");
		boolean illustrative = rs.getBoolean("illustrative");
		Long id = rs.getObject("id", Long.class);
		PlanSummary plan = (id != null) ? new PlanSummary(id, code, name, text(rs, "kind"), province, text(rs, "title"),
				rs.getInt("from_year"), rs.getInt("to_year"), PlanStatus.valueOf(text(rs, "status")),
				rs.getString("source"), illustrative) : null;
		return new Covering(code, name, province, illustrative, plan, rs.getObject("annual", Long.class));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * @param wards how many wards there are
	 * @param planned how many of them have a plan for the year
	 */
	public record ProvinceCount(String code, String name, int wards, int planned) {
	}

	private record Covering(WardCode code, String name, String provinceName, boolean illustrative,
			@Nullable PlanSummary plan, @Nullable Long annual) {
	}

}
