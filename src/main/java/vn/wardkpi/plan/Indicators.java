package vn.wardkpi.plan;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, Long> {

	Indicator save(Indicator indicator);

	Optional<Indicator> findByPlanIdAndNo(long planId, String no);

	/**
	 * Makes what was saved visible to the SQL of {@link PlanCatalog} in the same
	 * transaction.
	 */
	void flush();

}
