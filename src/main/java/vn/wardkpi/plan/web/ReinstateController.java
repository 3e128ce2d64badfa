package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.ended.EndedIndicator;
import vn.wardkpi.plan.ended.EndedIndicators;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Brings an indicator back that ended, from a day on and with a reason; shows what it
 * changes before it is stored.
 */
@Controller
@RequestMapping("/plans/{id}/indicators/{no}/reinstate")
class ReinstateController {

	private final PlanCatalog catalog;

	private final EndedIndicators ended;

	private final PlanService plans;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	ReinstateController(PlanCatalog catalog, EndedIndicators ended, PlanService plans, AttainmentPreview preview,
			ProblemMessages messages) {
		this.catalog = catalog;
		this.ended = ended;
		this.plans = plans;
		this.preview = preview;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, @PathVariable String no, Actor actor) {
		PlanSummary plan = administered(id, actor);
		return page(plan, this.ended.require(id, no), null).addObject("form", new ReinstateForm(null, null, null));
	}

	/**
	 * Shows what it would come to, or stores it.
	 */
	@PostMapping
	ModelAndView reinstate(@PathVariable long id, @PathVariable String no, @ModelAttribute("form") ReinstateForm form,
			BindingResult errors, RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = administered(id, actor);
		EndedIndicator row = this.ended.require(id, no);
		PlanChange change = null;
		if (form.hasWrongDay()) {
			errors.rejectValue("effectiveDate", "plan.day.wrong");
		}
		else {
			PlanEdit edit = new PlanEdit(List.of(new PlanEdit.Reinstate(no)), form.reason(), form.day());
			try {
				if ("store".equals(form.action())) {
					this.plans.edit(id, edit, actor);
					redirect.addFlashAttribute("flash", "plan.reinstate.done");
					return new ModelAndView("redirect:/plans/" + id + "#indicator-" + no);
				}
				change = this.plans.tryEdit(id, edit, actor);
			}
			catch (RefusedException ex) {
				reject(EditProblems.ofOneStep(ex, no), errors);
			}
		}
		ModelAndView page = page(plan, row, change);
		page.setStatus((change != null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private void reject(RefusedException ex, BindingResult errors) {
		if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
			throw ex;
		}
		for (FieldProblem field : ex.fields()) {
			boolean own = "reason".equals(field.field()) || "effectiveDate".equals(field.field());
			errors.rejectValue(own ? String.valueOf(field.field()) : "reason", field.problem().messageKey(),
					field.problem().arguments().toArray(), null);
		}
		if (ex.fields().isEmpty()) {
			errors.reject("refused", this.messages.message(ex));
		}
	}

	private PlanSummary administered(long id, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private ModelAndView page(PlanSummary plan, EndedIndicator row, @Nullable PlanChange change) {
		return new ModelAndView("plan/reinstate").addObject("plan", plan)
			.addObject("row", row)
			.addObject("illustrative", plan.illustrative())
			.addObject("change", change)
			.addObject("changes", (change != null) ? PreviewedChange.of(change, this.preview) : List.of());
	}

	/**
	 * @param action {@code store}, else it is only looked at
	 */
	record ReinstateForm(@Nullable String reason, @Nullable String effectiveDate, @Nullable String action) {

		boolean hasWrongDay() {
			return this.effectiveDate != null && !this.effectiveDate.isBlank() && day() == null;
		}

		@Nullable LocalDate day() {
			return (this.effectiveDate != null) ? TypedDay.read(this.effectiveDate).orElse(null) : null;
		}

	}

}
