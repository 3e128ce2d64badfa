package vn.wardkpi.report.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.database.Columns;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The batches in the database: every instance of the program sees the same, and a restart
 * loses nothing.
 */
@Component
class StoredBatches {

	private static final String SUMMARY = """
			select b.id, b.owner, b.created_at, b.province_code, b.year, b.kind, b.issuer, b.as_of, b.format, b.cancelled,
			       b.finished_at,
			       coalesce((select p.name from person_row p where p.username = b.owner), b.owner) as owner_name,
			       (select distinct w.province_name from ward_row w where w.province_code = b.province_code) as province_name,
			       count(w.id) as wards, count(w.id) filter (where w.state = 'WAITING') as waiting,
			       count(w.id) filter (where w.state = 'MADE') as made,
			       count(w.id) filter (where w.state = 'NOT_MADE') as not_made
			from report_batch b left join report_batch_ward w on w.batch_id = b.id
			""";

	private final JdbcClient jdbc;

	StoredBatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	UUID add(NewBatch.Checked asked, Collection<String> wards, String owner, OffsetDateTime at) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into report_batch (id, owner, created_at, province_code, year, kind, issuer, as_of, format)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(id, owner, at, asked.province(), asked.year(), asked.kind().name(),
					asked.issuer().name(), asked.asOf(), asked.format().name()))
			.update();
		this.jdbc.sql("""
				insert into report_batch_ward (batch_id, ward_code)
				select ?, one from unnest(cast(? as text[])) with ordinality as wards (one, position) order by position
				""").params(id, wards.toArray(String[]::new)).update();
		return id;
	}

	/**
	 * @param province only those of this one, or {@code null} for all
	 */
	List<ReportBatch> all(@Nullable String province) {
		return this.jdbc.sql(SUMMARY + """
				where cast(:province as text) is null or b.province_code = :province
				group by b.id order by b.created_at desc, b.id
				""").param("province", province).query(StoredBatches::batch).list();
	}

	Optional<ReportBatch> find(UUID id) {
		return this.jdbc.sql(SUMMARY + "where b.id = ? group by b.id").param(id).query(StoredBatches::batch).optional();
	}

	/** Without the files, by the wards' codes. */
	List<BatchWard> wards(UUID id) {
		return this.jdbc
			.sql("""
					select b.id, b.ward_code, w.name as ward_name, b.state, b.file_name, b.size, b.reason, b.reason_arguments
					from report_batch_ward b join ward_row w on w.code = b.ward_code
					where b.batch_id = ? order by b.id
					""")
			.param(id)
			.query(StoredBatches::ward)
			.list();
	}

	/** Nothing if it was discarded meanwhile. */
	Optional<byte[]> file(long ward) {
		return this.jdbc.sql("select content from report_batch_ward where id = ?")
			.param(ward)
			.query(byte[].class)
			.optional();
	}

	/** How many of a person's batches are on their way. */
	int running(String owner) {
		return this.jdbc
			.sql("select count(*) from report_batch where owner = ? and finished_at is null and not cancelled")
			.param(owner)
			.query(Integer.class)
			.single();
	}

	void cancelled(UUID id, boolean cancelled) {
		this.jdbc.sql("update report_batch set cancelled = ? where id = ?").params(cancelled, id).update();
	}

	void discard(UUID id) {
		this.jdbc.sql("delete from report_batch where id = ?").param(id).update();
	}

	void forget(OffsetDateTime before) {
		this.jdbc.sql("delete from report_batch where created_at < ?").param(before).update();
	}

	private static ReportBatch batch(ResultSet rs, int rowNumber) throws SQLException {
		return new ReportBatch(Objects.requireNonNull(rs.getObject("id", UUID.class)), Columns.text(rs, "owner"),
				Columns.text(rs, "owner_name"), Columns.instant(rs, "created_at"), Columns.text(rs, "province_code"),
				Columns.text(rs, "province_name"), rs.getInt("year"), Columns.constant(rs, "kind", ReportKind.class),
				Columns.constant(rs, "issuer", Issuer.class), Columns.dayOrNull(rs, "as_of"),
				Columns.constant(rs, "format", ReportFormat.class), rs.getBoolean("cancelled"),
				Columns.instantOrNull(rs, "finished_at"), rs.getInt("wards"), rs.getInt("waiting"), rs.getInt("made"),
				rs.getInt("not_made"));
	}

	private static BatchWard ward(ResultSet rs, int rowNumber) throws SQLException {
		String reason = rs.getString("reason");
		return new BatchWard(rs.getLong("id"), Columns.text(rs, "ward_code"), Columns.text(rs, "ward_name"),
				Columns.constant(rs, "state", WardState.class), rs.getString("file_name"), rs.getLong("size"),
				(reason != null) ? new RefusedException(Kind.CONFLICT, reason,
						Columns.texts(rs, "reason_arguments").toArray(String[]::new)) : null);
	}

}
