/**
 * Pages of a plan's year, its period and its stages.
 */
@NullMarked
package vn.wardkpi.dashboard.web.year;

import org.jspecify.annotations.NullMarked;
