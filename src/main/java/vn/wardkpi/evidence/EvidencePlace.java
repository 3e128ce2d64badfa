package vn.wardkpi.evidence;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;

/**
 * A figure as the one who asks may deal with its files.
 *
 * @param leadUnit code of the lead unit on whose form the figure stands, if any
 * @param illustrative whether the plan is invented
 * @param drafts whether they see what is not approved
 * @param mayAttach whether they may attach and delete now
 * @param locked why they may not, though the figure is theirs to enter
 */
public record EvidencePlace(EvidenceKey key, long indicatorId, WardCode ward, String wardName, String indicatorName,
		@Nullable String leadUnit, boolean illustrative, boolean drafts, boolean mayAttach,
		@Nullable RefusedException locked) {
}
