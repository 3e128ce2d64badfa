/**
 * One headline per ward.
 */
@NullMarked
package vn.wardkpi.dashboard.overview;

import org.jspecify.annotations.NullMarked;
