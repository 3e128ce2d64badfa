package vn.wardkpi.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to the catalogue; each is one entry of the record.
 */
public sealed interface CatalogueEvent extends Recorded {

	/**
	 * @param before {@code null} for a new definition
	 */
	record Defined(String actor, @Nullable DefinitionDraft before, DefinitionDraft after) implements CatalogueEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(RecordedChange
				.of(Subject.CATALOGUE, String.valueOf(this.after.name()),
						(this.before != null) ? Action.CHANGED : Action.CREATED)
				.from((this.before != null) ? text(this.before) : null)
				.to(text(this.after)));
		}

		/** In the order in which the record names its attributes. */
		private static String text(DefinitionDraft of) {
			return Stream
				.of(of.name(), of.unit(), of.direction(), of.valueType(), of.measured(), of.source(), of.formula())
				.map((one) -> (one != null) ? String.valueOf(one) : "")
				.collect(Collectors.joining(" · "));
		}

	}

	/**
	 * @param before what each indicator was of which it was said before, by its number;
	 * {@code null} if of none
	 * @param after what each changed one is
	 */
	record Linked(String actor, WardCode ward, long planId, String plan, @Nullable String before,
			String after) implements CatalogueEvent {

		@Override
		public List<RecordedChange> changes() {
			return List.of(RecordedChange.of(Subject.CATALOGUE, this.plan, Action.CHANGED)
				.in(this.ward)
				.ofPlan(this.planId)
				.from(this.before)
				.to(this.after));
		}

	}

}
