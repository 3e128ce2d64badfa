package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;

/**
 * What a page of a ward shows, as it stands now.
 *
 * @param plan the plan whose page it is; {@code null} where it is the ward's, or where
 * not everybody may see the plan
 * @param version another one after every change
 * @param unread how many notices the reader has not read
 */
record Content(@Nullable PlanSummary plan, String version, int unread) {
}
