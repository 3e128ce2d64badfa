package vn.wardkpi.plan.web;

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

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.edit.IndicatorCorrection;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * How an indicator is called and judged, put right by an administrator: freely in a
 * draft, later from a day on with a reason, and with what it changes before it is stored.
 */
@Controller
@RequestMapping("/plans/{id}/indicators/{no}/edit")
class IndicatorEditController {

	private final PlanCatalog catalog;

	private final PlanService plans;

	private final AttainmentPreview preview;

	private final ProblemMessages messages;

	IndicatorEditController(PlanCatalog catalog, PlanService plans, AttainmentPreview preview,
			ProblemMessages messages) {
		this.catalog = catalog;
		this.plans = plans;
		this.preview = preview;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, @PathVariable String no, Actor actor) {
		PlanSummary plan = administered(id, actor);
		IndicatorRow row = indicator(id, no);
		return page(plan, row, null, null).addObject("form", IndicatorForm.of(row));
	}

	/**
	 * Shows what the change would come to, or stores it.
	 */
	@PostMapping
	ModelAndView change(@PathVariable long id, @PathVariable String no, @ModelAttribute("form") IndicatorForm form,
			BindingResult errors, RedirectAttributes redirect, Actor actor) {
		PlanSummary plan = administered(id, actor);
		IndicatorRow row = indicator(id, no);
		if (form.hasWrongDay()) {
			errors.rejectValue("effectiveDate", "plan.day.wrong");
		}
		if (form.isStale(row)) {
			ModelAndView stale = page(plan, row, null, null).addObject("standing", form.standing(row));
			stale.setStatus(HttpStatus.CONFLICT);
			return stale;
		}
		PlanChange change = null;
		String refusal = null;
		if (!errors.hasErrors()) {
			IndicatorCorrection correction = form.read(row);
			try {
				if ("store".equals(form.action())) {
					this.plans.correct(id, no, correction, actor);
					redirect.addFlashAttribute("flash", "plan.indicator.done");
					return new ModelAndView("redirect:/plans/" + id + "#indicator-" + no);
				}
				change = this.plans.tryCorrection(id, no, correction, actor);
			}
			catch (RefusedException ex) {
				if (ex.kind() == Kind.FORBIDDEN || ex.kind() == Kind.NOT_FOUND) {
					throw ex;
				}
				refusal = reject(ex, errors);
			}
		}
		ModelAndView page = page(plan, row, change, refusal);
		page.setStatus((change != null) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/**
	 * @return what is said of no field
	 */
	private @Nullable String reject(RefusedException ex, BindingResult errors) {
		for (FieldProblem field : ex.fields()) {
			String at = "leadUnits".equals(field.field()) ? "answering" : String.valueOf(field.field());
			errors.rejectValue(at, field.problem().messageKey(), field.problem().arguments().toArray(), null);
		}
		return ex.fields().isEmpty() ? this.messages.message(ex) : null;
	}

	private PlanSummary administered(long id, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private IndicatorRow indicator(long id, String no) {
		return this.catalog.indicators(id)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	private ModelAndView page(PlanSummary plan, IndicatorRow row, @Nullable PlanChange change,
			@Nullable String refusal) {
		return new ModelAndView("plan/indicator-edit").addObject("plan", plan)
			.addObject("row", row)
			.addObject("seen", IndicatorForm.mark(row))
			.addObject("units", this.catalog.leadUnits(plan.wardCode()))
			.addObject("dated", plan.status() != PlanStatus.DRAFT)
			.addObject("roles", IndicatorRole.values())
			.addObject("directions", Direction.values())
			.addObject("valueTypes", ValueType.values())
			.addObject("accumulations", Accumulation.values())
			.addObject("illustrative", plan.illustrative())
			.addObject("refusal", refusal)
			.addObject("change", change)
			.addObject("changes", (change != null) ? PreviewedChange.of(change, this.preview) : List.of());
	}

}
