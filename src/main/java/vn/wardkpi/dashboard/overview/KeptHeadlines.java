package vn.wardkpi.dashboard.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.Headline;

/**
 * Headlines as they were computed, until anything of the ward's plans changes or the day
 * does. They are in memory alone: another build of the program may judge otherwise, and
 * an instance that starts has none.
 */
@Component
class KeptHeadlines {

	/** Every ward of the country, five years, three issuers; about 100 bytes each. */
	private static final int MOST = 50_000;

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

	private final Cache<Key, Kept> kept = Caffeine.newBuilder().maximumSize(MOST).build();

	KeptHeadlines(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The versions are read first: what changes meanwhile is computed again next time.
	 * @param compute headlines of the plans given, for those that are not kept
	 */
	Map<Long, Headline> of(List<Long> plans, int year, Issuer issuer,
			Function<List<Long>, Map<Long, Headline>> compute) {
		if (plans.isEmpty()) {
			return Map.of();
		}
		Map<Long, String> versions = versions(plans);
		Map<Long, Headline> headlines = new HashMap<>();
		List<Long> missing = new ArrayList<>();
		for (Long plan : plans) {
			Kept known = this.kept.getIfPresent(new Key(plan, year, issuer));
			if (known != null && known.version.equals(versions.get(plan))) {
				headlines.put(plan, known.headline);
			}
			else {
				missing.add(plan);
			}
		}
		if (!missing.isEmpty()) {
			compute.apply(missing).forEach((plan, headline) -> {
				headlines.put(plan, headline);
				this.kept.put(new Key(plan, year, issuer),
						new Kept(Objects.requireNonNull(versions.get(plan)), headline));
			});
		}
		return headlines;
	}

	private Map<Long, String> versions(List<Long> plans) {
		String today = LocalDate.now(this.clock).toString();
		Map<Long, String> versions = new HashMap<>();
		this.jdbc.sql(VERSIONS).param("plans", plans).query((rs) -> {
			versions.put(rs.getLong("id"), today + " " + rs.getString("version"));
		});
		return versions;
	}

	private record Key(long plan, int year, Issuer issuer) {
	}

	private record Kept(String version, Headline headline) {
	}

}
