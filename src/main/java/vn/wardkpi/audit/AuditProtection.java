package vn.wardkpi.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database itself keeps the program from altering what is append-only.
 */
@Component
public class AuditProtection {

	private final JdbcClient jdbc;

	AuditProtection(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * False where the program's role owns the tables, is a superuser or was granted more
	 * than it needs; then only triggers refuse, and whoever takes the program over can
	 * switch them off.
	 */
	public boolean isEnforcedByRole() {
		return this.jdbc
			.sql("""
					select not bool_or(pg_has_role(current_user, c.relowner, 'MEMBER')
					                   or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
					                   or c.relname in ('audit_link', 'audit_chain') and has_table_privilege(c.oid, 'INSERT'))
					from pg_class c
					where c.oid = 'audit_chain'::regclass
					   or exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change'::regproc)
					""")
			.query(Boolean.class)
			.single();
	}

}
