package vn.wardkpi.planimport;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.shared.WardCode;

/**
 * What the columns of a ward's annexes were said to hold, by their headings: offices use
 * the same form every year.
 */
@Service
@Transactional
public class ImportMemory {

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ImportMemory(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Map<String, ColumnRole> of(WardCode ward) {
		return this.jdbc.sql("select columns from import_mapping where ward_code = ?")
			.param(ward.value())
			.query(String.class)
			.optional()
			.map((columns) -> this.json.readValue(columns, new TypeReference<Map<String, ColumnRole>>() {
			}))
			.orElse(Map.of());
	}

	/**
	 * @param columns by heading, in the place of those remembered before; nothing changes
	 * where none was named
	 */
	public void remember(WardCode ward, Map<String, ColumnRole> columns) {
		if (columns.isEmpty() || columns.size() > MOST) {
			return;
		}
		this.jdbc.sql("""
				insert into import_mapping (ward_code, columns, used_at) values (:ward, :columns::jsonb, :now)
				on conflict (ward_code) do update set columns = excluded.columns, used_at = excluded.used_at
				""")
			.param("ward", ward.value())
			.param("columns", this.json.writeValueAsString(columns))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
