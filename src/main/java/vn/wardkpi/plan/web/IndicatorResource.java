package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.preview.AttainmentPreview;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.plan.AttributeCorrection;
import vn.wardkpi.plan.IndicatorCorrection;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/plans/{id}/indicators/{no}")
class IndicatorResource {

	private final PlanService plans;

	private final AttainmentPreview preview;

	IndicatorResource(PlanService plans, AttainmentPreview preview) {
		this.plans = plans;
		this.preview = preview;
	}

	/**
	 * The indicator as it is from the effective date on, with the verdicts and headlines
	 * that change; a dry run stores nothing.
	 */
	@PatchMapping
	CorrectedIndicator correct(@PathVariable long id, @PathVariable String no, @RequestBody Correction body,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor, Locale locale) {
		PlanChange change = dryRun ? this.plans.tryCorrection(id, no, body.toCorrection(), actor)
				: this.plans.correct(id, no, body.toCorrection(), actor);
		return new CorrectedIndicator(change.after().indicator(no), this.preview.changes(change, locale));
	}

	record CorrectedIndicator(@JsonUnwrapped IndicatorView indicator, List<AttainmentChange> changes) {
	}

	/**
	 * What a request gives of an indicator; what it leaves out stays.
	 */
	record Correction(@Nullable String name, @Nullable String unit, @Nullable IndicatorRole role,
			@Nullable Boolean decisive, @Nullable Direction direction, @Nullable ValueType valueType,
			@Nullable Accumulation accumulation, @Nullable Boolean bounded, @Nullable List<String> leadUnits,
			@Nullable String reason, @Nullable LocalDate effectiveDate) {

		IndicatorCorrection toCorrection() {
			return new IndicatorCorrection(
					new AttributeCorrection(this.name, this.unit, this.role, this.decisive, this.direction,
							this.valueType, this.accumulation, this.bounded),
					this.leadUnits, this.reason, this.effectiveDate);
		}

	}

}
