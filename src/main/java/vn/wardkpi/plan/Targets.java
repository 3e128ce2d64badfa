package vn.wardkpi.plan;

import org.springframework.data.repository.Repository;

interface Targets extends Repository<TargetDecision.Target, Long> {

	TargetDecision.Target save(TargetDecision.Target target);

}
