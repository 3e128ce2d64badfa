package vn.wardkpi.catalogue.template;

import java.time.Instant;

/**
 * A template as it stands.
 *
 * @param rows how many indicators it has
 * @param plans how many wards' plans were started from it
 * @param withdrawn whether no plan is started from it any more
 */
public record PlanTemplate(long id, int version, String provinceCode, String provinceName, String title, int fromYear,
		int toYear, boolean withdrawn, int rows, int plans, String changedBy, Instant changedAt) {
}
