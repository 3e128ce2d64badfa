package vn.wardkpi.bulkimport;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.bulkimport.Batches.Matched;
import vn.wardkpi.office.Archive;
import vn.wardkpi.office.InflatesTooMuchException;
import vn.wardkpi.office.OfficeFile;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Takes zips of annexes in, says how far they have come, and stops and resumes them. For
 * administrators of the whole installation, and of a province for its wards.
 */
@Service
@Transactional
public class BulkImport {

	/** The annexes of a province's wards have some megabytes. */
	public static final int MOST_BYTES = 50 * 1024 * 1024;

	/** As much as a single annex may have. */
	private static final int MOST_BYTES_OF_FILE = 5 * 1024 * 1024;

	private static final Archive.Bounds BOUNDS = new Archive.Bounds(1_000, MOST_BYTES_OF_FILE, 200L * 1024 * 1024, 100);

	private static final int LONGEST_FILE_NAME = 200;

	private static final int MOST_CHOICES = 20;

	private final Wards wards;

	private final Batches batches;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BulkImport(Wards wards, Batches batches, ApplicationEventPublisher events, Clock clock) {
		this.wards = wards;
		this.batches = batches;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Unpacks a zip and matches its files to wards; they are read in the background.
	 * @param province code of the province whose wards they are, or {@code null} for all
	 * that this person administers
	 * @return the batch's id
	 * @throws RefusedException FORBIDDEN; INVALID if there is no file in it, or no such
	 * province; TOO_LARGE; UNSUPPORTED if it is no zip
	 */
	public UUID start(String fileName, byte[] content, @Nullable String province, Actor actor) {
		allow(actor);
		if (content.length > MOST_BYTES) {
			throw new RefusedException(Kind.TOO_LARGE, "bulkimport.too-large",
					String.valueOf(MOST_BYTES / 1024 / 1024));
		}
		if (!OfficeFile.isZip(content)) {
			throw new RefusedException(Kind.UNSUPPORTED, "bulkimport.no-zip");
		}
		String of = (actor.province() != null) ? actor.province() : province;
		List<Ward> inForce = inForce(of);
		if (inForce.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "bulkimport.province-unknown");
		}
		try (Archive archive = Archive.open(content, BOUNDS)) {
			return start(new Upload(FreeText.shortened(fileName, LONGEST_FILE_NAME), of), archive, inForce, actor);
		}
		catch (InflatesTooMuchException ex) {
			throw refusal(ex, Kind.TOO_LARGE, "bulkimport.inflates", String.valueOf(BOUNDS.entries()),
					String.valueOf(BOUNDS.bytes() / 1024 / 1024));
		}
		catch (IOException ex) {
			throw refusal(ex, Kind.UNSUPPORTED, "bulkimport.no-zip");
		}
	}

	private UUID start(Upload upload, Archive archive, List<Ward> inForce, Actor actor) throws IOException {
		List<String> names = archive.names();
		if (names.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "bulkimport.empty");
		}
		List<Matched> matched = matched(names, inForce);
		UUID batch = this.batches.add(upload.fileName(), actor.username(), upload.province());
		for (int position = 0; position < names.size(); position++) {
			Archive.File file = archive.file(position);
			Archive.Refusal refusal = file.refusal();
			Matched of = matched.get(position);
			this.batches.addFile(batch, position, file, (refusal == null) ? of
					: new Matched(of.ward(), of.choices(), Reason.of("bulkimport.file." + refusal)));
		}
		record(actor, upload.fileName(), Action.CREATED, String.valueOf(names.size()));
		return batch;
	}

	/** Where two files are of one ward, a person says which of them is its annex. */
	private static List<Matched> matched(List<String> names, List<Ward> inForce) {
		WardMatcher matcher = new WardMatcher(inForce);
		Map<WardCode, String> displayed = inForce.stream().collect(Collectors.toMap(Ward::code, Ward::displayName));
		List<Set<WardCode>> found = names.stream().map(matcher::match).toList();
		Map<WardCode, List<String>> files = new HashMap<>();
		for (int i = 0; i < names.size(); i++) {
			if (found.get(i).size() == 1) {
				files.merge(found.get(i).iterator().next(), List.of(names.get(i)),
						(first, more) -> Stream.concat(first.stream(), more.stream()).toList());
			}
		}
		return found.stream().map((wards) -> matched(wards, files, displayed)).toList();
	}

	private static Matched matched(Set<WardCode> wards, Map<WardCode, List<String>> files,
			Map<WardCode, String> displayed) {
		Set<WardCode> choices = wards.stream().limit(MOST_CHOICES).collect(Collectors.toSet());
		if (wards.isEmpty()) {
			return new Matched(null, choices, Reason.of("bulkimport.no-ward"));
		}
		if (wards.size() > 1) {
			return new Matched(null, choices, Reason.of("bulkimport.several-wards",
					wards.stream().limit(MOST_CHOICES).map(displayed::get).collect(Collectors.joining("; "))));
		}
		WardCode ward = wards.iterator().next();
		List<String> same = files.getOrDefault(ward, List.of());
		return (same.size() == 1) ? new Matched(ward, Set.of(), null)
				: new Matched(null, choices, Reason.of("bulkimport.ward-twice", String.join("; ", same)));
	}

	private List<Ward> inForce(@Nullable String province) {
		return this.wards.inForce(province, LocalDate.now(this.clock));
	}

	private static RefusedException refusal(IOException cause, Kind kind, String code, String... arguments) {
		RefusedException refusal = new RefusedException(kind, code, arguments);
		refusal.initCause(cause);
		return refusal;
	}

	/**
	 * The wards that a name or a code could mean, of all that this person administers.
	 */
	@Transactional(readOnly = true)
	Set<WardCode> wardsCalled(String words, Actor actor) {
		String code = words.strip();
		if (WardCode.isValid(code) && actor.mayAdminister(new WardCode(code))
				&& this.wards.find(new WardCode(code)).isPresent()) {
			return Set.of(new WardCode(code));
		}
		return new WardMatcher(inForce(actor.province())).match(words);
	}

	/**
	 * The batches of the last thirty days, the latest first.
	 * @throws RefusedException FORBIDDEN
	 */
	@Transactional(readOnly = true)
	public List<ImportBatch> all(Actor actor) {
		allow(actor);
		return this.batches.all(actor.province());
	}

	/**
	 * @throws RefusedException FORBIDDEN, or NOT_FOUND if there is none, or of another
	 * province
	 */
	@Transactional(readOnly = true)
	public ImportBatch require(UUID id, Actor actor) {
		allow(actor);
		return this.batches.find(id)
			.filter((batch) -> actor.mayAdministerProvince(batch.province()))
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "bulkimport.unknown"));
	}

	/**
	 * The report: every file in the order of the zip.
	 */
	@Transactional(readOnly = true)
	public List<BatchFile> files(ImportBatch batch) {
		return this.batches.files(batch.id());
	}

	/**
	 * Lets files that wait rest until {@link #resume}, and stores nothing more; what is
	 * stored stays.
	 */
	public void cancel(UUID id, Actor actor) {
		ImportBatch batch = require(id, actor);
		this.batches.cancel(id);
		record(actor, batch.fileName(), Action.STOPPED, null);
	}

	public void resume(UUID id, Actor actor) {
		ImportBatch batch = require(id, actor);
		this.batches.resume(id);
		record(actor, batch.fileName(), Action.RESUMED, null);
	}

	/**
	 * Lets the plans that have no open question now be stored as drafts, in the name of
	 * this person.
	 * @return how many
	 */
	public int store(UUID id, Actor actor) {
		ImportBatch batch = require(id, actor);
		int plans = this.batches.store(id, null, actor.username());
		if (plans > 0) {
			record(actor, batch.fileName(), Action.APPROVED, String.valueOf(plans));
		}
		return plans;
	}

	/**
	 * Forgets a batch and its files; stored plans stay.
	 */
	public void discard(UUID id, Actor actor) {
		ImportBatch batch = require(id, actor);
		this.batches.discard(id);
		record(actor, batch.fileName(), Action.DELETED, null);
	}

	private void record(Actor actor, String fileName, Action action, @Nullable String files) {
		this.events.publishEvent(new BatchEvent(actor.username(), fileName, action, null, files));
	}

	private static void allow(Actor actor) {
		if (!actor.mayAdministerSeveralWards()) {
			throw new RefusedException(Kind.FORBIDDEN, "bulkimport.admin");
		}
	}

	/**
	 * What is said of a zip.
	 */
	private record Upload(String fileName, @Nullable String province) {
	}

}
