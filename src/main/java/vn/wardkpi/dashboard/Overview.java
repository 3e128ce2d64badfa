package vn.wardkpi.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Comparator;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Headline;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ParsedTarget;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.YearAttainment;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.WardCode;

/**
 * A year's headlines of many wards: six SQL statements, whatever the number of wards.
 * Only wards with a plan for the year are listed.
 */
@Service
public class Overview {

	private static final String COVERING = """
			from plan p join ward w on w.code = p.ward_code join province v on v.code = w.province_code
			where :year between p.from_year and p.to_year and w.province_code = coalesce(:province, w.province_code)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Overview(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
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
		List<Covering> plans = this.jdbc
			.sql("select distinct on (p.ward_code) p.id, p.ward_code, w.name, w.illustrative, v.name as province "
					+ COVERING + " order by p.ward_code, p.from_year desc, p.to_year desc, p.id "
					+ "limit :size offset :offset")
			.param("year", year)
			.param("province", province, java.sql.Types.VARCHAR)
			.param("size", size)
			.param("offset", (long) page * size)
			.query((rs, n) -> new Covering(rs.getLong("id"), new WardCode(text(rs, "ward_code")), text(rs, "name"),
					text(rs, "province"), rs.getBoolean("illustrative")))
			.list();
		Map<Long, Year> years = read(plans.stream().map(Covering::planId).toList(), year, issuer);
		List<WardHeadline> items = plans.stream()
			.map((plan) -> new WardHeadline(plan.wardCode(), plan.wardName(), plan.provinceName(), plan.illustrative(),
					plan.planId(), years.getOrDefault(plan.planId(), new Year()).headline()))
			.toList();
		return new PageOf<>(items, page, size, total);
	}

	private Map<Long, Year> read(List<Long> plans, int year, Issuer issuer) {
		Map<Long, Year> years = new HashMap<>();
		if (plans.isEmpty()) {
			return years;
		}
		this.jdbc.sql("""
				select i.plan_id, i.no, parent.no as parent_no, i.role, i.decisive, i.direction, i.value_type,
				       i.accumulation, i.bounded
				from indicator i left join indicator parent on parent.id = i.parent_id
				where i.plan_id in (:plans) order by i.plan_id, i.position
				""").param("plans", plans).query((rs) -> {
			of(rs, years).rules.add(rule(rs));
		});
		this.jdbc.sql("""
				select distinct on (t.indicator_id) i.plan_id, i.no, t.*
				from target t
				join target_decision d on d.id = t.decision_id
				join indicator i on i.id = t.indicator_id
				where d.plan_id in (:plans) and d.issuer = :issuer and t.year = :year and d.effective_date <= :today
				order by t.indicator_id, d.effective_date desc, d.id desc
				""")
			.param("plans", plans)
			.param("issuer", issuer.name())
			.param("year", year)
			.param("today", LocalDate.now(this.clock))
			.query((rs) -> {
				target(rs, years);
			});
		this.jdbc.sql("""
				select distinct on (a.indicator_id, a.period) i.plan_id, i.no, a.*
				from approved_actual a join indicator i on i.id = a.indicator_id
				where i.plan_id in (:plans) and a.year = :year
				order by a.indicator_id, a.period, a.approved_at desc, a.id desc
				""").param("plans", plans).param("year", year).query((rs) -> {
			figure(rs, years);
		});
		this.jdbc.sql("""
				select i.plan_id, i.no, o.verdict
				from verdict_override o join indicator i on i.id = o.indicator_id
				where i.plan_id in (:plans) and o.year = :year and o.issuer = :issuer and o.revoked_at is null
				""").param("plans", plans).param("year", year).param("issuer", issuer.name()).query((rs) -> {
			of(rs, years).overrides.put(text(rs, "no"), Verdict.valueOf(text(rs, "verdict")));
		});
		return years;
	}

	private static IndicatorRule rule(ResultSet rs) throws SQLException {
		return new IndicatorRule(text(rs, "no"), rs.getString("parent_no"), IndicatorRole.valueOf(text(rs, "role")),
				rs.getBoolean("decisive"), Direction.valueOf(text(rs, "direction")),
				ValueType.valueOf(text(rs, "value_type")), Accumulation.valueOf(text(rs, "accumulation")),
				rs.getBoolean("bounded"));
	}

	private static void target(ResultSet rs, Map<Long, Year> years) throws SQLException {
		String comparator = rs.getString("comparator");
		ParsedTarget target = new ParsedTarget(text(rs, "text"),
				(comparator != null) ? Comparator.valueOf(comparator) : null, rs.getBigDecimal("value"),
				rs.getBigDecimal("upper"), rs.getString("unit"), rs.getInt("decimals"),
				ValueType.valueOf(text(rs, "value_type")), rs.getBoolean("approximate"));
		if (target.value() != null || target.valueType() == ValueType.QUALITATIVE) {
			of(rs, years).targets.put(text(rs, "no"), target);
		}
	}

	private static void figure(ResultSet rs, Map<Long, Year> years) throws SQLException {
		String achieved = rs.getString("achieved");
		Figure figure = new Figure(ReportingPeriod.valueOf(text(rs, "period")), rs.getBigDecimal("value"),
				rs.getBigDecimal("numerator"), rs.getBigDecimal("denominator"),
				(achieved != null) ? Verdict.valueOf(achieved) : null);
		of(rs, years).figures.computeIfAbsent(text(rs, "no"), (no) -> new ArrayList<>()).add(figure);
	}

	private static Year of(ResultSet rs, Map<Long, Year> years) throws SQLException {
		return years.computeIfAbsent(rs.getLong("plan_id"), (id) -> new Year());
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	private record Covering(long planId, WardCode wardCode, String wardName, String provinceName,
			boolean illustrative) {
	}

	/** What the rules need of one plan's year. */
	private static final class Year {

		private final List<IndicatorRule> rules = new ArrayList<>();

		private final Map<String, ParsedTarget> targets = new HashMap<>();

		private final Map<String, List<Figure>> figures = new HashMap<>();

		private final Map<String, Verdict> overrides = new HashMap<>();

		Headline headline() {
			return YearAttainment.judge(this.rules, this.targets, this.figures, this.overrides).headline();
		}

	}

}
