package vn.wardkpi.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Plans as the API answers them.
 */
@Component
class PlanViews {

	private final PlanCatalog catalog;

	private final Clock clock;

	PlanViews(PlanCatalog catalog, Clock clock) {
		this.catalog = catalog;
		this.clock = clock;
	}

	PlanView of(PlanSummary plan) {
		Set<Issuer> issuers = this.catalog.targets(plan.id(), LocalDate.now(this.clock))
			.stream()
			.map(TargetRow::issuer)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Issuer.class)));
		List<LeadUnitView> units = this.catalog.leadUnits(plan.wardCode()).stream().map(LeadUnitView::of).toList();
		return new PlanView(plan.id(), plan.wardCode().value(), plan.title(), plan.fromYear(), plan.toYear(),
				plan.status(), List.copyOf(issuers), units);
	}

	record PlanView(long id, String wardCode, String title, int fromYear, int toYear, PlanStatus status,
			List<Issuer> issuers, List<LeadUnitView> leadUnits) {
	}

	record LeadUnitView(String code, String name) {

		static LeadUnitView of(LeadUnitRow row) {
			return new LeadUnitView(row.code(), row.name());
		}

	}

}
