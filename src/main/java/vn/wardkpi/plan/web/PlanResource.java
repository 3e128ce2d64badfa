package vn.wardkpi.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.web.PlanViews.PlanView;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

@RestController
@RequestMapping("/api/v1")
class PlanResource {

	private final PlanCatalog catalog;

	private final PlanViews views;

	private final Clock clock;

	PlanResource(PlanCatalog catalog, PlanViews views, Clock clock) {
		this.catalog = catalog;
		this.views = views;
		this.clock = clock;
	}

	@GetMapping("/wards/{code}/plans")
	List<PlanView> ofWard(@PathVariable WardCode code, Actor actor) {
		return this.catalog.ofWard(code, actor).stream().map(this.views::of).toList();
	}

	@GetMapping("/plans/{id}")
	PlanView plan(@PathVariable long id, Actor actor) {
		return this.views.of(this.catalog.require(id, actor));
	}

	/**
	 * The plan's annex; targets that stand in its text alone where they are asked for.
	 */
	@GetMapping("/plans/{id}/indicators")
	List<IndicatorView> indicators(@PathVariable long id, @RequestParam(required = false) @Nullable Included include,
			Actor actor) {
		this.catalog.require(id, actor);
		Map<String, List<TargetRow>> targets = this.catalog.targets(id, today())
			.stream()
			.collect(Collectors.groupingBy(TargetRow::no));
		return this.catalog.indicators(id)
			.stream()
			.filter((row) -> Included.has(include, row))
			.map((row) -> IndicatorView.of(row, targets.getOrDefault(row.no(), List.of())))
			.toList();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
