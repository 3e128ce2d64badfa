package vn.wardkpi.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import vn.wardkpi.evidence.EvidenceCatalog.OnRecord;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.FileLimits;
import vn.wardkpi.intake.FileSize;
import vn.wardkpi.intake.content.CheckedFile;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The files of a figure: attached, deleted and brought back while its form is open, seen
 * by those who may see the figure.
 */
@Service
public class Evidence {

	private final EvidenceAccess access;

	private final EvidenceCatalog catalog;

	private final EvidenceFiles files;

	private final EvidenceDeletions deletions;

	private final EvidenceContents contents;

	private final FileIntake intake;

	private final FileLimits limits;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Evidence(EvidenceAccess access, EvidenceCatalog catalog, EvidenceFiles files, EvidenceDeletions deletions,
			EvidenceContents contents, FileIntake intake, FileLimits limits, TransactionTemplate transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.access = access;
		this.catalog = catalog;
		this.files = files;
		this.deletions = deletions;
		this.contents = contents;
		this.intake = intake;
		this.limits = limits;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A figure's files as this person may see them: for the ward's staff all on record,
	 * for others those of the approval in force.
	 * @throws RefusedException NOT_FOUND
	 */
	@Transactional(readOnly = true)
	public Listing list(EvidenceKey key, Actor actor) {
		EvidencePlace place = this.access.place(key, actor);
		OnRecord record = this.catalog.onRecord(key, place.ward());
		List<EvidenceRow> rows = record.files();
		FileLimits taken = limits(record.megabytes());
		if (!place.drafts()) {
			return new Listing(place, rows.stream().filter(EvidenceRow::approved).toList(), List.of(), taken);
		}
		return new Listing(place, rows.stream().filter((row) -> !row.isDeleted()).toList(),
				rows.stream().filter(EvidenceRow::isDeleted).toList(), taken);
	}

	/**
	 * @throws RefusedException NOT_FOUND; FORBIDDEN or CONFLICT if this person may not
	 * attach or delete now
	 */
	public EvidencePlace refuseUnlessOpen(EvidenceKey key, Actor actor) {
		return this.access.requireOpen(key, actor);
	}

	/** How much the ward takes for one figure. */
	private FileLimits limits(@Nullable Integer megabytes) {
		return (megabytes != null) ? this.limits.upTo(DataSize.ofMegabytes(megabytes)) : this.limits;
	}

	/**
	 * Refuses before a file is read, if no ward could keep it.
	 * @throws RefusedException TOO_LARGE or INVALID
	 */
	public void refuseSize(long bytes) {
		this.intake.refuseSize(bytes);
	}

	/**
	 * Checks, scans and stores a file. Nothing is locked while it is checked.
	 * @param name as the sender named it
	 * @return its id
	 * @throws RefusedException NOT_FOUND; FORBIDDEN or CONFLICT if the figure is not this
	 * person's to enter now; TOO_LARGE, UNSUPPORTED or INVALID, saying what to do;
	 * UNAVAILABLE if the virus scanner does not answer
	 */
	public long attach(EvidenceKey key, String name, byte[] content, Actor actor) {
		EvidencePlace place = refuseUnlessOpen(key, actor);
		this.intake.refuseSize(content.length,
				limits(this.catalog.onRecord(key, place.ward()).megabytes()).largestFile());
		FileIntake.Taken taken = this.intake.take(name, content, "evidence of ward " + place.ward() + ", plan "
				+ key.planId() + ", indicator " + key.no() + " " + key + " from " + actor.username());
		return Objects
			.requireNonNull(this.transaction.execute((status) -> store(key, taken.file(), taken.scannedBy(), actor)));
	}

	private long store(EvidenceKey key, CheckedFile file, @Nullable String scannedBy, Actor actor) {
		EvidencePlace place = this.access.holdOpen(key, actor);
		List<EvidenceRow> kept = kept(key);
		String sha256 = file.sha256();
		kept.stream().filter((row) -> row.sha256().equals(sha256)).findFirst().ifPresent((same) -> {
			throw new RefusedException(Kind.CONFLICT, "evidence.same", same.name());
		});
		refuseMore(kept, file.size());
		EvidenceFile stored = this.files
			.saveAndFlush(new EvidenceFile(place, file, sha256, scannedBy, actor.username(), this.clock.instant()));
		this.contents.add(stored.id(), file.content(), file.thumbnail());
		String text = file.name() + " (" + FileSize.write(file.size()) + ")";
		this.events.publishEvent(new EvidenceEvent.Attached(actor.username(), place.ward(), key, text));
		return stored.id();
	}

	/**
	 * Takes a file away; it stays on record and can be brought back.
	 * @throws RefusedException NOT_FOUND; FORBIDDEN or CONFLICT as when attaching;
	 * INVALID without a reason
	 */
	@Transactional
	public void delete(EvidenceKey key, long id, @Nullable String reason, Actor actor) {
		EvidencePlace place = this.access.holdOpen(key, actor);
		EvidenceRow row = require(key, id);
		if (row.isDeleted()) {
			throw new RefusedException(Kind.CONFLICT, "evidence.deleted");
		}
		if (reason == null || reason.isBlank()) {
			throw invalid(Problem.error("required"));
		}
		FreeText.WORDS.problem(reason.strip()).ifPresent((problem) -> {
			throw invalid(problem);
		});
		this.deletions.saveAndFlush(new EvidenceDeletion(id, actor.username(), this.clock.instant(), reason.strip()));
		this.events.publishEvent(new EvidenceEvent.Deleted(actor.username(), place.ward(), key,
				row.name() + " (" + row.size() + ")", reason.strip()));
	}

	/**
	 * Brings a deleted file back.
	 * @throws RefusedException NOT_FOUND; FORBIDDEN or CONFLICT as when attaching
	 */
	@Transactional
	public void restore(EvidenceKey key, long id, Actor actor) {
		EvidencePlace place = this.access.holdOpen(key, actor);
		EvidenceRow row = require(key, id);
		EvidenceDeletion deletion = this.deletions.findByFileIdAndRestoredAtIsNull(id)
			.orElseThrow(() -> new RefusedException(Kind.CONFLICT, "evidence.not-deleted"));
		List<EvidenceRow> kept = kept(key);
		kept.stream().filter((other) -> other.sha256().equals(row.sha256())).findFirst().ifPresent((same) -> {
			throw new RefusedException(Kind.CONFLICT, "evidence.same", same.name());
		});
		refuseMore(kept, row.bytes());
		deletion.restore(actor.username(), this.clock.instant());
		this.deletions.saveAndFlush(deletion);
		this.events.publishEvent(
				new EvidenceEvent.Restored(actor.username(), place.ward(), key, row.name() + " (" + row.size() + ")"));
	}

	/**
	 * @throws RefusedException NOT_FOUND, also if this person may not see it
	 */
	@Transactional(readOnly = true)
	public Opened open(EvidenceKey key, long id, Actor actor) {
		EvidencePlace place = this.access.place(key, actor);
		EvidenceRow row = this.catalog.find(key, id, place.drafts()).orElseThrow(() -> unknown(id));
		return new Opened(row, new StoredContent(this.contents, row));
	}

	/**
	 * A small JPEG of a picture.
	 * @throws RefusedException NOT_FOUND, also if there is none
	 */
	@Transactional(readOnly = true)
	public byte[] thumbnail(EvidenceKey key, long id, Actor actor) {
		EvidenceRow row = open(key, id, actor).row();
		if (!row.thumbnail()) {
			throw unknown(id);
		}
		return this.contents.thumbnail(id);
	}

	private EvidenceRow require(EvidenceKey key, long id) {
		return this.catalog.find(key, id, true).orElseThrow(() -> unknown(id));
	}

	private List<EvidenceRow> kept(EvidenceKey key) {
		return this.catalog.onRecord(key).stream().filter((row) -> !row.isDeleted()).toList();
	}

	private void refuseMore(List<EvidenceRow> kept, long bytes) {
		if (kept.size() >= this.limits.mostFiles()) {
			throw new RefusedException(Kind.TOO_LARGE, "evidence.too-many", String.valueOf(this.limits.mostFiles()));
		}
		long together = kept.stream().mapToLong(EvidenceRow::bytes).sum() + bytes;
		if (together > this.limits.mostTogether().toBytes()) {
			throw new RefusedException(Kind.TOO_LARGE, "evidence.too-much",
					FileSize.write(this.limits.mostTogether().toBytes()));
		}
	}

	private static RefusedException invalid(Problem problem) {
		return new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem("reason", problem)));
	}

	private static RefusedException unknown(long id) {
		return new RefusedException(Kind.NOT_FOUND, "evidence.missing", String.valueOf(id));
	}

	/**
	 * @param deleted those taken away, for the ward's staff
	 * @param limits what the ward takes for one figure
	 */
	public record Listing(EvidencePlace place, List<EvidenceRow> files, List<EvidenceRow> deleted, FileLimits limits) {

		public Listing {
			files = List.copyOf(files);
			deleted = List.copyOf(deleted);
		}

	}

	/**
	 * A file with its bytes, fetched as they are read.
	 */
	public record Opened(EvidenceRow row, Resource content) {
	}

}
