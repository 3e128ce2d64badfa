package vn.wardkpi.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.PlannedWards;

interface Plans extends Repository<Plan, Long>, PlannedWards {

	Plan save(Plan plan);

	/**
	 * Makes what was saved visible to SQL in the same transaction.
	 */
	void flush();

	@EntityGraph(attributePaths = "indicators")
	Optional<Plan> findById(long id);

	/**
	 * Lets nobody else change the plan until the transaction ends: what holds between its
	 * indicators is looked at as a whole.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select plan from Plan plan where plan.id = :id")
	Optional<Plan> findForChange(long id);

	@Override
	default Set<WardCode> plannedWards() {
		return wardCodes().stream().map(WardCode::new).collect(Collectors.toSet());
	}

	@Query(value = "select distinct ward_code from plan", nativeQuery = true)
	List<String> wardCodes();

	boolean existsByWardCodeAndFromYearAndToYear(WardCode wardCode, int fromYear, int toYear);

}
