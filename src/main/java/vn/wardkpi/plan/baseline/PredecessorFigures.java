package vn.wardkpi.plan.baseline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * What is on record of a ward's predecessors. Told by those who know the figures, which
 * plans do not.
 */
public interface PredecessorFigures {

	/**
	 * The units of which the ward was formed, as the list of units knows them, each with
	 * its figure of the year where one was approved for an indicator of the same name and
	 * unit.
	 */
	List<Predecessor> of(WardCode ward, String indicator, @Nullable String unit, int year);

	/**
	 * @param code where it has one here
	 * @param part whether only a part of it
	 * @param figure as it was approved; empty where there is none
	 */
	record Predecessor(@Nullable String code, String name, boolean part, String figure) {
	}

}
