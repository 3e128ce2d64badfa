package vn.wardkpi.plan;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface TargetDecisions extends Repository<TargetDecision, Long> {

	TargetDecision save(TargetDecision decision);

	@EntityGraph(attributePaths = { "targets", "targets.indicator" })
	List<TargetDecision> findByPlanIdOrderByEffectiveDateAscIdAsc(long planId);

}
