package vn.wardkpi.plan.web.baseline;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;

/**
 * A baseline made of predecessors' figures.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/indicators/{no}/baseline")
class BaselineResource {

	private final BaselineRows rows;

	private final PlanService plans;

	private final AttainmentPreview preview;

	BaselineResource(PlanCatalog catalog, PlanService plans, AttainmentPreview preview) {
		this.rows = new BaselineRows(catalog);
		this.plans = plans;
		this.preview = preview;
	}

	/**
	 * Sums or weighs the figures of the units of which the ward was formed, or says that
	 * they are not comparable. Once the plan is adopted, why and from when are asked for;
	 * a dry run stores nothing.
	 */
	@PostMapping
	MadeBaseline make(@PathVariable long id, @PathVariable String no, @RequestBody BaselineInput body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		BaselineRows.Administered of = this.rows.require(id, no, actor);
		try {
			PlanChange change = dryRun ? this.plans.tryEdit(id, body.toEdit(of.row()), actor)
					: this.plans.edit(id, body.toEdit(of.row()), actor);
			return new MadeBaseline(change.after().indicator(no), this.preview.changes(change, locale));
		}
		catch (RefusedException ex) {
			throw EditProblems.ofOneStep(ex, no);
		}
	}

	record MadeBaseline(@JsonUnwrapped IndicatorView indicator, List<AttainmentChange> changes) {
	}

}
