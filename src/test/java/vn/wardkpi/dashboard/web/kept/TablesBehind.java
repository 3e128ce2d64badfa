package vn.wardkpi.dashboard.web.kept;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables that statements name, by themselves or by way of views and functions.
 */
final class TablesBehind {

	private final Set<String> tables = new TreeSet<>();

	private final Set<String> seen = new TreeSet<>();

	private final JdbcClient jdbc;

	private TablesBehind(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	static Set<String> of(Collection<String> statements, JdbcClient jdbc) {
		TablesBehind behind = new TablesBehind(jdbc);
		statements.forEach(behind::collect);
		return behind.tables;
	}

	private void collect(String sql) {
		Pattern.compile("\\w+").matcher(sql).results().map(MatchResult::group).distinct().forEach((word) -> {
			if (!this.seen.add(word)) {
				return;
			}
			this.jdbc.sql("select relname from pg_class where relname = ? and relkind in ('r', 'p')")
				.param(word)
				.query(String.class)
				.optional()
				.ifPresent(this.tables::add);
			this.jdbc.sql("""
					select pg_get_viewdef(oid) from pg_class where relname = :name and relkind = 'v'
					union all
					select prosrc from pg_proc where proname = :name and pronamespace = 'public'::regnamespace
					""").param("name", word).query(String.class).list().forEach(this::collect);
		});
	}

}
