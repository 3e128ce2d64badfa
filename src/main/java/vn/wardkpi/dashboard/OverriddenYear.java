package vn.wardkpi.dashboard;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.year.Judgement;

/**
 * A year whose verdict a reviewer set, with the computed one beside it.
 */
public record OverriddenYear(OverrideRow override, Judgement judgement) {
}
