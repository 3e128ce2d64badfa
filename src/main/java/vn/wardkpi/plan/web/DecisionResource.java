package vn.wardkpi.plan.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.decision.DecisionCheck;
import vn.wardkpi.plan.decision.DecisionProblem;
import vn.wardkpi.plan.decision.DecisionService;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.web.DecisionView.DecisionAnswer;
import vn.wardkpi.plan.web.DecisionView.FieldError;
import vn.wardkpi.plan.web.DecisionView.ProblemAt;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.ProblemMessages;

@RestController
@RequestMapping("/api/v1/plans/{id}/decisions")
class DecisionResource {

	private final PlanCatalog catalog;

	private final PlanService plans;

	private final DecisionService decisions;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	DecisionResource(PlanCatalog catalog, PlanService plans, DecisionService decisions, AttainmentPreview preview,
			ProblemMessages messages) {
		this.catalog = catalog;
		this.plans = plans;
		this.decisions = decisions;
		this.preview = preview;
		this.messages = messages;
	}

	/**
	 * Every decision, the earliest first; targets that a later one replaced are marked.
	 */
	@GetMapping
	List<DecisionView> all(@PathVariable long id, @RequestParam(required = false) @Nullable Included include,
			Actor actor) {
		this.catalog.require(id, actor);
		Set<String> apart = this.catalog.indicators(id)
			.stream()
			.filter((row) -> !Included.has(include, row))
			.map(IndicatorRow::no)
			.collect(Collectors.toSet());
		return this.plans.decisions(id).stream().map((row) -> DecisionView.of(row, apart)).toList();
	}

	/**
	 * 201 for a stored decision, 200 for a dry run, 422 with the problems if anything is
	 * an ERROR, or a WARNING that is not confirmed; a dry run shows warnings without
	 * asking for it.
	 */
	@PostMapping
	ResponseEntity<Object> decide(@PathVariable long id, @RequestBody NewDecision body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		DecisionCheck check = this.decisions.check(id, body, actor);
		List<DecisionProblem> blocking = dryRun ? check.errors() : check.blocking(body.confirmed());
		if (!blocking.isEmpty()) {
			return refused(check, blocking);
		}
		Long stored = dryRun ? null : Long.valueOf(this.decisions.decide(id, body, actor));
		List<AttainmentChange> changes = (check.change() != null) ? this.preview.changes(check.change(), locale)
				: List.of();
		DecisionAnswer answer = DecisionAnswer.of(stored, id, check, problems(check), changes);
		return dryRun ? ResponseEntity.ok(answer)
				: ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/decisions")).body(answer);
	}

	private ResponseEntity<Object> refused(DecisionCheck check, List<DecisionProblem> blocking) {
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		problem.setTitle(this.messages.text("webui.error.422.title"));
		problem
			.setDetail(this.messages.text(check.errors().isEmpty() ? "refused.decision.unconfirmed" : "refused.input"));
		problem.setProperty("errors",
				blocking.stream()
					.map((at) -> new FieldError(at.field(), at.problem().code(), this.messages.message(at.problem())))
					.toList());
		problem.setProperty("problems", problems(check));
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	private List<ProblemAt> problems(DecisionCheck check) {
		return check.problems()
			.stream()
			.map((at) -> new ProblemAt(at.problem().severity(), at.problem().code(),
					this.messages.message(at.problem()), at.field(), at.no(), at.year()))
			.toList();
	}

}
