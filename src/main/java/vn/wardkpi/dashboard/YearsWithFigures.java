package vn.wardkpi.dashboard;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.shared.WardCode;

/**
 * Knows which year of a ward is worth opening.
 */
@Service
public class YearsWithFigures {

	private final JdbcClient jdbc;

	YearsWithFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The latest year with an approved figure or a published headline.
	 */
	public Optional<Integer> latest(WardCode ward) {
		return this.jdbc.sql("""
				select max(year) from (
				    select max(a.year) as year
				    from approved_actual a
				    join indicator i on i.id = a.indicator_id
				    join plan p on p.id = i.plan_id
				    where p.ward_code = :ward and a.year between p.from_year and p.to_year
				    union all
				    select max(h.year) from published_headline h join plan p on p.id = h.plan_id
				    where p.ward_code = :ward) as years
				""")
			.param("ward", ward.value())
			.query((rs, n) -> Optional.ofNullable(rs.getObject(1, Integer.class)))
			.single();
	}

}
