package vn.wardkpi.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Which indicator of a plan is which definition. The program proposes; that it is so, or
 * that it is none, is what a person says.
 */
@Service
public class CatalogueLinks {

	private final JdbcClient jdbc;

	private final Catalogue catalogue;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CatalogueLinks(JdbcClient jdbc, Catalogue catalogue, PlanCatalog plans, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A plan's indicators in its order, each with what was said of it or is proposed.
	 * @throws RefusedException NOT_FOUND if this person may not see the plan
	 */
	@Transactional(readOnly = true)
	public List<Link> of(long planId, Actor actor) {
		this.plans.require(planId, actor);
		return links(planId, this.catalogue.all());
	}

	/**
	 * Says of indicators what they are; those not named stay as they are.
	 * @param said ids of definitions by the indicators' numbers, {@code null} for none
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than the ward's
	 * administrators; INVALID if there is no such indicator or definition
	 */
	@Transactional
	public void say(long planId, Map<String, @Nullable Long> said, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "catalogue.link");
		}
		List<Definition> definitions = this.catalogue.all();
		Map<String, Link> present = links(planId, definitions).stream()
			.collect(Collectors.toMap(Link::no, (one) -> one));
		Map<Long, String> names = definitions.stream().collect(Collectors.toMap(Definition::id, Definition::name));
		List<FieldProblem> problems = new ArrayList<>();
		List<String> before = new ArrayList<>();
		List<String> after = new ArrayList<>();
		said.forEach((no, id) -> {
			Link link = present.get(no);
			if (link == null) {
				problems.add(new FieldProblem(no, Problem.error("indicator-unknown", no)));
			}
			else if (id != null && !names.containsKey(id)) {
				problems.add(new FieldProblem(no, Problem.error("catalogue-unknown", String.valueOf(id))));
			}
			else if (!link.confirmed() || !Objects.equals(id, link.linkedId())) {
				store(link.indicatorId(), id, actor);
				if (link.confirmed()) {
					before.add(no + " = " + name(link.linkedId(), names));
				}
				after.add(no + " = " + name(id, names));
			}
		});
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		if (!after.isEmpty()) {
			this.events.publishEvent(new CatalogueEvent.Linked(actor.username(), plan.wardCode(), planId, plan.title(),
					before.isEmpty() ? null : String.join("; ", before), String.join("; ", after)));
		}
	}

	private List<Link> links(long planId, List<Definition> definitions) {
		Map<Long, Definition> byId = definitions.stream().collect(Collectors.toMap(Definition::id, (one) -> one));
		Map<Long, @Nullable Long> said = new HashMap<>();
		this.jdbc.sql("""
				select l.indicator_id, l.definition_id
				from catalogue_link l join indicator_row i on i.id = l.indicator_id
				where i.plan_id = ?
				""").param(planId).query((rs) -> {
			said.put(rs.getLong("indicator_id"), rs.getObject("definition_id", Long.class));
		});
		return this.plans.indicators(planId).stream().map((row) -> link(row, said, byId, definitions)).toList();
	}

	private static Link link(IndicatorRow row, Map<Long, @Nullable Long> said, Map<Long, Definition> byId,
			List<Definition> definitions) {
		boolean confirmed = said.containsKey(row.id());
		Long id = said.get(row.id());
		Definition proposed = confirmed ? null : Likeness.propose(row.name(), row.unit(), definitions).orElse(null);
		return new Link(row.id(), row.no(), row.name(), row.unit(), confirmed, (id != null) ? byId.get(id) : null,
				proposed);
	}

	private void store(long indicatorId, @Nullable Long definition, Actor actor) {
		this.jdbc.sql("""
				insert into catalogue_link (indicator_id, definition_id, said_by, said_at)
				values (:indicator, :definition, :by, :at)
				on conflict (indicator_id) do update
				set definition_id = excluded.definition_id, said_by = excluded.said_by, said_at = excluded.said_at
				""")
			.param("indicator", indicatorId)
			.param("definition", definition)
			.param("by", actor.username())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	private static String name(@Nullable Long id, Map<Long, String> names) {
		return (id != null) ? names.getOrDefault(id, "–") : "–";
	}

	/**
	 * @param confirmed whether a person said what it is
	 * @param linked what it is; {@code null} where it is none, or nobody said
	 * @param proposed by its name, where nobody said
	 */
	public record Link(long indicatorId, String no, String name, @Nullable String unit, boolean confirmed,
			@Nullable Definition linked, @Nullable Definition proposed) {

		@Nullable Long linkedId() {
			return (this.linked != null) ? this.linked.id() : null;
		}

		/** What a page chooses beforehand: "" for none. */
		public String chosen() {
			Definition one = this.confirmed ? this.linked : this.proposed;
			return (one != null) ? String.valueOf(one.id()) : "";
		}

	}

}
