package vn.wardkpi.catalogue.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done with templates; each is one entry of the record.
 */
public sealed interface TemplateEvent extends Recorded {

	/**
	 * @param province code of that to whose wards it is handed
	 * @param year the first one of its plans
	 * @param before its rows in words; {@code null} for a new one
	 */
	record Handed(String actor, long template, String province, String title, int year, @Nullable String before,
			String after) implements TemplateEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(RecordedChange
				.of(Subject.TEMPLATE, this.title, (this.before != null) ? Action.CHANGED : Action.CREATED)
				.from(this.before)
				.to(this.after));
		}

	}

	record Withdrawn(String actor, long template, String province, String title, int year) implements TemplateEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(RecordedChange.of(Subject.TEMPLATE, this.title, Action.WITHDRAWN));
		}

	}

	/**
	 * A ward's draft was started from it.
	 */
	record Used(String actor, WardCode ward, long planId, String title, int version) implements TemplateEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(RecordedChange.of(Subject.TEMPLATE, this.title, Action.STARTED)
				.in(this.ward)
				.ofPlan(this.planId)
				.to(String.valueOf(this.version)));
		}

	}

}
