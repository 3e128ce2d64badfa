package vn.wardkpi.plan.web.editor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.web.editor.EditorPage.Result;
import vn.wardkpi.plan.web.editor.EditorReading.EditorProblem;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The whole plan, written in a table: a draft freely, an adopted plan with a reason, from
 * a day on, and only after its administrator saw what it changes. Works without
 * JavaScript.
 */
@Controller
@RequestMapping("/plans/{id}/edit")
class PlanEditorController {

	private final EditedPlans edited;

	private final PlanService plans;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	private final Clock clock;

	PlanEditorController(EditedPlans edited, PlanService plans, AttainmentPreview preview, ProblemMessages messages,
			Clock clock) {
		this.edited = edited;
		this.plans = plans;
		this.preview = preview;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> asked, Actor actor) {
		return page(this.edited.read(id, EditorForm.of(asked), actor), null);
	}

	/**
	 * Shows what the changes would come to, stores them, or gives another row to write
	 * in.
	 */
	@PostMapping
	ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, Locale locale,
			RedirectAttributes redirect) {
		String action = sent.getOrDefault("action", "check");
		EditedPlan read = this.edited.read(id, EditorForm.of(sent), actor);
		if (action.startsWith("add") || action.startsWith("split")) {
			return page(this.edited.read(id, read.withRows(action), actor), null);
		}
		EditorReading reading = read.reading();
		if (reading.changes() == 0 || !reading.isStorable()) {
			ModelAndView page = page(read, null);
			page.addObject("refusal", refusal(read));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		boolean seen = !read.dated() || reading.mark().equals(read.form().checked());
		try {
			if (action.equals("store") && seen) {
				this.plans.edit(id, () -> this.edited.read(id, read.form(), actor).storable(), actor);
				redirect.addFlashAttribute("flash", "plan.editor.done");
				redirect.addFlashAttribute("flashArguments", List.of(String.valueOf(reading.changes())));
				return new ModelAndView("redirect:/plans/" + id + "/edit" + read.place());
			}
			return page(read, result(this.plans.tryEdit(id, reading.edit(), actor), reading, locale));
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			return refused(ex, this.edited.read(id, read.form(), actor));
		}
	}

	/**
	 * What the changes typed so far would come to, shown beside them while the table
	 * stays as it is; nothing while they cannot be stored.
	 */
	@PostMapping(params = "action=live")
	@Nullable ModelAndView live(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, Locale locale,
			HttpServletResponse response) {
		EditorForm form = EditorForm.of(sent);
		EditedPlan read = this.edited.read(id, form.reasoned(LocalDate.now(this.clock)), actor);
		EditorReading reading = read.reading();
		if (reading.changes() > 0 && reading.isStorable()) {
			try {
				PlanChange change = this.plans.tryEdit(id, reading.edit(), actor);
				return new ModelAndView("plan/editor-live").addObject("plan", read.plan())
					.addObject("complete", form.isReasoned())
					.addObject("result", result(change, reading, locale));
			}
			catch (RefusedException ex) {
				if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
					throw ex;
				}
			}
		}
		response.setStatus(HttpStatus.NO_CONTENT.value());
		return null;
	}

	private Result result(PlanChange change, EditorReading reading, Locale locale) {
		return Result.of(change, reading.mark(), this.preview.changes(change, locale));
	}

	private String refusal(EditedPlan read) {
		if (read.reading().hasConflict()) {
			return this.messages.text("plan.editor.conflict");
		}
		return this.messages.text((read.reading().changes() == 0 && read.reading().problems().isEmpty())
				? "plan.editor.nothing" : "plan.editor.wrong");
	}

	private ModelAndView refused(RefusedException ex, EditedPlan read) {
		List<EditorProblem> problems = ex.fields()
			.stream()
			.map((at) -> read.reading().place(at.field(), at.problem()))
			.toList();
		ModelAndView page = page(read, null, problems);
		page.addObject("refusal",
				problems.isEmpty() ? this.messages.message(ex) : this.messages.text("plan.editor.wrong"));
		page.setStatus(HttpStatus.valueOf(ex.kind().status()));
		return page;
	}

	private ModelAndView page(EditedPlan read, @Nullable Result result) {
		return page(read, result, read.reading().problems());
	}

	private ModelAndView page(EditedPlan read, @Nullable Result result, List<EditorProblem> problems) {
		return new ModelAndView("plan/editor").addObject("page", read.page(result, problems, this.messages))
			.addObject("illustrative", read.plan().illustrative());
	}

}
