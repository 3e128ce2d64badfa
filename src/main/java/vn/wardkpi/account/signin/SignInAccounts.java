package vn.wardkpi.account.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.Username;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.Territory;
import vn.wardkpi.shared.WardCode;

/**
 * Finds the enabled accounts people and programs sign in with, in one statement each.
 */
@Component
public class SignInAccounts {

	private static final String ACCOUNTS = """
			select u.username, u.display_name, u.role, u.ward_code, u.version, u.password_hash,
			       u.must_change_password, u.province_code,
			       case when u.province_code is not null
			            then array(select w.code from ward_row w where w.province_code = u.province_code) end as wards,
			       lead_units_held(u.id, ?) as lead_units
			from user_account u
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInAccounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<SessionUser> find(String username) {
		String name = Username.normalized(username);
		if (!Username.isValid(name)) {
			return Optional.empty();
		}
		return this.jdbc.sql(ACCOUNTS + "where u.enabled and u.username = ?")
			.params(LocalDate.now(this.clock), name)
			.query(SignInAccounts::account)
			.optional();
	}

	/**
	 * For somebody whose word another has taken: the password that is kept here plays no
	 * part, so that none has to be chosen either.
	 */
	public Optional<SessionUser> findSentByProvider(String username) {
		return find(username).map((account) -> new SessionUser(account.actor(), account.version(), false, null));
	}

	public Optional<SessionUser> findByToken(String tokenHash, Instant now) {
		return this.jdbc.sql(ACCOUNTS + """
				join personal_token t on t.user_id = u.id
				where u.enabled and t.token_hash = ? and t.revoked_at is null and t.expires_at > ?
				""")
			.params(LocalDate.now(this.clock), tokenHash, now.atOffset(ZoneOffset.UTC))
			.query(SignInAccounts::account)
			.optional();
	}

	private static SessionUser account(ResultSet rs, int rowNumber) throws SQLException {
		String ward = rs.getString("ward_code");
		Set<String> leadUnits = new HashSet<>(
				Arrays.asList((String[]) Objects.requireNonNull(rs.getArray("lead_units")).getArray()));
		boolean all = leadUnits.remove(NewAccount.ALL_LEAD_UNITS);
		Actor actor = new Actor(text(rs, "username"), text(rs, "display_name"), Role.valueOf(text(rs, "role")),
				(ward != null) ? new WardCode(ward) : null, all, Set.copyOf(leadUnits), territory(rs));
		return new SessionUser(actor, rs.getInt("version"), rs.getBoolean("must_change_password"),
				text(rs, "password_hash"));
	}

	private static @Nullable Territory territory(ResultSet rs) throws SQLException {
		String province = rs.getString("province_code");
		Array wards = rs.getArray("wards");
		if (province == null || wards == null) {
			return null;
		}
		return new Territory(province,
				Stream.of((String[]) wards.getArray()).map(WardCode::new).collect(Collectors.toUnmodifiableSet()));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
