package vn.wardkpi.calendar;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.ward.LeadUnitHandedOver;

/**
 * What a lead unit had more time for, the one that answers in its place has more time for
 * too, unless it was given its own.
 */
@Component
class ExtensionHandOver {

	private final JdbcClient jdbc;

	ExtensionHandOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(LeadUnitHandedOver event) {
		this.jdbc.sql("""
				insert into calendar_extension (ward_code, lead_unit_code, year, period, until, reason, granted_by,
				                                granted_at)
				select ward_code, :into, year, period, until, reason, granted_by, granted_at
				from calendar_extension
				where ward_code = :ward and lead_unit_code = :from and revoked_at is null
				on conflict (ward_code, year, period, lead_unit_code) where revoked_at is null do nothing
				""")
			.param("ward", event.ward().value())
			.param("from", event.from().code())
			.param("into", event.into().code())
			.update();
	}

}
