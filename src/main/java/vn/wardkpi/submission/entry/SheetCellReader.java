package vn.wardkpi.submission.entry;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualKey;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Reads one cell with all that is needed to save it: one SQL statement, whatever the size
 * of the plan. It answers a row for each issuer, which differ in target and override
 * alone.
 */
@Component
class SheetCellReader {

	private static final String CELL = """
			with cell as materialized (
			    select i.*, u.ids, u.codes, u.names, u.level > 0 as inherits,
			           p.id as p_id, p.ward_code as p_ward, p.status as p_status, p.from_year as p_from, p.to_year as p_to,
			           s.id as s_id, s.version as s_version, s.status as s_status,
			           a.period as a_period, a.value as a_value, a.numerator as a_numerator,
			           a.denominator as a_denominator, a.achieved as a_achieved, a.note as a_note, a.cause as a_cause,
			           a.remedy as a_remedy, a.no_data_reason as a_no_data_reason, a.version as a_version,
			           a.entered_by as a_entered_by, a.entered_at as a_entered_at,
			           coalesce((select p.name from person_row p where p.username = a.entered_by), a.entered_by) as a_entered_by_name,
			           b.period as b_period, b.value as b_value, b.numerator as b_numerator,
			           b.denominator as b_denominator, b.achieved as b_achieved,
			           e.period as e_period, e.value as e_value, e.numerator as e_numerator,
			           e.denominator as e_denominator, e.achieved as e_achieved,
			           x.year as x_year, x.period as x_period, x.cause as x_cause, x.remedy as x_remedy,
			           l.value as l_value, l.numerator as l_numerator, l.denominator as l_denominator,
			           l.achieved as l_achieved, l.note as l_note, l.cause as l_cause, l.remedy as l_remedy,
			           l.no_data_reason as l_no_data_reason, l.approved_by as l_by, l.approved_at as l_at,
			           d.decision as d_decision, d.comment as d_comment, d.decided_at as d_at,
			           coalesce((select p.name from person_row p where p.username = d.decided_by), d.decided_by) as d_by,
			           d.version as d_version, d.value as d_value, d.numerator as d_numerator,
			           d.denominator as d_denominator, d.achieved as d_achieved, d.note as d_note,
			           d.cause as d_cause, d.remedy as d_remedy, d.no_data_reason as d_no_data_reason,
			           form.cells, form.answered,
			           r.nos as r_nos, r.parents as r_parents, r.roles as r_roles, r.types as r_types,
			           r.units as r_units, r.decimals as r_decimals, r.figures as r_figures
			    from plan_row p
			    left join indicator_in_force(:today) i on i.plan_id = p.id and i.no = :no
			    -- Its own lead units, or those of the nearest above it that has any.
			    left join lateral (
			        select r.level, array_agg(n.id order by r.position) as ids,
			               array_agg(n.code order by r.position) as codes, array_agg(n.name order by r.position) as names
			        from indicator_involved_unit r
			        join lead_unit_row n on n.id = r.lead_unit_id
			        where r.indicator_id = i.id
			        group by r.level
			        order by r.level
			        limit 1) u on true
			    left join submission s on s.plan_id = p.id and s.year = :year and s.period = :period
			                          and s.lead_unit_id = u.ids[1]
			    left join submission_row d on d.submission_id = s.id and d.indicator_id = i.id
			    left join actual_row a on a.indicator_id = i.id and a.year = :year and a.period = :period
			    left join lateral (
			        select y.*
			        from approved_actual_row y
			        where y.actual_id = a.id
			        order by y.approved_at desc, y.id desc
			        limit 1) l on true
			    -- The year before: the latest approval of its official figure, else of its estimate.
			    left join lateral (
			        select * from (
			            select distinct on (x.period) x.*
			            from approved_actual_row x
			            where x.indicator_id = i.id and x.year = :year - 1 and x.period in ('ESTIMATE', 'FINAL')
			            order by x.period, x.approved_at desc, x.id desc) latest
			        where latest.value is not null or latest.numerator is not null or latest.achieved is not null
			        order by latest.period desc
			        limit 1) b on true
			    -- In the order of the year, for text sorts FINAL before M01.
			    left join lateral (
			        select y.*
			        from actual_row y
			        where y.indicator_id = i.id and y.year = :year and y.period = any (cast(:earlier as text[]))
			          and (y.value is not null or y.numerator is not null or y.achieved is not null)
			        order by y.period in ('ESTIMATE', 'FINAL') desc, y.period desc
			        limit 1) e on true
			    left join lateral (
			        select y.*
			        from actual_row y
			        where y.indicator_id = i.id and (y.cause is not null or y.remedy is not null)
			          and (y.year < :year or (y.year = :year and y.period = any (cast(:earlier as text[]))))
			        order by y.year desc, y.period in ('ESTIMATE', 'FINAL') desc, y.period desc
			        limit 1) x on true
			    left join lateral (
			        select count(*) as cells,
			               count(*) filter (where f.answered) as answered
			        from indicator_answering_unit x
			        left join actual_row f on f.indicator_id = x.indicator_id and f.year = :year and f.period = :period
			        where x.plan_id = p.id and x.lead_unit_id = u.ids[1]
			          and x.role not in ('GROUP', 'SUPPLEMENTARY')) form on true
			    left join lateral (
			        select array_agg(x.no) as nos, array_agg(x.parent_no) as parents, array_agg(x.role) as roles,
			               array_agg(x.value_type) as types, array_agg(x.unit) as units,
			               array_agg(x.decimals) as decimals, array_agg(f.value) as figures
			        from indicator_in_force(:today) x
			        left join actual_row f on f.indicator_id = x.id and f.year = :year and f.period = :period
			        where x.plan_id = p.id
			          and (x.id in (i.id, i.parent_id) or x.parent_id in (i.id, i.parent_id)
			               or split_part(x.no, '.', 1) = split_part(i.no, '.', 1))) r on true
			    where p.id = :plan)
			select cell.*, issuer.name as issuer,
			       t.text as t_text, t.comparator as t_comparator, t.value as t_value, t.upper as t_upper,
			       t.unit as t_unit, t.decimals as t_decimals, t.value_type as t_value_type,
			       t.approximate as t_approximate,
			       n.text as n_text, n.comparator as n_comparator, n.value as n_value, n.upper as n_upper,
			       n.unit as n_unit, n.decimals as n_decimals, n.value_type as n_value_type,
			       n.approximate as n_approximate,
			       o.verdict as o_verdict, o.reason as o_reason, o.reference as o_reference,
			       o.created_at as o_created_at,
			       coalesce((select p.name from person_row p where p.username = o.created_by), o.created_by) as o_created_by
			from cell
			cross join (values ('WARD_COUNCIL'), ('CITY'), ('PARTY_CONGRESS')) as issuer (name)
			left join target_in_force(:today) t on t.indicator_id = cell.id and t.year = :year and t.issuer = issuer.name
			-- What the annual plan of the year asks of the same figure, where that is something else.
			left join lateral (
			    select y.*
			    from plan_row annual
			    join indicator_figures f on f.plan_id = annual.id and f.source_id = cell.id
			    join target_in_force(:today) y on y.indicator_id = f.indicator_id and y.year = :year
			                                  and y.issuer = issuer.name
			    where annual.five_year_plan_id = cell.p_id and annual.from_year = :year
			      and y.text is distinct from t.text
			    limit 1) n on true
			left join override_in_force o on o.indicator_id = cell.id and o.year = :year and o.issuer = issuer.name
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SheetCellReader(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The cell where the figure is entered: of an annual plan's row that shows the
	 * figures of the five-year plan's, the one there.
	 * @throws RefusedException as {@link #require}
	 */
	SheetCell requireWhereEntered(long planId, String no, int year, ReportingPeriod period) {
		SheetCell cell = require(planId, no, year, period);
		if (cell.form() != null) {
			return cell;
		}
		return this.jdbc.sql("""
				select f.source_plan_id, source.no
				from indicator_figures f
				join indicator_row source on source.id = f.source_id
				where f.indicator_id = ? and f.source_id <> f.indicator_id
				""")
			.param(cell.row().id())
			.query((rs, n) -> new ActualKey(rs.getLong("source_plan_id"), Columns.text(rs, "no"), year, period))
			.optional()
			.map((key) -> require(key.planId(), key.no(), year, period))
			.orElse(cell);
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such plan, it does not cover the
	 * year, or has no such indicator
	 */
	SheetCell require(long planId, String no, int year, ReportingPeriod period) {
		List<IssuerRow> rows = this.jdbc.sql(CELL)
			.param("plan", planId)
			.param("no", no)
			.param("year", year)
			.param("period", period.name())
			.param("earlier", earlier(period))
			.param("today", Date.valueOf(LocalDate.now(this.clock)))
			.query((rs, n) -> IssuerRow.of(rs, year, period))
			.list();
		if (rows.isEmpty()) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(planId));
		}
		IssuerRow first = rows.get(0);
		if (year < first.fromYear() || year > first.toYear()) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.year-unknown", String.valueOf(year));
		}
		SheetCell cell = first.cell();
		if (cell == null) {
			throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no);
		}
		Map<Issuer, ParsedTarget> targets = new EnumMap<>(Issuer.class);
		Map<Issuer, ParsedTarget> annual = new EnumMap<>(Issuer.class);
		Map<Issuer, OverrideRow> overrides = new EnumMap<>(Issuer.class);
		for (IssuerRow row : rows) {
			if (row.target() != null && PlanColumns.asks(row.target())) {
				targets.put(row.issuer(), row.target());
			}
			if (row.annual() != null && PlanColumns.asks(row.annual())) {
				annual.put(row.issuer(), row.annual());
			}
			if (row.override() != null) {
				overrides.put(row.issuer(), row.override());
			}
		}
		return cell.with(targets, annual, overrides);
	}

	/**
	 * Where a form stands.
	 */
	SubmissionState form(SubmissionKey key, LeadUnitRow unit) {
		return this.jdbc.sql("""
				select id, version, status from submission
				where plan_id = ? and year = ? and period = ? and lead_unit_id = ?
				""")
			.params(key.planId(), key.year(), key.period().name(), unit.id())
			.query((rs, n) -> new SubmissionState(rs.getLong("id"), unit, rs.getInt("version"),
					Columns.constant(rs, "status", SubmissionStatus.class)))
			.optional()
			.orElseGet(() -> SubmissionState.notBegun(unit));
	}

	/**
	 * The rows of a form that were approved while the rest of it went back, by indicator
	 * number.
	 */
	Set<String> approvedRows(SubmissionState form) {
		return this.jdbc.sql("""
				select i.no
				from submission_row d
				join indicator_row i on i.id = d.indicator_id
				where d.submission_id = ? and d.decision = 'APPROVED'
				""").param(form.id()).query(String.class).set();
	}

	/**
	 * Everything that is entered in a plan for one year.
	 */
	List<StoredActual> figures(long planId, int year) {
		return this.jdbc
			.sql("""
					select a.*, i.no,
					       coalesce((select p.name from person_row p where p.username = a.entered_by), a.entered_by) as entered_by_name
					from actual_row a
					join indicator_row i on i.id = a.indicator_id
					where i.plan_id = ? and a.year = ?
					""")
			.params(planId, year)
			.query((rs, n) -> StoredActual.of(Columns.text(rs, "no"), year, rs, ""))
			.list();
	}

	private static String[] earlier(ReportingPeriod period) {
		List<String> earlier = new ArrayList<>();
		for (ReportingPeriod other : ReportingPeriod.values()) {
			if (other.compareTo(period) < 0) {
				earlier.add(other.name());
			}
		}
		return earlier.toArray(String[]::new);
	}

}
