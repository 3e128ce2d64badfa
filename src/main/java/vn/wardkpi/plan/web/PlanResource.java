package vn.wardkpi.plan.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.IndicatorCorrection;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.NewDecision;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

@RestController
@RequestMapping("/api/v1")
class PlanResource {

	private final PlanCatalog catalog;

	private final PlanService plans;

	private final Clock clock;

	PlanResource(PlanCatalog catalog, PlanService plans, Clock clock) {
		this.catalog = catalog;
		this.plans = plans;
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

	@PatchMapping("/plans/{id}/indicators/{no}")
	IndicatorView correct(@PathVariable long id, @PathVariable String no, @RequestBody Correction body, Actor actor) {
		this.plans.correct(id, no, body.toCorrection(), actor);
		return indicators(id).stream().filter((view) -> view.no().equals(no)).findFirst().orElseThrow();
	}

	@PostMapping("/plans/{id}/decisions")
	ResponseEntity<DecisionView> decide(@PathVariable long id, @RequestBody NewDecision body, Actor actor) {
		long decisionId = this.plans.decide(id, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/indicators"))
			.body(new DecisionView(decisionId, id));
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

	record DecisionView(long id, long planId) {
	}

	/**
	 * What a request gives of an indicator; what it leaves out stays.
	 */
	record Correction(@Nullable String name, @Nullable String unit, @Nullable IndicatorRole role,
			@Nullable Boolean decisive, @Nullable Direction direction, @Nullable ValueType valueType,
			@Nullable Accumulation accumulation, @Nullable Boolean bounded, @Nullable List<String> leadUnits) {

		IndicatorCorrection toCorrection() {
			return new IndicatorCorrection(Optional.ofNullable(this.name), Optional.ofNullable(this.unit),
					Optional.ofNullable(this.role), Optional.ofNullable(this.decisive),
					Optional.ofNullable(this.direction), Optional.ofNullable(this.valueType),
					Optional.ofNullable(this.accumulation), Optional.ofNullable(this.bounded),
					Optional.ofNullable(this.leadUnits));
		}

	}

}
