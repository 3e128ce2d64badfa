package vn.wardkpi.plan.web.annual;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.annual.AnnualLinks;
import vn.wardkpi.plan.annual.AnnualPlan;
import vn.wardkpi.plan.annual.AnnualPlanInput;
import vn.wardkpi.plan.annual.AnnualPlans;
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/plans/{id}/annual-plans")
class AnnualPlanResource {

	private final AnnualPlans plans;

	private final AnnualLinks links;

	AnnualPlanResource(AnnualPlans plans, AnnualLinks links) {
		this.plans = plans;
		this.links = links;
	}

	/**
	 * Those that were made of the plan's years, the earliest first.
	 */
	@GetMapping
	List<AnnualPlanAnswer> all(@PathVariable long id, Actor actor) {
		return this.plans.of(id, actor).stream().map(AnnualPlanAnswer::of).toList();
	}

	/**
	 * One beside the plan from which it was made: each row of either, and what became of
	 * it.
	 */
	@GetMapping("/{annual}")
	AnnualPlan one(@PathVariable long id, @PathVariable long annual, Actor actor) {
		return this.plans.compare(id, annual, actor);
	}

	/**
	 * 201: a draft is stored, whose rows show the figures of the five-year plan's; 200
	 * for a dry run.
	 */
	@PostMapping
	ResponseEntity<AnnualPlan> make(@PathVariable long id, @RequestBody AnnualPlanInput body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor) {
		if (dryRun) {
			return ResponseEntity.ok(this.plans.preview(id, body, actor));
		}
		AnnualPlan made = this.plans.make(id, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + made.planId())).body(made);
	}

	/**
	 * Links a row to the five-year indicator whose figures it shows from now on; null
	 * undoes the link while no figure of the year depends on it.
	 */
	@PutMapping("/{annual}/rows/{no}")
	AnnualPlan link(@PathVariable long id, @PathVariable long annual, @PathVariable String no,
			@RequestBody LinkBody body, Actor actor) {
		this.links.link(id, annual, no, body.fiveYearNo(), actor);
		return this.plans.compare(id, annual, actor);
	}

	record LinkBody(@Nullable String fiveYearNo) {
	}

	record AnnualPlanAnswer(long planId, int year, String title, PlanStatus status) {

		static AnnualPlanAnswer of(PlanSummary plan) {
			return new AnnualPlanAnswer(plan.id(), plan.fromYear(), plan.title(), plan.status());
		}

	}

}
