/**
 * Plans of a ward: indicators, lead units, target-setting decisions and their targets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "attainment", "attainment :: *" })
package vn.wardkpi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
