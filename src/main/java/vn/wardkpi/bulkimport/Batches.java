package vn.wardkpi.bulkimport;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.office.Archive;
import vn.wardkpi.shared.WardCode;

/**
 * The batches in the database: every instance of the program sees the same, and a restart
 * loses nothing.
 */
@Component
@Transactional
class Batches {

	private static final Duration KEPT = Duration.ofDays(30);

	private static final String SUMMARY = """
			select b.id, b.file_name, b.owner, b.created_at, b.province_code, b.cancelled,
			       count(f.id) as files,
			       count(f.id) filter (where f.state = 'WAITING') as waiting,
			       count(f.id) filter (where f.state = 'READY') as ready,
			       count(f.id) filter (where f.state = 'READY' and f.store_by is not null) as storing,
			       count(f.id) filter (where f.state = 'QUESTIONS') as questions,
			       count(f.id) filter (where f.state = 'REFUSED') as refused,
			       count(f.id) filter (where f.state = 'STORED') as stored
			from import_batch b left join import_batch_file f on f.batch_id = b.id
			""";

	private static final String FILES = """
			select id, name, ward_code, ward_choices, state, indicators, counted, targets, questions, reasons,
			       store_by is not null as storing, unreadable, plan_id
			from import_batch_file
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Batches(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Also forgets what is old.
	 */
	UUID add(String fileName, String owner, @Nullable String province) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("delete from import_batch where created_at < ?").param(now.minus(KEPT)).update();
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into import_batch (id, file_name, owner, created_at, province_code) values (?, ?, ?, ?, ?)
				""").params(Arrays.asList(id, fileName, owner, now, province)).update();
		return id;
	}

	void addFile(UUID batch, int position, Archive.File file, Matched matched) {
		Reason refusal = matched.refusal();
		this.jdbc.sql("""
				insert into import_batch_file (batch_id, position, name, ward_code, ward_choices, content, unreadable,
				                               state, reasons)
				values (:batch, :position, :name, :ward, :choices, :content, :unreadable, :state, :reasons::jsonb)
				""")
			.param("batch", batch)
			.param("position", position)
			.param("name", file.name())
			.param("ward", (matched.ward() != null) ? matched.ward().value() : null)
			.param("choices", codes(matched.choices()))
			.param("content", file.content())
			.param("unreadable", file.content() == null)
			.param("state", ((refusal == null) ? FileState.WAITING : FileState.REFUSED).name())
			.param("reasons", this.json.writeValueAsString((refusal == null) ? List.of() : List.of(refusal)))
			.update();
	}

	/**
	 * @param province only those of this one, or {@code null} for all
	 */
	@Transactional(readOnly = true)
	List<ImportBatch> all(@Nullable String province) {
		return this.jdbc.sql(SUMMARY + """
				where cast(:province as text) is null or b.province_code = :province
				group by b.id
				order by b.created_at desc, b.id
				""").param("province", province).query((rs, n) -> batch(rs)).list();
	}

	@Transactional(readOnly = true)
	Optional<ImportBatch> find(UUID id) {
		return this.jdbc.sql(SUMMARY + "where b.id = ? group by b.id").param(id).query((rs, n) -> batch(rs)).optional();
	}

	@Transactional(readOnly = true)
	List<BatchFile> files(UUID batch) {
		return this.jdbc.sql(FILES + "where batch_id = ? order by position")
			.param(batch)
			.query((rs, n) -> file(rs))
			.list();
	}

	@Transactional(readOnly = true)
	Optional<BatchFile> file(UUID batch, long id) {
		return this.jdbc.sql(FILES + "where batch_id = ? and id = ?")
			.params(batch, id)
			.query((rs, n) -> file(rs))
			.optional();
	}

	/** The file itself and the draft in which it was opened, if any. */
	@Transactional(readOnly = true)
	Opened opened(long file) {
		return this.jdbc.sql("select content, draft_id from import_batch_file where id = ?")
			.param(file)
			.query((rs, n) -> new Opened(rs.getBytes("content"), rs.getObject("draft_id", UUID.class)))
			.single();
	}

	void openedAs(long file, UUID draft) {
		this.jdbc.sql("update import_batch_file set draft_id = ? where id = ?").params(draft, file).update();
	}

	/**
	 * What was stored in the ordinary import is nothing that the batch still has to do.
	 */
	void stored(UUID draft, long planId) {
		this.jdbc.sql("""
				update import_batch_file
				set state = 'STORED', plan_id = ?, content = null, questions = 0, reasons = '[]', store_by = null,
				    claim = null, claimed_until = null
				where draft_id = ? and state <> 'STORED'
				""").params(planId, draft).update();
	}

	/** Reads it again as this ward's. */
	void assign(long file, WardCode ward) {
		this.jdbc.sql("""
				update import_batch_file
				set ward_code = ?, ward_choices = '{}', state = 'WAITING', indicators = 0, counted = 0, targets = 0,
				    questions = 0, reasons = '[]', draft_id = null, store_by = null, attempts = 0, claim = null,
				    claimed_until = null
				where id = ?
				""").params(ward.value(), file).update();
	}

	void choices(long file, Set<WardCode> choices) {
		this.jdbc.sql("update import_batch_file set ward_choices = ? where id = ?")
			.params(codes(choices), file)
			.update();
	}

	/**
	 * Stops the batch: files that wait rest, and what was to be stored is not.
	 */
	void cancel(UUID id) {
		this.jdbc.sql("update import_batch set cancelled = true where id = ?").param(id).update();
		this.jdbc.sql("update import_batch_file set store_by = null where batch_id = ? and state = 'READY'")
			.param(id)
			.update();
	}

	void resume(UUID id) {
		this.jdbc.sql("update import_batch set cancelled = false where id = ?").param(id).update();
	}

	/**
	 * @param file a single one, or {@code null} for all that are ready
	 * @return how many will be stored
	 */
	int store(UUID batch, @Nullable Long file, String by) {
		return this.jdbc.sql("""
				update import_batch_file
				set store_by = :by, attempts = 0, claim = null, claimed_until = null
				where batch_id = :batch and state = 'READY' and store_by is null
				      and (cast(:file as bigint) is null or id = :file)
				""").param("by", by).param("batch", batch).param("file", file).update();
	}

	void discard(UUID id) {
		this.jdbc.sql("delete from import_batch where id = ?").param(id).update();
	}

	private static String[] codes(Collection<WardCode> wards) {
		return wards.stream().map(WardCode::value).toArray(String[]::new);
	}

	private static ImportBatch batch(ResultSet rs) throws SQLException {
		return new ImportBatch(Objects.requireNonNull(rs.getObject("id", UUID.class)), text(rs, "file_name"),
				text(rs, "owner"), instant(rs, "created_at"), rs.getString("province_code"), rs.getBoolean("cancelled"),
				rs.getInt("files"), rs.getInt("waiting"), rs.getInt("ready"), rs.getInt("storing"),
				rs.getInt("questions"), rs.getInt("refused"), rs.getInt("stored"));
	}

	private BatchFile file(ResultSet rs) throws SQLException {
		Array choices = Objects.requireNonNull(rs.getArray("ward_choices"));
		return new BatchFile(rs.getLong("id"), text(rs, "name"), rs.getString("ward_code"),
				List.of((String[]) choices.getArray()), FileState.valueOf(text(rs, "state")), rs.getInt("indicators"),
				rs.getInt("counted"), rs.getInt("targets"), rs.getInt("questions"),
				this.json.readValue(text(rs, "reasons"), new TypeReference<List<Reason>>() {
				}), rs.getBoolean("storing"), rs.getBoolean("unreadable"), rs.getObject("plan_id", Long.class));
	}

	private static Instant instant(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getObject(column, OffsetDateTime.class)).toInstant();
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * Of which ward a file is.
	 *
	 * @param choices those it could be of, where that is not clear
	 * @param refusal why it is not read as it is
	 */
	record Matched(@Nullable WardCode ward, Set<WardCode> choices, @Nullable Reason refusal) {

		Matched {
			choices = Set.copyOf(choices);
		}

	}

	/**
	 * @param content {@code null} where it is not kept any longer
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Opened(byte @Nullable [] content, @Nullable UUID draft) {
	}

}
