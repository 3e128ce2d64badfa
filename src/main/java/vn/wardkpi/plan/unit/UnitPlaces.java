package vn.wardkpi.plan.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which lead units indicators name, and which they named until a day. What was is kept of
 * adopted plans alone: a draft was never anything else.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnitPlaces {

	/** Keeps clear of the positions that are in use while they move. */
	private static final int ASIDE = 1_000_000;

	/** The units of a row above, where an indicator names none. */
	private static final String INHERITED = """
			select x.indicator_id, x.lead_unit_id, x.position, x.owner_id
			from indicator_involved_unit x
			where x.indicator_id in (:indicators) and x.owner_id <> x.indicator_id
			  and x.level = (select min(y.level) from indicator_involved_unit y where y.indicator_id = x.indicator_id)""";

	private final JdbcClient jdbc;

	UnitPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Puts on record which units the indicators have until the day, before they get
	 * others; never before the last day on which they got others. What was kept for that
	 * day already is how it was before.
	 */
	public void keep(Collection<Long> indicators, LocalDate until) {
		if (indicators.isEmpty()) {
			return;
		}
		Map<String, Object> these = Map.of("indicators", indicators, "day", until);
		update("""
				insert into former_indicator_lead_unit (indicator_id, until, lead_unit_id, position)
				select v.indicator_id, f.until, f.lead_unit_id, f.position
				from (%s) v
				join indicator i on i.id = v.indicator_id
				join plan p on p.id = i.plan_id and p.status = 'ADOPTED'
				join former_indicator_lead_unit f on f.indicator_id = v.owner_id
				group by v.indicator_id, f.until, f.lead_unit_id, f.position
				on conflict do nothing
				""".formatted(INHERITED), these);
		update("""
				insert into former_indicator_lead_unit (indicator_id, until, lead_unit_id, position)
				select now.indicator_id, day.until, now.lead_unit_id, now.position
				from (select r.indicator_id, r.lead_unit_id, r.position from indicator_lead_unit r
				      where r.indicator_id in (:indicators)
				      union all
				      select v.indicator_id, v.lead_unit_id, v.position from (%s) v) now
				join indicator i on i.id = now.indicator_id
				join plan p on p.id = i.plan_id and p.status = 'ADOPTED'
				cross join lateral (
				    select greatest(cast(:day as date), max(f.until)) as until
				    from former_indicator_lead_unit f where f.indicator_id = now.indicator_id) day
				where not exists (select from former_indicator_lead_unit f
				                  where f.indicator_id = now.indicator_id and f.until = day.until)
				""".formatted(INHERITED), these);
	}

	/**
	 * Gives the place that one unit has at the indicators to another. Where both are
	 * named, the one that stays takes the better place.
	 */
	void handOver(Collection<Long> indicators, long from, long into) {
		if (indicators.isEmpty()) {
			return;
		}
		own(indicators);
		Map<String, Object> units = Map.of("indicators", indicators, "from", from, "into", into, "aside", ASIDE);
		update("""
				with both_named as (
				    select gone.indicator_id, least(gone.position, stays.position) as position
				    from indicator_lead_unit gone
				    join indicator_lead_unit stays on stays.indicator_id = gone.indicator_id
				                                  and stays.lead_unit_id = :into
				    where gone.lead_unit_id = :from and gone.indicator_id in (:indicators))
				update indicator_lead_unit r
				set position = case when r.lead_unit_id = :into then b.position else r.position end + :aside
				from both_named b
				where b.indicator_id = r.indicator_id and r.lead_unit_id <> :from
				""", units);
		update("""
				delete from indicator_lead_unit gone
				using indicator_lead_unit stays
				where stays.indicator_id = gone.indicator_id and stays.lead_unit_id = :into
				  and gone.lead_unit_id = :from and gone.indicator_id in (:indicators)
				""", units);
		update("""
				update indicator_lead_unit r
				set position = placed.position
				from (select x.indicator_id, x.lead_unit_id,
				             row_number() over (partition by x.indicator_id order by x.position) - 1 as position
				      from indicator_lead_unit x
				      where x.indicator_id in (select y.indicator_id from indicator_lead_unit y
				                               where y.lead_unit_id = :into and y.position >= :aside)) placed
				where placed.indicator_id = r.indicator_id and placed.lead_unit_id = r.lead_unit_id
				""", units);
		update("""
				update indicator_lead_unit set lead_unit_id = :into
				where lead_unit_id = :from and indicator_id in (:indicators)
				""", units);
	}

	/**
	 * Gives rows that name no unit those of the row above them, so that they can be
	 * changed alone.
	 */
	private void own(Collection<Long> indicators) {
		update("""
				insert into indicator_lead_unit (indicator_id, lead_unit_id, position)
				select v.indicator_id, v.lead_unit_id, v.position from (%s) v
				""".formatted(INHERITED), Map.of("indicators", indicators));
	}

	private void update(String sql, Map<String, ?> parameters) {
		this.jdbc.sql(sql).params(parameters).update();
	}

}
