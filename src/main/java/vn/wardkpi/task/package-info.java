/**
 * The action programme of a plan: who does what until when, and what comes of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "plan", "ward", "webui" })
package vn.wardkpi.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
