package vn.wardkpi.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;

/**
 * Reads accounts for those who administer them: one statement a method.
 */
@Service
public class AccountCatalog {

	/** Accounts on a page of the list. */
	public static final int PAGE_SIZE = 50;

	private static final String ACCOUNTS = """
			select u.username, u.display_name, u.role, u.ward_code, w.name as ward_name, u.province_code,
			       (select min(p.province_name) from ward_row p where p.province_code = u.province_code) as province_name,
			       u.enabled, u.created_at, u.version, i.expires_at as invited_until, other.display_name as away_to,
			       away.last_day as away_until,
			       array(select n.name from user_lead_unit l
			             join lead_unit_row n on n.ward_code = l.ward_code and n.code = l.lead_unit_code
			             where l.user_id = u.id order by n.name collate "vi-x-icu") as lead_unit_names,
			       case when u.all_lead_units then array['*']
			            else array(select l.lead_unit_code from user_lead_unit l where l.user_id = u.id
			                       order by l.lead_unit_code) end as lead_units, count(*) over () as total
			from user_account u left join ward_row w on w.code = u.ward_code
			left join invitation i on i.user_id = u.id and i.ended_at is null
			left join hand_over_on(:today) away on away.from_user = u.id
			left join user_account other on other.id = away.to_user
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	AccountCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The accounts this administrator is responsible for, those of more than a ward
	 * first, then by ward and name.
	 * @param page from 0
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public PageOf<AccountRow> list(AccountQuery query, int page, Actor actor) {
		refuseOthersThanAdministrators(actor);
		int first = Math.max(page, 0);
		long[] total = { 0 };
		List<AccountRow> rows = this.jdbc.sql(ACCOUNTS + """
				where (cast(:ward as text) is null or u.ward_code = :ward)
				and (cast(:province as text) is null or u.province_code = :province or w.province_code = :province)
				and (cast(:role as text) is null or u.role = :role)
				and (cast(:enabled as boolean) is null or u.enabled = :enabled)
				and (:key = '' or position(:key in u.username) > 0 or u.ward_code = :key
				     or position(:key in coalesce(w.search_key, '')) > 0
				     or position(:key in lower(replace(replace(regexp_replace(normalize(u.display_name, NFD),
				         '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd'))) > 0)
				order by u.ward_code is not null, u.province_code nulls first, w.name collate "vi-x-icu", u.ward_code,
				         u.display_name collate "vi-x-icu", u.username
				limit :size offset :first
				""")
			.param("today", LocalDate.now(this.clock))
			.param("ward", (actor.ward() != null) ? actor.ward().value() : null)
			.param("province", actor.province())
			.param("role", (query.role() != null) ? query.role().name() : null)
			.param("enabled", query.enabled())
			.param("key", SearchKey.of(query.words()))
			.param("size", PAGE_SIZE)
			.param("first", (long) first * PAGE_SIZE)
			.query((rs, n) -> {
				total[0] = rs.getLong("total");
				return row(rs, n);
			})
			.list();
		return new PageOf<>(rows, first, PAGE_SIZE, total[0]);
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than administrators; NOT_FOUND if
	 * there is no such account in what they administer
	 */
	public AccountRow require(String username, Actor actor) {
		refuseOthersThanAdministrators(actor);
		return find(username)
			.filter((row) -> (row.ward() != null) ? actor.mayAdminister(row.ward())
					: actor.mayAdministerProvince(row.province()))
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.unknown", username));
	}

	public Optional<AccountRow> find(String username) {
		return this.jdbc.sql(ACCOUNTS + "where u.username = :username")
			.param("today", LocalDate.now(this.clock))
			.param("username", username)
			.query(AccountCatalog::row)
			.optional();
	}

	/**
	 * @throws RefusedException FORBIDDEN
	 */
	public static void refuseOthersThanAdministrators(Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "account.administer");
		}
	}

	private static AccountRow row(ResultSet rs, int rowNumber) throws SQLException {
		String ward = rs.getString("ward_code");
		return new AccountRow(text(rs, "username"), text(rs, "display_name"), Role.valueOf(text(rs, "role")),
				(ward != null) ? new WardCode(ward) : null, rs.getString("ward_name"), rs.getString("province_code"),
				rs.getString("province_name"), strings(rs.getArray("lead_units")),
				strings(rs.getArray("lead_unit_names")), rs.getBoolean("enabled"),
				Objects.requireNonNull(rs.getObject("created_at", OffsetDateTime.class)).toInstant(),
				rs.getInt("version"), invited(rs), rs.getString("away_to"),
				rs.getObject("away_until", LocalDate.class));
	}

	private static @Nullable Instant invited(ResultSet rs) throws SQLException {
		OffsetDateTime until = rs.getObject("invited_until", OffsetDateTime.class);
		return (until != null) ? until.toInstant() : null;
	}

	private static List<String> strings(@Nullable Array array) throws SQLException {
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
