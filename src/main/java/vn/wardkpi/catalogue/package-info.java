/**
 * Shared definitions of indicators, and which indicator of a plan is which of them. What
 * a plan says of its indicators decides how they are judged; nothing here does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "attainment", "ward", "plan", "webui" })
package vn.wardkpi.catalogue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
