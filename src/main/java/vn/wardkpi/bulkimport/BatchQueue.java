package vn.wardkpi.bulkimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.database.QueueWorker;
import vn.wardkpi.shared.WardCode;

/**
 * The files that wait for the program, as a queue for every instance of it. A file is
 * claimed for a while; who comes back with its result after another claimed it is not
 * heard.
 */
@Component
@Transactional
class BatchQueue {

	/** Longer than any file takes: then whoever had it is gone. */
	private static final Duration CLAIMED = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	BatchQueue(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Takes the next file that waits, so that nobody else does.
	 */
	Optional<Task> claim() {
		OffsetDateTime now = now();
		return this.jdbc.sql("""
				update import_batch_file f
				set attempts = f.attempts + 1, claim = :claim, claimed_until = :until
				from import_batch b
				where b.id = f.batch_id and f.id = (
				    select n.id
				    from import_batch_file n join import_batch o on o.id = n.batch_id
				    where (n.claimed_until is null or n.claimed_until < :now)
				          and ((n.state = 'WAITING' and not o.cancelled)
				               or (n.state = 'READY' and n.store_by is not null))
				    order by o.created_at, o.id, n.position
				    limit 1
				    for update of n skip locked)
				returning f.id, f.claim, f.ward_code, f.content, f.state, f.attempts, f.name,
				          coalesce(f.store_by, b.owner) as by
				""")
			.param("claim", UUID.randomUUID())
			.param("until", now.plus(CLAIMED))
			.param("now", now)
			.query((rs, n) -> task(rs))
			.optional();
	}

	/**
	 * Keeps others from the file until this transaction ends.
	 * @return whether it is still this claim's, and still to be stored
	 */
	boolean holdsToStore(Task task) {
		return this.jdbc.sql("""
				select true from import_batch_file
				where id = ? and claim = ? and state = 'READY' and store_by is not null
				for update
				""").params(task.file(), task.claim()).query(Boolean.class).optional().isPresent();
	}

	/** A later attempt may succeed. */
	void release(Task task, Duration after) {
		this.jdbc.sql("update import_batch_file set claimed_until = ? where id = ? and claim = ?")
			.params(now().plus(after), task.file(), task.claim())
			.update();
	}

	void proposed(Task task, Proposed result) {
		this.jdbc.sql("""
				update import_batch_file
				set state = :state, indicators = :indicators, counted = :counted, targets = :targets,
				    questions = :questions, reasons = :reasons::jsonb, store_by = null, attempts = 0, claim = null,
				    claimed_until = null
				where id = :id and claim = :claim
				""")
			.param("state", result.state().name())
			.param("indicators", result.indicators())
			.param("counted", result.counted())
			.param("targets", result.targets())
			.param("questions", result.questions())
			.param("reasons", this.json.writeValueAsString(result.reasons()))
			.param("id", task.file())
			.param("claim", task.claim())
			.update();
	}

	void refused(Task task, Reason reason) {
		this.jdbc.sql("""
				update import_batch_file
				set state = 'REFUSED', unreadable = true, content = null, reasons = :reasons::jsonb, store_by = null,
				    claim = null, claimed_until = null
				where id = :id and claim = :claim
				""")
			.param("reasons", this.json.writeValueAsString(List.of(reason)))
			.param("id", task.file())
			.param("claim", task.claim())
			.update();
	}

	/** The file itself is needed no longer. */
	void stored(Task task, long planId) {
		this.jdbc.sql("""
				update import_batch_file
				set state = 'STORED', plan_id = ?, content = null, claim = null, claimed_until = null
				where id = ? and claim = ?
				""").params(planId, task.file(), task.claim()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Task task(ResultSet rs) throws SQLException {
		return new Task(rs.getLong("id"), Objects.requireNonNull(rs.getObject("claim", UUID.class)),
				new WardCode(Objects.requireNonNull(rs.getString("ward_code"))),
				Objects.requireNonNull(rs.getBytes("content")),
				FileState.valueOf(Objects.requireNonNull(rs.getString("state"))), rs.getInt("attempts"),
				Objects.requireNonNull(rs.getString("by")), Objects.requireNonNull(rs.getString("name")));
	}

	/**
	 * What is to be done with a file.
	 *
	 * @param attempts how often it was begun, this time among them
	 * @param by who asked for it
	 * @param name of the file
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Task(long file, UUID claim, WardCode ward, byte[] content, FileState state, int attempts, String by,
			String name) implements QueueWorker.Claimed {

		@Override
		public String described() {
			return "file " + this.file + " of ward " + this.ward;
		}

	}

	/**
	 * What came of reading a file.
	 */
	record Proposed(FileState state, int indicators, int counted, int targets, int questions, List<Reason> reasons) {
	}

}
