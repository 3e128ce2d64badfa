package vn.wardkpi.ward.change;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * A list of units was applied.
 *
 * @param day from which it holds
 * @param source the document it comes from
 */
public record UnitListApplied(String actor, LocalDate day, String source, List<UnitChange> units) implements Recorded {

	public UnitListApplied {
		units = List.copyOf(units);
	}

	@Override
	public List<RecordedChange> changes() {
		String since = " (" + VietnameseDay.write(this.day) + ")";
		return this.units.stream().map((unit) -> {
			String others = unit.others().stream().map(UnitChange.Other::name).collect(Collectors.joining(", "));
			RecordedChange change = RecordedChange.of(Subject.SETTING, "unit", action(unit.kind()))
				.in(new WardCode(unit.code()))
				.because(this.source);
			return switch (unit.kind()) {
				case NEW, ENLARGED -> change.from(others.isEmpty() ? null : shortened(others)).to(unit.name() + since);
				case RENAMED -> change.from(unit.before()).to(unit.name() + since);
				case ENDED -> change.from(unit.name()).to(shortened(others.isEmpty() ? "–" : "→ " + others) + since);
			};
		}).toList();
	}

	private static Action action(UnitChange.Kind kind) {
		return switch (kind) {
			case NEW -> Action.CREATED;
			case RENAMED, ENLARGED -> Action.CHANGED;
			case ENDED -> Action.CLOSED;
		};
	}

	private static String shortened(String text) {
		return FreeText.shortened(text, 1000);
	}

}
