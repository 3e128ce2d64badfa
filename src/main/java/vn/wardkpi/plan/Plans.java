package vn.wardkpi.plan;

import java.util.Optional;
import java.util.Set;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.PlannedWards;

interface Plans extends Repository<Plan, Long>, PlannedWards {

	Plan save(Plan plan);

	Optional<Plan> findById(long id);

	@Override
	@Query("select distinct p.wardCode from Plan p")
	Set<WardCode> plannedWards();

	boolean existsByWardCodeAndFromYearAndToYear(WardCode wardCode, int fromYear, int toYear);

}
