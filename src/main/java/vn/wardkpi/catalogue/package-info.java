/**
 * Shared definitions of indicators, which indicator of a plan is which of them, and the
 * templates of plans that a province hands to its wards. What a plan says of its
 * indicators decides how they are judged; nothing here does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "attainment", "ward", "plan", "plan :: tree", "webui" })
package vn.wardkpi.catalogue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
