package vn.wardkpi.plan.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;

/**
 * Indicators added, corrected and removed. Once the plan is adopted, why and from when
 * are asked for; every answer names the verdicts and headlines that change, and a dry run
 * stores nothing.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/indicators")
class IndicatorResource {

	private final PlanService plans;

	private final AttainmentPreview preview;

	IndicatorResource(PlanService plans, AttainmentPreview preview) {
		this.plans = plans;
		this.preview = preview;
	}

	/**
	 * 201 with the indicator as it is from the effective date on; 200 for a dry run.
	 */
	@PostMapping
	ResponseEntity<ChangedIndicator> add(@PathVariable long id, @RequestBody IndicatorBody body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		PlanChange change = done(id, body.number(), body.toAddition(), dryRun, actor);
		ChangedIndicator answer = new ChangedIndicator(change.after().indicator(body.number()),
				this.preview.changes(change, locale));
		return dryRun ? ResponseEntity.ok(answer)
				: ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/indicators")).body(answer);
	}

	/**
	 * The indicator as it is from the effective date on.
	 */
	@PatchMapping("/{no}")
	ChangedIndicator correct(@PathVariable long id, @PathVariable String no, @RequestBody IndicatorBody body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		PlanChange change = done(id, no, body.toCorrection().of(no), dryRun, actor);
		return new ChangedIndicator(change.after().indicator(Objects.requireNonNullElse(body.no(), no)),
				this.preview.changes(change, locale));
	}

	/**
	 * A draft's indicator is gone; an adopted plan's is not there from the effective date
	 * on, and what was recorded and judged before stays. Why and from when are said in
	 * the body or beside the address.
	 */
	@DeleteMapping("/{no}")
	RemovedIndicator remove(@PathVariable long id, @PathVariable String no,
			@RequestBody(required = false) @Nullable Removal body, @ParameterObject RemovalQuery query, Actor actor,
			Locale locale) {
		String reason = (body != null && body.reason() != null) ? body.reason() : query.reason();
		LocalDate from = (body != null && body.effectiveDate() != null) ? body.effectiveDate() : query.effectiveDate();
		PlanChange change = done(id, no, new PlanEdit(List.of(new PlanEdit.Remove(no)), reason, from),
				Boolean.TRUE.equals(query.dryRun()), actor);
		return new RemovedIndicator(no, from, this.preview.changes(change, locale));
	}

	/**
	 * An indicator that ended is there again from the effective date on, with the parts
	 * that ended with it; as if it had never ended where that is no later than its end.
	 */
	@PostMapping("/{no}/reinstate")
	ChangedIndicator reinstate(@PathVariable long id, @PathVariable String no, @RequestBody Removal body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		PlanChange change = done(id, no,
				new PlanEdit(List.of(new PlanEdit.Reinstate(no)), body.reason(), body.effectiveDate()), dryRun, actor);
		return new ChangedIndicator(change.after().indicator(no), this.preview.changes(change, locale));
	}

	private PlanChange done(long id, String no, PlanEdit edit, boolean dryRun, Actor actor) {
		try {
			return dryRun ? this.plans.tryEdit(id, edit, actor) : this.plans.edit(id, edit, actor);
		}
		catch (RefusedException ex) {
			throw EditProblems.ofOneStep(ex, no);
		}
	}

	record ChangedIndicator(@JsonUnwrapped IndicatorView indicator, List<AttainmentChange> changes) {
	}

	record RemovedIndicator(String no, @Nullable LocalDate effectiveDate, List<AttainmentChange> changes) {
	}

	record Removal(@Nullable String reason, @Nullable LocalDate effectiveDate) {
	}

	record RemovalQuery(@Nullable Boolean dryRun, @Nullable String reason,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate effectiveDate) {
	}

}
