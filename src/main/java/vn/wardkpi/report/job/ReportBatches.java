package vn.wardkpi.report.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Takes orders for the reports of a province's wards, says how far they have come, stops
 * and resumes them, and hands them out as one ZIP. For administrators and viewers of the
 * whole installation, and of a province for its wards: what the reports say, they may
 * read on pages.
 */
@Service
public class ReportBatches {

	/** A week, so that what nobody fetched takes no room. */
	public static final int DAYS_KEPT = 7;

	/** Of one person, at a time. */
	private static final int MOST_RUNNING = 3;

	private final StoredBatches batches;

	private final Wards wards;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReportBatches(StoredBatches batches, Wards wards, ApplicationEventPublisher events, Clock clock) {
		this.batches = batches;
		this.wards = wards;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The reports are made in the background.
	 * @throws RefusedException FORBIDDEN; INVALID with what is wrong; CONFLICT while this
	 * person has as many on their way as one may have
	 */
	@Transactional
	public ReportBatch start(NewBatch typed, Actor actor) {
		allow(actor);
		NewBatch.Checked asked = typed.of(actor.province()).checked();
		Set<WardCode> own = actor.wards();
		List<String> codes = this.wards.inForce(asked.province(), LocalDate.now(this.clock))
			.stream()
			.map(Ward::code)
			.filter((code) -> own == null || own.contains(code))
			.map(WardCode::value)
			.toList();
		if (codes.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("province", Problem.error("report-province", asked.province()))));
		}
		if (this.batches.running(actor.username()) >= MOST_RUNNING) {
			throw new RefusedException(Kind.CONFLICT, "report.batch.running", String.valueOf(MOST_RUNNING));
		}
		UUID id = this.batches.add(asked, codes, actor.username(), now());
		ReportBatch batch = this.batches.find(id).orElseThrow();
		record(actor, batch, Action.CREATED);
		return batch;
	}

	/**
	 * Those of the last week, the latest first.
	 * @throws RefusedException FORBIDDEN
	 */
	@Transactional(readOnly = true)
	public List<ReportBatch> all(Actor actor) {
		allow(actor);
		return this.batches.all(actor.province());
	}

	/**
	 * @throws RefusedException FORBIDDEN, or NOT_FOUND if there is none, or of another
	 * province
	 */
	@Transactional(readOnly = true)
	public ReportBatch require(UUID id, Actor actor) {
		allow(actor);
		return this.batches.find(id)
			.filter((batch) -> actor.mayReadProvince(batch.province()))
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "report.batch.unknown"));
	}

	/**
	 * Every ward, with why there is no report where there is none.
	 */
	@Transactional(readOnly = true)
	public List<BatchWard> wards(ReportBatch batch) {
		return this.batches.wards(batch.id());
	}

	/**
	 * Lets wards that wait rest until {@link #resume}; what is made stays.
	 * @throws RefusedException as {@link #require}; FORBIDDEN also to others than who
	 * asked for it and the province's administrators
	 */
	@Transactional
	public void cancel(UUID id, Actor actor) {
		ReportBatch batch = requireOwn(id, actor);
		this.batches.cancelled(id, true);
		record(actor, batch, Action.STOPPED);
	}

	/**
	 * @throws RefusedException as {@link #cancel}
	 */
	@Transactional
	public void resume(UUID id, Actor actor) {
		ReportBatch batch = requireOwn(id, actor);
		this.batches.cancelled(id, false);
		record(actor, batch, Action.RESUMED);
	}

	/**
	 * @throws RefusedException as {@link #cancel}
	 */
	@Transactional
	public void discard(UUID id, Actor actor) {
		ReportBatch batch = requireOwn(id, actor);
		this.batches.discard(id);
		record(actor, batch, Action.DELETED);
	}

	/**
	 * @throws RefusedException CONFLICT while it is being made, or where no report could
	 * be
	 */
	public void requireReady(ReportBatch batch) {
		if (!batch.isReady()) {
			throw new RefusedException(Kind.CONFLICT, "report.batch.not-ready");
		}
	}

	/**
	 * Writes the reports, one in memory at a time and no connection held between them.
	 * @param list of all wards, with why some have no report
	 * @param out is not closed
	 */
	public void write(List<BatchWard> wards, String list, OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		zip.putNextEntry(new ZipEntry("danh-sach.csv"));
		zip.write(list.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
		for (BatchWard ward : wards) {
			String name = ward.fileName();
			Optional<byte[]> content = (name != null) ? this.batches.file(ward.id()) : Optional.empty();
			if (name != null && content.isPresent()) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(content.get());
				zip.closeEntry();
			}
		}
		zip.finish();
	}

	@Transactional
	void forgetOld() {
		this.batches.forget(now().minus(Duration.ofDays(DAYS_KEPT)));
	}

	private ReportBatch requireOwn(UUID id, Actor actor) {
		ReportBatch batch = require(id, actor);
		if (!batch.isChangedBy(actor)) {
			throw new RefusedException(Kind.FORBIDDEN, "report.batch.not-own");
		}
		return batch;
	}

	private void record(Actor actor, ReportBatch batch, Action action) {
		this.events.publishEvent(new BatchEvent(actor.username(), batch.called(), action));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static void allow(Actor actor) {
		if (!actor.mayReadSeveralWards()) {
			throw new RefusedException(Kind.FORBIDDEN, "report.batch.several");
		}
	}

}
