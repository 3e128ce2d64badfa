package vn.wardkpi.task;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.ward.LeadUnitHandedOver;

/**
 * What a lead unit still has to do, the one that answers in its place does; what is done
 * stays with who did it.
 */
@Component
class TaskHandOver {

	private final JdbcClient jdbc;

	TaskHandOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void handOver(LeadUnitHandedOver event) {
		this.jdbc.sql("""
				update task set lead_unit_id = ?, version = version + 1
				where lead_unit_id = ? and state in ('PLANNED', 'IN_PROGRESS')
				""").params(event.into().id(), event.from().id()).update();
	}

}
