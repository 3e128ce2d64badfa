package vn.wardkpi.plan.web.editor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.edit.PlanEdit.Aim;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.LeadUnitRow;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Reads what is on record and lays what was typed over it.
 */
@Component
class EditedPlans {

	/** Every target of a draft, from whatever day it will hold. */
	private static final LocalDate ALL = LocalDate.of(2200, 1, 1);

	private final PlanCatalog catalog;

	private final ProblemMessages messages;

	private final Clock clock;

	EditedPlans(PlanCatalog catalog, ProblemMessages messages, Clock clock) {
		this.catalog = catalog;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than the ward's
	 * administrators, CONFLICT if nothing of the plan changes any more
	 */
	EditedPlan read(long id, EditorForm sent, Actor actor) {
		PlanSummary plan = this.catalog.require(id, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		boolean draft = plan.status() == PlanStatus.DRAFT;
		if (!draft && plan.status() != PlanStatus.ADOPTED) {
			throw plan.status().refusal(plan.title());
		}
		List<TargetRow> targets = this.catalog.targets(id, draft ? ALL : LocalDate.now(this.clock));
		Set<Issuer> issuers = EnumSet.noneOf(Issuer.class);
		targets.forEach((target) -> issuers.add(target.issuer()));
		if (draft) {
			issuers.addAll(sent.issuers());
		}
		if (issuers.isEmpty()) {
			issuers.add(Issuer.WARD_COUNCIL);
		}
		EditorForm form = new EditorForm(sent.rows(), sent.reason(), sent.effectiveDate(), sent.checked(), issuers,
				sent.page());
		List<LeadUnitRow> units = this.catalog.leadUnits(plan.wardCode());
		List<EditorColumn> columns = EditorColumns.of(plan, issuers, units, this.messages)
			.stream()
			.filter((column) -> draft || !column.isTarget()
					|| targets.stream()
						.anyMatch((target) -> column.key().equals(Aim.field(target.issuer(), target.year()))))
			.toList();
		List<StoredRow> stored = StoredRow.of(this.catalog.indicators(id), targets);
		return new EditedPlan(plan, columns, stored, form, new EditorReading(columns, stored, form, !draft, units));
	}

}
