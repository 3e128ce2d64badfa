package vn.wardkpi.ward.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.change.WardHistory.FormerName;
import vn.wardkpi.ward.change.WardHistory.Relative;

/**
 * Reads what became of wards: four SQL statements a ward.
 */
@Service
@Transactional(readOnly = true)
public class WardHistories {

	private final JdbcClient jdbc;

	WardHistories(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such
	 * ward
	 */
	public WardHistory of(WardCode ward) {
		List<FormerName> names = this.jdbc.sql("""
				select name, until, source from ward_former_name where ward_code = ? order by until desc, id desc
				""")
			.param(ward.value())
			.query((rs, n) -> new FormerName(Columns.text(rs, "name"),
					Objects.requireNonNull(rs.getObject("until", LocalDate.class)), Columns.text(rs, "source")))
			.list();
		List<Relative> predecessors = this.jdbc.sql("""
				select predecessor_code as code, predecessor_name as name, part, source from ward_predecessor
				where ward_code = ? order by part, predecessor_name collate "vi-x-icu"
				""").param(ward.value()).query((rs, n) -> relative(rs)).list();
		List<Relative> successors = this.jdbc.sql("""
				select w.code, w.name, p.part, p.source from ward_predecessor p join ward w on w.code = p.ward_code
				where p.predecessor_code = ? order by p.part, w.name collate "vi-x-icu"
				""").param(ward.value()).query((rs, n) -> relative(rs)).list();
		return this.jdbc.sql("select valid_from, valid_to from ward where code = ?")
			.param(ward.value())
			.query((rs, n) -> new WardHistory(rs.getObject("valid_from", LocalDate.class),
					rs.getObject("valid_to", LocalDate.class), names, predecessors, successors))
			.single();
	}

	private static Relative relative(ResultSet rs) throws SQLException {
		return new Relative(rs.getString("code"), Columns.text(rs, "name"), rs.getBoolean("part"),
				Columns.text(rs, "source"));
	}

}
