package vn.wardkpi.dashboard.stages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.ReportingPeriod;

/**
 * Which of an indicator's approved full-year figures stand for the estimate and for the
 * official figure of a year, and which were replaced. The estimate is the one that was in
 * force when the official figure came: what is corrected afterwards was never voted on.
 *
 * @param estimate without a figure where the latest approval says there is none
 * @param official the latest approved
 * @param settledAt when an official figure was first approved
 * @param replaced all other approvals, the oldest first
 */
public record StageFigures(@Nullable ActualRow estimate, @Nullable ActualRow official, @Nullable Instant settledAt,
		List<ActualRow> replaced) {

	static final StageFigures NONE = new StageFigures(null, null, null, List.of());

	public StageFigures {
		replaced = List.copyOf(replaced);
	}

	/**
	 * @param approvals in the order in which they were made
	 * @return by indicator number
	 */
	public static Map<String, StageFigures> of(Collection<ActualRow> approvals) {
		return approvals.stream()
			.filter((row) -> row.figure().period().isFullYear())
			.collect(Collectors.groupingBy(ActualRow::no,
					Collectors.collectingAndThen(Collectors.toList(), StageFigures::ofOne)));
	}

	private static StageFigures ofOne(List<ActualRow> approvals) {
		List<ActualRow> estimates = of(approvals, ReportingPeriod.ESTIMATE);
		List<ActualRow> officials = of(approvals, ReportingPeriod.FINAL);
		Instant settledAt = officials.stream()
			.filter(ActualRow::hasFigure)
			.map(ActualRow::approvedAt)
			.findFirst()
			.orElse(null);
		List<ActualRow> inTime = estimates.stream().filter((row) -> isBefore(row, settledAt)).toList();
		ActualRow estimate = last(inTime.isEmpty() ? estimates : inTime);
		ActualRow official = last(officials);
		List<ActualRow> replaced = new ArrayList<>(approvals);
		replaced.removeIf((row) -> row.equals(estimate) || row.equals(official));
		return new StageFigures(estimate, official, settledAt, replaced);
	}

	private static List<ActualRow> of(List<ActualRow> approvals, ReportingPeriod period) {
		return approvals.stream().filter((row) -> row.figure().period() == period).toList();
	}

	private static boolean isBefore(ActualRow row, @Nullable Instant moment) {
		return moment == null || (row.approvedAt() != null && row.approvedAt().isBefore(moment));
	}

	private static @Nullable ActualRow last(List<ActualRow> rows) {
		return rows.isEmpty() ? null : rows.get(rows.size() - 1);
	}

	boolean isSettled() {
		return this.official != null && this.official.hasFigure();
	}

}
