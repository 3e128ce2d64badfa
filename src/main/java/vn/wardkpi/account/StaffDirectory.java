package vn.wardkpi.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Who works for a ward, and where accounts get their reminders.
 */
@Service
@Transactional
public class StaffDirectory {

	private static final String PEOPLE = """
			select u.username, u.display_name, u.role, case when u.email_reminders then u.email end as mail_to,
			       lead_units_held(u.id, :today) as lead_units, u.ward_code
			from user_account u
			where u.ward_code = any(:wards) and u.enabled
			""";

	private final UserAccounts accounts;

	private final JdbcClient jdbc;

	private final Clock clock;

	StaffDirectory(UserAccounts accounts, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @return the account's address and wish; nothing if there is no such account
	 */
	@Transactional(readOnly = true)
	public MailAddress mailOf(String username) {
		return this.jdbc.sql("select email, email_reminders from user_account where username = ?")
			.param(username)
			.query((rs, n) -> new MailAddress(rs.getString("email"), rs.getBoolean("email_reminders")))
			.optional()
			.orElse(new MailAddress(null, true));
	}

	/**
	 * Changes an account's address: one's own, or one that is administered. No session
	 * ends by it.
	 * @param typed the address, blank for none
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID with field {@code email}
	 */
	public void changeMail(String username, @Nullable String typed, boolean reminders, Actor actor) {
		UserAccount account = actor.username().equals(username) ? this.accounts.require(username)
				: this.accounts.requireAdministered(username, actor);
		String address = (typed != null && !typed.isBlank()) ? typed.strip() : null;
		if (address != null && !MailAddress.isAddress(address)) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("email", Problem.error("email-form"))));
		}
		account.changeMail(new MailAddress(address, reminders), actor);
		this.accounts.saveAndFlush(account);
	}

	/**
	 * Everybody of a ward whose account may be used and whose work nobody else does
	 * today, with the lead units that they work for today.
	 */
	@Transactional(readOnly = true)
	public List<StaffMember> people(WardCode ward) {
		return people(List.of(ward)).getOrDefault(ward, List.of());
	}

	/**
	 * The same of many wards, each ward's by its code: one SQL statement.
	 */
	@Transactional(readOnly = true)
	public Map<WardCode, List<StaffMember>> people(Collection<WardCode> wards) {
		return byWard(this.jdbc.sql(PEOPLE + """
				and not exists (select from hand_over_on(:today) away where away.from_user = u.id)
				order by u.username
				"""), wards);
	}

	/**
	 * Those of many wards that are named, those among them whose work another does today.
	 */
	@Transactional(readOnly = true)
	public Map<WardCode, List<StaffMember>> named(Collection<WardCode> wards, Collection<String> usernames) {
		return byWard(this.jdbc.sql(PEOPLE + "and u.username = any(:usernames) order by u.username")
			.param("usernames", usernames.toArray(String[]::new)), wards);
	}

	private Map<WardCode, List<StaffMember>> byWard(JdbcClient.StatementSpec people, Collection<WardCode> wards) {
		Map<WardCode, List<StaffMember>> byWard = new HashMap<>();
		people.param("wards", wards.stream().map(WardCode::value).toArray(String[]::new))
			.param("today", LocalDate.now(this.clock))
			.query((rs) -> {
				WardCode ward = new WardCode(Objects.requireNonNull(rs.getString("ward_code")));
				byWard.computeIfAbsent(ward, (code) -> new ArrayList<>()).add(member(rs, ward));
			});
		return byWard;
	}

	/**
	 * The administrators of the wards of a province whose accounts may be used.
	 */
	@Transactional(readOnly = true)
	public List<StaffMember> wardAdministrators(String province) {
		return this.jdbc.sql("""
				select u.username, u.display_name, u.role, case when u.email_reminders then u.email end as mail_to,
				       lead_units_held(u.id, :today) as lead_units, u.ward_code
				from user_account u
				join ward_row w on w.code = u.ward_code and w.province_code = :province
				where u.role = 'ADMIN' and u.enabled
				order by u.username
				""")
			.param("province", province)
			.param("today", LocalDate.now(this.clock))
			.query((rs, n) -> member(rs, new WardCode(Objects.requireNonNull(rs.getString("ward_code")))))
			.list();
	}

	private static StaffMember member(ResultSet rs, WardCode ward) throws SQLException {
		Array held = Objects.requireNonNull(rs.getArray("lead_units"));
		Set<String> units = new HashSet<>(Arrays.asList((String[]) held.getArray()));
		boolean all = units.remove(NewAccount.ALL_LEAD_UNITS);
		Actor actor = new Actor(Objects.requireNonNull(rs.getString("username")),
				Objects.requireNonNull(rs.getString("display_name")),
				Role.valueOf(Objects.requireNonNull(rs.getString("role"))), ward, all, Set.copyOf(units));
		return new StaffMember(actor, rs.getString("mail_to"));
	}

}
