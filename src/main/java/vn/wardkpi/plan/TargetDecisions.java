package vn.wardkpi.plan;

import org.springframework.data.repository.Repository;

interface TargetDecisions extends Repository<TargetDecision, Long> {

	TargetDecision save(TargetDecision decision);

}
