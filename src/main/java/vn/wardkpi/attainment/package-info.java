/**
 * The rules of attainment: target texts, verdicts, headline, period, course, projection.
 * Pure functions over records; no Spring, no database. Every verdict and figure anywhere
 * in the program comes from here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.wardkpi.attainment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
