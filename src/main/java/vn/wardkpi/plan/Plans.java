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

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
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

	/**
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's
	 * administrators
	 */
	default Plan require(long id, Actor actor) {
		return administered(findById(id), id, actor);
	}

	/**
	 * Holds the plan as {@link #findForChange}.
	 * @throws RefusedException as {@link #require}
	 */
	default Plan requireForChange(long id, Actor actor) {
		return administered(findForChange(id), id, actor);
	}

	private static Plan administered(Optional<Plan> found, long id, Actor actor) {
		Plan plan = found.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(id)));
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	@Override
	default Set<WardCode> plannedWards() {
		return wardCodes().stream().map(WardCode::new).collect(Collectors.toSet());
	}

	@Query(value = "select distinct ward_code from plan_row", nativeQuery = true)
	List<String> wardCodes();

	@Override
	default Set<WardCode> plannedAmong(Set<WardCode> wards) {
		return wards.isEmpty() ? Set.of()
				: wardCodesAmong(wards.stream().map(WardCode::value).toList()).stream()
					.map(WardCode::new)
					.collect(Collectors.toSet());
	}

	@Query(value = "select distinct ward_code from plan_row where ward_code in (:wards)", nativeQuery = true)
	List<String> wardCodesAmong(List<String> wards);

	boolean existsByWardCodeAndFromYearAndToYearAndStatusNot(WardCode wardCode, int fromYear, int toYear,
			PlanStatus status);

}
