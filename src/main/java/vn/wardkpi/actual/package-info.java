/**
 * Figures and their way to approval: entering, submitting, reviewing, explaining, and a
 * reviewer's own verdicts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "attainment", "plan", "calendar", "evidence" })
package vn.wardkpi.actual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
