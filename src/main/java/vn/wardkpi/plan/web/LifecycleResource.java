package vn.wardkpi.plan.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.Adoption;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.web.PlanViews.PlanView;
import vn.wardkpi.shared.Actor;

/**
 * Steps on a plan's way.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}")
class LifecycleResource {

	private final PlanLifecycle lifecycle;

	private final PlanCatalog catalog;

	private final PlanViews views;

	LifecycleResource(PlanLifecycle lifecycle, PlanCatalog catalog, PlanViews views) {
		this.lifecycle = lifecycle;
		this.catalog = catalog;
		this.views = views;
	}

	@PostMapping("/adopt")
	PlanView adopt(@PathVariable long id, @RequestBody AdoptionBody body, Actor actor) {
		this.lifecycle.adopt(id, new Adoption(body.issuer(), body.number(), body.date(), body.effectiveDate()), actor);
		return answer(id, actor);
	}

	@PostMapping("/close")
	PlanView close(@PathVariable long id, Actor actor) {
		this.lifecycle.close(id, actor);
		return answer(id, actor);
	}

	@PostMapping("/withdraw")
	PlanView withdraw(@PathVariable long id, @RequestBody Withdrawal body, Actor actor) {
		this.lifecycle.withdraw(id, body.reason(), actor);
		return answer(id, actor);
	}

	/**
	 * 204: the draft is gone.
	 */
	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable long id, Actor actor) {
		this.lifecycle.delete(id, actor);
	}

	private PlanView answer(long id, Actor actor) {
		return this.views.of(this.catalog.require(id, actor));
	}

	record AdoptionBody(@Nullable Issuer issuer, @Nullable String number, @Nullable LocalDate date,
			@Nullable LocalDate effectiveDate) {
	}

	record Withdrawal(@Nullable String reason) {
	}

}
