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
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.plan.headline.PublishedHeadlineCatalog;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.WardCode;

/**
 * A year's headlines of many wards: seven SQL statements, whatever the number of wards.
 */
@Service
public class Overview {

	/** Of several plans of a ward the one that began last. */
	private static final String WARDS = """
			from ward_row w
			left join lateral (
			    select plan_row.id from plan_row
			    where plan_row.ward_code = w.code and :year between plan_row.from_year and plan_row.to_year
			    order by plan_row.from_year desc, plan_row.to_year desc, plan_row.id limit 1) p on true
			where w.province_code = coalesce(:province, w.province_code)
			  and (:illustrative or not w.illustrative)
			  and (p.id is not null or (:withoutPlan and coalesce(extract(year from w.valid_from), :year) <= :year
			                            and coalesce(extract(year from w.valid_to), :year) >= :year))
			""";

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final PublishedHeadlineCatalog published;

	private final Clock clock;

	Overview(JdbcClient jdbc, PlanCatalog plans, ActualCatalog actuals, PublishedHeadlineCatalog published,
			Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.actuals = actuals;
		this.published = published;
		this.clock = clock;
	}

	/**
	 * Targets in force today and the latest approved figures, wards in the order of their
	 * codes.
	 * @param page from 0
	 */
	public PageOf<WardHeadline> headlines(OverviewQuery query, int page, int size) {
		long total = asking("select count(*) " + WARDS, query).query(Long.class).single();
		List<Covering> wards = asking("select p.id, w.code, w.name, w.illustrative, w.province_name " + WARDS
				+ " order by w.code limit :size offset :offset", query)
			.param("size", size)
			.param("offset", (long) page * size)
			.query((rs, n) -> new Covering(rs.getObject("id", Long.class), new WardCode(text(rs, "code")),
					text(rs, "name"), text(rs, "province_name"), rs.getBoolean("illustrative")))
			.list();
		List<Long> plans = wards.stream().map(Covering::planId).filter(Objects::nonNull).toList();
		Map<Long, Headline> headlines = headlines(plans, query.year(), query.issuer());
		Map<Long, PublishedHeadline> published = this.published.of(plans, query.year(), query.issuer());
		List<WardHeadline> items = wards.stream().map((ward) -> {
			Long plan = ward.planId();
			return new WardHeadline(ward.wardCode(), ward.wardName(), ward.provinceName(), ward.illustrative(), plan,
					(plan != null) ? headlines.get(plan) : null, (plan != null) ? published.get(plan) : null);
		}).toList();
		return new PageOf<>(items, page, size, total);
	}

	private JdbcClient.StatementSpec asking(String sql, OverviewQuery query) {
		return this.jdbc.sql(sql)
			.param("year", query.year())
			.param("province", query.province(), Types.VARCHAR)
			.param("illustrative", query.illustrative())
			.param("withoutPlan", query.withoutPlan());
	}

	private Map<Long, Headline> headlines(List<Long> planIds, int year, Issuer issuer) {
		Map<Long, Headline> headlines = new HashMap<>();
		if (planIds.isEmpty()) {
			return headlines;
		}
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

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	private record Covering(@Nullable Long planId, WardCode wardCode, String wardName, String provinceName,
			boolean illustrative) {
	}

}
