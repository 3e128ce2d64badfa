package vn.wardkpi.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Reads plans: one SQL statement a method, whatever the number of rows.
 */
@Service
public class PlanCatalog {

	private static final String PLANS = """
			select p.id, p.ward_code, w.name as ward_name, w.kind as ward_kind, w.province_name, p.title,
			       p.from_year, p.to_year, p.status, p.source, p.illustrative, p.five_year_plan_id,
			       array(select a.from_year || ':' || a.id from plan_row a where a.five_year_plan_id = p.id) as annual
			from plan p join ward_row w on w.code = p.ward_code
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PlanCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether there is no plan of any ward. */
	public boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from plan)").query(Boolean.class).single();
	}

	/** A plan wherever it stands on its way. */
	public Optional<PlanSummary> find(long planId) {
		return this.jdbc.sql(PLANS + "where p.id = ?").param(planId).query(PlanColumns::known).optional();
	}

	/**
	 * A plan that everybody may see.
	 * @throws RefusedException NOT_FOUND if there is no such plan, or it is a draft or
	 * withdrawn
	 */
	public PlanSummary require(long planId) {
		return find(planId).filter((plan) -> plan.status().isPublished()).orElseThrow(() -> unknown(planId));
	}

	/**
	 * A plan that this person may see: a draft or withdrawn one is for the ward's
	 * administrators.
	 * @throws RefusedException NOT_FOUND if there is none
	 */
	public PlanSummary require(long planId, Actor actor) {
		return find(planId).filter((plan) -> plan.isVisibleTo(actor)).orElseThrow(() -> unknown(planId));
	}

	/**
	 * The ward's plans that everybody may see, the newest first; of two that begin in the
	 * same year the longer first; those made of another plan's year last.
	 */
	public List<PlanSummary> ofWard(WardCode ward) {
		return all(ward).stream().filter((plan) -> plan.status().isPublished()).toList();
	}

	/**
	 * The ward's plans that this person may see, in the same order; withdrawn ones last.
	 */
	public List<PlanSummary> ofWard(WardCode ward, Actor actor) {
		return all(ward).stream()
			.filter((plan) -> plan.isVisibleTo(actor))
			.sorted(Comparator.comparing((PlanSummary plan) -> plan.status() == PlanStatus.WITHDRAWN))
			.toList();
	}

	private List<PlanSummary> all(WardCode ward) {
		return this.jdbc
			.sql(PLANS + "where p.ward_code = ? order by p.five_year_plan_id is not null, "
					+ "p.from_year desc, p.to_year desc, p.id")
			.param(ward.value())
			.query(PlanColumns::known)
			.list();
	}

	private static RefusedException unknown(long planId) {
		return new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(planId));
	}

	/**
	 * Who brought a plan to where it stands, when and why.
	 * @throws java.util.NoSuchElementException if there is no such plan
	 */
	public Standing standing(long planId) {
		return this.jdbc.sql("""
				select x.status_at, x.status_reason,
				       coalesce((select p.name from person_row p where p.username = x.status_by), x.status_by) as who
				from plan x where x.id = ?
				""")
			.param(planId)
			.query((rs, n) -> new Standing(
					Objects.requireNonNull(rs.getObject("status_at", OffsetDateTime.class)).toInstant(),
					text(rs, "who"), rs.getString("status_reason")))
			.optional()
			.orElseThrow();
	}

	/** The plan's indicators in the order of the annex, as they are today. */
	public List<IndicatorRow> indicators(long planId) {
		return indicators(planId, LocalDate.now(this.clock));
	}

	/**
	 * The plan's indicators in the order of the annex, as they are called and judged on a
	 * day.
	 */
	public List<IndicatorRow> indicators(long planId, LocalDate day) {
		return IndicatorRow.inheriting(this.jdbc
			.sql("""
					with units as materialized (
					    select r.indicator_id, array_agg(l.id order by r.position) as ids,
					           array_agg(l.code order by r.position) as codes,
					           array_agg(l.name order by r.position) as names
					    from plan_lead_unit_on(:plan, :day) r join lead_unit_on(:day) l on l.id = r.lead_unit_id
					    group by r.indicator_id)
					select i.*, u.ids, u.codes, u.names, false as inherits, source.plan_id as source_plan,
					       source.no as source_no, past.years, past.ids as past_ids, past.codes as past_codes, past.names as past_names, made.origin
					from indicator_on(:day) i
					join indicator own on own.id = i.id
					left join indicator source on source.id = own.five_year_indicator_id
					left join units u on u.indicator_id = i.id
					left join lead_units_of_years(:plan, :day) past on past.indicator_id = i.id
					left join baseline_origin_on(:plan, :day) made on made.indicator_id = i.id
					where i.plan_id = :plan and (i.begins_on is null or i.begins_on <= :day)
					  and (i.ends_on is null or i.ends_on > :day) and not own.absent @> cast(:day as date)
					order by i.position
					""")
			.param("plan", planId)
			.param("day", day)
			.query((rs, n) -> PlanColumns.described(rs))
			.list());
	}

	/**
	 * The targets in force on a day: for each issuer, indicator and year that of the
	 * latest decision effective by then. Targets taken back are left out.
	 */
	public List<TargetRow> targets(long planId, LocalDate asOf) {
		return targets(planId, asOf, Set.of());
	}

	/**
	 * @param back numbers of indicators that count although they are not there that day
	 */
	List<TargetRow> targets(long planId, LocalDate asOf, Set<String> back) {
		return this.jdbc.sql("""
				select distinct on (d.issuer, i.position, t.year)
				       t.*, d.issuer, i.no, d.number, d.title, d.effective_date,
				       case when d.effective_date >= coalesce(
				           (select adjusted_marked_from(p.ward_code) from plan p where p.id = :plan), '-infinity') then
				           first_value(t.text) over (partition by d.issuer, i.position, t.year
				                                     order by d.effective_date, d.id) end as original
				from target t
				join target_decision d on d.id = t.decision_id
				join indicator i on i.id = t.indicator_id
				where d.plan_id = :plan and d.effective_date <= :asOf
				  and (i.no = any(:back) or (i.begins_on is null or i.begins_on <= :asOf)
				  and (i.ends_on is null or i.ends_on > :asOf) and not i.absent @> cast(:asOf as date))
				order by d.issuer, i.position, t.year, d.effective_date desc, d.id desc
				""")
			.param("plan", planId)
			.param("asOf", asOf)
			.param("back", back.toArray(String[]::new))
			.query((rs, n) -> target(rs, rs.getString("original")))
			.list()
			.stream()
			.filter((row) -> PlanColumns.asks(row.target()))
			.toList();
	}

	/** The targets in force on each of two days, by day. */
	public Map<LocalDate, List<TargetRow>> targets(long planId, LocalDate day, LocalDate other) {
		return this.jdbc.sql("""
				select distinct on (days.day, d.issuer, i.position, t.year)
				       days.day, t.*, d.issuer, i.no, d.number, d.title, d.effective_date
				from (values (cast(:day as date)), (cast(:other as date))) as days (day)
				join target_decision d on d.plan_id = :plan and d.effective_date <= days.day
				join target t on t.decision_id = d.id
				join indicator i on i.id = t.indicator_id
				where (i.begins_on is null or i.begins_on <= days.day)
				  and (i.ends_on is null or i.ends_on > days.day) and not i.absent @> days.day
				order by days.day, d.issuer, i.position, t.year, d.effective_date desc, d.id desc
				""")
			.param("plan", planId)
			.param("day", day)
			.param("other", other)
			.query((rs, n) -> Map.entry(Objects.requireNonNull(rs.getObject("day", LocalDate.class)), target(rs, null)))
			.list()
			.stream()
			.filter((entry) -> PlanColumns.asks(entry.getValue().target()))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * What the rules need to know on a day of the indicators of several plans, each
	 * plan's in the order of its annex.
	 */
	public Map<Long, List<IndicatorRule>> rules(Collection<Long> planIds, LocalDate day) {
		return this.jdbc.sql("""
				select i.*
				from indicator_in_force(:day) i
				where i.plan_id in (:plans)
				order by i.plan_id, i.position
				""")
			.param("plans", planIds)
			.param("day", day)
			.query((rs, n) -> Map.entry(rs.getLong("plan_id"), PlanColumns.rule(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** An issuer's targets of a year that are in force on a day, of several plans. */
	public Map<Long, List<TargetRow>> targets(Collection<Long> planIds, Issuer issuer, int year, LocalDate asOf) {
		return this.jdbc.sql("""
				select distinct on (t.indicator_id)
				       d.plan_id, t.*, d.issuer, i.no, d.number, d.title, d.effective_date
				from target t
				join target_decision d on d.id = t.decision_id
				join indicator i on i.id = t.indicator_id
				where d.plan_id in (:plans) and d.issuer = :issuer and t.year = :year and d.effective_date <= :asOf
				  and (i.begins_on is null or i.begins_on <= :asOf)
				  and (i.ends_on is null or i.ends_on > :asOf) and not i.absent @> cast(:asOf as date)
				order by t.indicator_id, d.effective_date desc, d.id desc
				""")
			.param("plans", planIds)
			.param("issuer", issuer.name())
			.param("year", year)
			.param("asOf", asOf)
			.query((rs, n) -> Map.entry(rs.getLong("plan_id"), target(rs, null)))
			.list()
			.stream()
			.filter((entry) -> PlanColumns.asks(entry.getValue().target()))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	public List<LeadUnitRow> leadUnits(WardCode ward) {
		return this.jdbc.sql("""
				select id, code, name from lead_unit_row
				where ward_code = ? and (ends_on is null or ends_on > ?) order by id
				""")
			.params(ward.value(), LocalDate.now(this.clock))
			.query((rs, n) -> new LeadUnitRow(rs.getLong("id"), text(rs, "code"), text(rs, "name")))
			.list();
	}

	private static TargetRow target(ResultSet rs, @Nullable String original) throws SQLException {
		String number = rs.getString("number");
		return new TargetRow(rs.getLong("indicator_id"), text(rs, "no"), Issuer.valueOf(text(rs, "issuer")),
				rs.getObject("year", Integer.class), PlanColumns.target(rs, ""),
				(number != null) ? number : rs.getString("title"),
				Objects.requireNonNull(rs.getObject("effective_date", LocalDate.class)), original);
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * @param reason why, or the document by which
	 */
	public record Standing(Instant at, String by, @Nullable String reason) {
	}

}
