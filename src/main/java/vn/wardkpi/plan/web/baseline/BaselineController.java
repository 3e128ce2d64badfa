package vn.wardkpi.plan.web.baseline;

import java.util.List;
import java.util.Map;

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

import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.baseline.BaselineVersions;
import vn.wardkpi.plan.baseline.PredecessorBaseline;
import vn.wardkpi.plan.baseline.PredecessorFigures;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.web.PreviewedChange;
import vn.wardkpi.plan.web.baseline.BaselineRows.Administered;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Makes an indicator's baseline of predecessors' figures, and shows what it comes to
 * before it is stored. Works without JavaScript.
 */
@Controller
@RequestMapping("/plans/{id}/indicators/{no}/baseline")
class BaselineController {

	private final BaselineRows rows;

	private final PlanService plans;

	private final BaselineVersions versions;

	private final PredecessorFigures figures;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	BaselineController(PlanCatalog catalog, PlanService plans, BaselineVersions versions, PredecessorFigures figures,
			AttainmentPreview preview, ProblemMessages messages) {
		this.rows = new BaselineRows(catalog);
		this.plans = plans;
		this.versions = versions;
		this.figures = figures;
		this.preview = preview;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, @PathVariable String no, Actor actor) {
		Administered of = this.rows.require(id, no, actor);
		IndicatorRow row = of.row();
		int year = of.year();
		return page(of, BaselineForm.of(row, year, this.figures.of(of.plan().wardCode(), row.name(), row.unit(), year)),
				null, Map.of());
	}

	/**
	 * Shows what the figures make and what that changes, or stores it.
	 */
	@PostMapping
	ModelAndView make(@PathVariable long id, @PathVariable String no, @RequestParam Map<String, String> typed,
			Actor actor, RedirectAttributes redirect) {
		Administered of = this.rows.require(id, no, actor);
		BaselineForm form = BaselineForm.typed(typed);
		PlanChange change = null;
		Map<String, List<String>> errors = Map.of();
		try {
			if (form.hasWrongDay()) {
				throw new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("effectiveDate", Problem.error("day-wrong"))));
			}
			this.versions.refuseStale(of.row().id(), typed.get("version"));
			PlanEdit edit = form.read().toEdit(of.row());
			if ("store".equals(typed.get("action"))) {
				this.plans.edit(id, () -> {
					this.versions.refuseStale(of.row().id(), typed.get("version"));
					return edit;
				}, actor);
				redirect.addFlashAttribute("flash", "plan.baseline.done");
				return new ModelAndView("redirect:/plans/" + id + "#indicator-" + no);
			}
			change = this.plans.tryEdit(id, edit, actor);
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
				throw ex;
			}
			if (ex.kind() == Kind.STALE) {
				ModelAndView page = page(of, form, null, Map.of()).addObject("stale", this.messages.message(ex));
				page.setStatus(HttpStatus.CONFLICT);
				return page;
			}
			errors = ex.fields().isEmpty() ? Map.of("parts", List.of(this.messages.message(ex)))
					: this.messages.byField(EditProblems.ofOneStep(ex, no));
		}
		ModelAndView page = page(of, form, change, errors);
		page.setStatus((change != null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(Administered of, BaselineForm form, @Nullable PlanChange change,
			Map<String, List<String>> errors) {
		return new ModelAndView("plan/baseline").addObject("plan", of.plan())
			.addObject("row", of.row())
			.addObject("form", form)
			.addObject("version", this.versions.of(of.row().id()))
			.addObject("methods", PredecessorBaseline.methods(of.row().rule()))
			.addObject("dated", of.plan().status() != PlanStatus.DRAFT)
			.addObject("illustrative", of.plan().illustrative())
			.addObject("errors", errors)
			.addObject("change", change)
			.addObject("made", (change != null) ? made(change, of.row().no()) : null)
			.addObject("changes", (change != null) ? PreviewedChange.of(change, this.preview) : List.of());
	}

	private static @Nullable Baseline made(PlanChange change, String no) {
		for (IndicatorRow row : change.after().indicators()) {
			if (row.no().equals(no)) {
				return row.baseline();
			}
		}
		return null;
	}

}
