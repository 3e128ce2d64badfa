/**
 * The page of one indicator and its history.
 */
@NullMarked
package vn.wardkpi.dashboard.web.indicator;

import org.jspecify.annotations.NullMarked;
