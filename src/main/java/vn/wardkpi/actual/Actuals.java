package vn.wardkpi.actual;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.Repository;

import vn.wardkpi.attainment.ReportingPeriod;

public interface Actuals extends Repository<Actual, Long> {

	List<Actual> saveAll(Iterable<Actual> actuals);

	List<Actual> findByYearAndPeriodAndIndicatorIdIn(int year, ReportingPeriod period, Collection<Long> indicatorIds);

}
