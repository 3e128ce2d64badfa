package vn.wardkpi.plan.annual;

import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.records.PlanRecords;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Links an annual plan's rows to five-year indicators after the plan was made, and undoes
 * a link while no figure depends on it.
 */
@Service
@Transactional
public class AnnualLinks {

	private final AnnualPlans annual;

	private final PlanCatalog catalog;

	private final PlanRecords records;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	AnnualLinks(AnnualPlans annual, PlanCatalog catalog, PlanRecords records, JdbcClient jdbc, EntityManager entities,
			ApplicationEventPublisher events) {
		this.annual = annual;
		this.catalog = catalog;
		this.records = records;
		this.jdbc = jdbc;
		this.entities = entities;
		this.events = events;
	}

	/**
	 * The annual plan's rows, each with the five-year indicator whose figures it shows,
	 * or those to which it could be linked.
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's
	 * administrators
	 */
	@Transactional(readOnly = true)
	public List<Link> of(long planId, long annualId, Actor actor) {
		PlanSummary plan = require(planId, annualId, actor);
		List<IndicatorRow> longer = this.catalog.indicators(planId);
		List<IndicatorRow> rows = this.catalog.indicators(annualId);
		Set<String> taken = taken(rows);
		Set<String> own = this.records.indicatorsWithRecords(annualId);
		Set<String> entered = this.records.indicatorsWithRecords(planId, plan.fromYear());
		return rows.stream().map((row) -> {
			IndicatorRow source = source(row, longer);
			boolean free = source == null && !own.contains(row.no());
			return new Link(row.no(), row.name(), row.unit(), source,
					(source != null) ? entered.contains(source.no()) : own.contains(row.no()),
					free ? longer.stream().filter((each) -> !taken.contains(each.no()) && fits(row, each)).toList()
							: List.of());
		}).toList();
	}

	/**
	 * @param fiveYearNo number of the indicator whose figures the row shows from now on;
	 * {@code null} for its own
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT where figures stand in the
	 * way, the plan is closed or withdrawn or the row is linked already, or INVALID where
	 * the two do not belong together
	 */
	public void link(long planId, long annualId, String no, @Nullable String fiveYearNo, Actor actor) {
		PlanSummary plan = require(planId, annualId, actor);
		if (plan.status() == PlanStatus.CLOSED || plan.status() == PlanStatus.WITHDRAWN) {
			throw plan.status().refusal(plan.title());
		}
		List<IndicatorRow> longer = this.catalog.indicators(planId);
		List<IndicatorRow> rows = this.catalog.indicators(annualId);
		IndicatorRow row = find(rows, no);
		IndicatorRow source = source(row, longer);
		if (fiveYearNo == null) {
			undo(plan, row, source, actor);
			return;
		}
		IndicatorRow target = find(longer, fiveYearNo);
		if (source != null && source.id() == target.id()) {
			return;
		}
		if (source != null || taken(rows).contains(target.no())) {
			throw new RefusedException(Kind.CONFLICT, "annual-link.taken", no, fiveYearNo);
		}
		if (this.records.indicatorsWithRecords(annualId).contains(no)) {
			throw new RefusedException(Kind.CONFLICT, "annual-link.own-figures", no);
		}
		if (!fits(row, target)) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("fiveYearNo", Problem.error("annual-link-other", no, target.no()))));
		}
		store(plan, row, target.id());
		this.events
			.publishEvent(new RowLinked(actor.username(), plan.wardCode(), plan.id(), no, null, described(target)));
	}

	private void undo(PlanSummary plan, IndicatorRow row, @Nullable IndicatorRow source, Actor actor) {
		IndicatorRow.FiguresOf figures = row.figuresOf();
		if (figures == null) {
			return;
		}
		if (this.records.indicatorsWithRecords(figures.planId(), plan.fromYear()).contains(figures.no())) {
			throw new RefusedException(Kind.CONFLICT, "annual-link.figures", row.no(), String.valueOf(plan.fromYear()));
		}
		store(plan, row, null);
		this.events.publishEvent(new RowLinked(actor.username(), plan.wardCode(), plan.id(), row.no(),
				(source != null) ? described(source) : figures.no(), null));
	}

	private void store(PlanSummary plan, IndicatorRow row, @Nullable Long source) {
		this.entities.flush();
		int stored = this.jdbc.sql("""
				update indicator set five_year_indicator_id = :source, version = version + 1
				where id = :id and plan_id = :plan and version = :version
				""")
			.param("source", source, Types.BIGINT)
			.param("id", row.id())
			.param("plan", plan.id())
			.param("version", row.version())
			.update();
		if (stored == 0) {
			throw new RefusedException(Kind.CONFLICT, "plan.edited-meanwhile", plan.title());
		}
		this.entities.clear();
	}

	private PlanSummary require(long planId, long annualId, Actor actor) {
		PlanSummary plan = this.annual.requireMadeOf(planId, annualId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private static IndicatorRow find(List<IndicatorRow> rows, String no) {
		return rows.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	private static @Nullable IndicatorRow source(IndicatorRow row, List<IndicatorRow> longer) {
		IndicatorRow.FiguresOf figures = row.figuresOf();
		return (figures == null) ? null
				: longer.stream().filter((each) -> each.no().equals(figures.no())).findFirst().orElse(null);
	}

	private static Set<String> taken(List<IndicatorRow> rows) {
		Set<String> taken = new HashSet<>();
		rows.forEach((row) -> {
			if (row.figuresOf() != null) {
				taken.add(row.figuresOf().no());
			}
		});
		return taken;
	}

	/** A figure is compared in the unit in which it is entered, and a group has none. */
	private static boolean fits(IndicatorRow row, IndicatorRow source) {
		return row.rule().role() == source.rule().role() && row.rule().valueType() == source.rule().valueType()
				&& Objects.equals(row.unit(), source.unit());
	}

	private static String described(IndicatorRow row) {
		return row.no() + ". " + row.name();
	}

	/**
	 * A row of an annual plan.
	 *
	 * @param source the indicator whose figures it shows, if it is linked
	 * @param figures whether figures of the year keep it as it is
	 * @param choices indicators of the five-year plan to which it can be linked
	 */
	public record Link(String no, String name, @Nullable String unit, @Nullable IndicatorRow source, boolean figures,
			List<IndicatorRow> choices) {

		public Link {
			choices = List.copyOf(choices);
		}

	}

}
