/**
 * Telling people what concerns them: notices in the program, and by mail once a day at
 * the most.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "attainment", "attainment :: *", "plan", "calendar",
		"submission", "submission :: *", "council", "report", "report :: job", "catalogue :: template", "account",
		"task", "webui" })
package vn.wardkpi.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
