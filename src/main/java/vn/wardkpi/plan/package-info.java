/**
 * Plans of a ward: indicators, target-setting decisions and their targets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "ward", "settings", "attainment", "attainment :: *",
		"intake", "intake :: content", "webui" })
package vn.wardkpi.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
