package vn.wardkpi.account;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.ward.LeadUnitHandedOver;

/**
 * Officials of a lead unit that is gone work for the one that answers in its place. Their
 * sessions end, so that they go on with what they may do now.
 */
@Component
class AccountHandOver {

	private final JdbcClient jdbc;

	AccountHandOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(LeadUnitHandedOver event) {
		Map<String, Object> units = Map.of("ward", event.ward().value(), "from", event.from().code(), "into",
				event.into().code());
		update("""
				update user_account u set version = u.version + 1
				where exists (select from user_lead_unit l
				              where l.user_id = u.id and l.ward_code = :ward and l.lead_unit_code = :from)
				""", units);
		update("""
				insert into user_lead_unit (user_id, ward_code, lead_unit_code)
				select user_id, ward_code, :into from user_lead_unit
				where ward_code = :ward and lead_unit_code = :from
				on conflict do nothing
				""", units);
		update("delete from user_lead_unit where ward_code = :ward and lead_unit_code = :from", units);
	}

	private void update(String sql, Map<String, Object> units) {
		this.jdbc.sql(sql).params(units).update();
	}

}
