package vn.wardkpi.actual;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

import vn.wardkpi.attainment.ReportingPeriod;

interface Actuals extends Repository<Actual, Long> {

	Actual saveAndFlush(Actual actual);

	Optional<Actual> findByIndicatorIdAndYearAndPeriod(long indicatorId, int year, ReportingPeriod period);

	List<Actual> findByIndicatorIdInAndYearAndPeriod(Collection<Long> indicatorIds, int year, ReportingPeriod period);

}
