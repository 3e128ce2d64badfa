/**
 * Writes a plan into a file that an office takes along: the canonical CSV, or a workbook
 * or document in the annex's own layout. What is written is read again as the same plan.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "attainment", "attainment :: *", "plan",
		"plan :: baseline", "plan :: written", "webui" })
package vn.wardkpi.planexport;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
