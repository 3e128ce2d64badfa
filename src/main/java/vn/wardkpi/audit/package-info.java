/**
 * Who changed what, when and why: one row a change, written in the transaction that makes
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "account", "database", "ward", "plan", "webui" })
package vn.wardkpi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
