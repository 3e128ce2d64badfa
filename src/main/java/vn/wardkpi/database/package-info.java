/**
 * How the program meets its database: a set of migrations for each module that owns
 * tables, and the reading of rows. Knows no module's tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.wardkpi.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
