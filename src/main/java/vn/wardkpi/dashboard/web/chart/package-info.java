/**
 * Drawings: where its points lie, and what it says.
 */
@NullMarked
package vn.wardkpi.dashboard.web.chart;

import org.jspecify.annotations.NullMarked;
