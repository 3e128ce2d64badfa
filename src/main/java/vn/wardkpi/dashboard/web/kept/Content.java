package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;

/**
 * What a page of a ward shows, as it stands now.
 *
 * @param plan the plan whose page it is; {@code null} where it is the ward's, or where
 * not everybody may see the plan
 * @param version another one after every change
 * @param structure another one after every change of indicators or targets; empty where
 * the page is of many wards
 * @param unread how many notices the reader has not read
 */
public record Content(@Nullable PlanSummary plan, String version, String structure, int unread) {
}
