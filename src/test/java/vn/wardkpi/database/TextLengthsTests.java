package vn.wardkpi.database;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextLengthsTests extends IntegrationTest {

	@Autowired
	private JdbcClient jdbc;

	/**
	 * By its own limit, by the words it may be, or by the row that it names.
	 */
	@Test
	void everyTextHasALongestLength() {
		List<String> endless = this.jdbc
			.sql("""
					select c.table_name || '.' || c.column_name
					from information_schema.columns c
					join information_schema.tables t using (table_schema, table_name)
					where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.data_type = 'text'
					  and not exists (
					      select from pg_constraint limits
					      where limits.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
					        and limits.contype = 'c'
					        and pg_get_constraintdef(limits.oid)
					            ~ ('(length\\("?' || c.column_name || '"?\\) <= \\d+|\\(' || c.column_name || ' = ANY \\(ARRAY)'))
					  and not exists (
					      select from pg_constraint refers
					      join pg_attribute a on a.attrelid = refers.conrelid and a.attnum = any (refers.conkey)
					      where refers.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
					        and refers.contype = 'f' and a.attname = c.column_name)
					order by 1
					""")
			.query(String.class)
			.list();
		assertThat(endless).isEmpty();
	}

	@Test
	void theDatabaseKeepsToIt() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into audit_entry (at, actor, subject, key, action, reason)
				values (now(), 'an', 'USER', 'an', 'CHANGED', repeat('ă', 4001))
				""").update()).withMessageContaining("audit_entry_text_lengths");
	}

}
