/**
 * Provinces and communes with their predecessors, and the search for them without marks.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "webui" })
package vn.wardkpi.ward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
