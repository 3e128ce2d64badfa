package vn.wardkpi.ward;

import java.util.List;

import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.WardCode;

public interface LeadUnits extends Repository<LeadUnit, Long> {

	LeadUnit save(LeadUnit leadUnit);

	boolean existsByWardCodeAndCode(WardCode wardCode, String code);

	List<LeadUnit> findByWardCode(WardCode wardCode);

	List<LeadUnit> findByWardCodeOrderById(WardCode wardCode);

}
