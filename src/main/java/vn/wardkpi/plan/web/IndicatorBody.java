package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.AttributeCorrection.BaselineText;
import vn.wardkpi.plan.edit.IndicatorCorrection;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.edit.PlanEdit.Placement;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a request gives of an indicator; what it leaves out stays. An empty parentNo,
 * field, note, leader or baseline text takes it away.
 *
 * @param order its place in the plan, from 1
 * @param leadUnits codes, the first answers, the others cooperate
 * @param targets of a draft's new row
 * @param periodTargets likewise
 */
record IndicatorBody(@Nullable String no, @Nullable String parentNo, @Nullable Integer order, @Nullable String name,
		@Nullable String unit, @Nullable String field, @Nullable IndicatorRole role, @Nullable Boolean decisive,
		@Nullable Direction direction, @Nullable ValueType valueType, @Nullable Accumulation accumulation,
		@Nullable Boolean bounded, @Nullable List<String> leadUnits, @Nullable String leaderInCharge,
		@Nullable BaselineBody baseline, @Nullable String note, @Nullable List<TargetBody> targets,
		@Nullable List<TargetBody> periodTargets, @Nullable String reason, @Nullable LocalDate effectiveDate) {

	/**
	 * @throws RefusedException INVALID without a number
	 */
	String number() {
		if (this.no == null || this.no.isBlank()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("no", Problem.error("required"))));
		}
		return this.no.strip();
	}

	/**
	 * One that stands under another is a part of it unless the request says otherwise.
	 */
	PlanEdit toAddition() {
		String number = number();
		boolean below = this.parentNo != null && !this.parentNo.isBlank();
		IndicatorRole as = Objects.requireNonNullElse(this.role,
				below ? IndicatorRole.BREAKDOWN : IndicatorRole.COUNTED);
		List<PlanEdit.Step> steps = new ArrayList<>();
		steps.add(new PlanEdit.Add(number, attributes(as), placement(null),
				Objects.requireNonNullElse(units(), List.of())));
		for (TargetBody target : aims()) {
			steps.add(new PlanEdit.Aim(number, Objects.requireNonNullElse(target.issuer(), Issuer.WARD_COUNCIL),
					target.year(), Objects.requireNonNullElse(target.text(), "")));
		}
		return new PlanEdit(steps, this.reason, this.effectiveDate);
	}

	IndicatorCorrection toCorrection() {
		return new IndicatorCorrection(attributes(this.role), placement(this.no), units(), this.reason,
				this.effectiveDate);
	}

	private @Nullable List<String> units() {
		return (this.leadUnits != null) ? this.leadUnits.stream().filter(Objects::nonNull).toList() : null;
	}

	private List<TargetBody> aims() {
		List<TargetBody> all = new ArrayList<>();
		if (this.targets != null) {
			this.targets.stream().filter(Objects::nonNull).forEach(all::add);
		}
		if (this.periodTargets != null) {
			this.periodTargets.stream()
				.filter(Objects::nonNull)
				.forEach((target) -> all.add(new TargetBody(target.issuer(), null, target.text())));
		}
		return all;
	}

	private AttributeCorrection attributes(@Nullable IndicatorRole as) {
		return new AttributeCorrection(this.name, this.unit, as, this.decisive, this.direction, this.valueType,
				this.accumulation, this.bounded)
			.describedBy(this.field, this.note, this.leaderInCharge,
					(this.baseline != null) ? this.baseline.given() : null);
	}

	private Placement placement(@Nullable String number) {
		return new Placement(number, this.parentNo, this.order);
	}

	/**
	 * @param comparable whether it measures the same as the targets; it does unless said
	 * otherwise
	 */
	record BaselineBody(@Nullable Integer year, @Nullable String text, @Nullable Boolean comparable) {

		BaselineText given() {
			return new BaselineText(this.year, (this.text != null) ? this.text.strip() : "",
					!Boolean.FALSE.equals(this.comparable));
		}

	}

	/**
	 * @param year {@code null} for the period's own target
	 */
	record TargetBody(@Nullable Issuer issuer, @Nullable Integer year, @Nullable String text) {
	}

}
