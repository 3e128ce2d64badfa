package vn.wardkpi.actual;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import vn.wardkpi.attainment.Issuer;

public interface VerdictOverrides extends Repository<VerdictOverride, Long> {

	VerdictOverride saveAndFlush(VerdictOverride override);

	Optional<VerdictOverride> findByIndicatorIdAndYearAndIssuerAndRevokedAtIsNull(long indicatorId, int year,
			Issuer issuer);

}
