package vn.wardkpi.plan.headline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.shared.Actor;

/**
 * Keeps and reads the headlines that reports published for a plan.
 */
@Service
public class PublishedHeadlineCatalog {

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	PublishedHeadlineCatalog(JdbcClient jdbc, PlanCatalog plans, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.events = events;
	}

	/**
	 * By year, then issuer, then the estimate before the final one.
	 */
	public List<PublishedHeadline> of(long planId) {
		return this.jdbc.sql("""
				select year, issuer, stage, assigned, attained, exceeded, not_met, decision, reported_on, note, source
				from published_headline where plan_id = ? order by year, issuer, stage
				""").param(planId).query((rs, n) -> row(rs)).list();
	}

	/**
	 * Of each plan that has one, by its id: the final one before the estimate.
	 */
	public Map<Long, PublishedHeadline> of(Collection<Long> planIds, int year, Issuer issuer) {
		Map<Long, PublishedHeadline> headlines = new HashMap<>();
		if (!planIds.isEmpty()) {
			this.jdbc
				.sql("""
						select plan_id, year, issuer, stage, assigned, attained, exceeded, not_met, decision, reported_on, note,
						       source
						from published_headline
						where plan_id in (:plans) and year = :year and issuer = :issuer
						order by plan_id, stage = 'FINAL', reported_on nulls first, id
						""")
				.param("plans", planIds)
				.param("year", year)
				.param("issuer", issuer.name())
				.query((ResultSet rs) -> {
					headlines.put(rs.getLong("plan_id"), row(rs));
				});
		}
		return headlines;
	}

	private static PublishedHeadline row(ResultSet rs) throws SQLException {
		return new PublishedHeadline(rs.getInt("year"), Issuer.valueOf(Objects.requireNonNull(rs.getString("issuer"))),
				Objects.requireNonNull(rs.getString("stage")), rs.getInt("assigned"), rs.getInt("attained"),
				rs.getObject("exceeded", Integer.class), rs.getObject("not_met", Integer.class),
				rs.getString("decision"), rs.getObject("reported_on", LocalDate.class), rs.getString("note"),
				Objects.requireNonNull(rs.getString("source")));
	}

	@Transactional
	public void add(long planId, PublishedHeadline headline, Actor actor) {
		this.jdbc.sql("""
				insert into published_headline (plan_id, year, issuer, stage, assigned, attained, exceeded, not_met,
				                                decision, reported_on, note, source)
				values (:plan, :year, :issuer, :stage, :assigned, :attained, :exceeded, :notMet, :decision, :reportedOn,
				        :note, :source)
				""")
			.param("plan", planId)
			.param("year", headline.year())
			.param("issuer", headline.issuer().name())
			.param("stage", headline.stage())
			.param("assigned", headline.assigned())
			.param("attained", headline.attained())
			.param("exceeded", headline.exceeded())
			.param("notMet", headline.notMet())
			.param("decision", headline.decision())
			.param("reportedOn", headline.reportedOn())
			.param("note", headline.note())
			.param("source", headline.source())
			.update();
		this.events.publishEvent(new HeadlinePublished(actor.username(),
				this.plans.find(planId).orElseThrow().wardCode(), planId, headline));
	}

}
