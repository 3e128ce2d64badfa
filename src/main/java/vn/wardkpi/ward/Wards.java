package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * The wards by their codes; {@link WardSearch} finds them by name.
 */
public interface Wards extends Repository<Ward, String> {

	@Query("select w from Ward w join fetch w.province where w.code = :code")
	Optional<Ward> findByCode(String code);

	@Query("select w from Ward w join fetch w.province where w.code in :codes")
	List<Ward> findByCodeIn(Collection<String> codes);

	/**
	 * The official units in force on a day, by code: without invented and abolished ones.
	 * @param province code of a province, or {@code null} for the whole country
	 */
	@Query("""
			select w from Ward w join fetch w.province p
			where not w.illustrative and (w.validFrom is null or w.validFrom <= :day)
			      and (w.validTo is null or w.validTo > :day)
			      and (cast(:province as string) is null or p.code = :province)
			order by w.code
			""")
	List<Ward> inForce(@Nullable String province, LocalDate day);

	/**
	 * All provinces in Vietnamese order, whatever the server's locale.
	 */
	@Query(value = """
			select * from province
			order by regexp_replace(name, '^(Thành phố|Tỉnh) ', '') collate "vi-x-icu"
			""", nativeQuery = true)
	List<Province> provinces();

	@Query("select p from Province p where p.code = :code")
	Optional<Province> province(String code);

	default Optional<Ward> find(WardCode code) {
		return findByCode(code.value());
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such ward
	 */
	default Ward require(WardCode code) {
		return require(code.value());
	}

	/**
	 * @throws RefusedException NOT_FOUND if the text is no ward's code
	 */
	default Ward require(String code) {
		return (WardCode.isValid(code) ? findByCode(code) : Optional.<Ward>empty())
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "ward.unknown", code));
	}

}
