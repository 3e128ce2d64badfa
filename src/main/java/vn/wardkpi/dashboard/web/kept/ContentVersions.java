package vn.wardkpi.dashboard.web.kept;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.wardkpi.shared.WardCode;

/**
 * Reads the content versions that triggers raise in the transaction of whatever changes
 * what everybody may see: one statement.
 */
@Repository
class ContentVersions {

	/**
	 * Reading also lets a change that the same transaction makes afterwards raise the
	 * version again.
	 */
	private static final String READ = """
			select w.code,
			       concat_ws(' ', (select version from content_version where scope = 0),
			           (select string_agg(concat(p.id, ':', v.version), ' ' order by p.id)
			            from plan_row p
			            left join content_version v on v.scope = p.id
			            where p.ward_code = w.code)) as version,
			       coalesce((select number from unread_notice where username = :username), 0) as unread,
			       set_config('ward_kpi.raised', '', true)
			from (select %s as code) w
			""";

	private static final String OF_WARD = READ.formatted("cast(:ward as text)");

	private static final String OF_PLAN = READ.formatted("(select ward_code from plan_row where id = :plan)");

	private final JdbcClient jdbc;

	ContentVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Content ofWard(WardCode ward, String username) {
		return read(this.jdbc.sql(OF_WARD).param("ward", ward.value()), username);
	}

	/**
	 * Of the ward whose plan it is; {@link Content#NONE} where there is no such plan or
	 * not everybody may see it.
	 */
	Content ofPlan(long plan, String username) {
		return read(this.jdbc.sql(OF_PLAN).param("plan", plan), username);
	}

	private static Content read(JdbcClient.StatementSpec statement, String username) {
		return statement.param("username", username).query((rs, n) -> {
			String ward = rs.getString("code");
			return (ward != null) ? new Content(new WardCode(ward), rs.getString("version"), rs.getInt("unread"))
					: Content.NONE;
		}).single();
	}

}
