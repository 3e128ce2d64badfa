/**
 * Reports that write themselves from what the dashboard shows: their text and annex as
 * one content, and that content as a document.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "ward", "settings", "attainment", "attainment :: *",
		"plan", "plan :: headline", "plan :: publicpage", "plan :: written", "actual", "dashboard", "dashboard :: *",
		"task", "planexport :: sheet", "planexport :: annex", "intake", "intake :: content", "webui" })
package vn.wardkpi.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
