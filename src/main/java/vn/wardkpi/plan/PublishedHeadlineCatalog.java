package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.Issuer;

/**
 * The headlines that reports published for a plan.
 */
@Service
public class PublishedHeadlineCatalog {

	private final JdbcClient jdbc;

	PublishedHeadlineCatalog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By year, then issuer, then the estimate before the final one.
	 */
	public List<PublishedHeadline> of(long planId) {
		return this.jdbc.sql("""
				select year, issuer, stage, assigned, attained, exceeded, not_met, decision, reported_on, note, source
				from published_headline where plan_id = ? order by year, issuer, stage
				""")
			.param(planId)
			.query((rs, n) -> new PublishedHeadline(rs.getInt("year"),
					Issuer.valueOf(Objects.requireNonNull(rs.getString("issuer"))),
					Objects.requireNonNull(rs.getString("stage")), rs.getInt("assigned"), rs.getInt("attained"),
					rs.getObject("exceeded", Integer.class), rs.getObject("not_met", Integer.class),
					rs.getString("decision"), rs.getObject("reported_on", LocalDate.class), rs.getString("note"),
					Objects.requireNonNull(rs.getString("source"))))
			.list();
	}

}
