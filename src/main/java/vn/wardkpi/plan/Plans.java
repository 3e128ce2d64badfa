package vn.wardkpi.plan;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.WardCode;

interface Plans extends Repository<Plan, Long> {

	Plan save(Plan plan);

	Optional<Plan> findById(long id);

	boolean existsByWardCodeAndFromYearAndToYear(WardCode wardCode, int fromYear, int toYear);

}
