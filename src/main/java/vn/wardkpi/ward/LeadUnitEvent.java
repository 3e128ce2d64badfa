package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was decided about a ward's lead unit, published within the transaction
 * that does it.
 */
public sealed interface LeadUnitEvent extends Recorded {

	WardCode ward();

	/** The record of it. */
	RecordedChange change();

	@Override
	default List<RecordedChange> changes() {
		return List.of(change().in(ward()));
	}

	record Created(String actor, WardCode ward, String code, String name) implements LeadUnitEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.LEAD_UNIT, this.code, Action.CREATED).to(this.name);
		}

	}

	/**
	 * @param day from which it is called so
	 */
	record Renamed(String actor, WardCode ward, String code, String before, String after,
			LocalDate day) implements LeadUnitEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.LEAD_UNIT, this.code, Action.CHANGED)
				.from(this.before)
				.to(this.after + " (" + VietnameseDay.write(this.day) + ")");
		}

	}

	/**
	 * @param day from which the other answers in its place
	 */
	record Merged(String actor, WardCode ward, String code, String name, String into,
			LocalDate day) implements LeadUnitEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.LEAD_UNIT, this.code, Action.CHANGED)
				.from(this.name)
				.to("→ " + this.into + " (" + VietnameseDay.write(this.day) + ")");
		}

	}

	record Ended(String actor, WardCode ward, String code, String name, LocalDate day) implements LeadUnitEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.LEAD_UNIT, this.code, Action.CLOSED)
				.from(this.name)
				.to(VietnameseDay.write(this.day));
		}

	}

	record Reopened(String actor, WardCode ward, String code, String name,
			@Nullable LocalDate before) implements LeadUnitEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.LEAD_UNIT, this.code, Action.RESTORED)
				.from((this.before != null) ? VietnameseDay.write(this.before) : null)
				.to(this.name);
		}

	}

}
