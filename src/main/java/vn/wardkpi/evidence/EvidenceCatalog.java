package vn.wardkpi.evidence;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.WardCode;

/**
 * Lists files without reading them: one SQL statement a method, whatever their number.
 * Everybody sees what belongs to the approval in force, even if it was deleted since; who
 * may see drafts sees the files as they stand.
 */
@Service
public class EvidenceCatalog {

	private static final String FILES = """
			select e.*,
			       coalesce((select p.name from person_row p where p.username = e.added_by), e.added_by) as adder,
			       coalesce((select p.name from person_row p where p.username = e.deleted_by), e.deleted_by) as deleter
			""";

	private static final String SEEN = " and (approved and not :drafts or deleted_at is null and :drafts)";

	private final JdbcClient jdbc;

	private final Clock clock;

	EvidenceCatalog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The files of all figures of a year and reporting period, by indicator number.
	 * @param drafts whether the reader may see what is not approved
	 */
	public Map<String, List<EvidenceRow>> of(long planId, int year, ReportingPeriod period, boolean drafts) {
		return this.jdbc.sql(FILES + """
				from evidence_row e where plan_id = :plan and year = :year and period = :period
				""" + SEEN + " order by position, id")
			.param("plan", planId)
			.param("year", year)
			.param("period", period.name())
			.param("drafts", drafts)
			.query((rs, n) -> EvidenceRow.of(rs))
			.list()
			.stream()
			.collect(Collectors.groupingBy((row) -> row.key().no(), LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * The files of an indicator, the latest figure's first.
	 * @param drafts whether the reader may see what is not approved
	 */
	public List<EvidenceRow> ofIndicator(long planId, String no, boolean drafts) {
		return this.jdbc
			.sql(FILES + "from evidence_row e where plan_id = :plan and no = :no" + SEEN
					+ " order by year desc, period desc, id")
			.param("plan", planId)
			.param("no", no)
			.param("drafts", drafts)
			.query((rs, n) -> EvidenceRow.of(rs))
			.list();
	}

	/**
	 * The files of an indicator that everybody could see on an earlier day.
	 * @param asOf the last day whose approvals count
	 */
	public List<EvidenceRow> ofIndicator(long planId, String no, LocalDate asOf) {
		return this.jdbc.sql(FILES + """
				from evidence_at(:before) e where plan_id = :plan and no = :no and approved
				order by year desc, period desc, id
				""")
			.param("before", asOf.plusDays(1).atStartOfDay(this.clock.getZone()).toOffsetDateTime())
			.param("plan", planId)
			.param("no", no)
			.query((rs, n) -> EvidenceRow.of(rs))
			.list();
	}

	/**
	 * Everything on record of one figure, deleted files too: for those who may see
	 * drafts.
	 */
	List<EvidenceRow> onRecord(EvidenceKey key) {
		return onRecord(key, null).files();
	}

	/**
	 * The same, with what a file may have in the ward: one statement.
	 */
	OnRecord onRecord(EvidenceKey key, @Nullable WardCode ward) {
		List<EvidenceRow> files = new ArrayList<>();
		List<Integer> megabytes = new ArrayList<>();
		this.jdbc.sql(FILES + """
				, evidence_megabytes_in_force(:ward) as megabytes
				from (values (1)) one (one)
				left join evidence_row e on plan_id = :plan and no = :no and year = :year and period = :period
				order by id
				""")
			.param("ward", (ward != null) ? ward.value() : null)
			.param("plan", key.planId())
			.param("no", key.no())
			.param("year", key.year())
			.param("period", key.period().name())
			.query((ResultSet rs) -> {
				Integer most = rs.getObject("megabytes", Integer.class);
				if (most != null) {
					megabytes.add(most);
				}
				if (rs.getObject("id") != null) {
					files.add(EvidenceRow.of(rs));
				}
			});
		return new OnRecord(files, megabytes.isEmpty() ? null : megabytes.get(0));
	}

	/**
	 * @param megabytes that a file may have; {@code null} where nobody chose a limit
	 */
	record OnRecord(List<EvidenceRow> files, @Nullable Integer megabytes) {

		OnRecord {
			files = List.copyOf(files);
		}

	}

	/**
	 * @param drafts whether the reader may see what is not approved, and what was deleted
	 */
	Optional<EvidenceRow> find(EvidenceKey key, long id, boolean drafts) {
		return this.jdbc.sql(FILES + """
				from evidence_row e
				where id = :id and plan_id = :plan and no = :no and year = :year and period = :period
				  and (approved or :drafts)
				""")
			.param("id", id)
			.param("plan", key.planId())
			.param("no", key.no())
			.param("year", key.year())
			.param("period", key.period().name())
			.param("drafts", drafts)
			.query((rs, n) -> EvidenceRow.of(rs))
			.optional();
	}

}
