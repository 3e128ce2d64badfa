package vn.wardkpi.plan.web.headline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.RecordedHeadline;

/**
 * What reports published of a plan's years, each with what it was before.
 *
 * @param valid those that the years show, the latest year first
 * @param takenBack those that do not stand any more
 * @param writes whether this person may record another
 */
record HeadlinesPage(PlanSummary plan, List<Told> valid, List<Told> takenBack, boolean writes) {

	static HeadlinesPage of(PlanSummary plan, List<RecordedHeadline> all, boolean administered) {
		List<Told> last = all.stream().filter((row) -> !row.superseded()).map((row) -> Told.of(row, all)).toList();
		return new HeadlinesPage(plan, last.stream().filter((told) -> told.row().isValid()).toList(),
				last.stream().filter((told) -> told.row().takenBack()).toList(),
				administered && plan.status().isPublished());
	}

	/**
	 * @param row the latest
	 * @param former what stood there before, the latest first
	 */
	record Told(RecordedHeadline row, List<RecordedHeadline> former) {

		static Told of(RecordedHeadline row, List<RecordedHeadline> all) {
			Map<Long, RecordedHeadline> byId = new HashMap<>();
			all.forEach((one) -> byId.put(one.id(), one));
			List<RecordedHeadline> former = new ArrayList<>();
			RecordedHeadline before = before(row, byId);
			while (before != null) {
				former.add(before);
				before = before(before, byId);
			}
			return new Told(row, former);
		}

		private static @Nullable RecordedHeadline before(RecordedHeadline row, Map<Long, RecordedHeadline> byId) {
			return (row.supersedes() != null) ? byId.get(row.supersedes()) : null;
		}

	}

}
