package vn.wardkpi.report.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.database.Columns;
import vn.wardkpi.database.QueueWorker;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;

/**
 * The wards whose reports wait, as a queue for every instance of the program.
 */
@Component
@Transactional
class ReportQueue {

	/** Longer than any report takes: then whoever had it is gone. */
	private static final Duration CLAIMED = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReportQueue(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	Optional<Task> claim() {
		OffsetDateTime now = now();
		return this.jdbc
			.sql("""
					update report_batch_ward w
					set attempts = w.attempts + 1, claim = :claim, claimed_until = :until
					from report_batch b
					where b.id = w.batch_id and w.id = (
					    select n.id
					    from report_batch_ward n join report_batch o on o.id = n.batch_id
					    where n.state = 'WAITING' and not o.cancelled and (n.claimed_until is null or n.claimed_until < :now)
					    order by o.created_at, o.id, n.id
					    limit 1
					    for update of n skip locked)
					returning w.id, w.claim, w.batch_id, w.ward_code, w.attempts, b.year, b.kind, b.issuer, b.as_of, b.format
					""")
			.param("claim", UUID.randomUUID())
			.param("until", now.plus(CLAIMED))
			.param("now", now)
			.query(ReportQueue::task)
			.optional();
	}

	/** A later attempt may succeed. */
	void release(Task task, Duration after) {
		this.jdbc.sql("update report_batch_ward set claimed_until = ? where id = ? and claim = ?")
			.params(now().plus(after), task.id(), task.claim())
			.update();
	}

	void made(Task task, String fileName, byte[] content) {
		hold(task);
		int rows = this.jdbc.sql("""
				update report_batch_ward
				set state = 'MADE', file_name = ?, size = ?, content = ?, claim = null, claimed_until = null
				where id = ? and claim = ? and state = 'WAITING'
				""").params(fileName, content.length, content, task.id(), task.claim()).update();
		finish(task, rows);
	}

	void notMade(Task task, RefusedException reason) {
		hold(task);
		int rows = this.jdbc.sql("""
				update report_batch_ward
				set state = 'NOT_MADE', reason = ?, reason_arguments = ?, claim = null, claimed_until = null
				where id = ? and claim = ? and state = 'WAITING'
				""").params(reason.code(), reason.arguments().toArray(String[]::new), task.id(), task.claim()).update();
		finish(task, rows);
	}

	/** Of two who do the last two wards the second knows that it is the last. */
	private void hold(Task task) {
		this.jdbc.sql("select id from report_batch where id = ? for update")
			.param(task.batch())
			.query(UUID.class)
			.optional();
	}

	private void finish(Task task, int rows) {
		if (rows == 0) {
			return;
		}
		List<ReportsReady> ready = this.jdbc
			.sql("""
					update report_batch b set finished_at = :now
					where b.id = :batch and b.finished_at is null
					      and not exists (select from report_batch_ward w where w.batch_id = b.id and w.state = 'WAITING')
					returning b.id, b.owner, b.year,
					          (select distinct w.province_name from ward_row w where w.province_code = b.province_code) as province
					""")
			.param("now", now())
			.param("batch", task.batch())
			.query((rs, n) -> new ReportsReady(Objects.requireNonNull(rs.getObject("id", UUID.class)),
					Columns.text(rs, "owner"), Columns.text(rs, "province"), rs.getInt("year")))
			.list();
		ready.forEach(this.events::publishEvent);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Task task(ResultSet rs, int rowNumber) throws SQLException {
		return new Task(rs.getLong("id"), Objects.requireNonNull(rs.getObject("claim", UUID.class)),
				Objects.requireNonNull(rs.getObject("batch_id", UUID.class)),
				new WardCode(Columns.text(rs, "ward_code")), rs.getInt("attempts"), rs.getInt("year"),
				Columns.constant(rs, "kind", ReportKind.class), Columns.constant(rs, "issuer", Issuer.class),
				Columns.dayOrNull(rs, "as_of"), Columns.constant(rs, "format", ReportFormat.class));
	}

	/**
	 * One report that is to be made.
	 */
	record Task(long id, UUID claim, UUID batch, WardCode ward, int attempts, int year, ReportKind kind, Issuer issuer,
			@Nullable LocalDate asOf, ReportFormat format) implements QueueWorker.Claimed {

		ReportContent.Asked asked(long plan) {
			return new ReportContent.Asked(plan, this.year, this.kind, this.issuer, this.asOf);
		}

		@Override
		public String described() {
			return "report " + this.kind + " " + this.year + " of ward " + this.ward;
		}

	}

}
