package vn.wardkpi.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SearchKey;

/**
 * The shared definitions: a reader runs one SQL statement, every change adds a version.
 */
@Service
@Transactional(readOnly = true)
public class Catalogue {

	private static final String LATEST = """
			select * from (select distinct on (definition_id) * from catalogue_version
			               order by definition_id, version desc) v
			""";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Catalogue(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * All definitions by Vietnamese name.
	 */
	public List<Definition> all() {
		return this.jdbc.sql(LATEST + "order by name collate \"vi-x-icu\"").query(Catalogue::definition).list();
	}

	/**
	 * Those whose name has every word, ignoring case and marks.
	 */
	public List<Definition> search(String q) {
		List<String> words = List.of(SearchKey.of(q).split(" "));
		return all().stream().filter((one) -> words.stream().allMatch(SearchKey.of(one.name())::contains)).toList();
	}

	/**
	 * A definition's versions, the latest first.
	 * @throws RefusedException NOT_FOUND
	 */
	public List<Definition> versions(long id) {
		List<Definition> found = this.jdbc
			.sql("select * from catalogue_version where definition_id = ? order by version desc")
			.param(id)
			.query(Catalogue::definition)
			.list();
		if (found.isEmpty()) {
			throw new RefusedException(Kind.NOT_FOUND, "catalogue.unknown", String.valueOf(id));
		}
		return found;
	}

	public Optional<Definition> find(long id) {
		return this.jdbc.sql(LATEST + "where definition_id = ?").param(id).query(Catalogue::definition).optional();
	}

	/** What an indicator is, if a person said so. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<Definition> ofIndicator(long indicatorId) {
		return this.jdbc.sql("""
				select v.* from catalogue_link l join catalogue_version v on v.definition_id = l.definition_id
				where l.indicator_id = ? order by v.version desc limit 1
				""").param(indicatorId).query(Catalogue::definition).optional();
	}

	/**
	 * Indicators of published plans that are linked to a definition, by ward.
	 */
	public List<Use> uses(long id) {
		return this.jdbc.sql("""
				select p.id as plan_id, p.title, w.name as ward, i.no, i.name
				from catalogue_link l
				join indicator_row i on i.id = l.indicator_id
				join plan_row p on p.id = i.plan_id and p.status in ('ADOPTED', 'CLOSED')
				join ward_row w on w.code = p.ward_code
				where l.definition_id = ?
				order by w.name collate "vi-x-icu", p.from_year desc, p.id, i.position
				""")
			.param(id)
			.query((rs, n) -> new Use(rs.getLong("plan_id"), Columns.text(rs, "title"), Columns.text(rs, "ward"),
					Columns.text(rs, "no"), Columns.text(rs, "name")))
			.list();
	}

	/**
	 * The indicators of plans that are linked to a definition, in each plan's order.
	 * @param definition {@code null} for any
	 */
	public List<LinkedIndicator> linked(Collection<Long> plans, @Nullable Long definition) {
		return this.jdbc.sql("""
				select l.definition_id, i.plan_id, i.id, i.no
				from catalogue_link l
				join indicator_row i on i.id = l.indicator_id
				where i.plan_id = any(:plans) and l.definition_id is not null
				  and l.definition_id = coalesce(:definition, l.definition_id)
				order by i.plan_id, i.position
				""")
			.param("plans", plans.toArray(Long[]::new))
			.param("definition", definition, Types.BIGINT)
			.query((rs, n) -> new LinkedIndicator(rs.getLong("definition_id"), rs.getLong("plan_id"), rs.getLong("id"),
					Columns.text(rs, "no")))
			.list();
	}

	/**
	 * Adds a definition.
	 * @return its id
	 * @throws RefusedException FORBIDDEN to others than the installation's
	 * administrators; INVALID
	 */
	@Transactional
	public long add(DefinitionDraft draft, Actor actor) {
		refuseOthers(actor);
		DefinitionDraft checked = draft.checked();
		long id = this.jdbc.sql("select nextval('catalogue_number')").query(Long.class).single();
		store(id, 1, checked, actor);
		this.events.publishEvent(new CatalogueEvent.Defined(actor.username(), null, checked));
		return id;
	}

	/**
	 * Adds a version.
	 * @param version the one that was changed
	 * @throws RefusedException as for a new one; NOT_FOUND, STALE
	 */
	@Transactional
	public void change(long id, int version, DefinitionDraft draft, Actor actor) {
		refuseOthers(actor);
		Definition present = versions(id).get(0);
		DefinitionDraft checked = draft.checked();
		if (version != present.version()) {
			throw stale();
		}
		DefinitionDraft before = of(present);
		if (!checked.equals(before)) {
			store(id, version + 1, checked, actor);
			this.events.publishEvent(new CatalogueEvent.Defined(actor.username(), before, checked));
		}
	}

	public void refuseOthers(Actor actor) {
		if (!actor.mayAdministerInstallation()) {
			throw new RefusedException(Kind.FORBIDDEN, "catalogue.administer");
		}
	}

	public static DefinitionDraft of(Definition definition) {
		return new DefinitionDraft(definition.name(), definition.unit(), definition.direction(), definition.valueType(),
				definition.measured(), definition.source(), definition.formula());
	}

	private void store(long id, int version, DefinitionDraft draft, Actor actor) {
		try {
			this.jdbc.sql("""
					insert into catalogue_version (definition_id, version, name, unit, direction, value_type, measured,
					                               source, formula, changed_by, changed_at)
					values (:id, :version, :name, :unit, :direction, :type, :measured, :source, :formula, :by, :at)
					""")
				.param("id", id)
				.param("version", version)
				.param("name", draft.name())
				.param("unit", draft.unit())
				.param("direction", String.valueOf(draft.direction()))
				.param("type", String.valueOf(draft.valueType()))
				.param("measured", draft.measured())
				.param("source", draft.source())
				.param("formula", draft.formula())
				.param("by", actor.username())
				.param("at", Timestamp.from(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
	}

	private static RefusedException stale() {
		return new RefusedException(Kind.STALE, "catalogue.stale");
	}

	private static Definition definition(ResultSet rs, int n) throws SQLException {
		return new Definition(rs.getLong("definition_id"), rs.getInt("version"), Columns.text(rs, "name"),
				rs.getString("unit"), Columns.constant(rs, "direction", Direction.class),
				Columns.constant(rs, "value_type", ValueType.class), rs.getString("measured"), rs.getString("source"),
				rs.getString("formula"), Columns.text(rs, "changed_by"), Columns.instant(rs, "changed_at"));
	}

	/**
	 * An indicator and the definition that it is.
	 */
	public record LinkedIndicator(long definitionId, long planId, long indicatorId, String no) {
	}

	/**
	 * An indicator that is linked to a definition.
	 *
	 * @param plan title of its plan
	 */
	public record Use(long planId, String plan, String ward, String no, String name) {
	}

}
