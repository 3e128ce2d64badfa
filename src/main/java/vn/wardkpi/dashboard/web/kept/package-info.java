/**
 * Pages that are kept as they were rendered until what they show changes.
 */
@NullMarked
package vn.wardkpi.dashboard.web.kept;

import org.jspecify.annotations.NullMarked;
