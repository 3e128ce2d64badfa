/**
 * A lead unit's submission of one plan, year and period, and its way to approval.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "ward", "attainment", "attainment :: *", "plan",
		"plan :: unit", "calendar", "actual", "evidence", "intake", "intake :: content", "office", "webui" })
package vn.wardkpi.submission;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
