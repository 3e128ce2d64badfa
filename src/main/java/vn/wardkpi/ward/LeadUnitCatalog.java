package vn.wardkpi.ward;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitHistory.Name;

/**
 * Lists a ward's lead units with their history: three SQL statements, whatever their
 * number.
 */
@Service
@Transactional(readOnly = true)
public class LeadUnitCatalog {

	private final JdbcClient jdbc;

	private final ObjectProvider<LeadUnitUse> uses;

	private final Clock clock;

	LeadUnitCatalog(JdbcClient jdbc, ObjectProvider<LeadUnitUse> uses, Clock clock) {
		this.jdbc = jdbc;
		this.uses = uses;
		this.clock = clock;
	}

	/**
	 * Every unit that there ever was: those that are there in the order they came, then
	 * those that are gone.
	 */
	public List<LeadUnitHistory> of(WardCode ward) {
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, List<Name>> names = names(ward);
		Map<Long, Integer> indicators = LeadUnitUse.ofAll(this.uses, ward);
		return this.jdbc.sql("""
				select u.id, u.code, u.name, u.first_name, u.begins_on, u.ends_on, into_unit.code as into_code,
				       into_unit.name as into_name
				from lead_unit u
				left join lead_unit into_unit on into_unit.id = u.merged_into
				where u.ward_code = :ward
				order by u.ends_on is not null and u.ends_on <= :today, u.id
				""").param("ward", ward.value()).param("today", today).query((rs, n) -> {
			long id = rs.getLong("id");
			String name = Objects.requireNonNull(rs.getString("name"));
			String first = rs.getString("first_name");
			LocalDate begins = rs.getObject("begins_on", LocalDate.class);
			LocalDate ends = rs.getObject("ends_on", LocalDate.class);
			List<Name> called = new ArrayList<>();
			called.add(new Name((first != null) ? first : name, begins));
			called.addAll(names.getOrDefault(id, List.of()));
			return new LeadUnitHistory(Objects.requireNonNull(rs.getString("code")), name, begins, ends,
					rs.getString("into_code"), rs.getString("into_name"), isOpen(ends, today),
					indicators.getOrDefault(id, 0), called);
		}).list();
	}

	/**
	 * @throws RefusedException NOT_FOUND if the ward has no such unit
	 */
	public LeadUnitHistory require(WardCode ward, String code) {
		return of(ward).stream()
			.filter((unit) -> unit.code().equals(code))
			.findFirst()
			.orElseThrow(() -> unknown(code));
	}

	static RefusedException unknown(String code) {
		return new RefusedException(Kind.NOT_FOUND, "lead-unit.unknown", code);
	}

	private static boolean isOpen(@Nullable LocalDate ends, LocalDate today) {
		return ends == null || ends.isAfter(today);
	}

	/** Of two names for one day the later one. */
	private Map<Long, List<Name>> names(WardCode ward) {
		Map<Long, List<Name>> names = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (n.lead_unit_id, n.valid_from) n.lead_unit_id, n.name, n.valid_from
				from lead_unit_name n
				join lead_unit u on u.id = n.lead_unit_id
				where u.ward_code = ?
				order by n.lead_unit_id, n.valid_from, n.id desc
				""").param(ward.value()).query((rs) -> {
			names.computeIfAbsent(rs.getLong("lead_unit_id"), (id) -> new ArrayList<>())
				.add(new Name(Objects.requireNonNull(rs.getString("name")),
						rs.getObject("valid_from", LocalDate.class)));
		});
		return names;
	}

}
