package vn.wardkpi.plan.web.baseline;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineVersions;
import vn.wardkpi.plan.baseline.PredecessorBaseline;
import vn.wardkpi.plan.baseline.PredecessorFigures;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.webui.SeenVersion;

/**
 * A baseline made of predecessors' figures.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/indicators/{no}/baseline")
class BaselineResource {

	private final BaselineRows rows;

	private final PlanService plans;

	private final BaselineVersions versions;

	private final PredecessorFigures figures;

	private final AttainmentPreview preview;

	BaselineResource(PlanCatalog catalog, PlanService plans, BaselineVersions versions, PredecessorFigures figures,
			AttainmentPreview preview) {
		this.rows = new BaselineRows(catalog);
		this.plans = plans;
		this.versions = versions;
		this.figures = figures;
		this.preview = preview;
	}

	/**
	 * The baseline in force, how one can be made, and the units of which the ward was
	 * formed, each with its figure of the year where one was approved for an indicator of
	 * the same name and unit.
	 */
	@GetMapping
	ResponseEntity<PossibleBaseline> possible(@PathVariable long id, @PathVariable String no, Actor actor) {
		BaselineRows.Administered of = this.rows.require(id, no, actor);
		IndicatorRow row = of.row();
		int year = of.year();
		return ResponseEntity.ok()
			.eTag(tag(row))
			.body(new PossibleBaseline(row.no(), year,
					(row.baseline() != null) ? PresentBaseline.of(row.baseline()) : null,
					PredecessorBaseline.methods(row.rule()),
					this.figures.of(of.plan().wardCode(), row.name(), row.unit(), year)));
	}

	/**
	 * Sums or weighs the figures of the units of which the ward was formed, or says that
	 * they are not comparable. Once the plan is adopted, why and from when are asked for;
	 * a dry run stores nothing. Needs If-Match with the ETag of the baseline, unless it
	 * is a dry run; without it the answer is 428, with another's 412.
	 */
	@PostMapping
	ResponseEntity<MadeBaseline> make(@PathVariable long id, @PathVariable String no, @RequestBody BaselineInput body,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		BaselineRows.Administered of = this.rows.require(id, no, actor);
		try {
			PlanChange change = dryRun ? this.plans.tryEdit(id, body.toEdit(of.row()), actor)
					: store(of, body, SeenVersion.requireText(ifMatch, "plan.baseline.version-required"), actor);
			return ResponseEntity.ok()
				.eTag(tag(of.row()))
				.body(new MadeBaseline(change.after().indicator(no),
						this.preview.changes(change, LocaleContextHolder.getLocale())));
		}
		catch (RefusedException ex) {
			throw EditProblems.ofOneStep(ex, no);
		}
	}

	private PlanChange store(BaselineRows.Administered of, BaselineInput body, String seen, Actor actor) {
		return this.plans.edit(of.plan().id(), () -> {
			this.versions.refuseStale(of.row().id(), seen);
			return body.toEdit(of.row());
		}, actor);
	}

	private String tag(IndicatorRow row) {
		return "\"" + this.versions.of(row.id()) + "\"";
	}

	/**
	 * @param year of which a baseline is
	 * @param baseline in force, if there is one
	 * @param predecessors each with its approved figure, empty where there is none
	 */
	record PossibleBaseline(String no, int year, @Nullable PresentBaseline baseline,
			List<BaselineOrigin.Method> methods, List<PredecessorFigures.Predecessor> predecessors) {
	}

	/**
	 * @param madeOf the units' figures, where it is made of such
	 */
	record PresentBaseline(int year, String text, boolean comparable, @Nullable BaselineOrigin madeOf) {

		static PresentBaseline of(Baseline baseline) {
			return new PresentBaseline(baseline.year(), baseline.text(), baseline.comparable(), baseline.origin());
		}

	}

	record MadeBaseline(@JsonUnwrapped IndicatorView indicator, List<AttainmentChange> changes) {
	}

}
