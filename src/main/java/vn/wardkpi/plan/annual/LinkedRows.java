package vn.wardkpi.plan.annual;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanEvent;

/**
 * Keeps unit and type of an annual plan's rows those of the indicator whose figures they
 * show: a figure is compared in the unit in which it is entered.
 */
@Component
class LinkedRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	LinkedRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(PlanEvent.IndicatorCorrected event) {
		if (event.effectiveDate() == null) {
			return;
		}
		this.jdbc
			.sql("""
					insert into indicator_change (indicator_id, valid_from, recorded_at, recorded_by, reason, unit, value_type)
					select mine.id, :day, :now, :by, :reason, coalesce(source.unit, ''), source.value_type
					from indicator_on(:day) source
					join indicator linked on linked.five_year_indicator_id = source.id
					join indicator_on(:day) mine on mine.id = linked.id
					where source.plan_id = :plan and source.no = :no
					  and (mine.unit, mine.value_type) is distinct from (source.unit, source.value_type)
					""")
			.param("day", event.effectiveDate())
			.param("now", OffsetDateTime.now(this.clock))
			.param("by", event.actor())
			.param("reason", event.reason(), Types.VARCHAR)
			.param("plan", event.planId())
			.param("no", event.no())
			.update();
	}

}
