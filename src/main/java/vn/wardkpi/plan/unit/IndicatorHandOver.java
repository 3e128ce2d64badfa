package vn.wardkpi.plan.unit;

import java.util.HashMap;
import java.util.List;
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

	private final JdbcClient jdbc;

	private final UnitPlaces places;

	IndicatorHandOver(JdbcClient jdbc, UnitPlaces places) {
		this.jdbc = jdbc;
		this.places = places;
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
		List<Long> indicators = this.jdbc.sql("""
				select mine.indicator_id from indicator_lead_unit mine
				join indicator i on i.id = mine.indicator_id
				join plan p on p.id = i.plan_id and p.status in ('DRAFT', 'ADOPTED')
				where mine.lead_unit_id = ?
				""").param(event.from().id()).query(Long.class).list();
		this.places.keep(indicators, event.day());
		this.places.handOver(indicators, event.from().id(), event.into().id());
	}

}
