package vn.wardkpi.task.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.task.Task;
import vn.wardkpi.task.TaskInput;
import vn.wardkpi.task.TaskState;
import vn.wardkpi.task.Tasks;

@RestController
@RequestMapping("/api/v1/plans/{id}/tasks")
class TaskResource {

	private final Tasks tasks;

	private final PlanCatalog plans;

	private final Clock clock;

	TaskResource(Tasks tasks, PlanCatalog plans, Clock clock) {
		this.tasks = tasks;
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * The action programme, what is due first at the top.
	 */
	@GetMapping
	List<TaskAnswer> all(@PathVariable long id, Actor actor) {
		this.plans.require(id, actor);
		return this.tasks.ofPlan(id).stream().map(this::answer).toList();
	}

	@PostMapping
	ResponseEntity<TaskAnswer> create(@PathVariable long id, @RequestBody TaskInput body, Actor actor) {
		Task stored = this.tasks.create(id, List.of(body), actor).get(0);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/tasks/" + stored.id())).body(answer(stored));
	}

	/**
	 * Changes what the body names; an empty text takes a value away.
	 */
	@PatchMapping("/{task}")
	TaskAnswer change(@PathVariable long id, @PathVariable long task, @RequestBody TaskInput body, Actor actor) {
		return answer(this.tasks.change(id, task, body, null, actor));
	}

	private TaskAnswer answer(Task task) {
		return new TaskAnswer(task.id(), task.no(), task.what(), task.unit().code(), task.person(), task.due(),
				task.product(), task.authority(), task.state(), task.done(), task.isLate(LocalDate.now(this.clock)));
	}

	/**
	 * @param no number of the indicator, {@code null} for the plan as a whole
	 * @param leadUnit code of the lead unit
	 * @param done the day it was done
	 * @param late whether it is open after its last day
	 */
	record TaskAnswer(long id, @Nullable String no, String what, String leadUnit, @Nullable String person,
			LocalDate due, @Nullable String product, @Nullable String authority, TaskState state,
			@Nullable LocalDate done, boolean late) {
	}

}
