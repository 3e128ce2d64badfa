/**
 * Figures: entered, stored, approved, overridden.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "account", "attainment", "attainment :: *", "plan", "plan :: records" })
package vn.wardkpi.actual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
