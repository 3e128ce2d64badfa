package vn.wardkpi.bulkimport;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.bulkimport.Batches.Opened;
import vn.wardkpi.planimport.DraftStored;
import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * What a person does with one file of a batch: says of which ward it is, lets its plan be
 * stored, answers its questions.
 */
@Service
@Transactional
public class BatchFiles {

	private final BulkImport bulk;

	private final Batches batches;

	private final Wards wards;

	private final ImportDrafts drafts;

	private final ApplicationEventPublisher events;

	BatchFiles(BulkImport bulk, Batches batches, Wards wards, ImportDrafts drafts, ApplicationEventPublisher events) {
		this.bulk = bulk;
		this.batches = batches;
		this.wards = wards;
		this.drafts = drafts;
		this.events = events;
	}

	/**
	 * Names of wards for people, by code: "phường Từ Liêm, Hà Nội".
	 */
	@Transactional(readOnly = true)
	public Map<String, String> names(Collection<String> codes) {
		Map<String, String> names = new TreeMap<>();
		this.wards.findByCodeIn(codes).forEach((ward) -> names.put(ward.code().value(), ward.displayName()));
		return names;
	}

	/**
	 * Says of which ward a file is, by its code or its name, and has it read again; where
	 * the words could mean several wards, these are offered instead.
	 * @return the wards that the words could mean: one, where it was clear
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID if they mean no ward;
	 * CONFLICT if the file cannot be changed any longer, or another of the batch is this
	 * ward's
	 */
	public Set<WardCode> assign(UUID id, long file, String words, Actor actor) {
		ImportBatch batch = this.bulk.require(id, actor);
		BatchFile changed = require(batch, file);
		requireChangeable(changed);
		Set<WardCode> found = this.bulk.wardsCalled(words, actor);
		if (found.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "bulkimport.ward-unknown", words);
		}
		if (found.size() > 1) {
			this.batches.choices(file, found);
			return found;
		}
		Ward ward = this.wards.require(found.iterator().next());
		this.batches.files(id)
			.stream()
			.filter((other) -> other.id() != file && ward.code().value().equals(other.ward())
					&& other.state() != FileState.STORED && !other.unreadable())
			.findFirst()
			.ifPresent((other) -> {
				throw new RefusedException(Kind.CONFLICT, "bulkimport.ward-taken", ward.displayName(), other.name());
			});
		this.batches.assign(file, ward.code());
		record(actor, batch, Action.CHANGED, changed.name(), ward.displayName());
		return found;
	}

	/**
	 * Lets the plan of one file be stored as a draft, in the name of this person.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND, or CONFLICT if it has open questions
	 * or is stored
	 */
	public void store(UUID id, long file, Actor actor) {
		ImportBatch batch = this.bulk.require(id, actor);
		BatchFile stored = require(batch, file);
		if (this.batches.store(id, file, actor.username()) == 0) {
			throw new RefusedException(Kind.CONFLICT, "bulkimport.not-ready", stored.name());
		}
		record(actor, batch, Action.APPROVED, null, stored.name());
	}

	/**
	 * Lays a file before a person, where its questions are answered; with the answers
	 * given so far, if this person opened it before.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND, or CONFLICT if it is of no ward or
	 * there is nothing to be answered
	 */
	public Place open(UUID id, long file, Actor actor) {
		BatchFile opened = require(this.bulk.require(id, actor), file);
		Opened kept = this.batches.opened(file);
		byte[] content = kept.content();
		String code = opened.ward();
		if (!opened.opens() || code == null || content == null) {
			throw new RefusedException(Kind.CONFLICT, "bulkimport.not-open", opened.name());
		}
		WardCode ward = new WardCode(code);
		UUID draft = kept.draft();
		if (draft == null || this.drafts.find(draft, ward, actor).map(ImportDraft::id).isEmpty()) {
			String name = opened.name().substring(opened.name().lastIndexOf('/') + 1);
			draft = this.drafts.keep(ward, name, content, ImportOptions.NONE, actor);
			this.batches.openedAs(file, draft);
		}
		return new Place(ward, draft);
	}

	@EventListener
	void on(DraftStored event) {
		this.batches.stored(event.draft(), event.planId());
	}

	private BatchFile require(ImportBatch batch, long file) {
		return this.batches.file(batch.id(), file)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "bulkimport.unknown"));
	}

	private static void requireChangeable(BatchFile file) {
		if (!file.isChangeable()) {
			throw new RefusedException(Kind.CONFLICT, "bulkimport.not-changeable", file.name());
		}
	}

	private void record(Actor actor, ImportBatch batch, Action action, @Nullable String from, String to) {
		this.events.publishEvent(new BatchEvent(actor.username(), batch.fileName(), action, from, to));
	}

	/**
	 * Where a draft of the ordinary import is answered.
	 */
	public record Place(WardCode ward, UUID draft) {
	}

}
