package vn.wardkpi.dashboard.web.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.audit.ReadableChange;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * A part of an indicator's history, the latest change first.
 *
 * @param page from 1, the latest
 * @param total changes on record
 */
record HistoryPage(List<Line> lines, int page, int pages, int total) {

	static final int LINES = 20;

	HistoryPage {
		lines = List.copyOf(lines);
	}

	/**
	 * @param changes the oldest first
	 * @param page the nearest there is where it is out of bounds
	 */
	static HistoryPage of(List<ReadableChange> changes, int page) {
		List<Line> lines = lines(changes);
		Collections.reverse(lines);
		int pages = Math.max(1, (lines.size() + LINES - 1) / LINES);
		int shown = Math.min(Math.max(page, 1), pages);
		return new HistoryPage(lines.subList((shown - 1) * LINES, Math.min(shown * LINES, lines.size())), shown, pages,
				lines.size());
	}

	/**
	 * An approval changes what was approved before, which need not be what was entered
	 * before.
	 */
	private static List<Line> lines(List<ReadableChange> changes) {
		Map<String, @Nullable String> approved = new HashMap<>();
		List<Line> lines = new ArrayList<>();
		for (ReadableChange change : changes) {
			boolean approval = change.entry().subject() == Subject.ACTUAL && change.entry().action().equals("APPROVED");
			String from = approval ? approved.put(change.entry().key(), change.to()) : change.from();
			lines.add(new Line(change.entry().at(), change.entry().actorName(), change.action(), change.subject(),
					change.what(), from, change.to(), change.why()));
		}
		return lines;
	}

	/**
	 * A change in words.
	 *
	 * @param action "Duyệt"
	 * @param subject "Số liệu"
	 * @param what "2026 Chính thức cả năm"
	 */
	record Line(Instant at, String who, String action, String subject, String what, @Nullable String from,
			@Nullable String to, @Nullable String why) {
	}

}
