package vn.wardkpi.dashboard.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.WardCode;

/**
 * A year's headlines of many wards: six SQL statements, whatever the number of wards.
 * Only wards with a plan for the year are listed.
 */
@Service
public class Overview {

	private static final String COVERING = """
			from plan_row p join ward_row w on w.code = p.ward_code
			where :year between p.from_year and p.to_year and w.province_code = coalesce(:province, w.province_code)
			""";

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ActualCatalog actuals;

	private final Clock clock;

	Overview(JdbcClient jdbc, PlanCatalog plans, ActualCatalog actuals, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.actuals = actuals;
		this.clock = clock;
	}

	/**
	 * Targets in force today and the latest approved figures, wards in the order of their
	 * codes.
	 * @param province code of a province, or {@code null} for all
	 * @param page from 0
	 */
	public PageOf<WardHeadline> headlines(int year, Issuer issuer, @Nullable String province, int page, int size) {
		long total = this.jdbc.sql("select count(distinct p.ward_code) " + COVERING)
			.param("year", year)
			.param("province", province, java.sql.Types.VARCHAR)
			.query(Long.class)
			.single();
		List<Covering> plans = this.jdbc.sql(
				"select distinct on (p.ward_code) p.id, p.ward_code, w.name, w.illustrative, w.province_name as province "
						+ COVERING + " order by p.ward_code, p.from_year desc, p.to_year desc, p.id "
						+ "limit :size offset :offset")
			.param("year", year)
			.param("province", province, java.sql.Types.VARCHAR)
			.param("size", size)
			.param("offset", (long) page * size)
			.query((rs, n) -> new Covering(rs.getLong("id"), new WardCode(text(rs, "ward_code")), text(rs, "name"),
					text(rs, "province"), rs.getBoolean("illustrative")))
			.list();
		Map<Long, Headline> headlines = headlines(plans.stream().map(Covering::planId).toList(), year, issuer);
		List<WardHeadline> items = plans.stream()
			.map((plan) -> new WardHeadline(plan.wardCode(), plan.wardName(), plan.provinceName(), plan.illustrative(),
					plan.planId(), Objects.requireNonNull(headlines.get(plan.planId()))))
			.toList();
		return new PageOf<>(items, page, size, total);
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

	private record Covering(long planId, WardCode wardCode, String wardName, String provinceName,
			boolean illustrative) {
	}

}
