package vn.wardkpi.submission.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualStore;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.FigureEntered;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionState;

/**
 * Stores what was entered under the version of the form that was read, and says so.
 */
@Component
class EntryRecorder {

	private final ActualStore store;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EntryRecorder(ActualStore store, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @return the figure with its new version; empty if the form or the figure was
	 * changed since it was read
	 */
	Optional<StoredActual> store(SheetCell cell, SubmissionState form, ActualEntry entry, Actor actor) {
		Instant at = now();
		ActualStore.Typed typed = ActualStore.Typed.of(cell.row().id(), version(cell.stored()), entry);
		Integer version = this.store
			.store(form.guard(cell.planId(), cell.year(), cell.period()), List.of(typed), actor.username(), at)
			.map((versions) -> versions.get(cell.row().id()))
			.orElse(null);
		if (version == null) {
			return Optional.empty();
		}
		StoredActual figure = new StoredActual(cell.row().no(), cell.year(), entry, version, actor.username(), at,
				actor.displayName());
		publish(cell.ward(), cell.planId(), cell.stored(), figure);
		return Optional.of(figure);
	}

	/**
	 * Stores cells of one form in one statement.
	 * @param entries by indicator
	 * @param before what was read of them, by indicator number
	 * @return the figures with their new versions, by indicator number, those left out
	 * that somebody else has changed; empty if the form was changed since it was read
	 */
	Optional<Map<String, StoredActual>> storeAll(SubmissionKey key, SubmissionState form, WardCode ward,
			Map<IndicatorRow, ActualEntry> entries, Map<String, StoredActual> before, Actor actor) {
		Instant at = now();
		List<ActualStore.Typed> typed = entries.entrySet()
			.stream()
			.map((entry) -> ActualStore.Typed.of(entry.getKey().id(), version(before.get(entry.getKey().no())),
					entry.getValue()))
			.toList();
		return this.store.store(form.guard(key.planId(), key.year(), key.period()), typed, actor.username(), at)
			.map((versions) -> {
				Map<String, StoredActual> stored = new HashMap<>();
				entries.forEach((row, entry) -> {
					Integer version = versions.get(row.id());
					if (version != null) {
						StoredActual figure = new StoredActual(row.no(), key.year(), entry, version, actor.username(),
								at, actor.displayName());
						publish(ward, key.planId(), before.get(row.no()), figure);
						stored.put(row.no(), figure);
					}
				});
				return stored;
			});
	}

	private static int version(@Nullable StoredActual stored) {
		return (stored != null) ? stored.version() : 0;
	}

	/** As exact as the database keeps it, so that both answers name the same moment. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private void publish(WardCode ward, long planId, @Nullable StoredActual stored, StoredActual figure) {
		this.events.publishEvent(new FigureEntered(ward, planId, (stored != null) ? stored.entry() : null, figure));
	}

}
