package vn.wardkpi.plan.unit;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitHandedOver;
import vn.wardkpi.ward.LeadUnitUse;

/**
 * Counts the indicators that units answer for, and hands them over. Those of closed and
 * withdrawn plans stay with the unit they had.
 */
@Component
class IndicatorHandOver implements LeadUnitUse {

	/** Keeps clear of the positions that are in use while they move. */
	private static final int ASIDE = 1_000_000;

	private static final String NAMING = """
			select mine.indicator_id from indicator_lead_unit mine
			join indicator i on i.id = mine.indicator_id
			join plan p on p.id = i.plan_id and p.status in ('DRAFT', 'ADOPTED')
			where mine.lead_unit_id = :from""";

	private final JdbcClient jdbc;

	IndicatorHandOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Long, Integer> indicators(WardCode ward) {
		Map<Long, Integer> indicators = new HashMap<>();
		this.jdbc.sql("""
				select r.lead_unit_id, count(*) as indicators
				from indicator_lead_unit r
				join indicator i on i.id = r.indicator_id
				join plan p on p.id = i.plan_id and p.status in ('DRAFT', 'ADOPTED') and p.ward_code = ?
				group by r.lead_unit_id
				""").param(ward.value()).query((rs) -> {
			indicators.put(rs.getLong("lead_unit_id"), rs.getInt("indicators"));
		});
		return indicators;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(LeadUnitHandedOver event) {
		Map<String, Object> units = Map.of("from", event.from().id(), "into", event.into().id(), "day", event.day(),
				"aside", ASIDE);
		// What another hand-over of the same day kept already is how it was before.
		update("""
				insert into former_indicator_lead_unit (indicator_id, until, lead_unit_id, position)
				select r.indicator_id, :day, r.lead_unit_id, r.position
				from indicator_lead_unit r
				where r.indicator_id in (%s)
				  and not exists (select from former_indicator_lead_unit f
				                  where f.indicator_id = r.indicator_id and f.until = :day)
				""".formatted(NAMING), units);
		// Where both are named, the one that stays takes the better place.
		update("""
				with both_named as (
				    select gone.indicator_id, least(gone.position, stays.position) as position
				    from indicator_lead_unit gone
				    join indicator_lead_unit stays on stays.indicator_id = gone.indicator_id
				                                  and stays.lead_unit_id = :into
				    where gone.lead_unit_id = :from and gone.indicator_id in (%s))
				update indicator_lead_unit r
				set position = case when r.lead_unit_id = :into then b.position else r.position end + :aside
				from both_named b
				where b.indicator_id = r.indicator_id and r.lead_unit_id <> :from
				""".formatted(NAMING), units);
		update("""
				delete from indicator_lead_unit gone
				using indicator_lead_unit stays
				where stays.indicator_id = gone.indicator_id and stays.lead_unit_id = :into
				  and gone.lead_unit_id = :from and gone.indicator_id in (%s)
				""".formatted(NAMING), units);
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
		update("update indicator_lead_unit set lead_unit_id = :into where lead_unit_id = :from and indicator_id in (%s)"
			.formatted(NAMING), units);
	}

	private void update(String sql, Map<String, Object> units) {
		this.jdbc.sql(sql).params(units).update();
	}

}
