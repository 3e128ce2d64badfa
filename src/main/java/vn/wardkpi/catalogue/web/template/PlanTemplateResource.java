package vn.wardkpi.catalogue.web.template;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.template.PlanTemplate;
import vn.wardkpi.catalogue.template.PlanTemplates;
import vn.wardkpi.catalogue.template.TemplateDraft;
import vn.wardkpi.catalogue.template.TemplatePlans;
import vn.wardkpi.catalogue.template.TemplateRow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * What provinces hand to their wards, and the drafts that are started from it.
 */
@RestController
@RequestMapping("/api/v1")
class PlanTemplateResource {

	private final PlanTemplates templates;

	private final TemplatePlans plans;

	PlanTemplateResource(PlanTemplates templates, TemplatePlans plans) {
		this.templates = templates;
		this.plans = plans;
	}

	/**
	 * Those of the administrator's province, or of all.
	 */
	@GetMapping("/plan-templates")
	List<TemplateView> list(Actor actor) {
		return this.templates.all(actor).stream().map(TemplateView::of).toList();
	}

	@GetMapping("/plan-templates/{id}")
	WholeTemplate one(@PathVariable long id, Actor actor) {
		PlanTemplate template = this.templates.require(id, actor);
		return new WholeTemplate(TemplateView.of(template), this.templates.rows(template),
				this.plans.uses(template, actor).stream().map(UseView::of).toList());
	}

	/**
	 * 201. A row that names a definition takes from it what it does not say itself.
	 */
	@PostMapping("/plan-templates")
	ResponseEntity<WholeTemplate> hand(@RequestBody TemplateBody body, Actor actor) {
		long id = this.templates.hand(body.provinceCode(), body.draft(), actor);
		return ResponseEntity.created(URI.create("/api/v1/plan-templates/" + id)).body(one(id, actor));
	}

	/**
	 * A further version; 412 unless {@code version} is the present one.
	 */
	@PutMapping("/plan-templates/{id}")
	WholeTemplate change(@PathVariable long id, @RequestBody TemplateBody body, Actor actor) {
		this.templates.change(id, Objects.requireNonNullElse(body.version(), -1), body.draft(), actor);
		return one(id, actor);
	}

	/**
	 * From now on no plan is started from it.
	 */
	@PostMapping("/plan-templates/{id}/withdraw")
	WholeTemplate withdraw(@PathVariable long id, Actor actor) {
		this.templates.withdraw(id, actor);
		return one(id, actor);
	}

	/**
	 * 201: a DRAFT with the template's rows, linked to the catalogue, without targets.
	 */
	@PostMapping("/wards/{code}/plans/from-template")
	ResponseEntity<StartedPlan> start(@PathVariable WardCode code, @RequestBody Start body, Actor actor) {
		long plan = this.plans.start(code, Objects.requireNonNullElse(body.templateId(), -1L), body.title(), actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + plan))
			.body(StartedPlan.of(this.plans.plan(plan, actor)));
	}

	/**
	 * @param version the one that is changed; not needed for a new one
	 */
	record TemplateBody(@Nullable String provinceCode, @Nullable Integer version, @Nullable String title,
			@Nullable Integer fromYear, @Nullable Integer toYear, @Nullable List<RowBody> indicators) {

		TemplateDraft draft() {
			List<RowBody> rows = Objects.requireNonNullElse(this.indicators, List.of());
			return new TemplateDraft(this.title, this.fromYear, this.toYear,
					rows.stream().filter(Objects::nonNull).map(RowBody::row).toList());
		}

	}

	record RowBody(@Nullable String no, @Nullable String parentNo, @Nullable String name, @Nullable String unit,
			@Nullable String field, @Nullable IndicatorRole role, @Nullable Boolean decisive,
			@Nullable Direction direction, @Nullable ValueType valueType, @Nullable Accumulation accumulation,
			@Nullable Boolean bounded, @Nullable String note, @Nullable Long definitionId) {

		TemplateDraft.Row row() {
			return new TemplateDraft.Row(this.no, this.parentNo, this.name, this.unit, this.field, this.role,
					this.decisive, this.direction, this.valueType, this.accumulation, this.bounded, this.note,
					this.definitionId);
		}

	}

	record TemplateView(long id, int version, String provinceCode, String title, int fromYear, int toYear,
			boolean withdrawn, int indicators, int plans) {

		static TemplateView of(PlanTemplate one) {
			return new TemplateView(one.id(), one.version(), one.provinceCode(), one.title(), one.fromYear(),
					one.toYear(), one.withdrawn(), one.rows(), one.plans());
		}

	}

	/**
	 * @param plans those started from it that the caller looks after
	 */
	record WholeTemplate(TemplateView template, List<TemplateRow> indicators, List<UseView> plans) {
	}

	/**
	 * @param version of the template
	 */
	record UseView(long planId, String wardCode, PlanStatus status, int version) {

		static UseView of(TemplatePlans.Use use) {
			return new UseView(use.planId(), use.wardCode().value(), use.status(), use.version());
		}

	}

	record Start(@Nullable Long templateId, @Nullable String title) {
	}

	record StartedPlan(long planId, String wardCode, String title, int fromYear, int toYear, PlanStatus status) {

		static StartedPlan of(PlanSummary plan) {
			return new StartedPlan(plan.id(), plan.wardCode().value(), plan.title(), plan.fromYear(), plan.toYear(),
					plan.status());
		}

	}

}
