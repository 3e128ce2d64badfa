package vn.wardkpi.dashboard.web.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.WardCode;

/**
 * Reads the content versions that triggers raise in the transaction of whatever changes
 * what everybody may see: one statement.
 */
@Repository
public class ContentVersions {

	/**
	 * Reading also lets a change that the same transaction makes afterwards raise the
	 * version again.
	 */
	private static final String VERSIONS = """
			concat_ws(' ', every.version, ofward.version) as version,
			concat_ws(' ', every.structure, ofward.structure) as structure,
			coalesce((select number from unread_notice where username = :username), 0) as unread,
			set_config('ward_kpi.raised', '', true)
			""";

	private static final String FROM = """
			(select string_agg(concat(each.id, ':', v.version), ' ' order by each.id) as version,
			        string_agg(concat(each.id, ':', v.structure), ' ' order by each.id) as structure
			 from plan_row each
			 left join content_version v on v.scope = each.id
			 where each.ward_code = %s) ofward
			left join content_version every on every.scope = 0
			""";

	private static final String OF_WARD = "select " + VERSIONS + "from " + FROM.formatted(":ward");

	private static final String OF_PLAN = "select p.*, w.name as ward_name, w.kind as ward_kind, w.province_name, "
			+ VERSIONS + "from (select cast(:plan as bigint) as asked) a left join plan_row p on p.id = a.asked "
			+ "left join ward_row w on w.code = p.ward_code cross join lateral " + FROM.formatted("p.ward_code");

	private static final String OF_WARDS = """
			select concat_ws(' ', (select version from content_version where scope = 0),
			           (select md5(string_agg(concat(each.id, ':', v.version), ' ' order by each.id))
			            from plan_row each
			            join ward_row w on w.code = each.ward_code
			            left join content_version v on v.scope = each.id
			            where w.province_code = coalesce(:province, w.province_code))) as version,
			       '' as structure,
			       coalesce((select number from unread_notice where username = :username), 0) as unread,
			       set_config('ward_kpi.raised', '', true)
			""";

	private final JdbcClient jdbc;

	ContentVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of all plans of a ward: another one after every change of what everybody may see.
	 */
	public String ofWard(WardCode ward) {
		return ofWard(ward, "").version();
	}

	/**
	 * Of all wards of a province.
	 * @param province code, or {@code null} for the country
	 */
	public String ofWards(@Nullable String province) {
		return ofWards(province, "").version();
	}

	Content ofWard(WardCode ward, String username) {
		return this.jdbc.sql(OF_WARD)
			.param("ward", ward.value())
			.param("username", username)
			.query((rs, n) -> content(null, rs))
			.single();
	}

	/**
	 * Of all wards of a province.
	 * @param province code, or {@code null} for the country
	 */
	Content ofWards(@Nullable String province, String username) {
		return this.jdbc.sql(OF_WARDS)
			.param("province", province, Types.VARCHAR)
			.param("username", username)
			.query((rs, n) -> content(null, rs))
			.single();
	}

	/**
	 * Of a plan's ward, and the plan itself, so that it is not read again.
	 */
	Content ofPlan(long plan, String username) {
		return this.jdbc.sql(OF_PLAN)
			.param("plan", plan)
			.param("username", username)
			.query((rs, n) -> content((rs.getString("ward_code") != null) ? PlanColumns.plan(rs) : null, rs))
			.single();
	}

	private static Content content(@Nullable PlanSummary plan, ResultSet rs) throws SQLException {
		return new Content(plan, text(rs, "version"), text(rs, "structure"), rs.getInt("unread"));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
