/**
 * Reports that write themselves from what the dashboard shows: their text and annex as
 * one content, and that content as a document.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "settings", "attainment", "attainment :: *", "plan",
		"plan :: headline", "plan :: written", "actual", "account", "dashboard", "dashboard :: *", "task",
		"planexport :: sheet", "planexport :: annex", "webui" })
package vn.wardkpi.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
