package vn.wardkpi.task.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.task.Task;
import vn.wardkpi.task.TaskInput;
import vn.wardkpi.task.TaskState;
import vn.wardkpi.task.Tasks;
import vn.wardkpi.task.web.TaskPage.Shown;
import vn.wardkpi.ward.LeadUnitRow;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The action programme of a plan: read by everybody, written down one by one or pasted.
 */
@Controller
@RequestMapping("/plans/{id}/tasks")
class TaskController {

	private final Tasks tasks;

	private final PlanCatalog plans;

	private final ProblemMessages messages;

	private final Clock clock;

	TaskController(Tasks tasks, PlanCatalog plans, ProblemMessages messages, Clock clock) {
		this.tasks = tasks;
		this.plans = plans;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView all(@PathVariable long id, @RequestParam(required = false) @Nullable String show, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		List<String> writable = this.tasks.writable(plan, actor).stream().map(LeadUnitRow::code).toList();
		return page("task/list", plan).addObject("page",
				TaskPage.of(plan, this.tasks.ofPlan(id), Shown.of(show), writable, LocalDate.now(this.clock)));
	}

	@GetMapping("/new")
	ModelAndView write(@PathVariable long id, @RequestParam(required = false) @Nullable String no, Actor actor) {
		PlanSummary plan = writer(id, actor);
		return form(plan, null, actor).addObject("form", TaskForm.ofIndicator(no));
	}

	@PostMapping
	ModelAndView create(@PathVariable long id, @ModelAttribute("form") TaskForm form, BindingResult errors,
			RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = writer(id, actor);
		return store(plan, null, errors, redirect, actor,
				() -> this.tasks.create(id, List.of(form.read()), actor).get(0));
	}

	@GetMapping("/{task}")
	ModelAndView edit(@PathVariable long id, @PathVariable long task, Actor actor) {
		PlanSummary plan = writer(id, actor);
		Task standing = this.tasks.require(plan, task, actor);
		return form(plan, standing, actor).addObject("form", TaskForm.of(standing));
	}

	@PostMapping("/{task}")
	ModelAndView change(@PathVariable long id, @PathVariable long task, @ModelAttribute("form") TaskForm form,
			BindingResult errors, RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = writer(id, actor);
		Task standing = this.tasks.require(plan, task, actor);
		return store(plan, standing, errors, redirect, actor,
				() -> this.tasks.change(id, task, form.read(), Objects.requireNonNullElse(form.version(), -1), actor));
	}

	@GetMapping("/paste")
	ModelAndView paste(@PathVariable long id, Actor actor) {
		PlanSummary plan = writer(id, actor);
		return page("task/paste", plan).addObject("page", PastePage.empty());
	}

	/**
	 * Shows what was understood, and stores it where that is asked for and nothing is
	 * wrong.
	 */
	@PostMapping("/paste")
	ModelAndView pasted(@PathVariable long id, @ModelAttribute("pasted") Pasted pasted, RedirectAttributes redirect,
			Actor actor) {
		PlanSummary plan = writer(id, actor);
		List<LeadUnitRow> units = this.plans.leadUnits(plan.wardCode());
		List<TaskInput> typed = PastedTasks.read(pasted.text(), units);
		PastePage page;
		try {
			if (typed.isEmpty() || typed.size() > PastedTasks.MOST) {
				throw new RefusedException(Kind.INVALID, typed.isEmpty() ? "task.nothing-pasted" : "task.too-many",
						String.valueOf(PastedTasks.MOST));
			}
			if ("store".equals(pasted.action())) {
				this.tasks.create(id, typed, actor);
				redirect.addFlashAttribute("flash", "task.pasted");
				redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(typed.size())));
				return new ModelAndView("redirect:/plans/" + id + "/tasks");
			}
			this.tasks.tryOut(id, typed, actor);
			page = PastePage.of(units, pasted.text(), typed, List.of(), this.messages);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			page = PastePage.of(units, pasted.text(), typed, ex.fields(), this.messages);
			page = ex.fields().isEmpty() ? page.refused(this.messages.message(ex)) : page;
		}
		ModelAndView answer = page("task/paste", plan).addObject("page", page);
		answer.setStatus(page.storable() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return answer;
	}

	private ModelAndView store(PlanSummary plan, @Nullable Task standing, BindingResult errors,
			RedirectAttributes redirect, Actor actor, Supplier<Task> act) {
		try {
			Task stored = act.get();
			redirect.addFlashAttribute("flash", "task.stored");
			return new ModelAndView("redirect:/plans/" + plan.id() + "/tasks#task-" + stored.id());
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			for (FieldProblem field : ex.fields()) {
				errors.rejectValue(String.valueOf(field.field()), field.problem().messageKey(),
						field.problem().arguments().toArray(), null);
			}
			ModelAndView page = form(plan, standing, actor);
			page.setStatus(HttpStatus.valueOf(ex.kind().status()));
			return page.addObject("refusal", ex.fields().isEmpty() ? this.messages.message(ex) : null);
		}
	}

	private PlanSummary writer(long id, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		if (this.tasks.writable(plan, actor).isEmpty() && !actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "task.reader");
		}
		return plan;
	}

	private ModelAndView form(PlanSummary plan, @Nullable Task standing, Actor actor) {
		return page("task/form", plan).addObject("standing", standing)
			.addObject("units", this.tasks.writable(plan, actor))
			.addObject("indicators", this.plans.indicators(plan.id()))
			.addObject("states", TaskState.values());
	}

	private static ModelAndView page(String view, PlanSummary plan) {
		return new ModelAndView(view).addObject("plan", plan).addObject("illustrative", plan.illustrative());
	}

	/**
	 * @param action {@code store}, else it is only looked at
	 */
	record Pasted(@Nullable String pasted, @Nullable String action) {

		String text() {
			return Objects.requireNonNullElse(this.pasted, "");
		}

	}

}
