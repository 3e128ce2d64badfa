package vn.wardkpi.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

@RestController
@RequestMapping("/api/v1")
class PlanResource {

	private final PlanCatalog catalog;

	private final Clock clock;

	PlanResource(PlanCatalog catalog, Clock clock) {
		this.catalog = catalog;
		this.clock = clock;
	}

	@GetMapping("/wards/{code}/plans")
	List<PlanView> ofWard(@PathVariable WardCode code) {
		return this.catalog.ofWard(code).stream().map(this::view).toList();
	}

	@GetMapping("/plans/{id}")
	PlanView plan(@PathVariable long id) {
		return view(this.catalog.require(id));
	}

	@GetMapping("/plans/{id}/indicators")
	List<IndicatorView> indicators(@PathVariable long id) {
		this.catalog.require(id);
		Map<String, List<TargetRow>> targets = this.catalog.targets(id, today())
			.stream()
			.collect(Collectors.groupingBy(TargetRow::no));
		return this.catalog.indicators(id)
			.stream()
			.map((row) -> IndicatorView.of(row, targets.getOrDefault(row.no(), List.of())))
			.toList();
	}

	private PlanView view(PlanSummary plan) {
		Set<Issuer> issuers = this.catalog.targets(plan.id(), today())
			.stream()
			.map(TargetRow::issuer)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Issuer.class)));
		List<LeadUnitView> units = this.catalog.leadUnits(plan.wardCode()).stream().map(LeadUnitView::of).toList();
		return new PlanView(plan.id(), plan.wardCode().value(), plan.title(), plan.fromYear(), plan.toYear(),
				plan.status(), List.copyOf(issuers), units);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
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
