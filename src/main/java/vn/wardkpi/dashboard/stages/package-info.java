/**
 * Estimate and final figures of a year, side by side.
 */
@NullMarked
package vn.wardkpi.dashboard.stages;

import org.jspecify.annotations.NullMarked;
