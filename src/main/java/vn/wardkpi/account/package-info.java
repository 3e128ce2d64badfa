/**
 * Accounts with their roles and ward, signing in, personal tokens, and who may come in at
 * all; what a role may do to an object is {@link vn.wardkpi.shared.Actor}'s to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "webui", "planimport :: source" })
package vn.wardkpi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
