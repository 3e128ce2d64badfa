/**
 * Indicators that a plan no longer has.
 */
@NullMarked
package vn.wardkpi.plan.ended;

import org.jspecify.annotations.NullMarked;
