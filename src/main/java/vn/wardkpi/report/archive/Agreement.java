package vn.wardkpi.report.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;

/**
 * Whether a paper agrees with the record.
 *
 * @param asOf the day on which it was compared
 * @param madeAgain whether the record, as it was known when the report was made, says
 * today what it said then
 * @param changes what was corrected or added in the record since; empty where the paper
 * still agrees
 */
public record Agreement(IssuedReport report, PlanSummary plan, LocalDate asOf, boolean madeAgain,
		List<Change> changes) {

	public Agreement {
		changes = List.copyOf(changes);
	}

	public boolean agrees() {
		return this.changes.isEmpty();
	}

	/** How many indicators of the paper are concerned. */
	public int indicators() {
		return (int) this.changes.stream().map(Change::no).distinct().count();
	}

	static List<Change> changes(List<PaperLine> paper, List<PaperLine> record) {
		Map<String, PaperLine> now = new LinkedHashMap<>();
		record.forEach((line) -> now.put(line.no(), line));
		List<Change> changes = new ArrayList<>();
		for (PaperLine line : paper) {
			PaperLine present = now.remove(line.no());
			if (present == null) {
				changes.add(new Change(line.no(), line.name(), What.GONE, null, null, null));
				continue;
			}
			Map<String, PaperLine.Cell> cells = present.byKey();
			for (PaperLine.Cell cell : line.cells()) {
				PaperLine.Cell other = cells.get(cell.key());
				String text = (other != null) ? other.text() : "";
				if (!text.equals(cell.text())) {
					changes.add(new Change(line.no(), line.name(), What.CHANGED, cell.label(), cell.text(), text));
				}
			}
		}
		now.values().forEach((line) -> changes.add(new Change(line.no(), line.name(), What.ADDED, null, null, null)));
		return changes;
	}

	/**
	 * @param label the heading of what changed; {@code null} where it is the whole
	 * indicator
	 * @param paper what the paper says, and {@code record} what the record says today;
	 * empty for nothing
	 */
	public record Change(String no, String name, What what, @Nullable String label, @Nullable String paper,
			@Nullable String record) {
	}

	/**
	 * {@code GONE} stands on the paper alone, {@code ADDED} in the record alone.
	 */
	public enum What {

		CHANGED, GONE, ADDED

	}

}
