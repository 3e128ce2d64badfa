/**
 * Sessions of a ward's council, what delegates ask about indicators, and what the lead
 * units answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "plan", "ward", "webui" })
package vn.wardkpi.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
