package vn.wardkpi.plan.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import vn.wardkpi.plan.unit.IndicatorMove.Row;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * It was decided that indicators go over from one unit to another, or that they do not
 * after all.
 *
 * @param back whether a move of a day to come is taken back
 */
record MoveRecorded(String actor, WardCode ward, LeadUnitRow from, LeadUnitRow into, LocalDate day, List<Row> rows,
		boolean back) implements Recorded {

	MoveRecorded {
		rows = List.copyOf(rows);
	}

	@Override
	public List<RecordedChange> changes() {
		Action action = this.back ? Action.REVOKED : Action.HANDED_OVER;
		String goes = "→ " + this.into.name() + " (" + VietnameseDay.write(this.day) + ")";
		List<RecordedChange> changes = new ArrayList<>();
		changes.add(RecordedChange.of(Subject.LEAD_UNIT, this.from.code(), action)
			.in(this.ward)
			.from(this.from.name())
			.to(goes));
		this.rows.forEach((row) -> changes.add(RecordedChange.of(Subject.INDICATOR, row.no(), action)
			.in(this.ward)
			.ofPlan(row.planId())
			.ofIndicator(row.no())
			.from(this.from.name())
			.to(goes)));
		return changes;
	}

}
