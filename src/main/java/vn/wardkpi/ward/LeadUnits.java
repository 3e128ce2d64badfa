package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.WardCode;

public interface LeadUnits extends Repository<LeadUnit, Long> {

	LeadUnit save(LeadUnit leadUnit);

	void flush();

	boolean existsByWardCodeAndCode(WardCode wardCode, String code);

	Optional<LeadUnit> findByWardCodeAndCode(WardCode wardCode, String code);

	/**
	 * Every unit that there ever was.
	 */
	List<LeadUnit> findByWardCode(WardCode wardCode);

	/**
	 * The units that are there today and may be chosen.
	 */
	@Query("""
			select u from LeadUnit u
			where u.wardCode = :wardCode and (u.endsOn is null or u.endsOn > local date) order by u.id
			""")
	List<LeadUnit> findByWardCodeOrderById(WardCode wardCode);

	/**
	 * Merged units whose day has come and whose indicators have not gone over yet.
	 */
	@Query("""
			select u from LeadUnit u join fetch u.mergedInto
			where u.mergedInto is not null and not u.handedOver and u.endsOn <= :day order by u.endsOn, u.id
			""")
	List<LeadUnit> toHandOver(LocalDate day);

	/**
	 * What documents mean by a unit: its code, the code of what it is called today, and
	 * for a merged unit the one it went into.
	 */
	default Map<String, LeadUnit> addressed(WardCode ward) {
		List<LeadUnit> all = findByWardCode(ward);
		Map<String, LeadUnit> addressed = new HashMap<>();
		all.forEach((unit) -> addressed.put(unit.code(), unit.successor()));
		all.stream()
			.filter((unit) -> unit.endsOn() == null)
			.forEach((unit) -> addressed.putIfAbsent(LeadUnitCode.of(unit.name()), unit));
		return addressed;
	}

}
