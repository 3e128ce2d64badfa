package vn.wardkpi.ward.change;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.change.UnitChange.Other;
import vn.wardkpi.ward.change.UnitListReader.KnownUnit;

/**
 * Changes the units by a list of them: all of it or nothing.
 */
@Service
public class UnitLists {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	UnitLists(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What the list would change.
	 * @param day from which it holds; today or earlier
	 * @param complete whether units of the provinces listed that are not on the list end
	 * @throws RefusedException FORBIDDEN to others than the administrators of the
	 * provinces listed; INVALID for a day that is missing or to come, or an empty list
	 */
	@Transactional(readOnly = true)
	public UnitListPreview preview(List<ListedUnit> list, @Nullable LocalDate day, boolean complete, Actor actor) {
		refuseUnlessAdministered(list, actor);
		return new UnitListReader(checked(list, day), complete, known(), provinces()).read(list);
	}

	/**
	 * Changes what the preview says.
	 * @param source the document that the list comes from
	 * @throws RefusedException as for the preview; INVALID with every problem of it, or
	 * without a source
	 */
	@Transactional
	public UnitListPreview apply(List<ListedUnit> list, @Nullable LocalDate day, boolean complete,
			@Nullable String source, Actor actor) {
		refuseUnlessAdministered(list, actor);
		LocalDate from = checked(list, day);
		this.jdbc.sql("lock table ward in share row exclusive mode").update();
		UnitListPreview preview = new UnitListReader(from, complete, known(), provinces()).read(list);
		if (!preview.problems().isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), preview.problems());
		}
		String document = (source != null) ? source.strip() : "";
		refuse("source", document.isEmpty() ? Problem.error("required") : null);
		FreeText.WORDS.problemAt("source", document).ifPresent((problem) -> refuse("source", problem.problem()));
		preview.changes().forEach((change) -> make(change, from, document, actor));
		preview.changes()
			.stream()
			.filter((change) -> change.kind() == UnitChange.Kind.NEW || change.kind() == UnitChange.Kind.ENLARGED)
			.forEach((change) -> change.others().forEach((other) -> predecessor(change.code(), other, document)));
		if (!preview.changes().isEmpty()) {
			this.events.publishEvent(new UnitListApplied(actor.username(), from, document, preview.changes()));
		}
		return preview;
	}

	private static void refuseUnlessAdministered(List<ListedUnit> list, Actor actor) {
		if (!actor.mayAdministerSeveralWards()
				|| !list.stream().allMatch((unit) -> actor.mayAdministerProvince(unit.province()))) {
			throw new RefusedException(Kind.FORBIDDEN, "unit-list");
		}
	}

	private LocalDate checked(List<ListedUnit> list, @Nullable LocalDate day) {
		refuse("units", list.isEmpty() ? Problem.error("required") : null);
		if (day == null) {
			throw invalid("from", Problem.error("required"));
		}
		refuse("from", day.isAfter(LocalDate.now(this.clock)) ? Problem.error("unit-day") : null);
		return day;
	}

	private static void refuse(String field, @Nullable Problem problem) {
		if (problem != null) {
			throw invalid(field, problem);
		}
	}

	private static RefusedException invalid(String field, Problem problem) {
		return new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem(field, problem)));
	}

	private void make(UnitChange change, LocalDate day, String source, Actor actor) {
		switch (change.kind()) {
			case NEW -> this.jdbc.sql("""
					insert into ward (code, name, kind, province_code, search_key, valid_from)
					values (:code, :name, :kind, :province, :key, :day)
					""")
				.param("code", change.code())
				.param("name", change.name())
				.param("kind", UnitListReader.kind(change.name()).orElseThrow().name())
				.param("province", change.province())
				.param("key", SearchKey.of(change.name()))
				.param("day", day)
				.update();
			case RENAMED -> rename(change, day, source, actor);
			case ENDED ->
				this.jdbc.sql("update ward set valid_to = ? where code = ?").params(day, change.code()).update();
			case ENLARGED -> {
			}
		}
	}

	private void rename(UnitChange change, LocalDate day, String source, Actor actor) {
		this.jdbc.sql("""
				insert into ward_former_name (ward_code, name, search_key, until, source, recorded_at, recorded_by)
				select code, name, search_key, :day, :source, :at, :by from ward where code = :code
				""")
			.param("day", day)
			.param("source", source)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", actor.username())
			.param("code", change.code())
			.update();
		this.jdbc.sql("update ward set name = :name, kind = :kind, search_key = :key where code = :code")
			.param("name", change.name())
			.param("kind", UnitListReader.kind(change.name()).orElseThrow().name())
			.param("key", SearchKey.of(change.name()))
			.param("code", change.code())
			.update();
	}

	private void predecessor(String code, Other other, String source) {
		this.jdbc.sql("""
				insert into ward_predecessor (ward_code, predecessor_name, predecessor_kind, part, source,
				                              predecessor_code, search_key)
				values (:code, :name, :kind, :part, :source, :predecessor, :key)
				on conflict (ward_code, predecessor_name) do nothing
				""")
			.param("code", code)
			.param("name", other.name())
			.param("kind", kind(other.name()))
			.param("part", other.part())
			.param("source", source)
			.param("predecessor", other.code(), Types.VARCHAR)
			.param("key", SearchKey.of(other.name()))
			.update();
	}

	/** A unit that is named alone may be of a kind there is no more. */
	private static String kind(String name) {
		return UnitListReader.kind(name)
			.map(Enum::name)
			.orElseGet(() -> SearchKey.of(name).startsWith("thi tran ") ? "THI_TRAN"
					: SearchKey.of(name).startsWith("huyen ") ? "HUYEN" : "QUAN");
	}

	private Map<String, KnownUnit> known() {
		return this.jdbc.sql("""
				select w.*, (select array_agg(p.predecessor_name) from ward_predecessor p where p.ward_code = w.code)
				           as predecessors
				from ward w order by w.code
				""")
			.query((rs, n) -> known(rs))
			.list()
			.stream()
			.collect(Collectors.toMap(KnownUnit::code, (unit) -> unit, (one, other) -> one, LinkedHashMap::new));
	}

	private static KnownUnit known(ResultSet rs) throws SQLException {
		Array predecessors = rs.getArray("predecessors");
		Set<String> names = (predecessors != null) ? new HashSet<>(Arrays.asList((String[]) predecessors.getArray()))
				: Set.of();
		return new KnownUnit(Columns.text(rs, "code"), Columns.text(rs, "name"), Columns.text(rs, "province_code"),
				rs.getBoolean("illustrative"), rs.getObject("valid_from", LocalDate.class),
				rs.getObject("valid_to", LocalDate.class), names);
	}

	private Set<String> provinces() {
		return new HashSet<>(this.jdbc.sql("select code from province").query(String.class).list());
	}

}
