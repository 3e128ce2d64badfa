package vn.wardkpi.dashboard.stages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.VerdictChange;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * An indicator in one year by its estimate and by its official figure.
 *
 * @param turn how the verdict moved
 * @param takesFigures whether figures are entered for it; groups take none
 * @param settled whether the official figure is there
 * @param replaced approvals that stand for neither any more, the oldest first
 */
public record IndicatorStages(IndicatorRow indicator, Stage estimate, Stage official, VerdictChange turn,
		boolean takesFigures, boolean settled, List<ActualRow> replaced) {

	public IndicatorStages {
		replaced = List.copyOf(replaced);
	}

	/**
	 * @param target in force at that stage
	 * @param figure without a figure where it says why there is none
	 * @param override the reviewer's verdict in force at that stage, if any
	 */
	public record Stage(@Nullable TargetRow target, @Nullable ActualRow figure, Judgement judgement,
			@Nullable OverrideRow override) {
	}

}
