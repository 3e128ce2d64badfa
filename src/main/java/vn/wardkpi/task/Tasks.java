package vn.wardkpi.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Keeps the action programme: everybody who sees a plan reads it, officials write down
 * the tasks of their own lead units, administrators of the ward all of them.
 */
@Service
public class Tasks {

	private static final String TASKS = """
			select t.*, i.no, i.name as indicator, u.code as unit_code, u.name as unit_name, u.ward_code
			from task t
			join lead_unit_row u on u.id = t.lead_unit_id
			left join indicator_row i on i.id = t.indicator_id
			""";

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Tasks(JdbcClient jdbc, PlanCatalog plans, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Every task of a plan, the one that is due first at the top.
	 */
	@Transactional(readOnly = true)
	public List<Task> ofPlan(long planId) {
		return this.jdbc.sql(TASKS + "where t.plan_id = ? order by t.due, t.id")
			.param(planId)
			.query(Tasks::task)
			.list();
	}

	/**
	 * The tasks that serve an indicator, in the same order.
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public List<Task> ofIndicator(long planId, String no) {
		return this.jdbc.sql(TASKS + "where t.plan_id = ? and i.no = ? order by t.due, t.id")
			.params(planId, no)
			.query(Tasks::task)
			.list();
	}

	/**
	 * The open tasks of the wards' adopted plans, each ward's by its code, that are late
	 * or due until a day, in the same order.
	 */
	@Transactional(readOnly = true)
	public Map<WardCode, List<Task>> openUntil(Collection<WardCode> wards, LocalDate day) {
		Map<WardCode, List<Task>> tasks = new HashMap<>();
		this.jdbc.sql(TASKS + """
				join plan_row p on p.id = t.plan_id and p.status = 'ADOPTED' and p.ward_code = any(?)
				where t.state in ('PLANNED', 'IN_PROGRESS') and t.due <= ?
				order by t.due, t.id
				""").params(wards.stream().map(WardCode::value).toArray(String[]::new), day).query((rs) -> {
			tasks.computeIfAbsent(new WardCode(text(rs, "ward_code")), (ward) -> new ArrayList<>()).add(task(rs, 0));
		});
		return tasks;
	}

	/**
	 * @throws RefusedException NOT_FOUND if the plan has no such task
	 */
	@Transactional(readOnly = true)
	public Task require(long planId, long id) {
		return this.jdbc.sql(TASKS + "where t.plan_id = ? and t.id = ?")
			.params(planId, id)
			.query(Tasks::task)
			.optional()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "task.unknown", String.valueOf(id)));
	}

	/**
	 * A task that this person may change.
	 * @throws RefusedException NOT_FOUND as above, FORBIDDEN if it is another unit's
	 */
	@Transactional(readOnly = true)
	public Task require(PlanSummary plan, long id, Actor actor) {
		Task task = require(plan.id(), id);
		if (!mayWrite(plan, task.unit(), actor)) {
			throw forbidden(task.unit());
		}
		return task;
	}

	/**
	 * The lead units whose tasks this person may write down; none for readers.
	 */
	public List<LeadUnitRow> writable(PlanSummary plan, Actor actor) {
		return this.plans.leadUnits(plan.wardCode()).stream().filter((unit) -> mayWrite(plan, unit, actor)).toList();
	}

	/**
	 * Writes down new tasks, all or none.
	 * @throws RefusedException FORBIDDEN for another unit's, INVALID with what is wrong;
	 * of several, the field's name begins with the place in the list: {@code 0.due}
	 */
	@Transactional
	public List<Task> create(long planId, List<TaskInput> typed, Actor actor) {
		PlanSummary plan = open(planId, actor);
		List<Task> stored = new ArrayList<>();
		for (CheckedTask task : check(plan, typed, actor)) {
			Task created = require(planId, insert(planId, task, actor));
			this.events.publishEvent(new TaskEvent(actor.username(), plan.wardCode(), null, created));
			stored.add(created);
		}
		return stored;
	}

	/**
	 * Whether these could be written down, without doing it.
	 * @throws RefusedException as {@link #create}
	 */
	public void tryOut(long planId, List<TaskInput> typed, Actor actor) {
		check(open(planId, actor), typed, actor);
	}

	/**
	 * Changes what is not left out.
	 * @param version that the writer saw; {@code null} to change whatever stands now
	 * @throws RefusedException as {@link #create}; STALE if another has changed it since
	 */
	@Transactional
	public Task change(long planId, long id, TaskInput typed, @Nullable Integer version, Actor actor) {
		PlanSummary plan = open(planId, actor);
		Task before = require(plan, id, actor);
		CheckedTask checked = check(plan, List.of(typed.over(before.input())), actor).get(0);
		int seen = (version != null) ? version : before.version();
		if (update(id, checked, seen, actor) == 0) {
			throw new RefusedException(Kind.STALE, "task.changed");
		}
		Task after = require(planId, id);
		this.events.publishEvent(new TaskEvent(actor.username(), plan.wardCode(), before, after));
		return after;
	}

	private PlanSummary open(long planId, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (plan.status() == PlanStatus.WITHDRAWN) {
			throw new RefusedException(Kind.CONFLICT, "task.withdrawn");
		}
		return plan;
	}

	private List<CheckedTask> check(PlanSummary plan, List<TaskInput> typed, Actor actor) {
		List<LeadUnitRow> all = this.plans.leadUnits(plan.wardCode());
		if (all.stream().noneMatch((unit) -> mayWrite(plan, unit, actor)) && !actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "task.reader");
		}
		Map<String, LeadUnitRow> units = all.stream()
			.collect(Collectors.toMap(LeadUnitRow::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
		List<IndicatorRow> indicators = this.plans.indicators(plan.id());
		LocalDate today = LocalDate.now(this.clock);
		List<CheckedTask> checked = new ArrayList<>();
		List<RefusedException.FieldProblem> wrong = new ArrayList<>();
		for (int at = 0; at < typed.size(); at++) {
			String place = (typed.size() > 1) ? at + "." : "";
			try {
				CheckedTask task = CheckedTask.of(typed.get(at), indicators, units, today);
				if (!mayWrite(plan, task.unit(), actor)) {
					throw forbidden(task.unit());
				}
				checked.add(task);
			}
			catch (RefusedException ex) {
				if (ex.fields().isEmpty()) {
					throw ex;
				}
				ex.fields()
					.forEach((field) -> wrong
						.add(new RefusedException.FieldProblem(place + field.field(), field.problem())));
			}
		}
		if (!wrong.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), wrong);
		}
		return checked;
	}

	private static boolean mayWrite(PlanSummary plan, LeadUnitRow unit, Actor actor) {
		return actor.mayAdminister(plan.wardCode()) || actor.mayEnter(plan.wardCode(), List.of(unit.code()));
	}

	private static RefusedException forbidden(LeadUnitRow unit) {
		return new RefusedException(Kind.FORBIDDEN, "task.other-unit", unit.name());
	}

	private long insert(long planId, CheckedTask task, Actor actor) {
		return fields(
				this.jdbc
					.sql("""
							insert into task (plan_id, indicator_id, what, lead_unit_id, person, due, product, authority, state, done,
							                  created_at, created_by, changed_at, changed_by)
							values (:plan, :indicator, :what, :unit, :person, :due, :product, :authority, :state, :done,
							        :now, :actor, :now, :actor)
							returning id
							"""),
				task, actor)
			.param("plan", planId)
			.query(Long.class)
			.single();
	}

	private int update(long id, CheckedTask task, int version, Actor actor) {
		return fields(this.jdbc.sql("""
				update task
				set indicator_id = :indicator, what = :what, lead_unit_id = :unit, person = :person, due = :due,
				    product = :product, authority = :authority, state = :state, done = :done, changed_at = :now,
				    changed_by = :actor, version = version + 1
				where id = :id and version = :version
				"""), task, actor).param("id", id).param("version", version).update();
	}

	private JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, CheckedTask task, Actor actor) {
		IndicatorRow indicator = task.indicator();
		return statement.param("indicator", (indicator != null) ? indicator.id() : null)
			.param("what", task.what())
			.param("unit", task.unit().id())
			.param("person", task.person())
			.param("due", task.due())
			.param("product", task.product())
			.param("authority", task.authority())
			.param("state", task.state().name())
			.param("done", task.done())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("actor", actor.username());
	}

	private static Task task(ResultSet rs, int row) throws SQLException {
		return new Task(rs.getLong("id"), rs.getLong("plan_id"), rs.getString("no"), rs.getString("indicator"),
				text(rs, "what"),
				new LeadUnitRow(rs.getLong("lead_unit_id"), text(rs, "unit_code"), text(rs, "unit_name")),
				rs.getString("person"), Objects.requireNonNull(rs.getObject("due", LocalDate.class)),
				rs.getString("product"), rs.getString("authority"), TaskState.valueOf(text(rs, "state")),
				rs.getObject("done", LocalDate.class), rs.getInt("version"));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
