package vn.wardkpi.report.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.database.Columns;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;

/**
 * The archive in the database: rows are only added. Lists do not read the files.
 */
@Component
class IssuedReports {

	private static final String ROWS = """
			select r.id, r.code, r.plan_id, r.year, r.kind, r.issuer, r.as_of, r.subject, r.number, r.dated, r.issued_at,
			       coalesce((select p.name from person_row p where p.username = r.issued_by), r.issued_by) as issued_by,
			       s.name as signed_name, s.size as signed_size, s.sha256 as signed_sha256, s.added_at as signed_at,
			       coalesce((select p.name from person_row p where p.username = s.added_by), s.added_by) as signed_by
			from issued_report r
			left join lateral (select * from signed_report x where x.report_id = r.id order by x.id desc limit 1) s on true
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IssuedReports(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The versions of what everybody may see, by scope: the plan's id, and 0 for what
	 * stands on pages of all plans.
	 */
	Map<Long, Long> versions(long planId) {
		Map<Long, Long> versions = new TreeMap<>();
		this.jdbc.sql("select scope, version from content_version where scope in (0, ?)")
			.param(planId)
			.query((ResultSet rs) -> {
				versions.put(rs.getLong("scope"), rs.getLong("version"));
			});
		return versions;
	}

	/**
	 * @return its id
	 */
	long add(Draft draft, String issuedBy, Timestamp issuedAt) {
		ReportContent content = draft.content();
		return this.jdbc
			.sql("""
					insert into issued_report (code, plan_id, year, kind, issuer, as_of, subject, number, dated, plan_version,
					                           shared_version, content, lines, issued_at, issued_by)
					values (:code, :plan, :year, :kind, :issuer, :asOf, :subject, :number, :date, :planVersion, :sharedVersion,
					        :content::jsonb, :lines::jsonb, :at, :by)
					returning id
					""")
			.param("code", draft.code())
			.param("plan", content.planId())
			.param("year", content.year())
			.param("kind", content.kind().name())
			.param("issuer", content.issuer().name())
			.param("asOf", content.asOf())
			.param("subject", content.frame().subject())
			.param("number", draft.asked().number())
			.param("date", draft.asked().date())
			.param("planVersion", draft.versions().get(content.planId()))
			.param("sharedVersion", draft.versions().get(0L))
			.param("content", this.json.writeValueAsString(content))
			.param("lines", this.json.writeValueAsString(PaperLine.of(content.annex())))
			.param("at", issuedAt)
			.param("by", issuedBy)
			.query(Long.class)
			.single();
	}

	void addFile(long report, ReportFormat format, byte[] content, String sha256) {
		this.jdbc
			.sql("insert into issued_report_file (report_id, format, size, sha256, content) values (?, ?, ?, ?, ?)")
			.params(report, format.name(), content.length, sha256, content)
			.update();
	}

	/**
	 * @return false if the report has this very file
	 */
	boolean addSigned(long report, FileIntake.Taken taken, String addedBy, Timestamp addedAt) {
		return this.jdbc.sql("""
				insert into signed_report (report_id, name, size, sha256, scanned_by, added_by, added_at, content)
				values (:report, :name, :size, :sha256, :scannedBy, :by, :at, :content)
				on conflict do nothing
				""")
			.param("report", report)
			.param("name", taken.file().name())
			.param("size", taken.file().size())
			.param("sha256", taken.file().sha256())
			.param("scannedBy", taken.scannedBy())
			.param("by", addedBy)
			.param("at", addedAt)
			.param("content", taken.file().content())
			.update() == 1;
	}

	/**
	 * The latest first.
	 * @param year only of this one, as {@code kind}; {@code null} for all
	 */
	List<IssuedReport> ofPlan(long planId, @Nullable Integer year, @Nullable ReportKind kind) {
		return this.jdbc.sql(ROWS + """
				where r.plan_id = :plan and (cast(:year as integer) is null or r.year = :year)
				      and (cast(:kind as text) is null or r.kind = :kind)
				order by r.id desc
				""")
			.param("plan", planId)
			.param("year", year)
			.param("kind", (kind != null) ? kind.name() : null)
			.query(IssuedReports::report)
			.list();
	}

	Optional<IssuedReport> find(String code) {
		return this.jdbc.sql(ROWS + "where r.code = ?").param(code).query(IssuedReports::report).optional();
	}

	List<PaperLine> lines(long report) {
		return this.json.readValue(this.jdbc.sql("select lines from issued_report where id = ?")
			.param(report)
			.query(String.class)
			.single(), new TypeReference<List<PaperLine>>() {
			});
	}

	ReportContent content(long report) {
		return this.json.readValue(this.jdbc.sql("select content from issued_report where id = ?")
			.param(report)
			.query(String.class)
			.single(), ReportContent.class);
	}

	Optional<byte[]> file(long report, ReportFormat format) {
		return this.jdbc.sql("select content from issued_report_file where report_id = ? and format = ?")
			.params(report, format.name())
			.query(byte[].class)
			.optional();
	}

	Optional<byte[]> signed(long report, String sha256) {
		return this.jdbc.sql("select content from signed_report where report_id = ? and sha256 = ?")
			.params(report, sha256)
			.query(byte[].class)
			.optional();
	}

	private static IssuedReport report(ResultSet rs, int rowNumber) throws SQLException {
		String signed = rs.getString("signed_name");
		return new IssuedReport(rs.getLong("id"), Columns.text(rs, "code"), rs.getLong("plan_id"), rs.getInt("year"),
				Columns.constant(rs, "kind", ReportKind.class), Columns.constant(rs, "issuer", Issuer.class),
				Columns.day(rs, "as_of"), Columns.text(rs, "subject"), rs.getString("number"),
				Columns.dayOrNull(rs, "dated"), Columns.instant(rs, "issued_at"), Columns.text(rs, "issued_by"),
				(signed != null)
						? new IssuedReport.Signed(signed, rs.getLong("signed_size"), Columns.text(rs, "signed_sha256"),
								Columns.text(rs, "signed_by"), Columns.instant(rs, "signed_at"))
						: null);
	}

	/**
	 * A report about to be stored.
	 */
	record Draft(String code, NewReport asked, ReportContent content, Map<Long, Long> versions) {

		Draft {
			versions = Map.copyOf(versions);
		}

	}

}
