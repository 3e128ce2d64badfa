package vn.wardkpi.plan;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, Long> {

	Indicator save(Indicator indicator);

	Optional<Indicator> findByPlanIdAndNo(long planId, String no);

	List<Indicator> findByPlanId(long planId);

}
