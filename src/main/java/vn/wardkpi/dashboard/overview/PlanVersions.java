package vn.wardkpi.dashboard.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what is known of many plans today from what was known before.
 */
@Component
class PlanVersions {

	/**
	 * A plan's figures may be those of another plan of the ward. Reading also lets a
	 * change that the same transaction makes afterwards raise the version again.
	 */
	private static final String VERSIONS = """
			select p.id, string_agg(concat(each.id, ':', v.version), ' ' order by each.id) as version,
			       set_config('ward_kpi.raised', '', true)
			from plan_row p
			join plan_row each on each.ward_code = p.ward_code
			left join content_version v on v.scope = each.id
			where p.id in (:plans)
			group by p.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PlanVersions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Of every plan given, by its id.
	 */
	Map<Long, String> of(List<Long> plans) {
		if (plans.isEmpty()) {
			return Map.of();
		}
		String today = LocalDate.now(this.clock).toString();
		Map<Long, String> versions = new HashMap<>();
		this.jdbc.sql(VERSIONS).param("plans", plans).query((rs) -> {
			versions.put(rs.getLong("id"), today + " " + rs.getString("version"));
		});
		return versions;
	}

}
