/**
 * Reads the annex of a plan from the office's file, says what was understood, what was
 * inferred and what is wrong, and hands the plan to the plan module when it is accepted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "attainment", "attainment :: *", "plan",
		"plan :: baseline", "plan :: decision", "plan :: tree", "plan :: written", "office", "webui" })
package vn.wardkpi.planimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
