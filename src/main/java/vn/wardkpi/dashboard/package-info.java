/**
 * Read models and pages of a ward's year, its period and its indicators. Pages and API
 * show the same records, so they cannot disagree.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "attainment", "attainment :: *", "plan", "plan :: annual",
		"plan :: baseline", "plan :: headline", "plan :: preview", "plan :: publicpage", "actual", "evidence", "ward",
		"ward :: change", "audit", "catalogue", "council", "reminder", "submission", "task", "webui" })
package vn.wardkpi.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
