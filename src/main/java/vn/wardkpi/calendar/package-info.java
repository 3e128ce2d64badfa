/**
 * A ward's reporting periods: which it uses, when they open and close, whether those days
 * lock, and which lead units were given more time.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "ward", "attainment", "attainment :: *", "webui" })
package vn.wardkpi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
