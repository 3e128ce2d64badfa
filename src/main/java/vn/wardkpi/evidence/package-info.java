/**
 * Files that show where a figure comes from: taken in, checked, kept and served. Who may
 * see or attach them is asked of whoever owns the figures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "attainment", "attainment :: *", "plan", "actual",
		"settings", "intake", "intake :: content", "webui" })
package vn.wardkpi.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
