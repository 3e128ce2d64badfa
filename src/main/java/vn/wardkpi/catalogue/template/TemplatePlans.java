package vn.wardkpi.catalogue.template;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.CatalogueLinks;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * From a plan or the catalogue to a template, and from a template to the drafts of wards.
 */
@Service
@Transactional(readOnly = true)
public class TemplatePlans {

	private final JdbcClient jdbc;

	private final PlanTemplates templates;

	private final Catalogue catalogue;

	private final CatalogueLinks links;

	private final PlanCatalog plans;

	private final PlanLifecycle lifecycle;

	private final Wards wards;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TemplatePlans(JdbcClient jdbc, PlanTemplates templates, Catalogue catalogue, CatalogueLinks links,
			PlanCatalog plans, PlanLifecycle lifecycle, Wards wards, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.templates = templates;
		this.catalogue = catalogue;
		this.links = links;
		this.plans = plans;
		this.lifecycle = lifecycle;
		this.wards = wards;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Every definition of the catalogue as a row, to be thinned out.
	 */
	public List<TemplateRow> ofCatalogue() {
		List<Definition> definitions = this.catalogue.all();
		return IntStream.range(0, definitions.size())
			.mapToObj((at) -> TemplateRow.of(at + 1, definitions.get(at)))
			.toList();
	}

	/**
	 * The rows of a plan without its numbers, each with the definition that it is.
	 * @throws RefusedException NOT_FOUND if this person may not see the plan
	 */
	public List<TemplateRow> ofPlan(long planId, Actor actor) {
		this.plans.require(planId, actor);
		Map<String, @Nullable Long> linked = new LinkedHashMap<>();
		this.catalogue.linked(List.of(planId), null).forEach((one) -> linked.put(one.no(), one.definitionId()));
		return this.plans.indicators(planId).stream().map((row) -> TemplateRow.of(row, linked.get(row.no()))).toList();
	}

	/**
	 * Starts a ward's draft from a template: its rows, linked to the catalogue, for which
	 * the ward sets the targets.
	 * @param title the template's by default
	 * @return the plan's id
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than the ward's
	 * administrators; CONFLICT if the template is withdrawn or of another province, or if
	 * the ward already has a plan for these years; INVALID if the title is too long
	 */
	@Transactional
	public long start(WardCode code, long templateId, @Nullable String title, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.mayAdminister(code)) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", code.value());
		}
		PlanTemplate template = this.templates.require(templateId, actor);
		PlanTemplates.refuseWithdrawn(template);
		if (!template.provinceCode().equals(ward.provinceCode())) {
			throw new RefusedException(Kind.CONFLICT, "plan-template.other-province", template.title(), ward.name());
		}
		FreeText.NAME.problemAt("title", title).ifPresent((problem) -> {
			throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(problem));
		});
		List<TemplateRow> rows = this.templates.rows(template);
		String called = (title != null && !title.isBlank()) ? title.strip() : template.title();
		long plan = this.lifecycle.store(new PlanDraft(code, called, template.fromYear(), template.toYear(), null,
				ward.illustrative(), List.of(), rows.stream().map(TemplateRow::indicator).toList(), List.of()), actor);
		this.jdbc.sql("""
				insert into plan_template_use (plan_id, template_id, version, started_by, started_at)
				values (?, ?, ?, ?, ?)
				""")
			.params(plan, template.id(), template.version(), actor.username(), Timestamp.from(this.clock.instant()))
			.update();
		this.events
			.publishEvent(new TemplateEvent.Used(actor.username(), code, plan, template.title(), template.version()));
		Map<String, @Nullable Long> said = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> row.definitionId() != null)
			.forEach((row) -> said.put(row.no(), row.definitionId()));
		this.links.say(plan, said, actor);
		return plan;
	}

	/**
	 * Which plans were started from a template, by Vietnamese name of the ward; a ward's
	 * administrator sees that of the own ward alone.
	 */
	public List<Use> uses(PlanTemplate template, Actor actor) {
		return this.jdbc.sql("""
				select p.id, p.ward_code, w.name, p.title, p.status, u.version
				from plan_template_use u
				join plan_ever_row p on p.id = u.plan_id
				join ward_row w on w.code = p.ward_code
				where u.template_id = ?
				order by w.name collate "vi-x-icu", p.id
				""")
			.param(template.id())
			.query((rs, n) -> new Use(rs.getLong("id"), new WardCode(Columns.text(rs, "ward_code")),
					Columns.text(rs, "name"), Columns.text(rs, "title"),
					Columns.constant(rs, "status", PlanStatus.class), rs.getInt("version")))
			.list()
			.stream()
			.filter((use) -> actor.mayAdminister(use.wardCode()))
			.toList();
	}

	/** The plan as it was stored. */
	public PlanSummary plan(long id, Actor actor) {
		return this.plans.require(id, actor);
	}

	/**
	 * A plan that was started from a template.
	 *
	 * @param version of the template
	 */
	public record Use(long planId, WardCode wardCode, String ward, String plan, PlanStatus status, int version) {
	}

}
