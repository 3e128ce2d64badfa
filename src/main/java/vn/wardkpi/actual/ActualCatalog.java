package vn.wardkpi.actual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.database.Columns;

/**
 * Reads figures and overrides: one SQL statement a method, whatever the number of rows.
 */
@Service
public class ActualCatalog {

	private final JdbcClient jdbc;

	private final Clock clock;

	ActualCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The figures everybody may see: of each indicator, year and reporting period the
	 * latest approved.
	 * @param asOf the last day whose approvals count, or {@code null} for all
	 */
	public List<ActualRow> approved(long planId, @Nullable LocalDate asOf) {
		return answers(planId, asOf).stream().filter(ActualRow::hasFigure).toList();
	}

	/**
	 * The same with the cells that were left empty on purpose, which say why and are no
	 * figures.
	 * @param asOf the last day whose approvals count, or {@code null} for all
	 */
	public List<ActualRow> answers(long planId, @Nullable LocalDate asOf) {
		return this.jdbc.sql("""
				-- The latest of each cell, as approved_actual_at has it, found in one sort.
				select a.*, 'APPROVED' as status, coalesce(p.name, a.approved_by) as approver
				from (select distinct on (a.indicator_id, a.year, a.period) a.*, i.no, i.position
				      from indicator_figures i
				      join approved_actual a on a.indicator_id = i.source_id and a.year = coalesce(i.only_year, a.year)
				      where i.plan_id = :plan and a.approved_at < :before
				      order by a.indicator_id, a.year, a.period, a.approved_at desc, a.id desc) a
				left join person_row p on p.username = a.approved_by
				where a.answered
				order by a.position, a.year, a.period
				""").param("plan", planId).param("before", endOf(asOf)).query((rs, n) -> ActualRow.of(rs)).list();
	}

	/**
	 * A year's latest approved figures of several plans.
	 */
	public Map<Long, List<ActualRow>> approved(Collection<Long> planIds, int year) {
		return this.jdbc
			.sql("""
					select a.*, i.plan_id, i.no, 'APPROVED' as status,
					       coalesce((select p.name from person_row p where p.username = a.approved_by), a.approved_by) as approver
					from approved_actual_latest a
					join indicator_figures i on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
					where i.plan_id in (:plans) and a.year = :year and a.has_figure
					""")
			.param("plans", planIds)
			.param("year", year)
			.query((rs, n) -> Map.entry(rs.getLong("plan_id"), ActualRow.of(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * Every approval of a year's full-year figures, also those that a later one replaced,
	 * in the order in which they were made.
	 * @param asOf the last day whose approvals count, or {@code null} for all
	 */
	public List<ActualRow> approvals(long planId, int year, @Nullable LocalDate asOf) {
		return this.jdbc
			.sql("""
					select a.*, i.no, 'APPROVED' as status,
					       coalesce((select p.name from person_row p where p.username = a.approved_by), a.approved_by) as approver
					from approved_actual a
					join indicator_figures i on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
					where i.plan_id = :plan and a.year = :year and a.period in ('ESTIMATE', 'FINAL')
					  and a.approved_at < :before
					order by a.approved_at, a.id
					""")
			.param("plan", planId)
			.param("year", year)
			.param("before", endOf(asOf))
			.query((rs, n) -> ActualRow.of(rs))
			.list();
	}

	/**
	 * The overrides in force.
	 * @param asOf the last day whose overrides and revocations count, or {@code null} for
	 * all
	 */
	public List<OverrideRow> overrides(long planId, @Nullable LocalDate asOf) {
		return this.jdbc
			.sql("""
					select i.no, o.year, o.issuer, o.verdict, o.reason, o.reference, o.created_at,
					       coalesce((select p.name from person_row p where p.username = o.created_by), o.created_by) as creator
					from verdict_override o
					join indicator_figures i on i.source_id = o.indicator_id and o.year = coalesce(i.only_year, o.year)
					where i.plan_id = :plan and o.created_at < :before
					  and (i.only_year is null or same_target(i.indicator_id, i.source_id, o.issuer, o.year))
					  and (o.revoked_at is null or o.revoked_at >= :before)
					order by i.position, o.year, o.issuer
					""")
			.param("plan", planId)
			.param("before", endOf(asOf))
			.query((rs, n) -> override(rs))
			.list();
	}

	/**
	 * The overrides in force of one issuer's targets of a year, of several plans.
	 */
	public Map<Long, List<OverrideRow>> overrides(Collection<Long> planIds, int year, Issuer issuer) {
		return this.jdbc
			.sql("""
					select i.plan_id, i.no, o.*,
					       coalesce((select p.name from person_row p where p.username = o.created_by), o.created_by) as creator
					from override_in_force o
					join indicator_figures i on i.source_id = o.indicator_id and o.year = coalesce(i.only_year, o.year)
					where i.plan_id in (:plans) and o.year = :year and o.issuer = :issuer
					  and (i.only_year is null or same_target(i.indicator_id, i.source_id, o.issuer, o.year))
					""")
			.param("plans", planIds)
			.param("year", year)
			.param("issuer", issuer.name())
			.query((rs, n) -> Map.entry(rs.getLong("plan_id"), override(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * Every override, also those that were taken back, in the order in which they were
	 * made.
	 * @param asOf the last day whose overrides and revocations count, or {@code null} for
	 * all
	 */
	public List<OverrideSpan> overrideSpans(long planId, @Nullable LocalDate asOf) {
		Instant before = endOf(asOf).toInstant();
		return this.jdbc
			.sql("""
					select i.no, o.year, o.issuer, o.verdict, o.reason, o.reference, o.created_at,
					       coalesce((select p.name from person_row p where p.username = o.created_by), o.created_by) as creator,
					       coalesce((select p.name from person_row p where p.username = o.revoked_by), o.revoked_by) as revoker, o.revoked_at
					from verdict_override o
					join indicator_figures i on i.source_id = o.indicator_id and o.year = coalesce(i.only_year, o.year)
					where i.plan_id = :plan and o.created_at < :before
					  and (i.only_year is null or same_target(i.indicator_id, i.source_id, o.issuer, o.year))
					order by o.created_at, o.id
					""")
			.param("plan", planId)
			.param("before", Timestamp.from(before))
			.query((rs, n) -> span(rs, before))
			.list();
	}

	private static OverrideSpan span(ResultSet rs, Instant before) throws SQLException {
		Instant revokedAt = Columns.instantOrNull(rs, "revoked_at");
		boolean revoked = revokedAt != null && revokedAt.isBefore(before);
		return new OverrideSpan(override(rs), revoked ? rs.getString("revoker") : null, revoked ? revokedAt : null);
	}

	private static OverrideRow override(ResultSet rs) throws SQLException {
		return new OverrideRow(Columns.text(rs, "no"), rs.getInt("year"), Columns.constant(rs, "issuer", Issuer.class),
				Columns.constant(rs, "verdict", Verdict.class), Columns.text(rs, "reason"), rs.getString("reference"),
				Columns.text(rs, "creator"), Columns.instant(rs, "created_at"));
	}

	private Timestamp endOf(@Nullable LocalDate day) {
		LocalDate last = (day != null) ? day : LocalDate.of(9999, 1, 1);
		return Timestamp.from(last.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant());
	}

}
