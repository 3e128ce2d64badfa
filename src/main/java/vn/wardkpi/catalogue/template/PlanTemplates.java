package vn.wardkpi.catalogue.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Wards;

/**
 * The templates of provinces: seen by administrators of the province and of its wards,
 * kept by those of the province. Every change adds a version; a plan that was started
 * from an earlier one stays as it is.
 */
@Service
@Transactional(readOnly = true)
public class PlanTemplates {

	private static final String LATEST = """
			select t.*, (select min(w.province_name) from ward_row w where w.province_code = t.province_code) as province,
			       (select count(*) from plan_template_row r
			             where r.template_id = t.template_id and r.version = t.version) as rows,
			       (select count(*) from plan_template_use u
			        join plan_ever_row p on p.id = u.plan_id where u.template_id = t.template_id) as plans
			from (select distinct on (template_id) * from plan_template_version
			      order by template_id, version desc) t
			""";

	private final JdbcClient jdbc;

	private final Wards wards;

	private final Catalogue catalogue;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PlanTemplates(JdbcClient jdbc, Wards wards, Catalogue catalogue, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.wards = wards;
		this.catalogue = catalogue;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Those of this administrator's province, or of all, the latest first.
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public List<PlanTemplate> all(Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "plan-template.see");
		}
		String province = province(actor);
		return (province != null)
				? this.jdbc.sql(LATEST + "where province_code = ? order by from_year desc, template_id desc")
					.param(province)
					.query(PlanTemplates::template)
					.list()
				: this.jdbc.sql(LATEST + "order by from_year desc, template_id desc")
					.query(PlanTemplates::template)
					.list();
	}

	/**
	 * @throws RefusedException NOT_FOUND, also to those of another province; FORBIDDEN to
	 * others than administrators
	 */
	public PlanTemplate require(long id, Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "plan-template.see");
		}
		Optional<PlanTemplate> found = this.jdbc.sql(LATEST + "where template_id = ?")
			.param(id)
			.query(PlanTemplates::template)
			.optional();
		String province = province(actor);
		return found.filter((one) -> province == null || province.equals(one.provinceCode()))
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "plan-template.unknown", String.valueOf(id)));
	}

	/** The rows of a template in the order of the annex. */
	public List<TemplateRow> rows(PlanTemplate template) {
		return this.jdbc.sql("select * from plan_template_row where template_id = ? and version = ? order by position")
			.params(template.id(), template.version())
			.query((rs, n) -> row(rs))
			.list();
	}

	/**
	 * Hands a template to the wards of a province.
	 * @return its id
	 * @throws RefusedException FORBIDDEN to others than the province's administrators;
	 * INVALID with every field that is wrong
	 */
	@Transactional
	public long hand(@Nullable String provinceCode, TemplateDraft draft, Actor actor) {
		refuseOthers(provinceCode, actor);
		Province province = this.wards.province(String.valueOf(provinceCode))
			.orElseThrow(
					() -> new RefusedException(Kind.NOT_FOUND, "plan-template.province", String.valueOf(provinceCode)));
		List<TemplateRow> rows = TemplateChecks.complete(draft, this.catalogue.all());
		long id = this.jdbc.sql("select nextval('plan_template_number')").query(Long.class).single();
		store(id, 1, province.code(), draft, false, rows, actor);
		this.events.publishEvent(new TemplateEvent.Handed(actor.username(), id, province.code(), title(draft),
				Objects.requireNonNull(draft.fromYear()), null, words(draft, rows)));
		return id;
	}

	/**
	 * Adds a version.
	 * @param version the one that was changed
	 * @throws RefusedException as for a new one; NOT_FOUND, STALE; CONFLICT if it is
	 * withdrawn
	 */
	@Transactional
	public void change(long id, int version, TemplateDraft draft, Actor actor) {
		PlanTemplate present = require(id, actor);
		refuseOthers(present.provinceCode(), actor);
		refuseWithdrawn(present);
		List<TemplateRow> rows = TemplateChecks.complete(draft, this.catalogue.all());
		if (version != present.version()) {
			throw stale();
		}
		TemplateDraft before = TemplateDraft.of(present.title(), present.fromYear(), present.toYear(), rows(present));
		TemplateDraft after = TemplateDraft.of(title(draft), Objects.requireNonNull(draft.fromYear()),
				Objects.requireNonNull(draft.toYear()), rows);
		if (!before.equals(after)) {
			store(id, version + 1, present.provinceCode(), draft, false, rows, actor);
			this.events
				.publishEvent(new TemplateEvent.Handed(actor.username(), id, present.provinceCode(), title(draft),
						Objects.requireNonNull(draft.fromYear()), words(before, rows(present)), words(draft, rows)));
		}
	}

	/**
	 * From now on no plan is started from it; those that were stay.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT if it is withdrawn already
	 */
	@Transactional
	public void withdraw(long id, Actor actor) {
		PlanTemplate present = require(id, actor);
		refuseOthers(present.provinceCode(), actor);
		refuseWithdrawn(present);
		List<TemplateRow> rows = rows(present);
		store(id, present.version() + 1, present.provinceCode(),
				TemplateDraft.of(present.title(), present.fromYear(), present.toYear(), rows), true, rows, actor);
		this.events.publishEvent(new TemplateEvent.Withdrawn(actor.username(), id, present.provinceCode(),
				present.title(), present.fromYear()));
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than the province's administrators
	 */
	public void refuseOthers(@Nullable String province, Actor actor) {
		if (!actor.mayAdministerProvince(province)) {
			throw new RefusedException(Kind.FORBIDDEN, "plan-template.keep");
		}
	}

	static void refuseWithdrawn(PlanTemplate template) {
		if (template.withdrawn()) {
			throw new RefusedException(Kind.CONFLICT, "plan-template.withdrawn", template.title());
		}
	}

	/** The one that this administrator belongs to; {@code null} for all. */
	private @Nullable String province(Actor actor) {
		return (actor.ward() != null) ? this.wards.require(actor.ward()).provinceCode() : actor.province();
	}

	private void store(long id, int version, String province, TemplateDraft draft, boolean withdrawn,
			List<TemplateRow> rows, Actor actor) {
		try {
			this.jdbc.sql("""
					insert into plan_template_version (template_id, version, province_code, title, from_year, to_year,
					                                   withdrawn, changed_by, changed_at)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
				.params(id, version, province, title(draft), Objects.requireNonNull(draft.fromYear()),
						Objects.requireNonNull(draft.toYear()), withdrawn, actor.username(),
						Timestamp.from(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
		for (int i = 0; i < rows.size(); i++) {
			TemplateRow row = rows.get(i);
			this.jdbc
				.sql("""
						insert into plan_template_row (template_id, version, position, no, parent_no, name, unit, field, role,
						                               decisive, direction, value_type, accumulation, bounded, note,
						                               definition_id)
						values (:id, :version, :position, :no, :parent, :name, :unit, :field, :role, :decisive, :direction,
						        :type, :accumulation, :bounded, :note, :definition)
						""")
				.param("id", id)
				.param("version", version)
				.param("position", i)
				.param("no", row.no())
				.param("parent", row.parentNo())
				.param("name", row.name())
				.param("unit", row.unit())
				.param("field", row.field())
				.param("role", row.role().name())
				.param("decisive", row.decisive())
				.param("direction", row.direction().name())
				.param("type", row.valueType().name())
				.param("accumulation", row.accumulation().name())
				.param("bounded", row.bounded())
				.param("note", row.note())
				.param("definition", row.definitionId())
				.update();
		}
	}

	private static String title(TemplateDraft draft) {
		return String.valueOf(draft.title()).strip();
	}

	private static String words(TemplateDraft draft, List<TemplateRow> rows) {
		return FreeText.shortened(
				rows.stream()
					.map((row) -> row.no() + " " + row.name())
					.collect(Collectors.joining("; ", draft.fromYear() + "–" + draft.toYear() + ": ", "")),
				FreeText.WORDS.longest());
	}

	private static RefusedException stale() {
		return new RefusedException(Kind.STALE, "plan-template.stale");
	}

	private static PlanTemplate template(ResultSet rs, int n) throws SQLException {
		return new PlanTemplate(rs.getLong("template_id"), rs.getInt("version"), Columns.text(rs, "province_code"),
				Columns.text(rs, "province"), Columns.text(rs, "title"), rs.getInt("from_year"), rs.getInt("to_year"),
				rs.getBoolean("withdrawn"), rs.getInt("rows"), rs.getInt("plans"), Columns.text(rs, "changed_by"),
				Columns.instant(rs, "changed_at"));
	}

	private static TemplateRow row(ResultSet rs) throws SQLException {
		return new TemplateRow(Columns.text(rs, "no"), rs.getString("parent_no"), Columns.text(rs, "name"),
				rs.getString("unit"), rs.getString("field"), Columns.constant(rs, "role", IndicatorRole.class),
				rs.getBoolean("decisive"), Columns.constant(rs, "direction", Direction.class),
				Columns.constant(rs, "value_type", ValueType.class),
				Columns.constant(rs, "accumulation", Accumulation.class), rs.getBoolean("bounded"),
				rs.getString("note"), rs.getObject("definition_id", Long.class));
	}

}
