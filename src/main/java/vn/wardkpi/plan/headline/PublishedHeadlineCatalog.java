package vn.wardkpi.plan.headline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.Issuer;

/**
 * Reads the headlines that reports published for a plan.
 */
@Service
public class PublishedHeadlineCatalog {

	private final JdbcClient jdbc;

	private final Clock clock;

	PublishedHeadlineCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is valid, by year, then issuer, then the estimate before the final one.
	 */
	public List<PublishedHeadline> of(long planId) {
		return of(planId, null);
	}

	/**
	 * What reports had published by a day, as it was on record that day: a correction is
	 * seen from the day on which it was recorded. In the same order.
	 * @param asOf {@code null} for what is valid now
	 */
	public List<PublishedHeadline> of(long planId, @Nullable LocalDate asOf) {
		OffsetDateTime end = (asOf != null) ? asOf.plusDays(1).atStartOfDay(this.clock.getZone()).toOffsetDateTime()
				: null;
		return this.jdbc
			.sql("""
					select h.year, h.issuer, h.stage, h.assigned, h.attained, h.exceeded, h.not_met, h.decision, h.reported_on,
					       h.note, h.source, h.source_url
					from published_headline h
					where h.plan_id = :plan and not h.taken_back
					  and (cast(:asOf as date) is null or h.reported_on is null or h.reported_on <= :asOf)
					  and (cast(:end as timestamptz) is null or h.supersedes_id is null or h.recorded_at < :end)
					  and not exists (select from published_headline later where later.supersedes_id = h.id
					                  and (cast(:end as timestamptz) is null or later.recorded_at < :end))
					order by h.year, h.issuer, h.stage
					""")
			.param("plan", planId)
			.param("asOf", asOf, Types.DATE)
			.param("end", end, Types.TIMESTAMP_WITH_TIMEZONE)
			.query((rs, n) -> row(rs))
			.list();
	}

	/**
	 * Of each plan that has a valid one, by its id: the final one before the estimate.
	 */
	public Map<Long, PublishedHeadline> of(Collection<Long> planIds, int year, Issuer issuer) {
		Map<Long, PublishedHeadline> headlines = new HashMap<>();
		if (!planIds.isEmpty()) {
			this.jdbc
				.sql("""
						select h.plan_id, h.year, h.issuer, h.stage, h.assigned, h.attained, h.exceeded, h.not_met, h.decision,
						       h.reported_on, h.note, h.source, h.source_url
						from published_headline h
						where h.plan_id in (:plans) and h.year = :year and h.issuer = :issuer and not h.taken_back
						  and not exists (select from published_headline later where later.supersedes_id = h.id)
						order by h.plan_id, h.stage = 'FINAL', h.reported_on nulls first, h.id
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

	static PublishedHeadline row(ResultSet rs) throws SQLException {
		return new PublishedHeadline(rs.getInt("year"), Issuer.valueOf(Objects.requireNonNull(rs.getString("issuer"))),
				Objects.requireNonNull(rs.getString("stage")), rs.getInt("assigned"), rs.getInt("attained"),
				rs.getObject("exceeded", Integer.class), rs.getObject("not_met", Integer.class),
				rs.getString("decision"), rs.getObject("reported_on", LocalDate.class), rs.getString("note"),
				Objects.requireNonNull(rs.getString("source")), rs.getString("source_url"));
	}

}
