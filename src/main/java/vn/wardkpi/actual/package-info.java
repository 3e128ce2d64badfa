/**
 * Figures: entered, stored, approved, overridden.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "attainment", "attainment :: *", "plan" })
package vn.wardkpi.actual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
