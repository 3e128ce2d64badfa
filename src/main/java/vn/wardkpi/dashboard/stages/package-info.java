/**
 * Estimate and final figures of a year, side by side.
 */
@NullMarked
@NamedInterface("stages")
package vn.wardkpi.dashboard.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
