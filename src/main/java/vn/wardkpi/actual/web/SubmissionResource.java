package vn.wardkpi.actual.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.actual.FormKey;
import vn.wardkpi.actual.Step;
import vn.wardkpi.actual.SubmissionService;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.actual.SubmissionView;
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/plans/{id}/submissions/{year}/{period}/{leadUnit}")
class SubmissionResource {

	private final SubmissionService submissions;

	SubmissionResource(SubmissionService submissions) {
		this.submissions = submissions;
	}

	@PostMapping("/submit")
	FormView submit(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor) {
		return FormView.of(this.submissions.submit(key(id, year, period, leadUnit), actor));
	}

	@PostMapping("/approve")
	FormView approve(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, Actor actor) {
		return FormView.of(this.submissions.approve(key(id, year, period, leadUnit), actor));
	}

	@PostMapping("/return")
	FormView giveBack(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestBody(required = false) @Nullable Comment body, Actor actor) {
		String comment = (body != null) ? body.comment() : null;
		return FormView.of(this.submissions.giveBack(key(id, year, period, leadUnit), comment, actor));
	}

	@PostMapping("/reopen")
	FormView reopen(@PathVariable long id, @PathVariable int year, @PathVariable String period,
			@PathVariable String leadUnit, @RequestBody(required = false) @Nullable Reason body, Actor actor) {
		String reason = (body != null) ? body.reason() : null;
		return FormView.of(this.submissions.reopen(key(id, year, period, leadUnit), reason, actor));
	}

	private static FormKey key(long planId, int year, String period, String leadUnit) {
		return new FormKey(planId, year, Periods.require(period), leadUnit);
	}

	record Comment(@Nullable String comment) {
	}

	record Reason(@Nullable String reason) {
	}

	/**
	 * @param may what the caller may do with the form now: enter, submit, approve,
	 * return, reopen
	 */
	record FormView(long planId, int year, String period, String leadUnit, SubmissionStatus status,
			@Nullable String submittedBy, @Nullable Instant submittedAt, @Nullable String reviewedBy,
			@Nullable Instant reviewedAt, @Nullable String comment, List<String> may) {

		static FormView of(SubmissionView view) {
			return new FormView(view.planId(), view.year(), view.period(), view.leadUnit(), view.status(),
					view.submittedBy(), view.submittedAt(), view.reviewedBy(), view.reviewedAt(), view.comment(),
					view.may().stream().map(Step::code).toList());
		}

	}

}
