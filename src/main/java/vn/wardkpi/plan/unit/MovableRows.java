package vn.wardkpi.plan.unit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Lists what a unit answers for or helps with: one SQL statement, whatever its number.
 */
@Service
@Transactional(readOnly = true)
public class MovableRows {

	private final JdbcClient jdbc;

	MovableRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The indicators of the ward's adopted plans that name the unit, or have it of the
	 * row above them, in the order of the annexes. Those of an annual plan whose figures
	 * stand in the longer plan go with the longer plan's.
	 * @throws RefusedException FORBIDDEN to others than the ward's administrators
	 */
	public List<MovableRow> of(WardCode ward, String unit, Actor actor) {
		refuseOthers(ward, actor);
		return this.jdbc
			.sql("""
					select p.id, p.title, i.no, i.name, i.parent_id is not null as sub, v.owner_id <> i.id as inherited,
					       v.position = 0 as answers, into_unit.name as goes_into, m.valid_from as goes_on
					from lead_unit_row u
					join indicator_involved_unit v on v.lead_unit_id = u.id
					  and v.level = (select min(x.level) from indicator_involved_unit x where x.indicator_id = v.indicator_id)
					join plan p on p.id = v.plan_id and p.status = 'ADOPTED' and p.ward_code = u.ward_code
					join indicator_row i on i.id = v.indicator_id
					left join indicator_move m on m.indicator_id = i.id and m.from_unit_id = u.id and m.moved_at is null
					left join lead_unit_row into_unit on into_unit.id = m.into_unit_id
					where u.ward_code = ? and u.code = ?
					order by p.from_year desc, p.to_year desc, p.id, i.position
					""")
			.params(ward.value(), unit)
			.query((rs, n) -> new MovableRow(rs.getLong("id"), Objects.requireNonNull(rs.getString("title")),
					Objects.requireNonNull(rs.getString("no")), Objects.requireNonNull(rs.getString("name")),
					rs.getBoolean("sub"), rs.getBoolean("answers"), rs.getBoolean("inherited"),
					rs.getString("goes_into"), rs.getObject("goes_on", LocalDate.class)))
			.list();
	}

	/**
	 * A text that differs wherever these rows do, for who changes what they have seen.
	 */
	public static String version(List<MovableRow> rows) {
		return UUID.nameUUIDFromBytes(rows.toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than the ward's administrators
	 */
	public static void refuseOthers(WardCode ward, Actor actor) {
		if (!actor.mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "lead-unit.administer");
		}
	}

}
